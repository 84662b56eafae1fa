// Of which committee and place a report is, by its own words: 政协青禾市松台区第二届委员会 is 区政协 of 青禾市松台区.
#pragma once

#include <string>
#include <string_view>

namespace yizheng::reports {

// The short name of the report's committee: 区政协; "" where it names none.
std::string committee_of_report(std::string_view text);

// The place of that committee, as long as the report writes it: 青禾市松台区, 松台区; "" where it is not known.
std::string place_of_report(std::string_view text, std::string_view committee);

// Whether the character at `at` may stand in the name of a place: Chinese, and none of the small words (的, 与, 向).
bool place_character(std::string_view text, std::size_t at);

// Whether a subject is another body than that committee, whose figures are not ours: 市政协, 松溪县政协, 全市政协系统,
// 区人大, where the report is of 区政协.
bool is_other_body(std::string_view subject, std::string_view committee);

}  // namespace yizheng::reports
