#include "reports/reading_words.h"

#include <algorithm>
#include <array>

#include "base/json.h"
#include "text/document.h"

namespace yizheng::reports {
namespace {

struct Title {
  std::string_view zh, en;
};

template <std::size_t N, class E>
std::string_view pick(const std::array<Title, N>& titles, E value, Language language) {
  const auto& title = titles.at(static_cast<std::size_t>(value));
  return language == Language::ZH ? title.zh : title.en;
}

constexpr std::array<Title, 12> claim_titles{{{"数量", "count"},
                                              {"占比", "share"},
                                              {"比率", "rate"},
                                              {"金额", "money"},
                                              {"人均", "money per head"},
                                              {"增减", "change"},
                                              {"位次", "rank"},
                                              {"日期", "date"},
                                              {"届次", "ordinal"},
                                              {"编号", "list number"},
                                              {"固定说法", "fixed phrase"},
                                              {"虚指", "vague"}}};
constexpr std::array<Title, 4> approx_titles{
    {{"确数", "exact"}, {"以上", "more than"}, {"接近", "nearly"}, {"大约", "about"}}};
constexpr std::array<Title, 4> check_titles{
    {{"占比", "share"}, {"比值", "ratio"}, {"合计", "sum"}, {"重复", "repeat"}}};
constexpr std::array<Title, 4> verdict_titles{
    {{"相符", "holds"}, {"不符", "fails"}, {"未写全", "not all printed"}, {"可算未写", "not stated"}}};
constexpr std::array<Title, 12> repair_titles{{{"页面杂项", "page furniture"},
                                               {"重复图注", "repeated caption"},
                                               {"插入广告", "injected spam"},
                                               {"插入注音", "injected pinyin"},
                                               {"重复标点", "doubled punctuation"},
                                               {"多余空白", "blanks"},
                                               {"断行", "broken line"},
                                               {"缺数字", "lost digits"},
                                               {"缺字", "lost words"},
                                               {"识别错误", "misread character"},
                                               {"编码损坏", "damaged encoding"},
                                               {"繁体转简体", "Traditional script folded"}}};
constexpr std::array<Title, 3> confidence_titles{{{"确定", "certain"}, {"很可能", "probable"}, {"不明", "unknown"}}};

std::string small(std::string_view name) {
  std::string text(name);
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

}  // namespace

std::string code_of(ClaimKind kind) { return small(enum_name(kind)); }
std::string code_of(Approx approx) { return small(enum_name(approx)); }
std::string code_of(CheckKind kind) { return small(enum_name(kind)); }
std::string code_of(CheckVerdict verdict) { return small(enum_name(verdict)); }
std::string code_of(text::RepairKind kind) {
  return kind == text::RepairKind::ENCODING ? "other" : small(enum_name(kind));
}
std::string code_of(text::Confidence confidence) { return small(enum_name(confidence)); }
std::string code_of(text::DocumentFormat format) {
  switch (format) {
    case text::DocumentFormat::HTML:
      return "html";
    case text::DocumentFormat::DOCX:
      return "docx";
    case text::DocumentFormat::PDF:
      return "pdf";
    default:
      return "txt";
  }
}

std::string_view title_of(ClaimKind kind, Language language) { return pick(claim_titles, kind, language); }
std::string_view title_of(Approx approx, Language language) { return pick(approx_titles, approx, language); }
std::string_view title_of(CheckKind kind, Language language) { return pick(check_titles, kind, language); }
std::string_view title_of(CheckVerdict verdict, Language language) { return pick(verdict_titles, verdict, language); }
std::string_view title_of(text::RepairKind kind, Language language) { return pick(repair_titles, kind, language); }
std::string_view title_of(text::Confidence confidence, Language language) {
  return pick(confidence_titles, confidence, language);
}

}  // namespace yizheng::reports
