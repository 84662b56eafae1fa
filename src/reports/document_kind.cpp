#include "reports/document_kind.h"

#include <algorithm>
#include <cstddef>

namespace yizheng::reports {
namespace {

// Words of which a committee's report is full, and other reports have a few in their last pages.
constexpr std::string_view committee_words[] = {"政协", "提案", "社情民意", "协商", "履职", "界别"};
// Formulas by which others introduce their report, in its first lines.
constexpr std::string_view other_words[] = {
    "政府工作报告",      "人民政府,向大会报告", "人民政府，向大会报告",           "人民政府向大会报告",
    "代表国务院",        "人大常委会工作报告",  "人民代表大会常务委员会工作报告", "人民法院工作报告",
    "人民检察院工作报告"};

std::size_t count(std::string_view text, std::string_view word, std::size_t enough) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string_view::npos && found < enough;
       at = text.find(word, at + word.size())) {
    ++found;
  }
  return found;
}

}  // namespace

DocumentKind document_kind(std::string_view text) {
  constexpr std::size_t head = 4000, sample = 200'000;
  const auto beginning = text.substr(0, head);
  const bool introduced = std::any_of(std::begin(other_words), std::end(other_words), [&](std::string_view word) {
    return beginning.find(word) != std::string_view::npos;
  });
  const auto searched = text.substr(0, sample);
  // A committee's report has one of its words in every 150 bytes, a government's one in 7,000 or more. A few lines tell
  // nothing by themselves and are taken for a committee's.
  const auto wanted = searched.size() < 600 ? 0 : searched.size() / (introduced ? 400 : 1000) + 1;
  std::size_t found = 0;
  for (const auto word : committee_words) {
    if (found >= wanted) break;
    found += count(searched, word, wanted - found);
  }
  return found >= wanted ? DocumentKind::COMMITTEE : DocumentKind::OTHER;
}

}  // namespace yizheng::reports
