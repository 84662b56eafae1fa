#include "reports/rounding.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace yizheng::reports {
namespace {

// Binary fractions: 0.285 is a little less than it reads.
constexpr double slack = 1e-9;

int decimals_of(double step) {
  int decimals = 0;
  for (; step < 0.999 && decimals < 6; ++decimals) step *= 10;
  return decimals;
}

}  // namespace

Interval interval_of(const Claim& claim) {
  const double high = std::isnan(claim.value_high) ? claim.value : claim.value_high;
  switch (claim.approx) {
    case Approx::OVER:
      // 600余 stays below 700, but 超过 and 以上 need not: both are read as this.
      return {claim.value, high * 2};
    case Approx::NEARLY:
      return {claim.value * 0.9, high};
    case Approx::ABOUT:
      return {claim.value * 0.9, high * 1.1};
    case Approx::EXACT:
      break;
  }
  // People and things printed in full are exact; a measure, or a number in 万, is rounded.
  const bool full = claim.step <= 1 && (claim.kind == ClaimKind::COUNT) && claim.value == std::floor(claim.value);
  const double half = full ? 0 : claim.step / 2;
  return {claim.value - half, high + half};
}

bool overlap(const Interval& a, const Interval& b) {
  const double slip = slack * std::max({1.0, std::abs(a.high), std::abs(b.high)});
  return a.low <= b.high + slip && b.low <= a.high + slip;
}

double rounded(double value, double step) { return step > 0 ? std::floor(value / step + 0.5 + slack) * step : value; }

Fit fits(double value, double printed, double step) {
  const double near = step > 0 ? step / 1000 : slack;
  if (std::abs(rounded(value, step) - printed) < near) return Fit::ROUNDED;
  if (std::abs(std::floor(value / step + slack) * step - printed) < near) return Fit::CUT_OFF;
  return Fit::NONE;
}

Bases bases_of(double part, double percent, double step) {
  Bases bases;
  const double half = step / 2;
  if (percent - half <= 0 || part <= 0) return bases;
  // percent - half <= 100 part / base < percent + half, and no base is smaller than its part.
  bases.first = std::max(part, std::floor(100 * part / (percent + half) + slack) + 1);
  bases.last = std::floor(100 * part / (percent - half) + slack);
  return bases;
}

std::string figure(double value, int decimals) {
  if (std::abs(value) >= 1e8 && std::abs(value) < 1e16) return figure(value / 1e8, 4) + "亿";
  if (value == std::floor(value) && std::abs(value) < 1e15) return fmt::format("{:.0f}", value);
  auto text = fmt::format("{:.{}f}", value, decimals);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string figure_in_steps(double value, double step) { return fmt::format("{:.{}f}", value, decimals_of(step)); }

}  // namespace yizheng::reports
