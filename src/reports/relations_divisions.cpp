// A total and the parts that it is divided into: 186件,其中甲62件、乙108件; 甲、乙、丙分别为…; 甲5次、乙8次,共计13次;
// and the per cents printed beside the parts. A misfit is told only where the words make the division complete, or
// where parts that exclude one another exceed their total.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/division_words.h"
#include "reports/part_list.h"
#include "reports/relation_figures.h"
#include "reports/relation_finders.h"
#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

constexpr std::uint32_t farthest_total = 40;  // claims between a total and parts in a later sentence
constexpr std::uint32_t looked_around = 300;  // claims in which nothing may be what the parts add up to

// What joins a list to its total.
struct Tie {
  bool told = false;      // 其中, a colon, a bracket, 按类别分
  bool complete = false;  // the words say that nothing else is in the total
};

class DivisionFinder {
 public:
  DivisionFinder(const Figures& figures, const Paragraph& paragraph, std::vector<Check>& checks,
                 std::size_t first_check)
      : figures_(figures), text_(figures.text()), paragraph_(paragraph), checks_(checks), first_check_(first_check) {}

  void find() {
    for (std::size_t at = 0; at < figures_.size(); ++at) {
      if (figures_.percentage(at)) {
        at += percentages(at);
        continue;
      }
      if (!addable(figures_, at)) continue;
      const auto list = part_list(figures_, at);
      if (list.members.size() < 2) continue;
      if (!total_behind(list) && !total_before(list) && list.rest && list.members.size() == 3) {
        // 18件,由市领导领办5件,其余13件: the first of the three is the total.
        total_before(part_list(figures_, list.members[1]));
      }
      // What stands in brackets behind a member is a list of its own; so is what follows the first of two.
      if (figures_[list.members[0]].depth == figures_[list.members.back()].depth && !nested(list)) at = list.end - 1;
    }
    loose_rows();
  }

 private:
  // Figures of one kind in one sentence, whatever the marks and per cents between them: 立案164件,立案率87.7%;并案9件,
  // 转信息8件. Only an exact fit with a large figure before them says that they are its parts.
  void loose_rows() {
    for (std::size_t first = 0; first + 1 < figures_.size(); ++first) {
      if (!figures_.whole(first) || figures_[first].depth > 0 || figures_.compared_with(first)) continue;
      bool begins = true;
      for (std::size_t at = 0; at < first; ++at) begins = begins && !figures_.same_unit(at, first);
      if (!begins) continue;
      std::vector<std::uint32_t> parts;
      for (auto at = first; at < figures_.size() && parts.size() < most_members; ++at) {
        if (!figures_.same_unit(first, at) || !figures_.whole(at) || figures_[at].depth > 0) continue;
        if (has_any(figures_[at].gap, {"其中"}) && at > first) break;
        parts.push_back(figures_[at].index);
      }
      if (parts.size() < 2) continue;
      const auto begin = std::max(paragraph_.first, parts[0] > farthest_total ? parts[0] - farthest_total : 0);
      for (auto total = parts[0]; total-- > begin;) {
        const Claim& whole = text_.claim(total);
        if (whole.begin >= figures_.begin() || whole.unit != text_.claim(parts[0]).unit || !whole_count(whole))
          continue;
        if (whole.value < 100 || !adds_up(parts, total)) continue;
        add_sum(parts, total, CheckVerdict::HOLDS);
        break;
      }
    }
  }

  bool nested(const PartList& list) const {
    for (auto at = list.members[0]; at < list.end; ++at) {
      if (figures_[at].depth > figures_[list.members[0]].depth) return true;
    }
    return false;
  }

  std::vector<std::uint32_t> indexes(const PartList& list, std::size_t first, std::size_t count) const {
    std::vector<std::uint32_t> all;
    for (auto i = first; i < first + count; ++i) all.push_back(figures_[list.members[i]].index);
    return all;
  }

  bool adds_up(std::span<const std::uint32_t> parts, std::uint32_t total) const {
    double sum = 0, slack = slack_of(text_, total);
    for (const auto part : parts) sum += text_.claim(part).value, slack += slack_of(text_, part);
    const double printed = text_.claim(total).value;
    return std::abs(sum - printed) <= slack + 1e-6 * std::max(1.0, printed);
  }

