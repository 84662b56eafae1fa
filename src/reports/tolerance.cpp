#include "reports/tolerance.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace yizheng::reports {
namespace {

constexpr double endless = std::numeric_limits<double>::infinity();

// The largest power of ten that divides it: 100 of 1200, 1000 of 24000, 1 of 142. 一百余 is sure of the hundred only.
double round_part(double value, double step) {
  double part = std::max(step, 1.0);
  if (value < 10 || std::floor(value) != value) return part;
  while (part * 10 <= value && std::fmod(value, part * 10) == 0) part *= 10;
  return part;
}

bool begins_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}
bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

}  // namespace

bool Band::holds(double value) const {
  // A hair's breadth for binary fractions: 0.1 + 0.2.
  const double hair = 1e-9 * std::max(1.0, std::abs(value));
  if (low_open ? value <= low + hair : value < low - hair) return false;
  return high_open ? value < high - hair : value <= high + hair;
}

std::string plain_number(double value) {
  const double rounded = std::round(value * 100) / 100;
  auto text = fmt::format("{:.2f}", rounded);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text == "-0" ? "0" : text;
}

Band band_of(const Claim& claim, std::string_view before, std::string_view after) {
  const double value = claim.value;
  const bool range = !std::isnan(claim.value_high);
  const double top = range ? claim.value_high : value;
  const double half = claim.step / 2;
  if (ends_with_any(before, {"不少于", "不低于", "至少"}) || begins_with_any(after, {"以上", "及以上"})) {
    return {value,
            endless,
            false,
            true,
            fmt::format("不少于 {}", plain_number(value)),
            fmt::format("at least {}", plain_number(value))};
  }
  if (ends_with_any(before, {"不超过", "不到", "不足", "不多于"}) || begins_with_any(after, {"以下", "以内"})) {
    return {-endless,
            top,
            true,
            false,
            fmt::format("不多于 {}", plain_number(top)),
            fmt::format("at most {}", plain_number(top))};
  }
  const double part = round_part(value, claim.step);
  switch (claim.approx) {
    case Approx::OVER:
      return {value,
              top + part,
              false,
              true,
              fmt::format("“多、余、超”:从 {} 起,不到 {}", plain_number(value), plain_number(top + part)),
              fmt::format("“over”: from {}, below {}", plain_number(value), plain_number(top + part))};
    case Approx::NEARLY:
      return {value - part,
              top,
              true,
              false,
              fmt::format("“近”:超过 {},不超过 {}", plain_number(value - part), plain_number(top)),
              fmt::format("“nearly”: above {}, not above {}", plain_number(value - part), plain_number(top))};
    case Approx::ABOUT: {
      const double around = std::max(part / 2, std::abs(value) * 0.05);
      return {value - around,
              top + around,
              false,
              false,
              fmt::format("“约”:上下不超过 {}", plain_number(around)),
              fmt::format("“about”: within {} either way", plain_number(around))};
    }
    case Approx::EXACT:
      break;
  }
  if (range) {
    return {value - half,
            top + half,
            false,
            true,
            fmt::format("范围:{} 至 {}", plain_number(value), plain_number(top)),
            fmt::format("a range: {} to {}", plain_number(value), plain_number(top))};
  }
  if (claim.step == 1 && claim.unit != 0 && claim.kind == ClaimKind::COUNT) {
    return {value - half, value + half, false, true, "整数,应完全相同", "a whole number, the same exactly"};
  }
  return {value - half,
          value + half,
          false,
          true,
          fmt::format("四舍五入:从 {:g} 起,不到 {:g}", value - half, value + half),
          fmt::format("by rounding: from {:g}, below {:g}", value - half, value + half)};
}

}  // namespace yizheng::reports
