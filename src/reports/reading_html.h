// A reading as one page of HTML: the text with every figure and repair marked, the checks, the original below. It
// needs nothing from elsewhere and opens from a file.
#pragma once

#include <ostream>
#include <string_view>

#include "reports/reading.h"
#include "reports/reading_words.h"

namespace yizheng::reports {

void write_reading_html(std::ostream& out, std::string_view file, const Reading& reading,
                        const indicators::Catalogue& catalogue, Language language = Language::ZH);

// Style and script of the page (reading_page.cpp).
std::string_view reading_page_style();
std::string_view reading_page_script();

}  // namespace yizheng::reports