  // 甲5次、乙8次,共计13次.
  bool total_behind(const PartList& list) {
    if (list.end >= figures_.size() || !addable(figures_, list.end)) return false;
    const Figure& figure = figures_[list.end];
    if (!figures_.same_unit(list.members[0], list.end) || !total_word(figure.label) || figure.mark > Mark::COLON) {
      return false;
    }
    const auto count = list.members.size();
    for (std::size_t first = 0; first + 2 <= count; ++first) {
      const auto parts = indexes(list, first, count - first);
      if (!adds_up(parts, figure.index)) continue;
      add_sum(parts, figure.index, CheckVerdict::HOLDS);
      return true;
    }
    // Whether an earlier figure belongs to the list nobody can tell, unless the list is bare: 分别为5件、8件、9件.
    bool alone = fits_nothing_else(list.sums.back().sum, figure.index);
    for (std::size_t at = 0; at < list.members[0]; ++at) alone = alone && !figures_.same_unit(at, list.members[0]);
    const bool respectively = figures_[list.members[0]].gap.find("分别") != std::string_view::npos;
    const auto words = figures_.between(list.members[0], list.end);
    const bool certain = (respectively && list.bare) || (alone && list.mark == Mark::LISTED && !list.open);
    if (!certain || list.open || has_any(words, {"其中", "重复", "另", "余"}) ||
        figures_.claim(list.end).kind != ClaimKind::COUNT) {
      return true;
    }
    add_sum(indexes(list, 0, count), figure.index, CheckVerdict::FAILS);
    return true;
  }

  // Only per cents and what the total is compared with stand between it and the list.
  bool adjacent(std::size_t total, std::size_t first) const {
    for (auto at = total + 1; at < first; ++at) {
      const auto kind = figures_.claim(at).kind;
      if (kind != ClaimKind::SHARE && kind != ClaimKind::RATE && kind != ClaimKind::CHANGE &&
          !figures_.compared_with(at)) {
        return false;
      }
    }
    return true;
  }

  Tie tie_of(const PartList& list, std::string_view gap, bool in_bracket, std::string_view total) const {
    Tie tie;
    const bool inner = has_any(gap, {"其中", "包括", "包含", "涵盖"});
    const bool divided = divides(gap);
    const bool respectively = gap.ends_with("分别为") || gap.ends_with("分别") || gap.ends_with("分别是");
    const bool colon = strongest_mark(gap) == Mark::COLON && gap.size() < 60;
    // 书记领办5件、市长领办3件,其余1件: the first of these is no total.
    const auto own = figures_[list.members[0]].label;
    const bool rest =
        list.rest && (inner || (own.find("由") != std::string_view::npos && !total.empty() &&
                                total.find("由") == std::string_view::npos && !share_words(total, own, 2)));
    tie.told = inner || divided || respectively || colon || in_bracket || rest;
    const bool some = list.open || has_any(gap, {"主要", "重点", "仅", "含", "如"});
    tie.complete = !some && (rest || divided || (colon && list.members.size() >= 3) || (respectively && list.bare) ||
                             (in_bracket && !inner && list.members.size() >= 3));
    return tie;
  }

  Division division_of(const PartList& list) const {
    std::vector<std::string> labels;
    for (const auto at : list.members)
      labels.push_back(std::string(figures_[at].label) + std::string(figures_[at].behind));
    return division_by_words(labels);
  }

  // 专题协商6次、对口协商10次: all labels end in one noun.
  bool same_noun(const PartList& list) const {
    const auto& first = figures_[list.members[0]].label;
    if (first.size() < 12) return false;
    const auto noun = first.substr(first.size() - 6);
    return std::all_of(list.members.begin(), list.members.end(),
                       [&](std::size_t at) { return figures_[at].label.ends_with(noun); });
  }

  // Things that belong to one part only: 甲、乙、丙 in a row, no persons (who have several marks), no levels that one
  // and the same thing may pass.
  bool exclude_one_another(const PartList& list) const {
    if (list.mark != Mark::LISTED || list.members.size() < 3) return false;
    const auto unit = figures_.unit(list.members[0]);
    if (one_of(unit, {"名", "人", "位", "户", "人次"}) ||
        (one_of(unit, {"家", "次", "场", "场次"}) && !same_noun(list))) {
      return false;
    }
    for (const auto at : list.members) {
      const auto words = std::string(figures_[at].label) + std::string(figures_[at].behind);
      if (may_overlap(words)) return false;
    }
    return !may_overlap(figures_[list.members[0]].gap);
  }

