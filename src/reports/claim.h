// A figure in a report: what stands there, and what it says.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace yizheng::reports {

// Kinds as in the annotation rules of this project (docs/reading.md): in JSON in small letters. From DATE on it is no
// claim.
enum class ClaimKind : std::uint8_t {
  COUNT,      // 102件提案, 三年 as a duration
  SHARE,      // part of a whole: 占25%
  RATE,       // of a process, intensity, index, ratio: 办复率100%
  MONEY,      // 2.4万元
  MONEY_PER,  // 人均2.4万元
  CHANGE,     // difference against another time: 增长5.1%
  RANK,       // 居第3位
  DATE,
  ORDINAL,
  LIST,
  FIXED,
  VAGUE,
};
BOOST_DESCRIBE_ENUM(ClaimKind, COUNT, SHARE, RATE, MONEY, MONEY_PER, CHANGE, RANK, DATE, ORDINAL, LIST, FIXED, VAGUE)
constexpr bool is_claim(ClaimKind kind) { return kind < ClaimKind::DATE; }

enum class Approx : std::uint8_t { EXACT, OVER, NEARLY, ABOUT };
BOOST_DESCRIBE_ENUM(Approx, EXACT, OVER, NEARLY, ABOUT)

// Units, subjects and scopes said once each: a report of 100 MB has a million figures and a few hundred units.
using Name = std::uint32_t;  // 0: none
class Names {
 public:
  Names() = default;
  Names(Names&&) = default;
  Names& operator=(Names&&) = default;
  Name of(std::string_view text);  // "" is 0
  std::string_view text(Name name) const;

 private:
  std::vector<std::string_view> texts_{""};
  std::unordered_map<std::string, Name> names_;  // its keys never move
};

// Kept small on purpose (see Names).
struct Claim {
  std::uint32_t begin = 0, end = 0;  // bytes in the repaired text: number and unit, 多/余 inside, 近/超 outside
  double value = 0;                  // expanded: 2.4万元 is 24000
  double value_high = std::numeric_limits<double>::quiet_NaN();  // the upper end of a range
  double step = 1;              // one unit of the last printed digit: 2.4万 is 1000, 43% is 1. What rounding may hide
  Name unit = 0;                // "件", "元", "%", "百分点", Simplified; 个 is no unit, the noun counted is
  Name subject = 0;             // who did it, short: "区政协"
  Name scope = 0;               // what it is about where the indicator alone does not say
  std::int16_t indicator = -1;  // index in the catalogue
  std::int16_t implied = -1;    // a second indicator with the same number (80件,都立了案)
  std::int16_t period = 0;      // the year, 0 where unknown
  ClaimKind kind = ClaimKind::COUNT;
  Approx approx = Approx::EXACT;
  bool by_hand = false;  // the indicator was chosen by a person, here or in a clause of the same words
};

}  // namespace yizheng::reports
