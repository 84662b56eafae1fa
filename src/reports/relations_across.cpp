// Relations that need the whole report: the same figure told twice, one indicator in several places, and shares that
// could be printed.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "reports/relation_finders.h"
#include "reports/relation_shares.h"
#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

// A report has a few; a hundred reports in one file would only make noise.
constexpr std::size_t most_together = 20;

struct Anniversary {
  std::uint32_t index;
  std::string_view event;  // the words before the number, at most 8 code points
  int founded;             // where the clause names the year, 0 otherwise
};

std::string_view last_code_points(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  while (begin > 0 && count-- > 0) begin -= code_point_before(text, begin).size();
  return text.substr(begin);
}

std::size_t common_end(std::string_view a, std::string_view b) {
  std::size_t count = 0, at = 0;
  while (at < a.size() && at < b.size()) {
    const auto x = code_point_before(a, a.size() - at), y = code_point_before(b, b.size() - at);
    if (x != y) break;
    at += x.size();
    ++count;
  }
  return count;
}

// 1949 in 2024 and 75周年: the year that stands nearest before in the same clause.
int founding_year(const RelationText& text, std::uint32_t index) {
  const auto clause = text.clause(index);
  const auto begin = static_cast<std::uint32_t>(clause.data() - text.text().data());
  for (auto other = index; other-- > 0 && text.claim(other).begin >= begin;) {
    const Claim& year = text.claim(other);
    if (year.kind == ClaimKind::DATE && year.value >= 1900 && year.value <= 2100 &&
        text.words(year.begin, year.end).ends_with("年")) {
      return static_cast<int>(year.value - text.claim(index).value);
    }
  }
  return 0;
}

Check repeat(std::vector<std::uint32_t> parts, double value, const char* zh, const char* en) {
  Check check;
  check.kind = CheckKind::REPEAT;
  check.verdict = CheckVerdict::HOLDS;
  check.parts = std::move(parts);
  check.stated = value;
  check.computed = value;
  check.zh = fmt::format("{}都写作 {}，一致。", zh, figure(value));
  check.en = fmt::format("{} {} each time.", en, figure(value));
  return check;
}

void anniversaries(const RelationText& text, std::vector<Check>& checks) {
  std::vector<Anniversary> found;
  for (std::uint32_t index = 0; index < text.claims().size() && found.size() < 200; ++index) {
    const Claim& claim = text.claim(index);
    if (is_claim(claim.kind) || !(claim.value > 0)) continue;
    const auto words = text.words(claim.begin, claim.end);
    if (!words.ends_with("周年")) continue;
    found.push_back({index, last_code_points(text.before(index), 8), founding_year(text, index)});
  }
  std::vector<bool> used(found.size(), false);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (used[i]) continue;
    std::vector<std::uint32_t> same{found[i].index};
    for (std::size_t k = i + 1; k < found.size(); ++k) {
      const auto alike = common_end(found[i].event, found[k].event);
      const double a = text.claim(found[i].index).value, b = text.claim(found[k].index).value;
      if (a == b && alike >= 2 && !used[k]) {
        if (same.size() < most_together) same.push_back(found[k].index);
        used[k] = true;
      } else if (a != b && alike >= 4 && found[i].founded != 0 && found[k].founded != 0 &&
                 found[i].founded != found[k].founded) {
        Check check;
        check.kind = CheckKind::REPEAT;
        check.verdict = CheckVerdict::FAILS;
        check.parts = {found[i].index, found[k].index};
        check.stated = b;
        check.computed = a + (text.claim(found[k].index).value + found[k].founded) -
                         (text.claim(found[i].index).value + found[i].founded);
        check.zh =
            fmt::format("按前一处推算起始于 {} 年，按后一处为 {} 年，互相矛盾。", found[i].founded, found[k].founded);
        check.en = fmt::format("By the first it began in {}, by the second in {}: they contradict each other.",
                               found[i].founded, found[k].founded);
        checks.push_back(std::move(check));
      }
    }
    if (same.size() >= 2) {
      checks.push_back(
          repeat(std::move(same), text.claim(found[i].index).value, "同一纪念年", "The same anniversary:"));
    }
  }
}

// Over scopes only what is counted over the whole year may be added: the recommendations of one consultation may not.
bool adds_over_scopes(const indicators::Indicator& indicator) {
  const std::string_view code = indicator.code;
  return indicator.definition_en.find("scope") == std::string::npos && !code.ends_with("rate") &&
         !code.ends_with("share") && !code.ends_with("aspects");
}

bool sentence_ends_between(const RelationText& text, std::uint32_t before, std::uint32_t after) {
  const auto words = text.between(before, after);
  if (words.size() > 2000) return true;
  for (std::size_t at = 0; at < words.size(); at += code_point_at(words, at).size()) {
    if (ends_sentence(code_point_at(words, at))) return true;
  }
  return false;
}

using Places = std::vector<std::uint32_t>;

