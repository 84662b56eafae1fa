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

// A notice as its account sees it.
struct NoticeItem {
  Id id;
  std::string kind;
  std::string subject_kind;
  Id subject_id;
  std::map<std::string, std::string> parameters;
  Instant created_at;
  std::optional<Instant> read_at;
};
BOOST_DESCRIBE_STRUCT(NoticeItem, (), (id, kind, subject_kind, subject_id, parameters, created_at, read_at))

// Newest first; `after` is the id of the last one already seen.
std::vector<NoticeItem> notices_of(store::Connection& db, Id committee_id, Id account_id, bool unread_only,
                                   std::optional<Id> after, std::size_t limit);
std::int64_t unread_notices(store::Connection& db, Id committee_id, Id account_id);

// False when the account has no such notice. Reading a notice changes no record, so the ledger does not hear of it.
bool mark_read(store::Write& write, Id committee_id, Id account_id, Id notice_id);
std::int64_t mark_all_read(store::Write& write, Id committee_id, Id account_id);  // how many were unread

}  // namespace yizheng::identity
