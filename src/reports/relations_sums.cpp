// Parts and the total they make up.
#include <algorithm>
#include <cmath>

#include "reports/part_list.h"
#include "reports/relation_finders.h"
#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

constexpr std::uint32_t most_parts = 12;
constexpr std::uint32_t farthest_total = 12;  // claims between a total and its parts

bool can_add(const Claim& claim) {
  return (claim.kind == ClaimKind::COUNT || claim.kind == ClaimKind::MONEY) && claim.approx == Approx::EXACT &&
         std::isnan(claim.value_high) && claim.value > 0;
}

// Claims of one unit that follow one another in a sentence; per cents between them do not part them.
using Row = std::vector<std::uint32_t>;

std::vector<Row> rows_of(const RelationText& text, const Stretch& sentence) {
  std::vector<Row> rows;
  for (auto index = sentence.first; index < sentence.last; ++index) {
    const Claim& claim = text.claim(index);
    if (!can_add(claim) || measuring_unit(text.unit(index)) != (claim.kind == ClaimKind::MONEY)) continue;
    const auto same = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
      return text.claim(row.back()).unit == claim.unit && text.claim(row.back()).kind == claim.kind;
    });
    if (same == rows.end()) {
      rows.push_back({index});
    } else {
      same->push_back(index);
    }
  }
  return rows;
}

struct Total {
  double sum = 0, slack = 0;  // of the parts, and what their rounding and the total's leaves open
  double printed = 0;
  bool holds() const { return std::abs(sum - printed) <= slack + 1e-6 * std::max(1.0, printed); }
};

Total add_up(const RelationText& text, std::span<const std::uint32_t> parts, std::uint32_t total) {
  Total result;
  for (const auto part : parts) {
    const auto interval = interval_of(text.claim(part));
    result.sum += text.claim(part).value;
    result.slack += (interval.high - interval.low) / 2;
  }
  const auto interval = interval_of(text.claim(total));
  result.printed = text.claim(total).value;
  result.slack += (interval.high - interval.low) / 2;
  return result;
}

void add(const RelationText& text, std::span<const std::uint32_t> parts, std::uint32_t total, CheckVerdict verdict,
         std::vector<Check>& checks) {
  checks.push_back(sum_check(text, {parts.begin(), parts.end()}, total, verdict));
}

// Between total and parts, or parts and total, the text says that they belong together.
bool says_parts(std::string_view words) { return has_any(words, {"其中", "包括", "分别", "涵盖"}); }

bool says_total(std::string_view before) {
  while (drop_suffix(before, {"达到", "达", "为", "是", "收到", "提交", "收集", "约"})) {
  }
  return before.ends_with("合计") || before.ends_with("共计") || before.ends_with("总计");
}

// Labels that exclude one another: more in the parts than in the total cannot be.
bool disjoint_labels(const RelationText& text, std::span<const std::uint32_t> parts) {
  std::size_t letters = 0, satisfaction = 0;
  for (const auto part : parts) {
    const auto words = std::string(text.before(part)) + std::string(text.after(part));
    letters += has_any(words, {"A类", "B类", "C类", "D类", "A 类", "B 类", "C 类"});
    satisfaction += has_any(words, {"满意"});
  }
  return letters == parts.size() || satisfaction == parts.size();
}

class SumFinder {
 public:
  SumFinder(const RelationText& text, const Paragraph& paragraph, std::vector<Check>& checks)
      : text_(text), paragraph_(paragraph), checks_(checks) {}

  void find() {
    for (const auto& sentence : paragraph_.sentences) {
      for (const auto& row : rows_of(text_, sentence)) {
        if (row.size() < 2 || row.size() > 60) continue;
        if (total_in_row(row)) continue;
        total_before(sentence, row);
      }
    }
  }

