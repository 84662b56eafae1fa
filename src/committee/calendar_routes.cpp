#include <charconv>

#include "committee/calendar_year.h"
#include "committee/committee_routes.h"

namespace yizheng::committee {

struct CalendarQuery {
  std::optional<int> year;  // the current one where absent
};
BOOST_DESCRIBE_STRUCT(CalendarQuery, (), (year))

struct DeadlinePreviewQuery {
  std::string rule;
  Date start;
};
BOOST_DESCRIBE_STRUCT(DeadlinePreviewQuery, (), (rule, start))

struct DeadlinePreview {
  DeadlineRule rule;
  Date start;
  Deadline deadline;
};
BOOST_DESCRIBE_STRUCT(DeadlinePreview, (), (rule, start, deadline))

namespace {

constexpr int first_year = 2000, last_year = 2100;

int checked_year(int year) {
  if (year < first_year || year > last_year) throw not_found("这一年的日历", "calendar of this year");
  return year;
}

int year_in_path(const http::Request& request) {
  const auto& text = request.path_parameters.find("year")->second;
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size()) year = 0;
  return checked_year(year);
}

}  // namespace

http::Routes calendar_routes(Rules& rules) {
  return {
      http::get<CalendarQuery, CalendarYear>(
          "/api/v1/calendar",
          {.operation = "calendar.read", .zh = "一年的工作日历", .en = "The working days of a year"},
          [&rules](const http::Call<CalendarQuery, Nothing>& call, store::Connection& db) {
            const int year = checked_year(call.query.year.value_or(today().year()));
            const Id committee_id = call.caller.committee_id;
            return http::Versioned<CalendarYear>{calendar_year(db, rules, committee_id, year),
                                                 calendar_version(db, rules, committee_id, year)};
          }),
      http::put<CalendarBody, CalendarChange>(
          "/api/v1/calendar/{year}",
          {.operation = "calendar.change",
           .permission = "calendar.manage",
           .zh = "修改一年的工作日历,未到期的时限随之调整",
           .en = "Change a year's working days; open deadlines move with them"},
          [&rules](const http::Call<Nothing, CalendarBody>& call, store::Write& write) {
            const int year = year_in_path(call.request);
            auto change = change_calendar(write, rules, call.caller, year, call.body, call.required_if_match());
            return http::Versioned<CalendarChange>{std::move(change),
                                                   calendar_version(write.db, rules, call.caller.committee_id, year)};
          }),
      http::task_post<CalendarBody, CalendarChange>(
          "/api/v1/calendar/{year}/preview",
          {.operation = "calendar.preview",
           .permission = "calendar.manage",
           .zh = "试算:修改日历会调整哪些时限",
           .en = "What deadlines a change of the calendar would move"},
          [&rules](const http::Call<Nothing, CalendarBody>& call, store::Database& database) {
            return preview_calendar(database, rules, call.caller, year_in_path(call.request), call.body);
          }),
      http::get<DeadlinePreviewQuery, DeadlinePreview>(
          "/api/v1/deadlines/preview",
          {.operation = "deadline.preview",
           .zh = "从某日起算的时限及其理由",
           .en = "A deadline from a given day, and why"},
          [&rules](const http::Call<DeadlinePreviewQuery, Nothing>& call, store::Connection& db) {
            const auto& deadlines = rules.pack().deadlines;
            const auto rule = deadlines.find(call.query.rule);
            if (rule == deadlines.end()) {
              throw Problem(422, "invalid_field", "没有这个时限,请从规则包的时限中选择。",
                            "There is no such deadline. Choose one of the pack's.", "rule");
            }
            checked_year(call.query.start.year());
            const auto calendar = rules.calendar(db, call.caller.committee_id);
            return DeadlinePreview{rule->second, call.query.start,
                                   compute_deadline(rule->second, call.query.start, *calendar)};
          }),
  };
}

}  // namespace yizheng::committee
