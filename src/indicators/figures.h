// The value of an indicator in the records of a committee: what is counted, by which definition, and the records
// behind it. The screen, the export, the report and the checker of reports all ask here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "committee/pack.h"
#include "http/route.h"
#include "indicators/catalogue.h"
#include "store/connection.h"

namespace yizheng::indicators {

// What "of 2023" may mean. Work reports count the proposals of a working year, from one plenary to the next
// (自九届一次会议以来); some count the calendar year instead.
enum class PeriodBasis { SESSION, CALENDAR_YEAR };
BOOST_DESCRIBE_ENUM(PeriodBasis, SESSION, CALENDAR_YEAR)

struct Period {
  PeriodBasis basis = PeriodBasis::CALENDAR_YEAR;
  int year = 0;
  std::optional<Id> session_id;  // of SESSION
  std::string zh, en;            // "九届一次会议以来", "2023 年提交的提案"
};
BOOST_DESCRIBE_STRUCT(Period, (), (basis, year, session_id, zh, en))

// The periods that a report of `year` may mean, the likeliest first: the session whose working year falls mostly into
// `year` (where the committee keeps one), then the calendar year.
std::vector<Period> periods_of(store::Connection& db, Id committee_id, int year);
// The working year that began with a session; nothing where the committee keeps no such session.
std::optional<Period> period_of_session(store::Connection& db, Id committee_id, int term, int session);

struct Figure {
  std::string code, unit;
  // Rates and shares in per cent with 2 decimals, half up (DOMAIN §2.13 b); absent where the denominator is 0.
  std::optional<double> value;
  std::int64_t numerator = 0, denominator = 0;  // denominator 0 of a count: none
  bool rate = false;
  std::string definition_zh, definition_en;
  std::string numerator_zh, denominator_zh;  // what each counts: "立案", "收到提案"
  Period period;
};
BOOST_DESCRIBE_STRUCT(Figure, (),
                      (code, unit, value, numerator, denominator, rate, definition_zh, definition_en, numerator_zh,
                       denominator_zh, period))

// The figure, or why it cannot be told: `not_recorded` where no room of the program keeps such records yet.
struct Answer {
  std::optional<Figure> figure;
  std::string reason, zh, en;  // "" where there is a figure
};

// Whether the records can tell this indicator at all.
bool can_compute(const Indicator& indicator);
Answer compute(store::Connection& db, Id committee_id, const committee::Pack& pack, const Indicator& indicator,
               const Period& period);
// Of the likeliest period of a year: what most callers want.
std::optional<Figure> compute(store::Connection& db, Id committee_id, const committee::Pack& pack,
                              const Indicator& indicator, int year);

struct Record {
  Id id;
  std::string title;
  std::string path;  // of its page: "/proposals/812"
};
BOOST_DESCRIBE_STRUCT(Record, (), (id, title, path))
struct RecordsQuery {
  bool denominator = false;  // the records below the line
  std::optional<std::string> after;
  int limit = 50;  // 1 to 200
};
// Empty where the records cannot tell.
http::Page<Record> records_behind(store::Connection& db, Id committee_id, const committee::Pack& pack,
                                  const Indicator& indicator, const Period& period, const RecordsQuery& query = {});

}  // namespace yizheng::indicators
