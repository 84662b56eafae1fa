#include "reports/government_meaning.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "indicators/lexicon.h"
#include "reports/clause_figures.h"
#include "reports/document_kind.h"
#include "reports/matcher.h"
#include "reports/part.h"
#include "reports/sentence.h"

namespace yizheng::reports {
namespace {

// What may stand between an amount and its growth: 进出口总额9.5万亿元、比上年增长4.4%.
bool only_says_growth(std::string_view between) {
  static constexpr std::string_view words[] = {"，", ",", "、", "同比", "比上年", "较上年", "实际", "名义", "可比"};
  if (between.ends_with("增长")) {
    between.remove_suffix(std::string_view("增长").size());
  } else {
    return false;
  }
  for (bool more = true; more && !between.empty();) {
    more = false;
    for (const auto word : words) {
      if (!between.ends_with(word)) continue;
      between.remove_suffix(word.size());
      more = true;
    }
  }
  return between.empty();
}

// 由61.3%提高到62.5%: the same before and after.
bool only_says_change(std::string_view between) {
  static constexpr std::string_view words[] = {"提高到", "提升到", "增加到", "上升到", "增长到", "扩大到", "下降到",
                                               "提高至", "提升至", "增至",   "升至",   "降至",   "降到"};
  return std::find(std::begin(words), std::end(words), between) != std::end(words);
}

class Finder {
 public:
  Finder(std::string_view text, std::vector<Claim>& claims, const Names& names, const indicators::Catalogue& catalogue)
      : text_(text),
        figures_(claims),
        names_(names),
        catalogue_(catalogue),
        lexicon_(catalogue.government_lexicon()),
        matcher_(lexicon_) {}

  void run() {
    SentenceReader reader(text_, lexicon_);
    Sentence sentence;
    while (!figures_.at_end() && reader.next(sentence)) {
      if (sentence.starts_paragraph) matcher_.begin_paragraph(false);
      while (figures_.next(sentence)) clause(sentence);
      matcher_.remember(sentence);
    }
  }

 private:
  void clause(const Sentence& sentence) {
    const auto clause = figures_.clause();
    const auto& figures = figures_.figures();
    if (!sentence.hits.empty() && !figures.empty()) {
      find_parts(text_, sentence.clause_begin(clause), sentence.clause_end(clause), figures, parts_);
    }
    for (std::size_t i = 0; i < figures.size(); ++i) {
      auto& claim = *figures[i];
      if (claim.indicator < 0 && !sentence.hits.empty()) {
        claim.indicator =
            matcher_.find(sentence, claim, parts_[i], lexicon_.units_of(names_.text(claim.unit))).indicator;
      }
      if (claim.indicator < 0 && before_ != nullptr) claim.indicator = told_beside(*before_, claim);
      before_ = &claim;
    }
  }

  // The level reached beside the one before, or the growth beside the amount that grew; -1 where it is neither.
  std::int16_t told_beside(const Claim& amount, const Claim& claim) const {
    if (amount.indicator < 0 || claim.begin < amount.end) return -1;
    if (claim.unit == amount.unit && only_says_change(text_.substr(amount.end, claim.begin - amount.end))) {
      return amount.indicator;
    }
    if (claim.kind != ClaimKind::CHANGE || names_.text(claim.unit) != "%") return -1;
    if (!only_says_growth(text_.substr(amount.end, claim.begin - amount.end))) return -1;
    const auto found = catalogue_.find(catalogue_.at(amount.indicator).code + "_growth");
    return static_cast<std::int16_t>(found);
  }

  std::string_view text_;
  ClauseFigures figures_;
  const Names& names_;
  const indicators::Catalogue& catalogue_;
  const indicators::Lexicon& lexicon_;
  Matcher matcher_;
  const Claim* before_ = nullptr;
  std::vector<Part> parts_;
};

}  // namespace

void find_government_meaning(std::string_view text, std::vector<Claim>& claims, const Names& names,
                             const indicators::Catalogue& catalogue) {
  if (claims.empty() || document_kind(text) == DocumentKind::COMMITTEE) return;
  Finder(text, claims, names, catalogue).run();
}

}  // namespace yizheng::reports
