// The little language in which a pack says by which words reports name an indicator (docs/indicators.md):
//   "提案 立案|予以立案"   both beside the number; | parts alternatives
//   "<收到" ">建议"        before it, behind it;  "+提案" anywhere in the clause;  "~提案" in the sentence
//   "^提案"                in the clause or the one before it;  "$批示" behind the last number of the clause
//   "~~提案"               in the sentence, or before it in the paragraph, or in the heading above
//   "!案件" "!~征文"       must not stand there;  "?共" speaks for it, but need not stand there
//   "@parties"             the words of a group;  "=次|场" only with these units
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/catalogue.h"

namespace yizheng::indicators {

using WordGroups = std::map<std::string, std::vector<std::string>, std::less<>>;

struct PatternFault {
  std::string zh, en;
};
// Nothing where `text` is no pattern; `fault` says why.
std::optional<Pattern> read_pattern(std::string_view text, const WordGroups& groups, PatternFault& fault);

}  // namespace yizheng::indicators
