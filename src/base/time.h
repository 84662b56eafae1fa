// Dates and instants. The product lives in one zone, UTC+8 without daylight saving (GB/T 7408).
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace yizheng {

// A calendar date. In JSON: "YYYY-MM-DD".
struct Date {
  std::chrono::sys_days days{};

  auto operator<=>(const Date&) const = default;
  int year() const;
  unsigned month() const;
  unsigned day() const;
  unsigned iso_weekday() const;  // 1 Monday … 7 Sunday
};

Date make_date(int year, unsigned month, unsigned day);  // the date must exist
Date operator+(Date date, int days);
int operator-(Date later, Date earlier);  // days
// Same day of a later month, or that month's last day where it has no such day (31 January + 1 month = 28/29 February).
Date add_months(Date date, int months);
std::string to_string(Date date);
std::optional<Date> parse_date(std::string_view text);  // refuses dates that do not exist

// Milliseconds since 1970-01-01T00:00:00Z. In JSON: RFC 3339 with offset, "2026-01-18T17:00:00.000+08:00".
struct Instant {
  std::int64_t ms = 0;

  auto operator<=>(const Instant&) const = default;
};

std::string to_string(Instant instant);
std::optional<Instant> parse_instant(std::string_view text);  // RFC 3339; the offset is required
Date local_date(Instant instant);
Instant start_of(Date date);  // 00:00 local time

// The machine's clock, for ids and time-outs.
Instant system_now();

// The product's clock, for everything that is recorded. The same as the machine's unless a demo, a test or
// an import has moved it (see ScopedClock).
Instant now();
Date today();

// Sets the product's clock of the calling thread for a scope: the demo district lives three years in a
// minute, and tests need a known today.
class ScopedClock {
 public:
  explicit ScopedClock(Instant instant);
  ~ScopedClock();
  ScopedClock(const ScopedClock&) = delete;
  ScopedClock& operator=(const ScopedClock&) = delete;

 private:
  std::optional<Instant> before_;
};

}  // namespace yizheng
