// A reading on a terminal: a summary, the text with its figures marked, the checks with their explanations.
#pragma once

#include <ostream>
#include <string_view>

#include "reports/reading.h"
#include "reports/reading_words.h"

namespace yizheng::reports {

struct TerminalOptions {
  bool colours = false;
  int width = 80;  // columns
  Language language = Language::ZH;
  bool summary = true, text = true, repairs = false, claims = false, checks = true;
};

void write_reading_terminal(std::ostream& out, std::string_view file, const Reading& reading,
                            const indicators::Catalogue& catalogue, const TerminalOptions& options);

// Columns that a text takes on a terminal: two for a Chinese character.
int columns(std::string_view utf8);
// What of a text a terminal must not see: control characters, and marks that turn the direction of writing.
std::string printable(std::string_view utf8);

}  // namespace yizheng::reports
