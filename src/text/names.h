// Labels in Traditional script, and the order of names.
#pragma once

#include <string>
#include <string_view>

namespace yizheng::text {

// Simplified to Traditional by OpenCC with its phrases (s2t). For labels and short texts: 6 MB/s.
std::string to_traditional(std::string_view simplified);

// Keys whose byte order is the order of the names by strokes (姓氏笔画), as lists of members are printed, or by
// pinyin. Upper-case hexadecimal, so that any database's plain text order keeps it.
std::string sort_key_by_strokes(std::string_view name);
std::string sort_key_by_pinyin(std::string_view name);

}  // namespace yizheng::text
