// Repairs of any text: valid UTF-8 out, repairs in order and inside the source, a map that leads back, the same again
// where nothing is applied twice; and the form that repaired text has.
#include "text/repair.h"

#include <cstdint>
#include <cstdlib>
#include <string>

#include "text/utf8.h"

namespace {

using namespace yizheng::text;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_form(const std::string& text) {
  check(valid_utf8(text));
  if (text.empty()) return;
  check(text.back() == '\n' && text.front() != '\n' && text.front() != ' ');
  check(text.find("\n\n") == std::string::npos && text.find(" \n") == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string source(reinterpret_cast<const char*>(data), size);
  if (!valid_utf8(source)) {
    std::string valid;
    for (std::size_t at = 0; at < source.size();) append_utf8(valid, next_code_point(source, at));
    source = std::move(valid);
  }
  for (const Confidence apply : {Confidence::CERTAIN, Confidence::PROBABLE}) {
    RepairOptions options;
    options.apply = apply;
    const Repaired repaired = repair(source, options);
    check_form(repaired.text);
    std::uint32_t end = 0;
    for (const Repair& one : repaired.repairs) {
      check(one.begin <= one.end && one.end <= source.size());
      check(!one.replacement || valid_utf8(*one.replacement));
      if (one.kind == RepairKind::TRADITIONAL_SCRIPT) continue;
      check(one.begin >= end);
      end = one.end;
    }
    std::uint32_t before = 0;
    for (std::uint32_t at = 0; at < repaired.text.size(); ++at) {
      const auto place = repaired.map.source_of(at);
      check(place >= before && place <= source.size());
      before = place;
    }
    // Undoing everything by hand gives the source but for blanks at the ends of lines.
    RepairOptions none;
    for (const Repair& one : repaired.repairs) none.choices.push_back({one.kind, one.begin, one.end, false});
    check_form(repair(source, none).text);
  }
  return 0;
}
