#include "reports/relation_shares.h"

#include <array>

namespace yizheng::reports {
namespace {

// Where the words for "of the whole" begin in the text before a percentage; npos where there are none.
std::size_t of_the_whole(std::string_view before, std::size_t& length) {
  std::size_t best = std::string_view::npos;
  for (const std::string_view word : {"占比", "比重", "比例", "占"}) {
    const auto at = before.rfind(word);
    if (at == std::string_view::npos) continue;
    if (best == std::string_view::npos || (word == "占" ? at + 3 > best + length : at > best)) {
      best = at;
      length = word.size();
    }
  }
  // 占大会发言总数的比例为43%: the base stands between 占 and 比例.
  if (best != std::string_view::npos && length > 3) {
    const auto at = before.rfind("占", best);
    if (at != std::string_view::npos && best - at <= 60 && at != best) {
      best = at;
      length = 3;
    }
  }
  return best;
}

bool is_part(const Claim& claim) {
  return (claim.kind == ClaimKind::COUNT || claim.kind == ClaimKind::MONEY) && std::isnan(claim.value_high);
}

// Only what may stand between a part and its 占: the noun that was counted, a comma, an adverb.
bool joined(std::string_view between) {
  std::size_t comma = std::string_view::npos;
  for (std::size_t at = 0; at < between.size();) {
    const auto c = code_point_at(between, at);
    if (ends_sentence(c) || c == "、") return false;
    if (ends_clause(c)) {
      if (comma != std::string_view::npos) return false;
      comma = at;
    }
    at += c.size();
  }
  if (comma == std::string_view::npos) return code_points(between) <= 12;
  auto tail = between.substr(comma + code_point_at(between, comma).size());
  while (drop_prefix(tail, {"分别", "合计", "共计", "各自", "约", "共", "均", "已", "其"})) {
  }
  return tail.empty() && code_points(between.substr(0, comma)) <= 40;
}

// Bases that are no number of the things counted.
bool another_measure(std::string_view base) {
  return has_any(base,
                 {"份额", "产值", "产量", "收入", "投资", "GDP",  "增加值", "面积", "资金", "总产", "销售", "出口",
                  "市场", "总额", "能耗", "消费", "计划", "目标", "任务",   "进度", "总产", "税收", "经济"});
}

}  // namespace

std::string_view plain_base(std::string_view base) {
  while (
      drop_suffix(base, {"总数量", "总数", "总量", "总额", "总人数", "人数", "件数", "数量", "比重", "比例", "比率",
                         "的",     "数",   "近",   "约",   "超",     "达到", "达",   "为",   "到",   "总",   "超过"})) {
  }
  while (drop_prefix(base, {"其", "了", "到", "全部", "全体", "所有", "全年", "本届", "同期", "年度", "全市", "全区",
                            "全县", "全省", "全国", "总", "被"})) {
  }
  return base;
}

std::optional<PrintedShare> printed_share(const RelationText& text, const Stretch& sentence, std::uint32_t percent) {
  if (percent == sentence.first) return {};
  // The nearest figure before it that can be a part; rates and other shares between them end the search.
  std::uint32_t part = percent;
  while (part > sentence.first) {
    --part;
    if (is_claim(text.claim(part).kind)) break;
  }
  if (part == percent || !is_part(text.claim(part)) || percent_unit(text.unit(part))) return {};
  const auto between = text.between(part, percent);
  std::size_t length = 0;
  const auto at = of_the_whole(between, length);
  if (at == std::string_view::npos || !joined(between.substr(0, at))) return {};
  PrintedShare share{part, percent, plain_base(between.substr(at + length)), false, false};
  const auto noun = std::string(text.before(part)) +
                    std::string(text.words(text.claim(part).begin, text.claim(part).end)) +
                    std::string(text.after(part));
  const auto full = between.substr(at + length);
  share.whole_named = !share.base.empty() || full.find("总") != std::string_view::npos;
  if (another_measure(full)) {
    share.counts_the_same = false;
  } else if (share.base.empty() || has_any(full, {"总数", "总人数", "总件数", "总量"})) {
    share.counts_the_same = true;
  } else {
    share.counts_the_same = share_words(share.base, noun, 2);
  }
  return share;
}

std::vector<PrintedShare> row_of_shares(const RelationText& text, const Stretch& sentence, std::uint32_t percent) {
  const auto before = text.before(percent);
  const auto at = before.rfind("分别占");
  if (at == std::string_view::npos && !has_any(before, {"占比分别", "比重分别", "比例分别", "分别占比"})) return {};
  std::vector<std::uint32_t> percents{percent};
  for (auto next = percent + 1; next < sentence.last && percent_unit(text.unit(next)); ++next) {
    if (!one_of(text.between(next - 1, next), {"、", "和", "\uFF0C", ","})) break;
    percents.push_back(next);
  }
  if (percents.size() < 2 || percent < sentence.first + percents.size()) return {};
  std::vector<PrintedShare> row;
  const auto first = percent - static_cast<std::uint32_t>(percents.size());
  const auto base = at == std::string_view::npos ? std::string_view() : plain_base(before.substr(at + 9));
  for (std::uint32_t i = 0; i < percents.size(); ++i) {
    const auto part = first + i;
    if (!is_part(text.claim(part)) || text.claim(part).unit != text.claim(first).unit) return {};
    row.push_back({part, percents[i], base, !another_measure(before), false});
  }
  return row;
}

std::span<const Quotient> quotients() {
  static constexpr std::array<Quotient, 7> all{{
      {"proposals.filing_rate", "proposals.filed", "proposals.received"},
      {"proposals.key_share", "proposals.key", "proposals.filed"},
      {"proposals.party_share_of_key", "proposals.key.by_parties_orgs", "proposals.key"},
      {"proposals.party_share_of_collective", "proposals.collective.by_parties", "proposals.collective"},
      {"members.excellent.party_share", "members.excellent.by_parties_orgs", "members.excellent"},
      {"opinions.party_share", "opinions.by_parties", "opinions.received"},
      {"speeches.party_share", "speeches.by_parties", "speeches"},
  }};
  return all;
}

}  // namespace yizheng::reports
