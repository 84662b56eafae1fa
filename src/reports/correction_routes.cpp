// What people correct: single repairs, and which indicator a figure is.
#include "reports/report_service.h"

namespace yizheng::reports {
namespace {

// The repair that the page shows at this place of the original.
const text::Repair& repair_at(const Reading& reading, const RepairBody& body) {
  text::CodePointCounter begins(reading.document.text), ends(reading.document.text);
  for (const auto& repair : reading.repaired.repairs) {
    const bool here = static_cast<std::int64_t>(begins.at(repair.begin)) == body.source_start &&
                      static_cast<std::int64_t>(ends.at(repair.end)) == body.source_end;
    if (here && repair.kind == body.kind) return repair;
  }
  throw not_found("这处修复", "repair");
}

http::Versioned<ReportView> choose(const Services& s, const http::Call<Nothing, RepairBody>& call,
                                   store::Database& database) {
  const auto input =
      database.read([&](store::Connection& db) { return input_of(db, call.caller.committee_id, call.id()); });
  const auto reading = s.cache.read(input, s.attachments);
  const auto& repair = repair_at(*reading, call.body);
  if (repair.kind == text::RepairKind::TRADITIONAL_SCRIPT) {
    throw conflict("not_undoable", "繁体转简体是为了辨认数字,不能单独撤销;原文在“原文”里。",
                   "The folding of Traditional script serves the reading of figures and is not undone by itself; the "
                   "original is shown beside it.");
  }
  if (call.body.apply.value_or(false) && !repair.replacement) {
    throw conflict("nothing_to_apply", "原来是什么字已无从知道,只能标出,不能修复。",
                   "What stood there is not known, so it is marked only.");
  }
  database.write_and_wait([&](store::Write& write) {
    Context context{write, call.caller, call.if_match()};
    choose_repair(context, call.id(), repair.kind, repair.begin, repair.end, call.body.apply);
  });
  return show_report(s, database, call.request, call.id());
}

MappingView mapping_view(store::Connection& db, ReportMapping mapping) {
  auto name = account_name(db, mapping.committee_id, mapping.created_by);
  return {std::move(mapping), std::move(name)};
}

}  // namespace

http::Routes correction_routes(Services s) {
  return {
      http::task_post<RepairBody, ReportView>("/api/v1/reports/{id}/repairs",
                                              {.operation = "report.choose_repair",
                                               .permission = "report.write",
                                               .zh = "撤销、恢复或采用一处修复",
                                               .en = "Undo, restore or accept one repair"},
                                              [s](const http::Call<Nothing, RepairBody>& call,
                                                  store::Database& database) { return choose(s, call, database); }),
      http::get<Nothing, MappingList>("/api/v1/report-mappings",
                                      {.operation = "report_mapping.list",
                                       .permission = "report.read",
                                       .zh = "人工指定的指标对应",
                                       .en = "Mappings of words to indicators made by hand"},
                                      [](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
                                        MappingList list;
                                        for (auto& mapping : mappings_of(db, call.caller.committee_id)) {
                                          list.items.push_back(mapping_view(db, std::move(mapping)));
                                        }
                                        return list;
                                      }),
      http::post<MappingBody, MappingView>(
          "/api/v1/report-mappings",
          {.operation = "report_mapping.learn",
           .permission = "report.write",
           .zh = "指定带有这些字的数是哪个指标,以后也这样认",
           .en = "Say which indicator the figures with these words are, now and later",
           .success = 201},
          [s](const http::Call<Nothing, MappingBody>& call, store::Write& write) {
            if (!call.body.indicator.empty() && s.cache.catalogue().find(call.body.indicator) < 0) {
              throw invalid_field("/indicator", "没有这个指标。", "There is no such indicator.");
            }
            Context context{write, call.caller};
            const auto id = learn_mapping(context, call.body);
            return mapping_view(write.db, *find_mapping(write.db, call.caller.committee_id, id));
          }),
      http::remove<Nothing, Nothing>("/api/v1/report-mappings/{id}",
                                     {.operation = "report_mapping.forget",
                                      .permission = "report.write",
                                      .zh = "取消一条人工对应",
                                      .en = "Forget a mapping made by hand"},
                                     [](const http::Call<Nothing, Nothing>& call, store::Write& write) {
                                       Context context{write, call.caller};
                                       forget_mapping(context, call.id());
                                       return Nothing{};
                                     }),
  };
}

}  // namespace yizheng::reports
