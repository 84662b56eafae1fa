#include "text/script.h"

#include <algorithm>
#include <opencc/DictEntry.hpp>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>
#include <stdexcept>

#include "text/char_table.h"
#include "text/utf8.h"

namespace yizheng::text {
namespace {

std::vector<std::pair<std::string, std::string>> read_table(const char* file) {
  std::shared_ptr<opencc::MarisaDict> dictionary;
  if (!opencc::SerializableDict::TryLoadFromFile<opencc::MarisaDict>(file, &dictionary)) {
    throw std::runtime_error(std::string("cannot read ") + file + ": install libopencc-data");
  }
  std::vector<std::pair<std::string, std::string>> entries;
  for (const auto& entry : *dictionary->GetLexicon()) entries.emplace_back(entry->Key(), entry->GetDefault());
  return entries;
}

// Words in which 著 is zhù, "to write" or "marked", and so no 着.
constexpr std::string_view before_zhu[] = {"显", "顯", "名", "原", "编", "編", "专", "專", "卓",
                                           "昭", "巨", "译", "譯", "土", "遗", "遺", "拙", "彰"};
constexpr std::string_view after_zhu[] = {"名", "作", "述", "称", "稱", "书", "書", "者", "录", "錄"};
// Words in which it is 着 whatever stands before: 着眼, 着手, 着力, 着重.
constexpr std::string_view after_zhe[] = {"眼", "手", "力", "重", "实", "實", "想", "落", "陆", "陸"};

struct Phrase {
  std::string from, to;
};

class Script {
 public:
  Script() : flat_(0x10000, 0) {
    for (const auto& [from, to] : simplified_characters()) {
      if (from < 0x10000 && to < 0x10000) {
        flat_[from] = static_cast<char16_t>(to);
      } else {
        rare_.emplace_back(from, to);
      }
    }
    for (auto& [from, to] : read_table("/usr/share/opencc/TSPhrases.ocd2")) phrases_.push_back({from, to});
    // Longest first within a first character.
    std::sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
      const auto first_a = a.from.substr(0, 3), first_b = b.from.substr(0, 3);
      return first_a != first_b ? first_a < first_b : a.from.size() > b.from.size();
    });
    first_.assign(0x10000, 0);
    for (std::size_t i = phrases_.size(); i-- > 0;) {
      std::size_t at = 0;
      const char32_t c = next_code_point(phrases_[i].from, at);
      if (c < 0x10000) first_[c] = static_cast<std::uint16_t>(i + 1);
    }
  }
  static const Script& get() {
    static const Script made;
    return made;
  }

  char32_t one(char32_t c) const {
    if (c < 0x10000) return flat_[c] == 0 ? c : flat_[c];
    const auto found = std::lower_bound(rare_.begin(), rare_.end(), std::pair<char32_t, char32_t>(c, 0));
    return found != rare_.end() && found->first == c ? found->second : c;
  }

  const Phrase* phrase(std::string_view text, std::size_t at, char32_t c) const {
    if (c >= 0x10000 || first_[c] == 0) return nullptr;
    const std::string_view rest = text.substr(at), head = rest.substr(0, 3);
    for (std::size_t i = first_[c] - 1U; i < phrases_.size() && phrases_[i].from.starts_with(head); ++i) {
      if (rest.starts_with(phrases_[i].from)) return &phrases_[i];
    }
    return nullptr;
  }

 private:
  std::vector<char16_t> flat_;
  std::vector<std::pair<char32_t, char32_t>> rare_;
  std::vector<Phrase> phrases_;
  std::vector<std::uint16_t> first_;  // by first character: index + 1
};

bool keeps_zhu(std::string_view text, std::size_t begin, std::size_t end) {
  const auto ends = [&](std::string_view word) { return text.substr(0, begin).ends_with(word); };
  const auto starts = [&](std::string_view word) { return text.substr(end).starts_with(word); };
  if (std::any_of(std::begin(after_zhe), std::end(after_zhe), starts)) return false;
  return std::any_of(std::begin(before_zhu), std::end(before_zhu), ends) ||
         std::any_of(std::begin(after_zhu), std::end(after_zhu), starts);
}

}  // namespace

const std::vector<std::pair<char32_t, char32_t>>& simplified_characters() {
  static const auto made = [] {
    std::vector<std::pair<char32_t, char32_t>> pairs;
    for (const auto& [from, to] : read_table("/usr/share/opencc/TSCharacters.ocd2")) {
      std::size_t key = 0, value = 0;
      const char32_t c = next_code_point(from, key), simple = next_code_point(to, value);
      if (key == from.size() && value == to.size() && c != simple) pairs.emplace_back(c, simple);
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
  }();
  return made;
}

char32_t simplified(char32_t c) { return Script::get().one(c); }

std::string to_simplified(std::string_view traditional, std::vector<FoldedSpan>* spans) {
  const Script& script = Script::get();
  std::string out;
  out.reserve(traditional.size());
  for (std::size_t at = 0; at < traditional.size();) {
    const std::size_t begin = at, before = out.size();
    const char32_t c = take(traditional, at);
    if (c < 0x3400) {
      out.append(traditional, begin, at - begin);
      continue;
    }
    if (const Phrase* phrase = script.phrase(traditional, begin, c)) {
      at = begin + phrase->from.size();
      out += phrase->to;
    } else if (c == U'著') {
      out += keeps_zhu(traditional, begin, at) ? "著" : "着";
    } else {
      const char32_t simple = script.one(c);
      if (simple == c) {
        out.append(traditional, begin, at - begin);
        continue;
      }
      append_utf8(out, simple);
    }
    if (spans != nullptr && out.size() - before != at - begin) {
      spans->push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at),
                        static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(out.size())});
    }
  }
  return out;
}

}  // namespace yizheng::text
