// Numbers that only name or count off: 一、 (1) 一是; PM2.5, 5G, 〔2023〕5号, ［14］, 1+3, telephone numbers.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/numerals.h"

namespace yizheng::reports {

// Both: where it ends, 0 where it is none.
std::size_t list_number_end(std::string_view text, std::size_t at, const text::Numeral& numeral);
std::size_t code_end(std::string_view text, std::size_t at, const text::Numeral& numeral);

// 2022市政协工作回顾: a year without 年. 985高校, 12345平台: the name of a service. 360度画像: all round.
bool names_a_year(const text::Numeral& numeral);
bool names_a_service(const text::Numeral& numeral);
bool full_turn(const text::Numeral& numeral);

// Helpers for readers of numbers.
bool numeral_at(std::string_view text, std::size_t at);
bool digit_at(std::string_view text, std::size_t at);

}  // namespace yizheng::reports
