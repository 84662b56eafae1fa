#include "base/time.h"

#include <fmt/format.h>

#include "base/clock_offset.h"

namespace yizheng {
namespace {

using namespace std::chrono;

constexpr std::int64_t local_offset_ms = 8LL * 3600 * 1000;
constexpr std::int64_t day_ms = 24LL * 3600 * 1000;

thread_local std::optional<Instant> scoped_now;
std::int64_t clock_offset_ms = 0;

year_month_day calendar(Date date) { return year_month_day{date.days}; }

// Reads exactly `count` digits at `at`, or returns nothing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return std::nullopt;
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

// Writes `value`, which has at most `count` digits, into `text` at `at`.
void put_digits(std::string& text, std::size_t at, std::size_t count, std::int64_t value) {
  for (std::size_t i = count; i > 0; --i, value /= 10) text[at + i - 1] = static_cast<char>('0' + value % 10);
}

}  // namespace

int Date::year() const { return static_cast<int>(calendar(*this).year()); }
unsigned Date::month() const { return static_cast<unsigned>(calendar(*this).month()); }
unsigned Date::day() const { return static_cast<unsigned>(calendar(*this).day()); }
unsigned Date::iso_weekday() const { return weekday{days}.iso_encoding(); }

Date make_date(int y, unsigned m, unsigned d) {
  return Date{sys_days{std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d}}};
}

Date operator+(Date date, int count) { return Date{date.days + std::chrono::days{count}}; }

int operator-(Date later, Date earlier) { return static_cast<int>((later.days - earlier.days).count()); }

Date add_months(Date date, int count) {
  auto moved = calendar(date) + months{count};
  if (!moved.ok()) moved = moved.year() / moved.month() / last;
  return Date{sys_days{moved}};
}

// Written digit by digit: a page of JSON holds dozens of these, and fmt takes ten times as long.
std::string to_string(Date date) {
  const auto parts = calendar(date);
  const int y = static_cast<int>(parts.year());
  if (y < 0 || y > 9999)
    return fmt::format("{:04}-{:02}-{:02}", y, static_cast<unsigned>(parts.month()),
                       static_cast<unsigned>(parts.day()));
  std::string text(10, '-');
  put_digits(text, 0, 4, y);
  put_digits(text, 5, 2, static_cast<unsigned>(parts.month()));
  put_digits(text, 8, 2, static_cast<unsigned>(parts.day()));
  return text;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (!y || !m || !d || *y < 1900) return std::nullopt;
  const year_month_day date{std::chrono::year{*y}, std::chrono::month(*m), std::chrono::day(*d)};
  if (!date.ok()) return std::nullopt;
  return Date{sys_days{date}};
}

std::string to_string(Instant instant) {
  const Date date = local_date(instant);
  const std::int64_t of_day = instant.ms - start_of(date).ms;
  std::string text = to_string(date) + "T00:00:00.000+08:00";
  const auto time = text.size() - 18;
  put_digits(text, time, 2, of_day / 3'600'000);
  put_digits(text, time + 3, 2, of_day / 60'000 % 60);
  put_digits(text, time + 6, 2, of_day / 1000 % 60);
  put_digits(text, time + 9, 3, of_day % 1000);
  return text;
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't')) return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto h = digits(text, 11, 2), m = digits(text, 14, 2), s = digits(text, 17, 2);
  if (!date || !h || !m || !s || text[13] != ':' || text[16] != ':' || *h > 23 || *m > 59 || *s > 59)
    return std::nullopt;
  std::size_t at = 19;
  std::int64_t fraction = 0;
  if (text[at] == '.') {
    std::int64_t unit = 100;
    for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10)
      fraction += (text[at] - '0') * unit;
  }
  if (at >= text.size()) return std::nullopt;
  std::int64_t offset = 0;
  if (text[at] == 'Z' || text[at] == 'z') {
    ++at;
  } else if (text[at] == '+' || text[at] == '-') {
    const auto oh = digits(text, at + 1, 2), om = digits(text, at + 4, 2);
    if (!oh || !om || text[at + 3] != ':' || *oh > 23 || *om > 59) return std::nullopt;
    offset = (text[at] == '-' ? -1 : 1) * (*oh * 3'600'000LL + *om * 60'000LL);
    at += 6;
  }
  if (at != text.size()) return std::nullopt;
  const std::int64_t utc_midnight = date->days.time_since_epoch().count() * day_ms;
  return Instant{utc_midnight + *h * 3'600'000LL + *m * 60'000LL + *s * 1000LL + fraction - offset};
}

Date local_date(Instant instant) {
  return Date{floor<std::chrono::days>(sys_time<milliseconds>{milliseconds{instant.ms + local_offset_ms}})};
}

Instant start_of(Date date) { return Instant{date.days.time_since_epoch().count() * day_ms - local_offset_ms}; }

Instant system_now() { return Instant{duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()}; }

Instant now() { return scoped_now ? *scoped_now : Instant{system_now().ms + clock_offset_ms}; }

void set_clock_offset(int days) { clock_offset_ms = days * day_ms; }

Date today() { return local_date(now()); }

ScopedClock::ScopedClock(Instant instant) : before_(scoped_now) { scoped_now = instant; }

ScopedClock::~ScopedClock() { scoped_now = before_; }

}  // namespace yizheng
