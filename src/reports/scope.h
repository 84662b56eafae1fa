// What a figure is about where its indicator alone does not say: the topic or the periodical named beside it, the
// activities listed, who was given something, or the session since which it is counted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/claim.h"
#include "reports/scope_quotes.h"
#include "reports/sentence.h"

namespace yizheng::reports {

class Scopes {
 public:
  explicit Scopes(std::string_view text) : text_(text) {}
  // To be called for every sentence in order: notes what the paragraph begins with.
  void read(const Sentence& sentence);
  // Of a figure of the sentence read last, in order; `code` is its indicator's. "" where nothing is named.
  std::string of(const Sentence& sentence, std::size_t clause, const Claim& claim, std::string_view code);

 private:
  // The words around the figure in its sentence.
  struct Around {
    std::uint32_t lead, begin, end;  // its sentence (from a semicolon on), its clause
  };
  std::string find(const Sentence& sentence, std::size_t clause, const Claim& claim, std::string_view code);
  std::string by_kind(const Around& around, const Claim& claim, std::string_view code);
  std::string quoted(const Around& around, const Claim& claim);
  std::string_view topic(const Around& around, const Claim& claim) const;
  std::string lead_topic() const;
  std::string_view words(std::uint32_t begin, std::uint32_t end) const;

  std::string_view text_;
  std::string_view opening_;  // the first sentence of the paragraph, if short
  std::vector<Quoted> quotes_;
  std::string last_;  // of the figure before it in the sentence
  std::uint32_t last_sentence_ = 0;
};

}  // namespace yizheng::reports