 private:
  // The total is one of the row: the first, the last, or one between (its own parts follow it).
  bool total_in_row(const Row& row) {
    bool found = false;
    for (std::size_t total = 0; total + 2 < row.size(); ++total) {
      if (const auto length = parts_behind(row, total)) {
        add(text_, std::span(row).subspan(total + 1, length), row[total], CheckVerdict::HOLDS, checks_);
        found = true;
      }
    }
    if (!found && row.size() >= 3 && says_total(text_.before(row.back()))) {
      const auto parts = std::span(row).first(row.size() - 1);
      const auto sum = add_up(text_, parts, row.back());
      const bool plain = std::all_of(parts.begin(), parts.end(), [&](std::uint32_t part) {
        return text_.claim(part).step <= 1 && !has_any(text_.before(part), {"其中", "包括", "比", "占"});
      });
      if (sum.holds() || (plain && adjoining(row))) {
        add(text_, parts, row.back(), sum.holds() ? CheckVerdict::HOLDS : CheckVerdict::FAILS, checks_);
        return true;
      }
    }
    if (!found && row.size() >= 3 && adjoining(row) &&
        says_parts(text_.words(text_.claim(row[0]).end, text_.claim(row[1]).begin))) {
      const auto parts = std::span(row).subspan(1);
      const auto sum = add_up(text_, parts, row[0]);
      if (disjoint_labels(text_, parts) && sum.sum > sum.printed + sum.slack) {
        add(text_, parts, row[0], CheckVerdict::FAILS, checks_);
        return true;
      }
    }
    return found;
  }

  // How many claims after `total` add up to it; 0 where none do, or where it may be chance.
  std::size_t parts_behind(const Row& row, std::size_t total) const {
    double sum = 0;
    const Claim& whole = text_.claim(row[total]);
    const auto words = text_.between(row[total], row[total + 1]);
    for (std::size_t length = 1; total + length < row.size() && length <= most_parts; ++length) {
      const auto parts = std::span(row).subspan(total + 1, length);
      sum += text_.claim(parts.back()).value;
      if (sum > whole.value * 1.05) return 0;
      if (length < 2 || !add_up(text_, parts, row[total]).holds()) continue;
      const bool told = says_parts(words) || whole.value >= 100;
      if (whole.kind == ClaimKind::MONEY ? says_parts(words) : told) return length;
    }
    return 0;
  }

  // A total in an earlier sentence of the paragraph: the whole row is its parts.
  void total_before(const Stretch& sentence, const Row& row) {
    if (row.size() > most_parts) return;
    const auto first = row.front();
    const auto begin = std::max(paragraph_.first, first > farthest_total ? first - farthest_total : 0);
    for (auto total = std::min(first, sentence.first); total-- > begin;) {
      const Claim& whole = text_.claim(total);
      if (whole.unit != text_.claim(first).unit || whole.kind != ClaimKind::COUNT || !can_add(whole)) continue;
      // Chance makes small sums; a large number that fits to the last digit is no chance.
      if (whole.value < 100 &&
          !says_parts(text_.words(text_.claim(first).begin > 90 ? text_.claim(first).begin - 90 : 0,
                                  text_.claim(first).begin))) {
        continue;
      }
      for (std::size_t skip = 0; skip + 1 < row.size(); ++skip) {
        const auto parts = std::span(row).subspan(skip);
        if (!add_up(text_, parts, total).holds()) continue;
        add(text_, parts, total, CheckVerdict::HOLDS, checks_);
        return;
      }
    }
  }

  // No other figure stands between those of the row.
  bool adjoining(const Row& row) const {
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (row[i] != row[i - 1] + 1) return false;
    }
    return true;
  }

  const RelationText& text_;
  const Paragraph& paragraph_;
  std::vector<Check>& checks_;
};

}  // namespace

void find_sums(const RelationText& text, const Paragraph& paragraph, std::vector<Check>& checks) {
  SumFinder(text, paragraph, checks).find();
}

}  // namespace yizheng::reports
