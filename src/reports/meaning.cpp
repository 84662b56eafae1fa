#include "reports/meaning.h"

#include <optional>

#include "indicators/lexicon.h"
#include "reports/clause_figures.h"
#include "reports/document_kind.h"
#include "reports/last_year.h"
#include "reports/learned.h"
#include "reports/matcher.h"
#include "reports/part.h"
#include "reports/period.h"
#include "reports/scope.h"
#include "reports/subject.h"

namespace yizheng::reports {
namespace {

bool counts_something(const Claim& claim) {
  return claim.kind == ClaimKind::COUNT || claim.kind == ClaimKind::SHARE || claim.kind == ClaimKind::RATE ||
         claim.kind == ClaimKind::MONEY;
}

class MeaningFinder {
 public:
  MeaningFinder(std::string_view text, std::vector<Claim>& claims, Names& names, const indicators::Catalogue& catalogue,
                const MeaningOptions& options)
      : text_(text),
        figures_(claims),
        names_(names),
        lexicon_(catalogue.lexicon()),
        matcher_(lexicon_),
        learned_(options.learned, catalogue),
        kind_(document_kind(text)),
        periods_(text, options.year),
        subjects_(text, names),
        scopes_(text),
        catalogue_(catalogue) {}

  void run() {
    SentenceReader reader(text_, lexicon_, kind_ == DocumentKind::COMMITTEE);
    Sentence sentence;
    bool after_heading = false;
    while (!figures_.at_end() && reader.next(sentence)) {
      if (sentence.starts_paragraph) matcher_.begin_paragraph(after_heading);
      after_heading = sentence.is_heading;
      periods_.read(sentence.begin, sentence.end);
      scopes_.read(sentence);
      before_ = nullptr;
      while (figures_.next(sentence)) clause(sentence);
      matcher_.remember(sentence);
    }
  }

 private:
  void clause(const Sentence& sentence) {
    const auto clause = figures_.clause();
    const auto& figures = figures_.figures();
    if (figures.empty()) return;
    find_parts(text_, sentence.clause_begin(clause), sentence.clause_end(clause), figures, parts_);
    for (std::size_t i = 0; i < figures.size(); ++i) {
      figure(sentence, clause, *figures[i], parts_[i]);
      before_ = figures[i];
    }
  }

  void figure(const Sentence& sentence, std::size_t clause, Claim& claim, const Part& part) {
    claim.period = periods_.of(claim);
    const bool last_year = is_of_last_year(text_, claim.begin);
    if (last_year && claim.period > 0) --claim.period;
    if (!learned_.empty()) {
      if (const auto found = learned_.find(text_, sentence.clause_begin(clause), sentence.clause_end(clause),
                                           figures_.figures(), names_.text(claim.unit))) {
        claim.indicator = *found;
        claim.by_hand = true;
        if (claim.indicator >= 0) describe(sentence, clause, claim);
        return;
      }
    }
    if (kind_ != DocumentKind::COMMITTEE || !counts_something(claim)) return;
    auto match = matcher_.find(sentence, claim, part, units_of(claim.unit));
    // 12个工作室, 读书群12个: the noun is the unit, but a rule may count it by 个 alone.
    const auto noun = names_.text(claim.unit);
    if (match.indicator < 0 && !noun.empty() &&
        text_.substr(claim.begin, claim.end - claim.begin).find("个") != std::string_view::npos) {
      match = matcher_.find(sentence, claim, part, units_of(0), noun);
    }
    claim.indicator = match.indicator;
    claim.implied = match.implied;
    // 收到信息624条,比上年的518条增长: nothing but the year is said of the second figure.
    if (claim.indicator < 0 && last_year && before_ != nullptr && before_->unit == claim.unit) {
      claim.indicator = before_->indicator;
    }
    describe(sentence, clause, claim);
  }

  void describe(const Sentence& sentence, std::size_t clause, Claim& claim) {
    claim.subject = subjects_.of(sentence, clause, claim);
    if (claim.indicator < 0) return;
    claim.scope = names_.of(scopes_.of(sentence, clause, claim, catalogue_.at(claim.indicator).code));
  }

  // Looked up once for each unit of the document.
  const indicators::UnitSet& units_of(Name unit) {
    if (unit >= units_.size()) units_.resize(unit + 1);
    auto& known = units_[unit];
    if (!known) known = lexicon_.units_of(names_.text(unit));
    return *known;
  }

  std::string_view text_;
  ClauseFigures figures_;
  Names& names_;
  const indicators::Lexicon& lexicon_;
  Matcher matcher_;
  LearnedMappings learned_;
  DocumentKind kind_;
  Periods periods_;
  Subjects subjects_;
  Scopes scopes_;
  const indicators::Catalogue& catalogue_;
  const Claim* before_ = nullptr;  // the figure told before in this sentence
  std::vector<Part> parts_;
  std::vector<std::optional<indicators::UnitSet>> units_;
};

}  // namespace

void find_meaning(std::string_view text, std::vector<Claim>& claims, Names& names,
                  const indicators::Catalogue& catalogue, const MeaningOptions& options) {
  if (claims.empty()) return;
  MeaningFinder(text, claims, names, catalogue, options).run();
}

}  // namespace yizheng::reports
