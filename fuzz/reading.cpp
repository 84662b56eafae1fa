// A whole reading: any bytes become a document, repaired text, figures with their meaning, and checks, as JSON that can
// be read again; every place is on a character of the text. Input that is no document is refused with a Problem.
#include "reports/reading.h"

#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "base/json.h"
#include "base/problem.h"
#include "indicators/catalogue.h"
#include "reports/check_records.h"
#include "reports/reading_json.h"
#include "text/decode.h"
#include "text/document.h"
#include "text/utf8.h"

namespace {

using namespace yizheng;

const indicators::Catalogue& catalogue() {
  static const auto read = indicators::read_catalogue(YIZHENG_SOURCE_DIR "/packs/default");
  return read;
}

bool on_character(std::string_view text, std::size_t at) {
  return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

reports::RecordsSource sevens() {
  using indicators::Period;
  using indicators::PeriodBasis;
  reports::RecordsSource made;
  made.periods = [](int year) {
    return std::vector<Period>{{PeriodBasis::CALENDAR_YEAR, year, {}, "全年", "the year"}};
  };
  made.figure = [](const indicators::Indicator& indicator, const Period& period) {
    indicators::Answer answer;
    answer.figure.emplace();
    answer.figure->code = indicator.code;
    answer.figure->value = 7;
    answer.figure->numerator = 7;
    answer.figure->period = period;
    return answer;
  };
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    text::Document document;
    document.text = text::decode(std::string(reinterpret_cast<const char*>(data), size)).text;
    const auto reading = reports::read_report(std::move(document), catalogue());
    for (const auto& claim : reading.claims) {
      if (!on_character(reading.repaired.text, claim.begin) || !on_character(reading.repaired.text, claim.end))
        std::abort();
    }
    std::ostringstream out;
    reports::write_reading_json(out, "input", reading, catalogue());
    if (!text::valid_utf8(out.str())) std::abort();
    json::parse(out.str());
    reports::CheckOptions options;
    options.year = 2025;
    for (const auto& check : reports::check_records(reading, catalogue(), sevens(), options).claims) {
      if (!text::valid_utf8(check.zh) || !text::valid_utf8(check.en)) std::abort();
    }
  } catch (const Problem&) {
  }
  return 0;
}
