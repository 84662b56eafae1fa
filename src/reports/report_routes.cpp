#include "reports/report_routes.h"

#include "http/problem_response.h"
#include "reports/report_service.h"
#include "text/names.h"

namespace yizheng::reports {

http::Versioned<ReportView> show_report(const Services& services, store::Database& database,
                                        const http::Request& request, Id document_id) {
  const auto& caller = *request.caller;
  const auto input =
      database.read([&](store::Connection& db) { return input_of(db, caller.committee_id, document_id); });
  const auto reading = services.cache.read(input, services.attachments);
  const auto& catalogue = services.cache.catalogue();
  auto view = database.read([&](store::Connection& db) {
    const auto records = record_checks(db, services.rules.pack(), catalogue, input.document, *reading);
    auto made = view_of(input, *reading, records, catalogue);
    made.uploaded_by_name = account_name(db, caller.committee_id, input.document.uploaded_by);
    return made;
  });
  services.counts->keep(input, view.counts, system_now());
  if (reads_traditional(request)) tell_in_traditional(view);
  const auto version = input.document.version;
  return {std::move(view), version};
}

bool reads_traditional(const http::Request& request) {
  return http::preferred_language(request.header("accept-language")) == http::Language::TRADITIONAL;
}

void tell_in_traditional(ReportView& view) {
  std::unordered_map<std::string, std::string> known;  // a hundred repairs have the same reason
  const auto turn = [&](std::string& text) {
    const auto [at, fresh] = known.try_emplace(text);
    if (fresh) at->second = text::to_traditional(text);
    text = at->second;
  };
  const auto turn_any = [&](std::optional<std::string>& text) {
    if (text) turn(*text);
  };
  for (auto& note : view.notes) turn(note.zh);
  for (auto& repair : view.repairs) turn(repair.zh);
  for (auto& check : view.checks) turn(check.zh);
  for (auto& claim : view.claims) {
    turn(claim.record.zh);
    for (auto* text : {&claim.record.numerator_zh, &claim.record.denominator_zh, &claim.record.definition_zh,
                       &claim.record.period_zh}) {
      turn_any(*text);
    }
  }
}

void tell_in_traditional(IndicatorView& view) { view.definition_zh = text::to_traditional(view.definition_zh); }

http::Routes report_routes(Services services) {
  http::Routes routes = document_routes(services);
  for (auto part : {correction_routes, comparison_routes}) {
    for (auto& route : part(services)) routes.push_back(std::move(route));
  }
  return routes;
}

}  // namespace yizheng::reports
