#include "reports/report_actions.h"

#include <array>

#include "reports/report_store.h"
#include "store/ledger.h"
#include "store/update.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

void note(Context& context, std::string action, std::string kind, Id id, std::string from, std::string to,
          const json::object& detail) {
  store::append(context.write,
                {context.committee_id(), std::move(action), std::move(kind), id, context.caller.account_id,
                 context.caller.acting_role(), std::move(from), std::move(to), json::serialize(detail)});
}

ReportDocument require_document(Context& context, Id id) {
  auto found = find_document(context.write.db, context.committee_id(), id);
  if (!found) throw not_found("这份报告", "report");
  if (context.expected_version && *context.expected_version != found->version) {
    throw Problem(412, "changed_meanwhile", "这份报告的信息刚刚被别人修改。请重新打开,核对后再试。",
                  "Somebody else has just changed what is said of this report. Open it again, compare, and retry.");
  }
  return *found;
}

void limit(const char* field, std::string_view text, std::size_t most, bool required = false) {
  if (required && text.empty()) throw invalid_field(field, "请填写。", "Please fill this in.");
  if (text::length(text) > most) {
    throw invalid_field(field, fmt::format("最多 {} 个字。", most), fmt::format("At most {} characters.", most));
  }
}

void check(const ReportBody& body) {
  limit("/title", body.title, 200, true);
  limit("/about", body.about, 100);
  limit("/source", body.source, 500);
  if (body.year && (*body.year < 1949 || *body.year > 2200)) {
    throw invalid_field("/year", "请填写四位年份,如 2026。", "Give the year in four digits, such as 2026.");
  }
  if (body.basis && *body.basis != "SESSION" && *body.basis != "CALENDAR_YEAR") {
    throw invalid_field("/basis", "应为 SESSION 或 CALENDAR_YEAR。", "Must be SESSION or CALENDAR_YEAR.");
  }
}

void touch(Context& context, ReportDocument& document) {
  ++document.version;
  context.write.db.execute("UPDATE report_documents SET version = ? WHERE committee_id = ? AND id = ?",
                           document.version, document.committee_id, document.id);
}

}  // namespace

void load_report(Context& context, ReportDocument document) {
  check({document.title, document.about, document.own, document.year, std::nullopt, document.source});
  limit("/file_name", document.file_name, 200);
  document.committee_id = context.committee_id();
  document.uploaded_by = context.caller.account_id;
  document.uploaded_at = context.write.at;
  document.version = 1;
  context.write.db.insert("report_documents", document);
  note(context, "report.load", "report", document.id, "", "LOADED",
       {{"title", document.title}, {"own", document.own}, {"sha256", document.sha256}});
}

void change_report(Context& context, Id id, const ReportBody& body) {
  auto document = require_document(context, id);
  check(body);
  json::object changed;
  const auto set = [&](const char* name, auto& member, auto value) {
    if (member == value) return;
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::optional<int>>) {
      if (value) changed[name] = *value;
      if (!value) changed[name] = nullptr;
    } else {
      changed[name] = value;
    }
    member = value;
  };
  set("title", document.title, body.title);
  set("about", document.about, body.about);
  set("own", document.own, body.own);
  set("year", document.year, body.year);
  set("basis", document.basis, body.basis.value_or(""));
  set("source", document.source, body.source);
  ++document.version;
  store::update(context.write.db, "report_documents", document, {"committee_id", "id"});
  note(context, "report.change", "report", id, "LOADED", "LOADED", changed);
}

void delete_report(Context& context, Id id) {
  const auto document = require_document(context, id);
  context.write.db.execute("DELETE FROM report_choices WHERE committee_id = ? AND document_id = ?",
                           context.committee_id(), id);
  context.write.db.execute("DELETE FROM report_documents WHERE committee_id = ? AND id = ?", context.committee_id(),
                           id);
  note(context, "report.delete", "report", id, "LOADED", "DELETED",
       {{"title", document.title}, {"sha256", document.sha256}});
}

void choose_repair(Context& context, Id document_id, text::RepairKind kind, std::uint32_t begin, std::uint32_t end,
                   std::optional<bool> apply) {
  auto document = require_document(context, document_id);
  context.write.db.execute(
      "DELETE FROM report_choices WHERE committee_id = ? AND document_id = ? AND kind = ? AND begin_at = ? AND end_at "
      "= ?",
      context.committee_id(), document_id, kind, begin, end);
  if (apply) {
    context.write.db.insert("report_choices", ReportChoice{context.committee_id(), document_id, kind, begin, end,
                                                           *apply, context.caller.account_id, context.write.at});
  }
  touch(context, document);
  note(context, "report.choose-repair", "report", document_id, "LOADED", "LOADED",
       {{"kind", enum_name(kind)},
        {"begin", begin},
        {"end", end},
        {"choice", !apply   ? "automatic"
                   : *apply ? "apply"
                            : "undo"}});
}

std::string mapping_words(std::string_view text) {
  // Between numbers, the longest piece: what stands in the clause of next year's figure, too.
  std::string longest, piece;
  const auto folded = text::fold(text);
  const auto take = [&] {
    if (piece.size() > longest.size()) longest = piece;
    piece.clear();
  };
  for (const char byte : folded) {
    if (byte >= '0' && byte <= '9') {
      take();
    } else {
      piece += byte;
    }
  }
  take();
  return longest;
}

Id learn_mapping(Context& context, const MappingBody& body) {
  const auto words = mapping_words(body.words);
  if (text::length(words) < 2) {
    throw invalid_field("/words", "请至少写两个字,取自这个数所在的句子(不含数字)。",
                        "Give at least two characters from the clause of the figure, without its number.");
  }
  limit("/words", words, 100);
  limit("/unit", body.unit, 20);
  limit("/example", body.example, 500);
  auto& db = context.write.db;
  db.execute("DELETE FROM report_mappings WHERE committee_id = ? AND words = ? AND unit = ?", context.committee_id(),
             words, body.unit);
  const ReportMapping mapping{
      context.committee_id(),    new_id(),        words, body.unit, body.indicator, body.example,
      context.caller.account_id, context.write.at};
  db.insert("report_mappings", mapping);
  note(context, "report.learn-mapping", "report_mapping", mapping.id, "", "KEPT",
       {{"words", words}, {"unit", body.unit}, {"indicator", body.indicator}});
  return mapping.id;
}

void forget_mapping(Context& context, Id id) {
  const auto mapping = find_mapping(context.write.db, context.committee_id(), id);
  if (!mapping) throw not_found("这条人工对应", "mapping");
  context.write.db.execute("DELETE FROM report_mappings WHERE committee_id = ? AND id = ?", context.committee_id(), id);
  note(context, "report.forget-mapping", "report_mapping", id, "KEPT", "DELETED",
       {{"words", mapping->words}, {"indicator", mapping->indicator}});
}

}  // namespace yizheng::reports
