#include "reports/quantities.h"

#include "reports/figure_finder.h"

namespace yizheng::reports {

std::vector<Claim> find_quantities(std::string_view text, Names& names, bool keep_others) {
  std::vector<Claim> claims;
  FigureFinder(text, names, keep_others, claims).run();
  return claims;
}

}  // namespace yizheng::reports
