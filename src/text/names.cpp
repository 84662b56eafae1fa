#include "text/names.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include <opencc/SimpleConverter.hpp>
#include <stdexcept>

namespace yizheng::text {
namespace {

std::unique_ptr<const icu::Collator> open_collator(const char* locale) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale(locale), error));
  if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU has no collation ") + locale + ": install libicu72");
  return collator;
}

std::string sort_key(const icu::Collator& collator, std::string_view name) {
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  std::string bytes(static_cast<std::size_t>(collator.getSortKey(text, nullptr, 0)), '\0');
  collator.getSortKey(text, reinterpret_cast<std::uint8_t*>(bytes.data()), static_cast<int32_t>(bytes.size()));
  if (!bytes.empty()) bytes.pop_back();  // the key's closing NUL
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    hex += digits[static_cast<unsigned char>(c) >> 4];
    hex += digits[static_cast<unsigned char>(c) & 15];
  }
  return hex;
}

}  // namespace

std::string to_traditional(std::string_view simplified) {
  static const opencc::SimpleConverter converter("s2t.json");
  return converter.Convert(simplified.data(), simplified.size());
}

std::string sort_key_by_strokes(std::string_view name) {
  static const auto collator = open_collator("zh@collation=stroke");
  return sort_key(*collator, name);
}

std::string sort_key_by_pinyin(std::string_view name) {
  static const auto collator = open_collator("zh@collation=pinyin");
  return sort_key(*collator, name);
}

}  // namespace yizheng::text
