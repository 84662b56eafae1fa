#include "store/search_build.h"

#include "store/varint.h"
#include "text/utf8.h"

namespace yizheng::store {
namespace {

// An occurrence in 64 bits, so that they sort fast: number of the first character, number of the second (0: the text
// ends), document, place.
constexpr unsigned DOCUMENT_BITS = 10, PLACE_BITS = 22;
constexpr std::uint64_t MOST_PLACES = std::uint64_t{1} << PLACE_BITS;
static_assert(MOST_AT_ONCE <= std::size_t{1} << DOCUMENT_BITS);

using Occurrence = std::uint64_t;
std::size_t pair_of(Occurrence o) { return o >> (DOCUMENT_BITS + PLACE_BITS); }
std::size_t document_of(Occurrence o) { return o >> PLACE_BITS & ((1u << DOCUMENT_BITS) - 1); }
std::size_t place_of(Occurrence o) { return o & (MOST_PLACES - 1); }

// Stable, by the pair of characters alone: documents and places rise already.
void sort_by_pair(std::vector<Occurrence>& occurrences) {
  std::vector<Occurrence> other(occurrences.size());
  for (unsigned shift = DOCUMENT_BITS + PLACE_BITS; shift < 64; shift += 8) {
    std::array<std::size_t, 257> starts{};
    for (const auto o : occurrences) ++starts[(o >> shift & 0xFF) + 1];
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    for (const auto o : occurrences) other[starts[o >> shift & 0xFF]++] = o;
    occurrences.swap(other);
  }
}

// One field (titles or bodies) of all documents.
class FieldBuilder {
 public:
  FieldBuilder(Section documents, Section places, std::size_t size, std::vector<Block>& blocks)
      : size_(size),
        documents_(documents, [&blocks](Block block) { blocks.push_back(std::move(block)); }),
        places_(places, [&blocks](Block block) { blocks.push_back(std::move(block)); }) {}

  void build(const std::vector<std::u32string>& texts) {
    number_characters(texts);
    collect(texts);
    sort_by_pair(occurrences_);
    for (std::size_t i = 0; i < occurrences_.size();) {
      const auto first = pair_of(occurrences_[i]) >> 16;
      std::size_t end = i;
      while (end < occurrences_.size() && pair_of(occurrences_[end]) >> 16 == first) ++end;
      add_character(i, end);
      for (std::size_t start = i; start < end;) {
        std::size_t stop = start;
        while (stop < end && pair_of(occurrences_[stop]) == pair_of(occurrences_[start])) ++stop;
        if ((pair_of(occurrences_[start]) & 0xFFFF) != 0) add_pair(start, stop);
        start = stop;
      }
      i = end;
    }
    documents_.finish();
    places_.finish();
  }

 private:
  void number_characters(const std::vector<std::u32string>& texts) {
    std::vector<bool> seen(0x110000);
    for (const auto& text : texts) {
      for (const auto c : text) seen[c] = true;
    }
    numbers_.assign(0x110000, 0);
    characters_.assign(1, 0);
    for (std::size_t c = 0; c < seen.size() && characters_.size() < 0x10000; ++c) {
      if (!seen[c]) continue;
      numbers_[c] = static_cast<std::uint16_t>(characters_.size());
      characters_.push_back(static_cast<char32_t>(c));
    }
  }

  void collect(const std::vector<std::u32string>& texts) {
    std::size_t total = 0;
    for (const auto& text : texts) total += text.size();
    occurrences_.reserve(total);
    for (std::size_t d = 0; d < texts.size(); ++d) {
      const auto& text = texts[d];
      const auto length = std::min<std::size_t>(text.size(), MOST_PLACES);
      for (std::size_t p = 0; p < length; ++p) {
        const std::uint64_t first = numbers_[text[p]];
        const std::uint64_t second = p + 1 < length ? numbers_[text[p + 1]] : 0;
        occurrences_.push_back(first << 48 | second << 32 | static_cast<std::uint64_t>(d) << PLACE_BITS | p);
      }
    }
  }

  // The documents of one character: those of all its pairs together.
  void add_character(std::size_t start, std::size_t end) {
    Bits bits(size_);
    for (std::size_t i = start; i < end; ++i) bits.set(document_of(occurrences_[i]));
    documents_.add(term_of(characters_[pair_of(occurrences_[start]) >> 16]), bits.encode());
  }

  void add_pair(std::size_t start, std::size_t end) {
    const auto pair = pair_of(occurrences_[start]);
    const auto term = term_of(characters_[pair >> 16], characters_[pair & 0xFFFF]);
    list_.clear();
    payload_.clear();
    for (std::size_t i = start; i < end;) {
      const auto document = document_of(occurrences_[i]);
      list_.push_back(static_cast<std::uint16_t>(document));
      one_.clear();
      for (std::size_t last = 0; i < end && document_of(occurrences_[i]) == document; ++i) {
        put_varint(one_, place_of(occurrences_[i]) - last);
        last = place_of(occurrences_[i]);
      }
      put_varint(payload_, one_.size());
      payload_ += one_;
    }
    documents_.add(term, encode_places(list_, size_));
    places_.add(term, payload_);
  }

  std::size_t size_;
  BlockWriter documents_, places_;
  std::vector<std::uint16_t> numbers_;
  std::vector<char32_t> characters_;
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint16_t> list_;
  std::string payload_, one_;
};

}  // namespace

std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  points.reserve(utf8.size() / 3 + 1);
  for (std::size_t at = 0; at < utf8.size();) points.push_back(text::next_code_point(utf8, at));
  return points;
}

std::string join_labels(const std::vector<std::string>& labels) {
  const std::set<std::string> sorted(labels.begin(), labels.end());
  std::string lines;
  for (const auto& label : sorted) {
    if (label.empty() || label.find('\n') != std::string::npos) throw std::logic_error("a search label is one line");
    if (!lines.empty()) lines += '\n';
    lines += label;
  }
  return lines;
}

std::vector<std::string> split_labels(std::string_view lines) {
  std::vector<std::string> labels;
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    labels.emplace_back(lines.substr(0, end));
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
  }
  return labels;
}

BuiltSegment build_segment(std::vector<QueuedDocument> documents) {
  std::sort(documents.begin(), documents.end(), [](const QueuedDocument& a, const QueuedDocument& b) {
    return shown_before({a.sort_order, a.id.value}, {b.sort_order, b.id.value});
  });
  BuiltSegment built;
  const auto size = documents.size();
  built.bits.emplace("", Bits(size, true));
  std::vector<std::u32string> titles, bodies;
  for (std::size_t i = 0; i < size; ++i) {
    auto& document = documents[i];
    built.entries.push_back({document.sort_order, document.id.value});
    for (const auto& label : split_labels(document.labels)) built.bits.try_emplace(label, size).first->second.set(i);
    titles.push_back(code_points(document.title));
    bodies.push_back(code_points(document.body));
    std::string().swap(document.title);
    std::string().swap(document.body);
  }
  FieldBuilder(Section::TITLE_DOCUMENTS, Section::TITLE_PLACES, size, built.blocks).build(titles);
  FieldBuilder(Section::BODY_DOCUMENTS, Section::BODY_PLACES, size, built.blocks).build(bodies);
  built.documents = std::move(documents);
  return built;
}

}  // namespace yizheng::store
