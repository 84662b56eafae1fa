#include "text/pinyin.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

#include "text/utf8.h"

namespace yizheng::text {
namespace {

// Initials and finals: a syllable is one of each; not every pair exists, but no English word hides among the rest.
constexpr std::string_view initials[] = {"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g",
                                         "k",  "h",  "j",  "q", "x", "r", "z", "c", "s", "y", "w", ""};
constexpr std::string_view finals[] = {"a",   "o",    "e",    "i",   "u",    "ü",   "v",  "ai",  "ei",  "ao",
                                       "ou",  "an",   "en",   "ang", "eng",  "ong", "ia", "ie",  "iao", "iu",
                                       "ian", "in",   "iang", "ing", "iong", "ua",  "uo", "uai", "ui",  "uan",
                                       "un",  "uang", "ue",   "üe",  "ve",   "er",  "ue"};

// Characters with several readings that reports use and ICU knows by one of them.
struct Several {
  char32_t character;
  std::string_view readings;
};
constexpr Several several[] = {
    {U'長', "cháng zhǎng"},
    {U'长', "cháng zhǎng"},
    {U'會', "huì kuài"},
    {U'会', "huì kuài"},
    {U'還', "hái huán"},
    {U'还', "hái huán"},
    {U'調', "tiáo diào"},
    {U'调', "tiáo diào"},
    {U'傳', "chuán zhuàn"},
    {U'传', "chuán zhuàn"},
    {U'為', "wéi wèi"},
    {U'爲', "wéi wèi"},
    {U'为', "wéi wèi"},
    {U'興', "xīng xìng"},
    {U'兴', "xīng xìng"},
    {U'應', "yīng yìng"},
    {U'应', "yīng yìng"},
    {U'當', "dāng dàng"},
    {U'当', "dāng dàng"},
    {U'種', "zhǒng zhòng"},
    {U'种', "zhǒng zhòng"},
    {U'數', "shù shǔ"},
    {U'数', "shù shǔ"},
    {U'樂', "lè yuè"},
    {U'乐', "lè yuè"},
    {U'處', "chù chǔ"},
    {U'处', "chù chǔ"},
    {U'藏', "cáng zàng"},
    {U'參', "cān shēn cēn"},
    {U'参', "cān shēn cēn"},
    {U'單', "dān chán shàn"},
    {U'单', "dān chán shàn"},
    {U'彈', "dàn tán"},
    {U'弹', "dàn tán"},
    {U'強', "qiáng qiǎng jiàng"},
    {U'强', "qiáng qiǎng jiàng"},
    {U'將', "jiāng jiàng"},
    {U'将', "jiāng jiàng"},
    {U'乾', "qián gān"},
    {U'幹', "gàn"},
    {U'差', "chà chā chāi"},
    {U'盡', "jǐn jìn"},
    {U'尽', "jǐn jìn"},
    {U'據', "jù"},
    {U'沖', "chōng"},
    {U'衝', "chōng chòng"},
    {U'擔', "dān dàn"},
    {U'担', "dān dàn"},
    {U'覺', "jué jiào"},
    {U'觉', "jué jiào"},
    {U'給', "gěi jǐ"},
    {U'给', "gěi jǐ"},
    {U'過', "guò guō"},
    {U'过', "guò guō"},
    {U'間', "jiān jiàn"},
    {U'间', "jiān jiàn"},
    {U'結', "jié jiē"},
    {U'结', "jié jiē"},
    {U'濟', "jì jǐ"},
    {U'济', "jì jǐ"},
    {U'監', "jiān jiàn"},
    {U'监', "jiān jiàn"},
    {U'勁', "jìn jìng"},
    {U'量', "liàng liáng"},
    {U'難', "nán nàn"},
    {U'难', "nán nàn"},
    {U'寧', "níng nìng"},
    {U'宁', "níng nìng"},
    {U'鋪', "pù pū"},
    {U'铺', "pù pū"},
    {U'卻', "què"},
    {U'勝', "shèng"},
    {U'識', "shí zhì"},
    {U'识', "shí zhì"},
    {U'屬', "shǔ zhǔ"},
    {U'属', "shǔ zhǔ"},
    {U'縣', "xiàn xuán"},
    {U'系', "xì jì"},
    {U'係', "xì"},
    {U'繫', "xì jì"},
    {U'選', "xuǎn"},
    {U'咽', "yān yàn yè"},
    {U'與', "yǔ yù yú"},
    {U'与', "yǔ yù yú"},
    {U'載', "zài zǎi"},
    {U'载', "zài zǎi"},
    {U'漲', "zhǎng zhàng"},
    {U'著', "zhù zhe zhuó"},
    {U'着', "zhe zháo zhuó"},
    {U'轉', "zhuǎn zhuàn"},
    {U'转', "zhuǎn zhuàn"},
    {U'綜', "zōng zèng"},
    {U'鑽', "zuān zuàn"},
    {U'攢', "cuán zǎn"},
    {U'壓', "yā yà"},
    {U'壟', "lǒng"},
    {U'論', "lùn lún"},
    {U'论', "lùn lún"},
    {U'遠', "yuǎn"},
    {U'達', "dá"},
};

// U+0304 and the like, by composed letter.
struct Toned {
  char32_t letter;
  char plain;  // 'v' for ü
};
constexpr Toned toned[] = {{U'ā', 'a'}, {U'á', 'a'}, {U'ǎ', 'a'}, {U'à', 'a'}, {U'ē', 'e'}, {U'é', 'e'},
                           {U'ě', 'e'}, {U'è', 'e'}, {U'ī', 'i'}, {U'í', 'i'}, {U'ǐ', 'i'}, {U'ì', 'i'},
                           {U'ō', 'o'}, {U'ó', 'o'}, {U'ǒ', 'o'}, {U'ò', 'o'}, {U'ū', 'u'}, {U'ú', 'u'},
                           {U'ǔ', 'u'}, {U'ù', 'u'}, {U'ǖ', 'v'}, {U'ǘ', 'v'}, {U'ǚ', 'v'}, {U'ǜ', 'v'},
                           {U'ü', 'v'}, {U'ă', 'a'}, {U'ĕ', 'e'}, {U'ĭ', 'i'}, {U'ŏ', 'o'}, {U'ŭ', 'u'}};

// The plain letter of a letter of a reading, 0 where it is none.
char plain_letter(char32_t c) {
  if (c >= 'a' && c <= 'z') return static_cast<char>(c);
  for (const auto& [letter, plain] : toned) {
    if (letter == c) return plain;
  }
  return 0;
}

const std::unordered_set<std::string>& syllables() {
  static const auto made = [] {
    std::unordered_set<std::string> set;
    for (const auto initial : initials) {
      for (const auto final_ : finals) {
        std::string syllable(initial);
        for (std::size_t at = 0; at < final_.size();) syllable += plain_letter(next_code_point(final_, at));
        set.insert(syllable);
      }
    }
    return set;
  }();
  return made;
}

// ICU's usual reading of a character, "" where it has none. Kept, since making one takes microseconds.
const std::string& usual_reading(char32_t character) {
  static std::mutex mutex;
  static std::unordered_map<char32_t, std::string> known;
  const std::lock_guard lock(mutex);
  const auto [entry, added] = known.try_emplace(character);
  if (added) {
    static const std::unique_ptr<icu::Transliterator> transliterator = [] {
      UErrorCode error = U_ZERO_ERROR;
      std::unique_ptr<icu::Transliterator> made(
          icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, error));
      if (U_FAILURE(error)) throw std::runtime_error("ICU's data lacks Han-Latin: install libicu72");
      return made;
    }();
    icu::UnicodeString text(static_cast<UChar32>(character));
    transliterator->transliterate(text);
    text.trim().toUTF8String(entry->second);
  }
  return entry->second;
}

bool same(std::string_view reading, std::string_view syllable) {
  if (reading == syllable) return true;
  const std::string plain = without_tone(syllable);
  const bool has_tone = plain != syllable;
  return !has_tone && without_tone(reading) == plain;
}

}  // namespace

std::size_t syllable_at(std::string_view text) {
  std::string plain;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char letter = plain_letter(next_code_point(text, next));
    if (letter == 0) break;
    plain += letter;
    at = next;
    if (plain.size() > 6) return 0;
  }
  return syllables().contains(plain) ? at : 0;
}

std::string without_tone(std::string_view syllable) {
  std::string out;
  for (std::size_t at = 0; at < syllable.size();) {
    const std::size_t begin = at;
    const char letter = plain_letter(next_code_point(syllable, at));
    if (letter == 0) {
      out += syllable.substr(begin, at - begin);
    } else {
      out += letter;
    }
  }
  return out;
}

bool reads_as(char32_t character, std::string_view syllable) {
  if (same(usual_reading(character), syllable)) return true;
  for (const auto& entry : several) {
    if (entry.character != character) continue;
    std::string_view rest = entry.readings;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (same(rest.substr(0, end), syllable)) return true;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return false;
}

}  // namespace yizheng::text