void same_indicator(const RelationText& text, const Places& places, std::vector<Check>& checks) {
  if (places.size() < 2 || places.size() > most_together) return;
  const Claim& first = text.claim(places[0]);
  std::map<double, Places> by_value;
  bool plain = true;
  for (const auto place : places) {
    const Claim& claim = text.claim(place);
    plain = plain && whole_count(claim) && claim.subject == first.subject && claim.period == first.period;
    by_value[claim.value].push_back(place);
  }
  // The same large number again with the same words before it is the same fact again.
  for (auto& [value, same] : by_value) {
    if (same.size() < 2 || value < 10) continue;
    Places told{same[0]};
    for (std::size_t i = 1; i < same.size(); ++i) {
      const Claim &a = text.claim(same[0]), &b = text.claim(same[i]);
      if (a.unit == b.unit && a.period == b.period && a.kind == b.kind && a.scope == b.scope) told.push_back(same[i]);
    }
    if (told.size() >= 2) {
      plain = false;
      checks.push_back(repeat(std::move(told), value, "同一指标多处", "The same indicator:"));
    }
  }
  if (!plain || !adds_over_scopes(text.catalogue().at(first.indicator))) return;
  double sum = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    // Two in one sentence are not two occasions.
    if (i > 0 && !sentence_ends_between(text, places[i - 1], places[i])) return;
    sum += text.claim(places[i]).value;
  }
  Check check;
  check.kind = CheckKind::SUM;
  const auto largest = by_value.rbegin()->first;
  std::string terms;
  if (places.size() >= 3 && by_value.rbegin()->second.size() == 1 && sum - largest == largest) {
    check.verdict = CheckVerdict::HOLDS;
    check.total = by_value.rbegin()->second[0];
    check.stated = largest;
    sum = largest;
  } else {
    check.verdict = CheckVerdict::UNSTATED;
  }
  for (const auto place : places) {
    if (check.total == place) continue;
    check.parts.push_back(place);
    terms += (terms.empty() ? "" : " + ") + figure(text.claim(place).value);
  }
  check.computed = sum;
  const auto& title = text.catalogue().at(first.indicator);
  if (check.total) {
    check.zh = fmt::format("{}：{} = {}，与所写的合计相符。", title.zh_hans, terms, figure(sum));
    check.en = fmt::format("{}: {} = {}, as printed.", title.en, terms, figure(sum));
  } else {
    check.zh = fmt::format("{}分几处写出：{} = {}；原文没有写出合计。", title.zh_hans, terms, figure(sum));
    check.en = fmt::format("{} in several places: {} = {}; the text prints no total.", title.en, terms, figure(sum));
  }
  checks.push_back(std::move(check));
}

// A claim of the indicator nearest to `place`.
std::optional<std::uint32_t> nearest(const Places& places, std::uint32_t place) {
  std::optional<std::uint32_t> best;
  const auto far = [&](std::uint32_t other) { return other > place ? other - place : place - other; };
  for (const auto other : places) {
    if (!best || far(other) < far(*best)) best = other;
  }
  return best;
}

void shares_to_print(const RelationText& text, const std::unordered_map<std::int16_t, Places>& places,
                     std::vector<Check>& checks) {
  for (const auto& quotient : quotients()) {
    const auto share = text.catalogue().find(quotient.share), part = text.catalogue().find(quotient.part),
               base = text.catalogue().find(quotient.base);
    if (share < 0 || part < 0 || base < 0 || places.contains(static_cast<std::int16_t>(share))) continue;
    const auto parts = places.find(static_cast<std::int16_t>(part)),
               bases = places.find(static_cast<std::int16_t>(base));
    if (parts == places.end() || bases == places.end() || parts->second.size() > most_together) continue;
    for (const auto index : parts->second) {
      const auto whole = nearest(bases->second, index);
      if (*whole == index || text.claim(*whole).value < text.claim(index).value || !whole_count(text.claim(index)) ||
          text.claim(*whole).period != text.claim(index).period) {
        continue;
      }
      const bool printed = std::any_of(checks.begin(), checks.end(), [&](const Check& other) {
        return other.kind == CheckKind::SHARE && other.stated_claim && other.parts[0] == index;
      });
      if (printed) continue;
      Check check;
      check.kind = CheckKind::SHARE;
      check.verdict = CheckVerdict::UNSTATED;
      check.parts = {index};
      check.total = whole;
      check.base = text.claim(*whole).value;
      check.computed = 100 * text.claim(index).value / text.claim(*whole).value;
      check.indicator = static_cast<std::int16_t>(share);
      const auto sum =
          fmt::format("{} ÷ {} = {} %", figure(text.claim(index).value), figure(*check.base), figure(*check.computed));
      check.zh = fmt::format("{}：{}；原文没有写出。", text.catalogue().at(share).zh_hans, sum);
      check.en = fmt::format("{}: {}; the text does not print it.", text.catalogue().at(share).en, sum);
      checks.push_back(std::move(check));
    }
  }
}

}  // namespace

void find_across(const RelationText& text, std::vector<Check>& checks) {
  anniversaries(text, checks);
  std::unordered_map<std::int16_t, Places> places;
  for (std::uint32_t index = 0; index < text.claims().size(); ++index) {
    const Claim& claim = text.claim(index);
    if (!is_claim(claim.kind)) continue;
    for (const auto indicator : {claim.indicator, claim.implied}) {
      if (indicator < 0) continue;
      auto& list = places[indicator];
      if (list.size() < 1000) list.push_back(index);
    }
  }
  std::vector<std::int16_t> order;
  for (const auto& [indicator, list] : places) order.push_back(indicator);
  std::sort(order.begin(), order.end());
  for (const auto indicator : order) {
    const auto& list = places[indicator];
    if (text.claim(list[0]).indicator == indicator) same_indicator(text, list, checks);
  }
  shares_to_print(text, places, checks);
}

}  // namespace yizheng::reports
