// One sentence of a report with its clauses and the words of the catalogue in it; read in order, one pass.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indicators/lexicon.h"

namespace yizheng::reports {

struct WordHit {
  std::uint32_t begin, end;  // bytes
  indicators::WordId word;
};

// Clauses are cut at , ; 。 : ! ? and line ends, but not inside quotation marks or titles (《》); a sentence ends at
// 。 ! ? outside them and at a line end.
struct Sentence {
  std::uint32_t begin = 0, end = 0;
  std::vector<std::uint32_t> clauses;  // where each begins, in order
  std::vector<WordHit> hits;           // in order of begin
  bool starts_paragraph = false;       // first of its line
  bool is_heading = false;             // a short line without a full stop

  std::size_t clause_of(std::uint32_t at) const;
  std::uint32_t clause_begin(std::size_t clause) const { return clauses[clause]; }
  std::uint32_t clause_end(std::size_t clause) const { return clause + 1 < clauses.size() ? clauses[clause + 1] : end; }
};

class SentenceReader {
 public:
  // `find_words` false: only sentences and clauses, no hits.
  SentenceReader(std::string_view text, const indicators::Lexicon& lexicon, bool find_words = true)
      : text_(text), lexicon_(lexicon), find_words_(find_words) {}
  // The next sentence into `sentence`, whose vectors are used again. False at the end.
  bool next(Sentence& sentence);

 private:
  void hit(Sentence& sentence, std::uint16_t root, std::uint32_t begin, std::size_t next);

  std::string_view text_;
  const indicators::Lexicon& lexicon_;
  bool find_words_;
  std::uint32_t at_ = 0;
  std::uint32_t masked_ = 0;  // up to here words are parts of a mask
};

}  // namespace yizheng::reports
