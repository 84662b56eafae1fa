// The index is made of immutable segments, each of up to 65,536 documents in the order in which they are shown
// (newest first). What a segment knows of its terms lies in blocks of about a page, sorted by term: few rows to write
// and one row to read a term, on either engine.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.h"

namespace yizheng::store {

// A character or a pair of neighbours of the folded text: the first code point above, the second below (0: none).
using Term = std::int64_t;
constexpr Term term_of(char32_t first, char32_t second = 0) {
  return static_cast<Term>(first) << 21 | static_cast<Term>(second);
}
constexpr bool is_pair(Term term) { return (term & 0x1FFFFF) != 0; }

// What a block tells of its terms: the documents that hold one, or where in each of them a pair begins.
enum class Section : std::int64_t { TITLE_DOCUMENTS, BODY_DOCUMENTS, TITLE_PLACES, BODY_PLACES };

struct Block {
  Section section = Section::BODY_DOCUMENTS;
  Term first_term = 0;
  std::string data;
};

// Fills blocks with the entries of one section, given by rising term.
class BlockWriter {
 public:
  BlockWriter(Section section, std::function<void(Block)> sink) : section_(section), sink_(std::move(sink)) {}
  void add(Term term, std::string_view payload);
  void finish();

 private:
  Section section_;
  std::function<void(Block)> sink_;
  Term first_ = 0, last_ = 0;
  std::string data_;
};

// The entries of a block, one after the other.
class BlockReader {
 public:
  BlockReader(Term first_term, std::string_view data);
  bool next();  // false at the end
  Term term() const { return term_; }
  std::string_view payload() const { return payload_; }

 private:
  const unsigned char* at_;
  const unsigned char* end_;
  Term term_;
  std::string_view payload_;
};

// Calls f(payload) with what a section holds of a term; does nothing where the term is not in it.
void find_term(Connection& db, Id committee_id, std::int64_t segment, Section section, Term term,
               const std::function<void(std::string_view)>& f);

}  // namespace yizheng::store
