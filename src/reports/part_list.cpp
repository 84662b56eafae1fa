#include "reports/part_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/rounding.h"

namespace yizheng::reports {
namespace {

bool begins_with_rest(std::string_view label) {
  return label.starts_with("其余") || label.starts_with("其他") || label.starts_with("其它") ||
         label.starts_with("剩余") || label.starts_with("余下");
}

}  // namespace

bool total_word(std::string_view label) {
  while (drop_suffix(label, {"达到", "达", "为", "是", "收到", "提交", "收集", "约", "有"})) {
  }
  return label.ends_with("合计") || label.ends_with("共计") || label.ends_with("总计") || label.ends_with("总共") ||
         label == "共" || label == "一共" || label == "总数";
}

bool divides(std::string_view gap) {
  return has_any(gap, {"类别分", "内容分", "类型分", "类分", "性质分", "来源分", "领域分", "结果分", "类别看", "内容看",
                       "类型看", "结果看", "情况看", "来源看", "分类", "分为", "构成"});
}

bool leaves_list(std::string_view gap) {
  return has_any(gap, {"其中", "另有", "另外", "此外", "同时", "不含", "包括", "较上", "比上", "同比", "增加",
                       "减少", "增长", "合计", "共计", "总计", "还有", "累计", "又有", "占全", "分别"}) ||
         divides(gap);
}

bool addable(const Figures& figures, std::size_t at) {
  const Claim& claim = figures.claim(at);
  if (claim.kind == ClaimKind::MONEY) return exact(claim) && claim.value > 0;
  return figures.whole(at);
}

double slack_of(const RelationText& text, std::uint32_t index) {
  const auto interval = interval_of(text.claim(index));
  return (interval.high - interval.low) / 2;
}

PartList part_list(const Figures& figures, std::size_t first) {
  PartList list;
  list.members.push_back(first);
  list.shares.emplace_back();
  list.end = first + 1;
  const int depth = figures[first].depth;
  auto mark = Mark::NONE;
  for (auto at = first + 1; at < figures.size() && list.members.size() < most_members; ++at) {
    const Figure& figure = figures[at];
    if (figure.depth < depth || figure.mark == Mark::STOP) break;
    mark = std::max(mark, figure.mark);
    if (figure.depth > depth) {
      if (figure.gap.size() > 400) break;
      continue;
    }
    if (figures.percentage(at) && !list.shares.back() && figure.gap.find("占") != std::string_view::npos &&
        code_points(figure.gap) <= 16) {
      list.shares.back() = at;
      list.end = at + 1;
      continue;
    }
    const bool all_other = begins_with_rest(figure.label);
    if (!figures.same_unit(first, at) || !addable(figures, at) || mark == Mark::NONE || mark == Mark::COLON) break;
    if (leaves_list(figure.gap) || leaves_list(figures.between(list.members.back(), at))) break;
    if (code_points(figure.label) > 24) break;
    const bool longer = all_other && mark <= Mark::COMMA;
    if (list.mark == Mark::NONE) {
      list.mark = mark;
    } else if (mark > list.mark && !longer) {
      break;
    }
    if (total_word(figure.label)) break;
    list.rest = all_other;
    list.bare = list.bare && figure.label.empty();
    list.members.push_back(at);
    list.shares.emplace_back();
    list.end = at + 1;
    mark = Mark::NONE;
    if (all_other) break;
  }
  Sum upto;
  for (const auto at : list.members) {
    upto.sum += figures.claim(at).value;
    upto.slack += slack_of(figures.text(), figures[at].index);
    list.sums.push_back(upto);
  }
  const auto behind = figures[list.members.back()].behind;
  list.open = behind.starts_with("等") || figures[first].gap.find("主要") != std::string_view::npos;
  return list;
}

Check sum_check(const RelationText& text, std::vector<std::uint32_t> parts, std::uint32_t total, CheckVerdict verdict) {
  Check check;
  check.kind = CheckKind::SUM;
  check.verdict = verdict;
  check.total = total;
  check.stated = text.claim(total).value;
  double sum = 0, slack = slack_of(text, total);
  std::string terms;
  for (const auto part : parts) {
    sum += text.claim(part).value;
    slack += slack_of(text, part);
    terms += (terms.empty() ? "" : " + ") + figure(text.claim(part).value);
  }
  check.computed = sum;
  const auto printed = std::string(text.words(text.claim(total).begin, text.claim(total).end));
  if (verdict == CheckVerdict::HOLDS) {
    check.zh = fmt::format("{} = {}，与所写的 {} 相符{}。", terms, figure(sum), figure(*check.stated),
                           slack > 0 ? fmt::format("（各数取整，允许相差 {}）", figure(slack)) : "");
    check.en = fmt::format(
        "{} = {}; {} is printed{}.", terms, figure(sum), figure(*check.stated),
        slack > 0 ? fmt::format(" (the figures are rounded; {} either way is allowed)", figure(slack)) : "");
  } else {
    const auto list = printed_list(text, parts);
    const double gap = sum - *check.stated;
    check.zh = fmt::format("各部分 {} = {}，总数却写作 {}，{} {}。请核对总数 {} 与各部分 {}。", terms, figure(sum),
                           figure(*check.stated), gap > 0 ? "多出" : "少了", figure(std::abs(gap)), printed, list);
    check.en = fmt::format(
        "The parts {} = {}, but the total is printed as {}: {} {}. Check the total {} and the parts {}.", terms,
        figure(sum), figure(*check.stated), figure(std::abs(gap)), gap > 0 ? "too many" : "too few", printed, list);
  }
  check.parts = std::move(parts);
  return check;
}

}  // namespace yizheng::reports
