#include "reports/relations.h"

#include <algorithm>

#include "reports/relation_finders.h"

namespace yizheng::reports {
namespace {

std::uint32_t place_of(const Check& check) {
  auto place = check.total.value_or(check.stated_claim.value_or(~std::uint32_t{0}));
  for (const auto part : check.parts) place = std::min(place, part);
  return place;
}

}  // namespace

std::vector<Check> find_relations(std::string_view text, const std::vector<Claim>& claims, const Names& names,
                                  const indicators::Catalogue& catalogue) {
  std::vector<Check> checks;
  const RelationText around(text, claims, names, catalogue);
  ShareFinder shares(around, checks);
  AverageFinder averages(around, checks);
  around.each_paragraph([&](const Paragraph& paragraph) {
    const auto first_check = checks.size();
    find_lists(around, paragraph, checks);
    shares.find(paragraph);
    find_sums(around, paragraph, checks);
    find_ratios(around, paragraph, checks);
    for (std::size_t sentence = 0; sentence < paragraph.sentences.size();) {
      const Figures figures(around, paragraph, sentence, sentence);
      if (figures.size() == 0) continue;
      find_divisions(figures, paragraph, first_check, checks);
      find_rates(figures, paragraph, first_check, checks);
      find_growth(figures, first_check, checks);
      averages.find(figures, first_check);
    }
  });
  find_across(around, checks);
  std::stable_sort(checks.begin(), checks.end(),
                   [](const Check& a, const Check& b) { return place_of(a) < place_of(b); });
  return checks;
}

}  // namespace yizheng::reports
