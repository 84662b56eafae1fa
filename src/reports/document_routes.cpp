// Reports loaded, listed, read, described anew, exported, removed.
#include "identity/page.h"
#include "reports/report_export.h"
#include "reports/report_service.h"
#include "reports/sheet.h"
#include "text/utf8.h"

namespace yizheng::reports {
namespace {

struct ListQuery {
  std::optional<int> year;
  std::optional<bool> own;
  std::optional<int> limit;
  std::optional<std::string> after;
};
BOOST_DESCRIBE_STRUCT(ListQuery, (), (year, own, limit, after))

struct ExportQuery {
  std::optional<std::string> language;  // "zh" or "en"
};
BOOST_DESCRIBE_STRUCT(ExportQuery, (), (language))

http::Page<ReportRow> list(const Services& s, store::Connection& db, Id committee_id, const ListQuery& query) {
  const auto size = identity::page_size(query.limit);
  DocumentFilter filter{query.year, query.own, std::nullopt, size + 1};
  if (query.after) {
    filter.after = parse_id(*query.after);
    if (!filter.after) throw identity::wrong_cursor();
  }
  return identity::page_of<ReportRow>(
      documents(db, committee_id, filter), size,
      [&, mappings = mappings_of(db, committee_id), now = system_now()](ReportDocument& document) {
        auto name = account_name(db, committee_id, document.uploaded_by);
        auto choices = choices_of(db, committee_id, document.id);
        ReportInput input{std::move(document), std::move(choices), mappings};
        auto counts = s.counts->find(input, now);
        return ReportRow{std::move(input.document), std::move(name), counts};
      },
      [](const ReportDocument& document) { return to_string(document.id); });
}

std::string parameter(const http::Request& request, std::string_view name) {
  return std::string(request.parameter(name).value_or(""));
}

std::optional<int> year_parameter(const http::Request& request) {
  const auto text = parameter(request, "year");
  if (text.empty()) return std::nullopt;
  const auto number = parse_id(text);  // digits only
  if (!number || number->value > 9999) {
    throw Problem(422, "invalid_field", "请填写四位年份,如 2026。", "Give the year in four digits, such as 2026.",
                  "year");
  }
  return static_cast<int>(number->value);
}

const char* media_type_of(text::DocumentFormat format) {
  switch (format) {
    case text::DocumentFormat::HTML:
      return "text/html";
    case text::DocumentFormat::DOCX:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case text::DocumentFormat::PDF:
      return "application/pdf";
    case text::DocumentFormat::TXT:
      break;
  }
  return "text/plain";
}

// What the sender does not say is taken from the text: title, committee, year, and whether it is our own.
ReportDocument describe(const http::Request& request, const Reading& reading, const std::string& our_name) {
  const auto found = guess(reading);
  ReportDocument document;
  document.title = parameter(request, "title");
  document.about = parameter(request, "about");
  document.year = year_parameter(request);
  document.source = parameter(request, "source");
  auto name = parameter(request, "name");
  if (const auto slash = name.find_last_of("/\\"); slash != std::string::npos) name.erase(0, slash + 1);
  document.file_name = text::substring(name, 0, 200);
  if (document.title.empty()) document.title = found.title;
  if (document.title.empty()) {
    document.title = document.file_name.empty() ? "未命名的报告" : document.file_name;
  }
  if (document.about.empty()) document.about = found.about.empty() ? our_name : found.about;
  if (!document.year) document.year = found.year;
  const auto own = parameter(request, "own");
  document.own = own.empty() ? document.about == our_name : own == "true";
  document.media_type = media_type_of(reading.document.format);
  return document;
}

ReportRow load(const Services& s, const http::Call<Nothing, Nothing>& call, store::Database& database) {
  const auto our_name = database.read([&](store::Connection& db) {
    const auto committee = committee::committee(db, call.caller.committee_id);
    return committee ? committee->name : std::string();
  });
  // Read before it is kept: what cannot be read is refused with its reason.
  const auto reading = s.cache.read(call.request.body, {});
  auto document = describe(call.request, reading, our_name);
  document.committee_id = call.caller.committee_id;
  document.id = new_id();
  document.size = static_cast<std::int64_t>(call.request.body.size());
  document.sha256 = s.attachments.put(call.request.body);
  return database.write_and_wait([&](store::Write& write) {
    Context context{write, call.caller};
    load_report(context, document);
    return ReportRow{*find_document(write.db, call.caller.committee_id, document.id),
                     account_name(write.db, call.caller.committee_id, call.caller.account_id), std::nullopt};
  });
}

ReportDocument require(store::Database& database, const http::Caller& caller, Id id) {
  return database.read([&](store::Connection& db) { return input_of(db, caller.committee_id, id).document; });
}

}  // namespace

http::Routes document_routes(Services s) {
  return {
      http::get<ListQuery, http::Page<ReportRow>>(
          "/api/v1/reports",
          {.operation = "report.list",
           .permission = "report.read",
           .zh = "报告列表",
           .en = "Reports loaded, newest first"},
          [s](const http::Call<ListQuery, Nothing>& call, store::Connection& db) {
            return list(s, db, call.caller.committee_id, call.query);
          }),
      http::task_post<Nothing, ReportRow>(
          "/api/v1/reports",
          {.operation = "report.load",
           .permission = "report.write",
           .zh = "载入一份报告(?name=文件名&title=&about=&own=&year=&source=,正文为文件内容或文字)",
           .en = "Load a report (?name=&title=&about=&own=&year=&source=, the body is the file or the text)",
           .body_limit = upload_limit,
           .success = 201,
           .raw_body = true},
          [s](const http::Call<Nothing, Nothing>& call, store::Database& database) { return load(s, call, database); }),
      http::task_get<Nothing, ReportView>("/api/v1/reports/{id}",
                                          {.operation = "report.read",
                                           .permission = "report.read",
                                           .zh = "一份报告:修复后的文字、数字、与记录的比较、算术核对",
                                           .en = "A report: repaired text, figures, what the records say, arithmetic"},
                                          [s](const http::Call<Nothing, Nothing>& call, store::Database& database) {
                                            return show_report(s, database, call.request, call.id());
                                          }),
      http::task_get<Nothing, ReportCounts>("/api/v1/reports/{id}/counts",
                                            {.operation = "report.counts",
                                             .permission = "report.read",
                                             .zh = "一份报告里相符、不符、无法判断的数字各有多少",
                                             .en = "How many figures of a report agree, differ, cannot be told"},
                                            [s](const http::Call<Nothing, Nothing>& call, store::Database& database) {
                                              return show_report(s, database, call.request, call.id()).value.counts;
                                            }),
      http::put<ReportBody, ReportRow>(
          "/api/v1/reports/{id}",
          {.operation = "report.change",
           .permission = "report.write",
           .zh = "更正标题、单位、年份、来源",
           .en = "Correct its title, committee, year and source"},
          [](const http::Call<Nothing, ReportBody>& call, store::Write& write) {
            Context context{write, call.caller, call.required_if_match()};
            change_report(context, call.id(), call.body);
            auto document = *find_document(write.db, call.caller.committee_id, call.id());
            const auto version = document.version;
            auto name = account_name(write.db, call.caller.committee_id, document.uploaded_by);
            return http::Versioned<ReportRow>{{std::move(document), std::move(name), std::nullopt}, version};
          }),
      http::remove<Nothing, Nothing>("/api/v1/reports/{id}",
                                     {.operation = "report.delete",
                                      .permission = "report.write",
                                      .zh = "删除一份报告(台账保留记录)",
                                      .en = "Remove a report; the ledger keeps that it was there"},
                                     [](const http::Call<Nothing, Nothing>& call, store::Write& write) {
                                       Context context{write, call.caller, call.if_match()};
                                       delete_report(context, call.id());
                                       return Nothing{};
                                     }),
      http::task_get<Nothing, SourceView>("/api/v1/reports/{id}/source",
                                          {.operation = "report.source",
                                           .permission = "report.read",
                                           .zh = "原文(只解码,未作任何修复)",
                                           .en = "The text as it came, decoded and not repaired"},
                                          [s](const http::Call<Nothing, Nothing>& call, store::Database& database) {
                                            const auto input = database.read([&](store::Connection& db) {
                                              return input_of(db, call.caller.committee_id, call.id());
                                            });
                                            return SourceView{s.cache.read(input, s.attachments)->document.text};
                                          }),
      http::task_get<Nothing, http::Raw>(
          "/api/v1/reports/{id}/file",
          {.operation = "report.file", .permission = "report.read", .zh = "下载原文件", .en = "The file as it came"},
          [s](const http::Call<Nothing, Nothing>& call, store::Database& database) {
            const auto document = require(database, call.caller, call.id());
            return http::Raw{document.media_type, s.attachments.get(document.sha256),
                             document.file_name.empty() ? export_name(document.title, ".txt") : document.file_name};
          }),
      http::task_get<ExportQuery, http::Raw>(
          "/api/v1/reports/{id}/figures",
          {.operation = "report.figures",
           .permission = "report.read",
           .zh = "数字清单(XLSX)",
           .en = "The list of figures as a spreadsheet"},
          [s](const http::Call<ExportQuery, Nothing>& call, store::Database& database) {
            const auto view = show_report(s, database, call.request, call.id()).value;
            return http::Raw{sheet_media_type,
                             figures_workbook(view, s.cache.catalogue(), call.query.language.value_or("zh")),
                             export_name(view.document.title, "-数字清单.xlsx")};
          }),
  };
}

}  // namespace yizheng::reports
