// Characters that never belong in a report: marks of direction, zero-width and control characters go; radicals and
// compatibility forms become the characters they stand for; what is lost (U+FFFD, private use) is said.
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "text/char_table.h"
#include "text/repair_parts.h"

namespace yizheng::text {
namespace {

// Bullets of the fonts Symbol and Wingdings, as word processors leave them.
const char* bullet(char32_t c) {
  switch (c) {
    case 0xF06C:
    case 0xF0B7:
    case 0xF09F:
    case 0xF0A8:
      return "●";
    case 0xF06E:
    case 0xF0A7:
    case 0xF075:
      return "■";
    case 0xF0D8:
    case 0xF0E8:
      return "➢";
    case 0xF0FC:
      return "√";
    case 0xE5E5:  // the ideographic space of old GBK fonts
      return " ";
    default:
      return nullptr;
  }
}

std::string plain_form(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* compose = icu::Normalizer2::getNFKCInstance(error);
  if (U_FAILURE(error)) return {};
  const icu::UnicodeString before(static_cast<UChar32>(c));
  const icu::UnicodeString after = compose->normalize(before, error);
  if (U_FAILURE(error) || after == before) return {};
  std::string out;
  return after.toUTF8String(out);
}

bool vanishes(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C || c == 0x180E ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         c == 0xFFFC || (c >= 0xFFF9 && c <= 0xFFFB) || c == 0x115F || c == 0x1160 || c == 0x3164 ||
         (c & 0xFFFE) == 0xFFFE;
}

}  // namespace

void find_characters(Manuscript& m) {
  const CharTable& chars = CharTable::get();
  for (const Line& line : m.lines) {
    if ((line.flags & line_flags::odd) == 0) continue;
    const std::string_view text = m.text.substr(line.begin, line.end - line.begin);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char32_t c = take(text, at);
      if ((chars[c] & char_bits::odd) == 0) continue;
      const auto add = [&](Confidence confidence, std::optional<std::string> replacement, const char* zh,
                           const char* en) {
        m.inside.push_back(found(line.begin + begin, line.begin + at, RepairKind::ENCODING, confidence,
                                 std::move(replacement), zh, en));
      };
      if (vanishes(c)) {
        while (at < text.size()) {
          std::size_t next = at;
          if (!vanishes(take(text, next))) break;
          at = next;
        }
        add(Confidence::CERTAIN, "", "看不见的字符", "invisible characters");
      } else if (const char* mark = bullet(c)) {
        add(Confidence::PROBABLE, mark, "私有区字符,多为项目符号", "a private-use character, mostly a bullet");
      } else if (std::string plain = plain_form(c); !plain.empty()) {
        while (at < text.size()) {
          std::size_t next = at;
          const char32_t further = take(text, next);
          if ((chars[further] & char_bits::odd) == 0 || bullet(further) != nullptr || vanishes(further)) break;
          const std::string more = plain_form(further);
          if (more.empty()) break;
          plain += more;
          at = next;
        }
        add(Confidence::CERTAIN, plain, "部首或兼容字形,换成通用字", "a radical or compatibility form");
      } else if (c == 0xFFFD || c >= 0xE000) {
        // One finding for a whole run.
        while (at < text.size()) {
          std::size_t next = at;
          const char32_t further = take(text, next);
          if (further != c && (further < 0xE000 || further > 0xF8FF || c == 0xFFFD)) break;
          at = next;
        }
        add(Confidence::UNKNOWN, std::nullopt, c == 0xFFFD ? "无法还原的字符" : "私有区字符,含义不明",
            c == 0xFFFD ? "a character that was lost" : "a private-use character of unknown meaning");
      }
    }
  }
}

}  // namespace yizheng::text
