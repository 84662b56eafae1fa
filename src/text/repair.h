// Repairs what the web did to a report. Every repair keeps the original, its place, its kind and a confidence, and can
// be undone; only certain ones change the text on their own (ARCHITECTURE, idea 5).
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/source_map.h"

namespace yizheng::text {

// In JSON in small letters: "page_chrome", …
enum class RepairKind {
  PAGE_CHROME,          // menus, breadcrumbs, counters, share links, footers, trailing pages: not the report
  REPEATED_CAPTION,     // the same line over and over, as under each photograph
  INJECTED_SPAM,        // names of gambling sites inside sentences
  INJECTED_PINYIN,      // 協(xié)
  DOUBLED_PUNCTUATION,  // ,, and 。。
  WIDE_SPACE,           // blanks between Chinese characters, at the ends of lines
  LINE_BREAK,           // a paragraph broken in the middle of a sentence
  LOST_DIGITS,          // 202519日: marked, never invented
  LOST_WORDS,           // 、等
  BROKEN_OCR,           // 5O%, 2o24年, ％ split in parts
  ENCODING,             // a character put together again from its bytes, U+FFFD, private-use characters ("other")
  TRADITIONAL_SCRIPT,   // the whole document, folded to Simplified
};
BOOST_DESCRIBE_ENUM(RepairKind, PAGE_CHROME, REPEATED_CAPTION, INJECTED_SPAM, INJECTED_PINYIN, DOUBLED_PUNCTUATION,
                    WIDE_SPACE, LINE_BREAK, LOST_DIGITS, LOST_WORDS, BROKEN_OCR, ENCODING, TRADITIONAL_SCRIPT)

enum class Confidence { CERTAIN, PROBABLE, UNKNOWN };
BOOST_DESCRIBE_ENUM(Confidence, CERTAIN, PROBABLE, UNKNOWN)

struct Repair {
  std::uint32_t begin = 0, end = 0;  // bytes in the source text
  RepairKind kind = RepairKind::PAGE_CHROME;
  Confidence confidence = Confidence::CERTAIN;  // of the replacement
  // "" deletes; nothing where what stood there is not known. For TRADITIONAL_SCRIPT nothing (the text itself is it).
  std::optional<std::string> replacement;
  bool applied = false;
  const char* zh = "";  // why, for people
  const char* en = "";
};

struct RepairChoice {  // by a person: this repair yes or no, whatever its confidence
  RepairKind kind;
  std::uint32_t begin = 0, end = 0;  // bytes in the source text
  bool apply = false;
};

struct RepairOptions {
  Confidence apply = Confidence::CERTAIN;  // PROBABLE: apply those too
  std::vector<RepairChoice> choices;       // win over `apply`
};

struct Repaired {
  std::string text;             // UTF-8; one paragraph a line, ends of lines trimmed, no empty lines, final LF
  std::vector<Repair> repairs;  // in order of place; none overlap but TRADITIONAL_SCRIPT
  SourceMap map;                // result: text; source: what was given
  bool traditional = false;     // the source was Traditional and `text` is folded
};

// `source` is valid UTF-8. Time in proportion to its length, also for one line of 100 MB. Throws nothing of its own.
Repaired repair(std::string_view source, const RepairOptions& options = {});

}  // namespace yizheng::text