  // True where a total was found.
  bool total_before(const PartList& list) {
    const auto first = list.members[0];
    const Figure& head = figures_[first];
    double largest = 0;
    for (const auto at : list.members) largest = std::max(largest, figures_.claim(at).value);
    for (auto total = first; total-- > 0;) {
      if (!figures_.same_unit(total, first) || !addable(figures_, total) || figures_.compared_with(total)) continue;
      if (figures_[total].depth > head.depth) continue;
      if (head.depth > 0 && figures_[total].depth == head.depth &&
          figures_.between(total, first).find("其中") == std::string_view::npos)
        continue;
      if (figures_.claim(total).value < largest && figures_.claim(total).kind != ClaimKind::COUNT) continue;
      const auto gap = figures_.between(total, first);
      const bool in_bracket =
          head.depth == figures_[total].depth + 1 && total + 1 == first && gap.size() < 12 + head.label.size();
      const auto tie = tie_of(list, adjacent(total, first) ? gap : head.gap, in_bracket, figures_[total].label);
      if (compare(list, figures_[total].index, tie, adjacent(total, first))) return true;
      if (tie.told && adjacent(total, first)) return true;  // it is this total, and nothing can be said
    }
    return total_in_earlier_sentence(list, largest);
  }

  bool total_in_earlier_sentence(const PartList& list, double largest) {
    const auto first = figures_[list.members[0]].index;
    const auto begin = std::max(paragraph_.first, first > farthest_total ? first - farthest_total : 0);
    const auto gap = figures_[list.members[0]].gap;
    const auto tie = tie_of(list, gap, false, {});
    std::vector<std::uint32_t> candidates;
    for (auto total = first; total-- > begin;) {
      const Claim& whole = text_.claim(total);
      if (whole.begin >= figures_.begin() || whole.unit != text_.claim(first).unit || !whole_count(whole)) continue;
      if (whole.value < largest) continue;
      candidates.push_back(total);
    }
    for (const auto total : candidates) {
      if (text_.claim(total).value < 20 && !tie.told) continue;
      if (compare(list, total, {tie.told, false}, false)) return true;
    }
    if (list.members[0] != 0 || figures_.claim(0).kind != ClaimKind::COUNT) return false;
    const auto division = division_of(list);
    if (!division.complete || list.open) return false;
    // 立案提案中,…: the words of the total; otherwise it must be the only one there is.
    std::vector<std::uint32_t> named;
    const auto at = gap.find("中");
    const auto word = gap.substr(0, std::min<std::size_t>(6, gap.size()));
    for (const auto total : candidates) {
      if (at != std::string_view::npos && word.size() == 6 &&
          text_.before(total).find(word) != std::string_view::npos) {
        named.push_back(total);
      }
    }
    if (named.size() != 1 && (candidates.size() != 1 || !tie.told)) return false;
    const auto total = named.size() == 1 ? named[0] : candidates[0];
    const double sum = list.sums.back().sum;
    if (begin == paragraph_.first && fits_nothing_else(sum, total) &&
        !has_any(text_.between(total, first), {"累计", "去年", "上年", "另"})) {
      add_sum(indexes(list, 0, list.members.size()), total, CheckVerdict::FAILS);
    }
    return true;
  }

  // True where the list was told of this total.
  bool compare(const PartList& list, std::uint32_t total, const Tie& tie, bool adjacent) {
    const Claim& whole = text_.claim(total);
    const bool money = whole.kind == ClaimKind::MONEY;
    const auto count = list.members.size();
    const double open_by = slack_of(text_, total) + 1e-6 * std::max(1.0, whole.value);
    for (auto length = count; length >= 2; --length) {
      const auto& upto = list.sums[length - 1];
      if (std::abs(upto.sum - whole.value) > upto.slack + open_by || (money && !tie.told)) continue;
      if (!tie.told && whole.value < 100) continue;
      if (length < count && !tie.told && whole.value < 1000) continue;
      add_sum(indexes(list, 0, length), total, CheckVerdict::HOLDS);
      if (length == count) shares(list, total);
      return true;
    }
    if (!adjacent || !tie.told || list.open) return false;
    const auto parts = indexes(list, 0, count);
    const double sum = list.sums.back().sum;
    const auto division = division_of(list);
    const bool definite = list.mark == Mark::LISTED || (list.rest && tie.complete) || division.known ||
                          all_shared(list) ||
                          (list.bare && figures_[list.members[0]].gap.find("分别") != std::string_view::npos);
    if (!definite || !fits_nothing_else(sum, total)) return false;
    const auto words = text_.between(total, parts.back());
    if (has_any(words,
                {"累计", "去年", "上年度", "历年", "今年", "本年", "当年", "另有", "重复", "同时", "交叉", "兼"}))
      return false;
    // Amounts are rounded: they contradict one another only far beyond that.
    if (money && (!tie.complete || std::abs(sum - whole.value) <= 2 * (list.sums.back().slack + open_by))) return false;
    const bool over = sum > whole.value && (division.known || tie.complete || exclude_one_another(list));
    const bool under = sum < whole.value && (tie.complete || division.complete) && !partly_shared(list);
    if (!over && !under) return false;
    add_sum(parts, total, CheckVerdict::FAILS);
    return true;
  }

