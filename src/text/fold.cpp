#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include <opencc/DictEntry.hpp>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>
#include <stdexcept>

#include "text/utf8.h"

namespace yizheng::text {
namespace {

// What a code point becomes: 0 itself, `dropped` nothing, with `several` set the index of a list, else a code point.
constexpr std::uint32_t dropped = 0xFFFF'FFFF;
constexpr std::uint32_t several = 0x8000'0000;

// libopencc-data's dictionary of single characters, Traditional to Simplified.
constexpr const char* characters_file = "/usr/share/opencc/TSCharacters.ocd2";

class FoldTable {
 public:
  FoldTable() : index_(0x110000 / 256, 0), pages_(256, 0) {
    read_characters();
    add_normal_forms();
    for (const auto& [from, to] : simplified_) {
      if (find(from) == 0) set(from, to);
    }
    simplified_.clear();
  }

  std::uint32_t find(char32_t c) const { return pages_[static_cast<std::size_t>(index_[c >> 8]) * 256 + (c & 255)]; }
  const std::u32string& list(std::uint32_t entry) const { return lists_[entry & ~several]; }

 private:
  void set(char32_t c, std::uint32_t entry) {
    auto& page = index_[c >> 8];
    if (page == 0) {  // page 0 is shared by all that stay themselves
      page = static_cast<std::uint16_t>(pages_.size() / 256);
      pages_.resize(pages_.size() + 256, 0);
    }
    pages_[static_cast<std::size_t>(page) * 256 + (c & 255)] = entry;
  }

  void read_characters() {
    std::shared_ptr<opencc::MarisaDict> dictionary;
    if (!opencc::SerializableDict::TryLoadFromFile<opencc::MarisaDict>(characters_file, &dictionary)) {
      throw std::runtime_error(std::string("cannot read ") + characters_file + ": install libopencc-data");
    }
    for (const auto& entry : *dictionary->GetLexicon()) {
      std::size_t key = 0, value = 0;
      const std::string from = entry->Key(), to = entry->GetDefault();
      const char32_t c = next_code_point(from, key), simple = next_code_point(to, value);
      if (key == from.size() && value == to.size() && c != simple) simplified_.emplace(c, simple);
    }
    // 薴 is 苧 simplified, but 苧 is also 苎 unsimplified: follow to the end, so that folding twice is folding once.
    for (auto& [from, to] : simplified_) {
      for (int steps = 0; steps < 8; ++steps) {
        const auto further = simplified_.find(to);
        if (further == simplified_.end()) break;
        to = further->second;
      }
    }
  }

  // NFKC_Casefold of a code point, letters without their diacritics, characters simplified.
  void add_normal_forms() {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(error);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(error);
    const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(error);
    // Hangul decomposes too, but comes back the same.
    icu::UnicodeSet changed(
        icu::UnicodeString(uR"([[:CWKCF:][:NFD_QC=No:][:White_Space:][:Cc:][\u0300-\u036F]-[:hst=LV:]-[:hst=LVT:]])"),
        error);
    if (U_FAILURE(error)) throw std::runtime_error("ICU's data is incomplete: install libicu72");
    for (int32_t range = 0; range < changed.getRangeCount(); ++range) {
      for (UChar32 c = changed.getRangeStart(range); c <= changed.getRangeEnd(range); ++c) {
        if (u_isspace(c) || u_isUWhiteSpace(c) || u_iscntrl(c)) {
          set(static_cast<char32_t>(c), dropped);
          continue;
        }
        const icu::UnicodeString plain = decompose->normalize(casefold->normalize(icu::UnicodeString(c), error), error);
        icu::UnicodeString letters;
        for (int32_t i = 0; i < plain.length(); i = plain.moveIndex32(i, 1)) {
          const UChar32 part = plain.char32At(i);
          if ((part >= 0x300 && part <= 0x36F) || u_isUWhiteSpace(part)) continue;
          letters.append(part);
        }
        letters = compose->normalize(letters, error);
        std::u32string result;
        for (int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
          const auto part = static_cast<char32_t>(letters.char32At(i));
          const auto simple = simplified_.find(part);
          result += simple == simplified_.end() ? part : simple->second;
        }
        add(static_cast<char32_t>(c), result);
      }
    }
    if (U_FAILURE(error)) throw std::runtime_error("ICU cannot normalise: install libicu72");
  }

  void add(char32_t c, const std::u32string& result) {
    if (result.empty()) {
      set(c, dropped);
    } else if (result.size() == 1) {
      if (result[0] != c) set(c, result[0]);
    } else {
      set(c, several | static_cast<std::uint32_t>(lists_.size()));
      lists_.push_back(result);
    }
  }

  std::vector<std::uint16_t> index_;
  std::vector<std::uint32_t> pages_;
  std::vector<std::u32string> lists_;
  std::unordered_map<char32_t, char32_t> simplified_;
};

const FoldTable& table() {
  static const FoldTable made;
  return made;
}

template <class Mapped>
void fold_into(std::string& out, std::string_view utf8, Mapped mapped) {
  const FoldTable& folding = table();
  out.reserve(utf8.size());
  std::size_t at = 0;
  for (std::uint32_t position = 0; at < utf8.size(); ++position) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(utf8, at);
    const std::uint32_t entry = folding.find(c);
    if (entry == 0) {
      if (c == 0xFFFD) {
        append_utf8(out, c);  // perhaps a byte that is not UTF-8
      } else {
        out.append(utf8, begin, at - begin);
      }
      mapped(position);
    } else if (entry == dropped) {
      continue;
    } else if ((entry & several) != 0) {
      for (const char32_t part : folding.list(entry)) {
        append_utf8(out, part);
        mapped(position);
      }
    } else {
      append_utf8(out, entry);
      mapped(position);
    }
  }
}

}  // namespace

std::string fold(std::string_view utf8) {
  std::string out;
  fold_into(out, utf8, [](std::uint32_t) {});
  return out;
}

FoldedText fold_with_positions(std::string_view utf8) {
  FoldedText folded;
  folded.positions.reserve(utf8.size() / 2);
  fold_into(folded.text, utf8, [&](std::uint32_t position) { folded.positions.push_back(position); });
  return folded;
}

std::vector<std::string> unigrams(std::string_view folded) {
  std::vector<std::string> grams;
  grams.reserve(folded.size() / 3);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    next_code_point(folded, at);
    grams.emplace_back(folded.substr(begin, at - begin));
  }
  return grams;
}

std::vector<std::string> bigrams(std::string_view folded) {
  std::vector<std::string> grams;
  grams.reserve(folded.size() / 3);
  std::size_t first = 0, at = 0;
  if (!folded.empty()) next_code_point(folded, at);
  while (at < folded.size()) {
    const std::size_t second = at;
    next_code_point(folded, at);
    grams.emplace_back(folded.substr(first, at - first));
    first = second;
  }
  return grams;
}

void prepare_folding() { table(); }

}  // namespace yizheng::text
