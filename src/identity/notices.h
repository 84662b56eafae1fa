// Notices in the application, and the outbox that later carries mail and webhooks. Queued in the action's transaction.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/database.h"

namespace yizheng::identity {

// `kind` names a text in the interface's catalogues ("notice.proposal.assigned"); `parameters` fill it in.
struct Notice {
  Id committee_id;
  std::string kind;
  std::string subject_kind;  // "proposal"
  Id subject_id;
  std::map<std::string, std::string> parameters;  // {"title": "…", "number": "12"}
};

// One notice a distinct account.
void notify(store::Write& write, const Notice& notice, const std::vector<Id>& accounts);

}  // namespace yizheng::identity