  bool all_shared(const PartList& list) const {
    return std::all_of(list.shares.begin(), list.shares.end(), [](const auto& share) { return share.has_value(); });
  }
  // Shares that are printed and stay clearly below 100 per cent say themselves that the list is not complete.
  bool partly_shared(const PartList& list) const {
    if (!all_shared(list)) return false;
    double sum = 0;
    for (const auto& share : list.shares) sum += figures_.claim(*share).value;
    return sum < 99;
  }

  // No other figure of the report nearby is what the parts add up to.
  bool fits_nothing_else(double sum, std::uint32_t total) const {
    const auto size = static_cast<std::uint32_t>(text_.claims().size());
    const auto begin = total > looked_around ? total - looked_around : 0, end = std::min(size, total + looked_around);
    for (auto index = begin; index < end; ++index) {
      if (text_.claim(index).unit == text_.claim(total).unit && text_.claim(index).value == sum) return false;
    }
    return true;
  }

  // A share that was compared with a figure nearer by is one of the total that its part belongs to.
  void rebase(const PartList& list, std::uint32_t total) {
    for (std::size_t i = 0; i < list.members.size(); ++i) {
      if (!list.shares[i] || !bare_share(list.members[i], *list.shares[i])) continue;
      const Claim &part = figures_.claim(list.members[i]), &percent = figures_.claim(*list.shares[i]);
      if (!exact(percent) ||
          fits(100 * part.value / text_.claim(total).value, percent.value, percent.step) == Fit::NONE) {
        continue;
      }
      for (auto c = first_check_; c < checks_.size(); ++c) {
        Check& check = checks_[c];
        if (check.kind != CheckKind::SHARE || check.stated_claim != figures_[*list.shares[i]].index) continue;
        if (check.total == total) continue;
        check.verdict = CheckVerdict::HOLDS;
        check.parts = {figures_[list.members[i]].index};
        check.total = total;
        check.base = text_.claim(total).value;
        check.computed = 100 * part.value / *check.base;
        const auto sum =
            fmt::format("{} ÷ {} = {} %", figure(part.value), figure(*check.base), figure(*check.computed));
        check.zh = fmt::format("{}，与所写的 {} % 相符。", sum, figure_in_steps(percent.value, percent.step));
        check.en = fmt::format("{}; {} % is printed.", sum, figure_in_steps(percent.value, percent.step));
      }
    }
  }

  // The parts make up the total: each per cent is that of its part, and together they are a hundred.
  void shares(const PartList& list, std::uint32_t total) {
    std::vector<std::uint32_t> percents;
    double sum = 0, slack = 0;
    std::size_t fitting = 0;
    if (whole_count(text_.claim(total))) rebase(list, total);
    for (std::size_t i = 0; i < list.members.size(); ++i) {
      if (!list.shares[i]) return;
      const Claim& percent = figures_.claim(*list.shares[i]);
      if (!exact(percent) || !whole_count(text_.claim(total))) return;
      const double share = 100 * figures_.claim(list.members[i]).value / text_.claim(total).value;
      fitting += fits(share, percent.value, percent.step) != Fit::NONE;
      percents.push_back(figures_[*list.shares[i]].index);
      sum += percent.value;
      slack += percent.step;
    }
    if (fitting == list.members.size()) {
      add_hundred(percents, sum, slack);
      return;
    }
    if (fitting + 1 < list.members.size() || fitting == 0) return;
    for (std::size_t i = 0; i < list.members.size(); ++i) {
      const Claim& percent = figures_.claim(*list.shares[i]);
      const double part = figures_.claim(list.members[i]).value, whole = text_.claim(total).value;
      if (fits(100 * part / whole, percent.value, percent.step) != Fit::NONE) continue;
      if (!bare_share(list.members[i], *list.shares[i])) continue;
      add_share(figures_[list.members[i]].index, total, percents[i]);
    }
  }

  // 占 and nothing else: no base of its own.
  bool bare_share(std::size_t part, std::size_t percent) const {
    auto words = figures_.between(part, percent);
    while (
        drop_prefix(words, {"\uFF0C", ",", "、", "占比", "占", "总数", "的", "为", "达", "提案", "立案", "件", "约"})) {
    }
    return words.empty();
  }

