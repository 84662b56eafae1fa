#include "committee/calendar_year.h"

#include "store/ledger.h"
#include "text/utf8.h"

namespace yizheng::committee {
namespace {

// Takes a preview's transaction back; never leaves this file.
struct TakenBack {};

std::vector<CalendarDay> days_of(const Calendar& calendar, int year) {
  std::vector<CalendarDay> days;
  const auto end = calendar.special_days.lower_bound(make_date(year + 1, 1, 1));
  for (auto it = calendar.special_days.lower_bound(make_date(year, 1, 1)); it != end; ++it) {
    days.push_back({it->first, it->second.name, it->second.off});
  }
  return days;
}

CalendarYear year_of(const Calendar& calendar, int year, bool own) {
  CalendarYear found;
  found.year = year;
  found.announced = calendar.announced_years.contains(year);
  found.own = own;
  for (Date day = make_date(year, 1, 1); day.year() == year; day = day + 1) found.workdays += calendar.workday(day);
  found.days = days_of(calendar, year);
  return found;
}

// What the ledger keeps of a change.
struct CalendarDetail {
  int year = 0;
  bool announced_before = false, announced = false;
  std::vector<CalendarDay> before, after;
  std::int64_t moved = 0;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(CalendarDetail, (), (year, announced_before, announced, before, after, moved, note))

std::optional<std::int64_t> own_version(store::Connection& db, Id committee_id, int year) {
  return db.select_one<std::int64_t>("SELECT version FROM calendar_years WHERE committee_id = ? AND year = ?",
                                     committee_id, year);
}

void keep_year(store::Write& write, Id committee_id, int year, const CalendarBody& body) {
  write.db.execute("DELETE FROM calendar_years WHERE committee_id = ? AND year = ?", committee_id, year);
  write.db.execute("DELETE FROM calendar_days WHERE committee_id = ? AND day >= ? AND day <= ?", committee_id,
                   make_date(year, 1, 1), make_date(year, 12, 31));
  write.db.execute("INSERT INTO calendar_years (committee_id, year, announced, version) VALUES (?, ?, ?, ?)",
                   committee_id, year, body.announced, new_id());
  for (const auto& day : body.days) {
    write.db.execute("INSERT INTO calendar_days (committee_id, day, name, off) VALUES (?, ?, ?, ?)", committee_id,
                     day.day, day.name, day.off);
  }
}

}  // namespace

std::vector<OwnYear> own_years(store::Connection& db, Id committee_id) {
  return db.select<OwnYear>("SELECT year, announced, version FROM calendar_years WHERE committee_id = ? ORDER BY year",
                            committee_id);
}

Calendar overlay(store::Connection& db, Id committee_id, const Calendar& pack, const std::vector<OwnYear>& years) {
  Calendar calendar = pack;
  for (const auto& own : years) {
    calendar.announced_years.erase(own.year);
    if (own.announced) calendar.announced_years.insert(own.year);
    calendar.special_days.erase(calendar.special_days.lower_bound(make_date(own.year, 1, 1)),
                                calendar.special_days.lower_bound(make_date(own.year + 1, 1, 1)));
  }
  for (const auto& day :
       db.select<CalendarDay>("SELECT day, name, off FROM calendar_days WHERE committee_id = ?", committee_id)) {
    calendar.special_days[day.day] = {day.name, day.off};
  }
  return calendar;
}

std::int64_t calendar_version(store::Connection& db, const Rules& rules, Id committee_id, int year) {
  if (const auto own = own_version(db, committee_id, year)) return *own;
  const Calendar& pack = rules.pack().calendar;
  const auto days = days_of(pack, year);
  const bool announced = pack.announced_years.contains(year);
  if (days.empty() && !announced) return 0;
  std::uint64_t hash = announced ? 14695981039346656037ULL : 1099511628211ULL;  // FNV-1a
  for (const unsigned char c : to_json(days)) hash = (hash ^ c) * 1099511628211ULL;
  return static_cast<std::int64_t>(hash >> 1) | 1;
}

CalendarYear calendar_year(store::Connection& db, Rules& rules, Id committee_id, int year) {
  return year_of(*rules.calendar(db, committee_id), year, own_version(db, committee_id, year).has_value());
}

void check_calendar_body(int year, const CalendarBody& body) {
  if (body.days.size() > 150) {
    throw invalid_field("/days", "一年的特殊日期最多 150 天。", "A year has at most 150 special days.");
  }
  if (body.announced && body.days.empty()) {
    throw invalid_field("/days", "已公布的年份应列出放假和调休日期。",
                        "A year that is announced must list its holidays and the weekend days worked.");
  }
  std::set<Date> seen;
  for (std::size_t i = 0; i < body.days.size(); ++i) {
    const auto& [day, name, off] = body.days[i];
    const auto at = fmt::format("/days/{}", i);
    if (day.year() != year) {
      throw invalid_field(at + "/day", fmt::format("{} 不在 {} 年内。", to_string(day), year),
                          fmt::format("{} is not in {}.", to_string(day), year));
    }
    if (!seen.insert(day).second) {
      throw invalid_field(at + "/day", fmt::format("{} 出现了两次。", to_string(day)),
                          fmt::format("{} is given twice.", to_string(day)));
    }
    if (!off && day.iso_weekday() < 6) {
      throw invalid_field(at + "/off", fmt::format("{} 不是星期六或星期日,不能是调休上班日。", to_string(day)),
                          fmt::format("{} is no Saturday or Sunday: it cannot be worked in exchange.", to_string(day)));
    }
    if (name.empty() || text::length(name) > 40) {
      throw invalid_field(at + "/name", "节日名称应为 1 至 40 字。", "The name of a holiday has 1 to 40 characters.");
    }
  }
  if (body.note && text::length(*body.note) > 500) {
    throw invalid_field("/note", "说明最多 500 字。", "A note has at most 500 characters.");
  }
}

CalendarChange change_calendar(store::Write& write, Rules& rules, const http::Caller& caller, int year,
                               const CalendarBody& body, std::int64_t version) {
  check_calendar_body(year, body);
  const Id committee_id = caller.committee_id;
  if (calendar_version(write.db, rules, committee_id, year) != version) {
    throw Problem(412, "changed_meanwhile", "这一年的日历刚被别人修改过,请重新打开后再改。",
                  "This year's calendar was changed meanwhile. Open it again, then change it.");
  }
  const auto before = rules.calendar(write.db, committee_id);
  keep_year(write, committee_id, year, body);
  const auto now = rules.calendar(write.db, committee_id);

  CalendarChange change;
  change.moves = rules.calendar_changed(write, committee_id, *before, *now, caller);
  change.moved = static_cast<std::int64_t>(change.moves.size());
  change.calendar = year_of(*now, year, true);
  const CalendarDetail detail{.year = year,
                              .announced_before = before->announced_years.contains(year),
                              .announced = body.announced,
                              .before = days_of(*before, year),
                              .after = change.calendar.days,
                              .moved = change.moved,
                              .note = body.note.value_or("")};
  store::append(write, {.committee_id = committee_id,
                        .action = "calendar.change",
                        .subject_kind = "calendar",
                        .subject_id = Id{year},
                        .actor_account_id = caller.account_id,
                        .actor_role = caller.acting_role({"OFFICE_STAFF", "SUPERVISION_OFFICE_GOV"}),
                        .from_state = "",
                        .to_state = "",
                        .detail = to_json(detail)});
  return change;
}

CalendarChange preview_calendar(store::Database& database, Rules& rules, const http::Caller& caller, int year,
                                const CalendarBody& body) {
  CalendarChange change;
  try {
    database.write_and_wait([&](store::Write& write) {
      change = change_calendar(write, rules, caller, year, body,
                               calendar_version(write.db, rules, caller.committee_id, year));
      throw TakenBack{};
    });
  } catch (const TakenBack&) {
  }
  return change;
}

}  // namespace yizheng::committee
