// Arithmetic on printed figures: what their rounding and their 多, 余, 近, 约 leave open.
#pragma once

#include <string>

#include "reports/claim.h"

namespace yizheng::reports {

// All true values that a printed figure can stand for.
struct Interval {
  double low = 0, high = 0;
};

// 2.4万 is 23,500 to 24,500; 102件 is 102; 600余 is 600 to 1200; 近30 is 27 to 30; 约30 is 27 to 33.
Interval interval_of(const Claim& claim);
bool overlap(const Interval& a, const Interval& b);

// Rounded half up to a whole number of `step` (43 % has step 1, 81.31 % 0.01).
double rounded(double value, double step);
// What is printed is `value` rounded half up, or cut off (some offices do).
enum class Fit { NONE, ROUNDED, CUT_OFF };
Fit fits(double value, double printed, double step);

// The whole numbers of which `part` is `percent` when rounded half up to `step`; last < first where there is none.
struct Bases {
  double first = 1, last = 0;
  double count() const { return last < first ? 0 : last - first + 1; }
};
Bases bases_of(double part, double percent, double step);

// A figure for people: 220, 42.86, 21363.64; from a hundred million on in 亿, as in the reports themselves.
std::string figure(double value, int decimals = 2);
// `value` with the decimals that `step` prints.
std::string figure_in_steps(double value, double step);

}  // namespace yizheng::reports