  void add_share(std::uint32_t part, std::uint32_t total, std::uint32_t percent) {
    const double computed = 100 * text_.claim(part).value / text_.claim(total).value;
    Check check;
    check.kind = CheckKind::SHARE;
    check.verdict = CheckVerdict::FAILS;
    check.parts = {part};
    check.total = total;
    check.stated_claim = percent;
    check.stated = text_.claim(percent).value;
    check.base = text_.claim(total).value;
    check.computed = computed;
    const auto step = text_.claim(percent).step;
    const auto correct = figure_in_steps(rounded(computed, step), step);
    const auto sum =
        fmt::format("{} ÷ {} = {} %", figure(text_.claim(part).value), figure(*check.base), figure(computed));
    const auto printed = figure_in_steps(*check.stated, step);
    check.zh = fmt::format("{}，写的却是 {} %；各部分之和与总数相符，所以应为 {} %。", sum, printed, correct);
    check.en = fmt::format("{}, but {} % is printed. The parts do make up the total, so it should be {} %.", sum,
                           printed, correct);
    add_or_replace(checks_, first_check_, std::move(check));
  }

  void add_hundred(const std::vector<std::uint32_t>& percents, double sum, double slack) {
    if (percents.size() < 3 || std::abs(sum - 100) > slack + 1e-9) return;
    Check check;
    check.kind = CheckKind::SUM;
    check.verdict = CheckVerdict::UNSTATED;
    check.parts = percents;
    check.computed = sum;
    check.zh = fmt::format("各部分占比之和为 {} %{}。", figure(sum), sum == 100 ? "" : "（各数取整）");
    check.en = fmt::format("The shares add up to {} %{}.", figure(sum), sum == 100 ? "" : " (each is rounded)");
    checks_.push_back(std::move(check));
  }

  // A类占60%、B类占25%、C类占15%: shares without their parts. Returns how many figures were used.
  std::size_t percentages(std::size_t first) {
    PartList list;
    std::vector<std::uint32_t> percents;
    double sum = 0, slack = 0;
    for (auto at = first; at < figures_.size() && figures_.percentage(at) && list.members.size() < most_members; ++at) {
      const Figure& figure = figures_[at];
      if (!exact(figures_.claim(at)) || figure.depth != figures_[first].depth) break;
      if (at > first && (figure.mark == Mark::NONE || figure.mark > Mark::SEMICOLON || figure.mark == Mark::COLON ||
                         leaves_list(figure.gap))) {
        break;
      }
      list.members.push_back(at);
      list.shares.emplace_back();
      percents.push_back(figure.index);
      sum += figures_.claim(at).value;
      slack += figures_.claim(at).step;
    }
    if (percents.size() < 3) return percents.empty() ? 0 : percents.size() - 1;
    const auto division = division_of(list);
    if (!division.complete) return percents.size() - 1;
    if (std::abs(sum - 100) <= slack + 1e-9) {
      add_hundred(percents, sum, slack);
      return percents.size() - 1;
    }
    Check check;
    check.kind = CheckKind::SUM;
    check.verdict = CheckVerdict::FAILS;
    check.parts = percents;
    check.stated = 100;
    check.computed = sum;
    const auto printed = printed_list(text_, percents);
    check.zh = fmt::format("{} 之和为 {} %，几类合起来应是 100 %；至少有一个数写错。", printed, figure(sum));
    check.en = fmt::format("{} add up to {} %; these classes make up the whole, 100 %. At least one is wrong.", printed,
                           figure(sum));
    checks_.push_back(std::move(check));
    return percents.size() - 1;
  }

  void add_sum(std::vector<std::uint32_t> parts, std::uint32_t total, CheckVerdict verdict) {
    for (auto i = first_check_; i < checks_.size(); ++i) {
      if (checks_[i].kind == CheckKind::SUM && checks_[i].total == total && !checks_[i].parts.empty() &&
          checks_[i].parts.front() == parts.front()) {
        return;
      }
    }
    checks_.push_back(sum_check(text_, std::move(parts), total, verdict));
  }

  const Figures& figures_;
  const RelationText& text_;
  const Paragraph& paragraph_;
  std::vector<Check>& checks_;
  std::size_t first_check_;
};

}  // namespace

void find_divisions(const Figures& figures, const Paragraph& paragraph, std::size_t first_check,
                    std::vector<Check>& checks) {
  DivisionFinder(figures, paragraph, checks, first_check).find();
}

}  // namespace yizheng::reports
