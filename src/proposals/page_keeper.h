// Makes the pages that are outdated (proposals/stored_page.h), a few at a time behind people's own actions. The server
// owns one and stops it before the database. Two servers on one database may each have one: who comes second finds the
// page made.
#pragma once

#include <memory>

#include "store/database.h"

namespace yizheng::proposals {

class PageKeeper {
 public:
  explicit PageKeeper(store::Database& database);
  ~PageKeeper();
  PageKeeper(const PageKeeper&) = delete;
  PageKeeper& operator=(const PageKeeper&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Makes every outdated page now, on the calling thread (commands and tests).
void make_all_pages(store::Database& database);

}  // namespace yizheng::proposals
