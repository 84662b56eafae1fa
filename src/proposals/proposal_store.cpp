#include "proposals/proposal_store.h"

#include <algorithm>

#include "store/update.h"

namespace yizheng::proposals {
namespace {

// All records of T that hang on a proposal. Several hundred calls a second pass here, so the text is made once.
// An order by id is written "+id": SQLite, which knows nothing of how many rows a committee has, would rather read all
// of them by their key than sort the few of one proposal.
template <class T>
std::vector<T> of_proposal(store::Connection& db, const char* table, const char* order, Id committee_id,
                           Id proposal_id) {
  static const std::string sql = "SELECT " + store::columns_of<T>() + " FROM " + table +
                                 " WHERE committee_id = ? AND proposal_id = ? ORDER BY " + order;
  return db.select<T>(sql, committee_id, proposal_id);
}

template <class T>
std::optional<T> by_id(store::Connection& db, const char* table, Id committee_id, Id id) {
  static const std::string sql =
      "SELECT " + store::columns_of<T>() + " FROM " + table + " WHERE committee_id = ? AND id = ?";
  return db.select_one<T>(sql, committee_id, id);
}

}  // namespace

std::optional<Proposal> find_proposal(store::Connection& db, Id committee_id, Id id) {
  return by_id<Proposal>(db, "proposals", committee_id, id);
}

ProposalText text_of(store::Connection& db, Id committee_id, Id proposal_id) {
  auto texts = of_proposal<ProposalText>(db, "proposal_texts", "proposal_id", committee_id, proposal_id);
  return texts.empty() ? ProposalText{committee_id, proposal_id, "", "", ""} : std::move(texts.front());
}

namespace {

Dossier dossier_of(store::Connection& db, Proposal proposal) {
  Dossier dossier{std::move(proposal), {}, {}, {}};
  const Id committee_id = dossier.proposal.committee_id, proposal_id = dossier.proposal.id;
  if (dossier.proposal.proposer_person_id) dossier.signers = signers_of(db, committee_id, proposal_id);
  if (dossier.proposal.filed_at) {
    dossier.assignments = assignments_of(db, committee_id, proposal_id);
    if (dossier.proposal.key_state != KeyState::NONE) dossier.key = key_record_of(db, committee_id, proposal_id);
  }
  return dossier;
}

}  // namespace

std::optional<Dossier> find_dossier(store::Connection& db, Id committee_id, Id proposal_id) {
  auto proposal = find_proposal(db, committee_id, proposal_id);
  if (!proposal) return std::nullopt;
  return dossier_of(db, std::move(*proposal));
}

std::optional<DossierPage> find_page(store::Connection& db, Id committee_id, Id proposal_id) {
  static const std::string sql =
      "SELECT " + store::columns_of<Proposal>("p") +
      ", COALESCE(t.body, ''), COALESCE(t.suggestions, ''), COALESCE(t.public_body, '')"
      ", COALESCE((SELECT s.title FROM sessions s WHERE s.committee_id = p.committee_id AND s.id = p.session_id), '')"
      ", CASE WHEN EXISTS (SELECT 1 FROM promises x WHERE x.committee_id = p.committee_id AND x.proposal_id = p.id) "
      "THEN 1 ELSE 0 END"
      ", CASE WHEN EXISTS (SELECT 1 FROM proposals x WHERE x.committee_id = p.committee_id AND x.merged_into_id = "
      "p.id) THEN 1 ELSE 0 END"
      ", CASE WHEN EXISTS (SELECT 1 FROM attachments x WHERE x.committee_id = p.committee_id AND x.owner_kind = "
      "'proposal' AND"
      " x.owner_id = p.id) THEN 1 ELSE 0 END"
      " FROM proposals p LEFT JOIN proposal_texts t ON t.committee_id = p.committee_id AND t.proposal_id = p.id"
      " WHERE p.committee_id = ? AND p.id = ?";
  auto row = db.select_one<std::tuple<Proposal, PageParts>>(sql, committee_id, proposal_id);
  if (!row) return std::nullopt;
  return DossierPage{dossier_of(db, std::move(std::get<0>(*row))), std::move(std::get<1>(*row))};
}

std::optional<Id> proposal_of_assignment(store::Connection& db, Id committee_id, Id assignment_id) {
  return db.select_one<Id>("SELECT proposal_id FROM assignments WHERE committee_id = ? AND id = ?", committee_id,
                           assignment_id);
}

std::optional<Promise> find_promise(store::Connection& db, Id committee_id, Id id) {
  return by_id<Promise>(db, "promises", committee_id, id);
}

std::vector<Signer> signers_of(store::Connection& db, Id committee_id, Id proposal_id) {
  return of_proposal<Signer>(db, "signers", "invited_at, person_id", committee_id, proposal_id);
}
std::vector<Assignment> assignments_of(store::Connection& db, Id committee_id, Id proposal_id) {
  return of_proposal<Assignment>(db, "assignments", "+id", committee_id, proposal_id);
}
std::vector<Contact> contacts_of(store::Connection& db, Id committee_id, Id proposal_id) {
  return of_proposal<Contact>(db, "contacts", "held_on, id", committee_id, proposal_id);
}
std::vector<Reply> replies_of(store::Connection& db, Id committee_id, Id proposal_id) {
  return of_proposal<Reply>(db, "replies", "round, id", committee_id, proposal_id);
}
std::vector<Feedback> feedback_of(store::Connection& db, Id committee_id, Id proposal_id) {
  return of_proposal<Feedback>(db, "feedback", "round, id", committee_id, proposal_id);
}
std::vector<Promise> promises_of(store::Connection& db, Id committee_id, Id proposal_id) {
  return of_proposal<Promise>(db, "promises", "due_on, id", committee_id, proposal_id);
}
std::vector<DeadlineRow> deadlines_of(store::Connection& db, Id committee_id, Id proposal_id) {
  return of_proposal<DeadlineRow>(db, "deadlines", "+id", committee_id, proposal_id);
}
std::vector<DeadlineRow> deadline_dates_of(store::Connection& db, Id committee_id, Id proposal_id) {
  static const std::string sql = [] {
    auto columns = store::columns_of<DeadlineRow>();
    const std::string_view steps = ", steps";
    columns.replace(columns.find(steps), steps.size(), ", '' AS steps");
    return "SELECT " + columns + " FROM deadlines WHERE committee_id = ? AND proposal_id = ? ORDER BY +id";
  }();
  return db.select<DeadlineRow>(sql, committee_id, proposal_id);
}
std::vector<SupervisionAct> supervision_acts_of(store::Connection& db, Id committee_id, Id proposal_id) {
  return of_proposal<SupervisionAct>(db, "supervision_acts", "held_on, id", committee_id, proposal_id);
}

std::optional<KeyRecord> key_record_of(store::Connection& db, Id committee_id, Id proposal_id) {
  auto keys = of_proposal<KeyRecord>(db, "key_records", "proposal_id", committee_id, proposal_id);
  if (keys.empty()) return std::nullopt;
  return std::move(keys.front());
}

std::vector<Proposal> merged_into(store::Connection& db, Id committee_id, Id main_id) {
  static const std::string sql = "SELECT " + store::columns_of<Proposal>() +
                                 " FROM proposals WHERE committee_id = ? AND merged_into_id = ? ORDER BY +id";
  return db.select<Proposal>(sql, committee_id, main_id);
}

void save(store::Connection& db, Proposal& proposal) {
  const auto read_version = proposal.version++;
  if (store::update(db, "proposals", proposal, {"committee_id", "id"}, "version = ?", {store::Value{read_version}}) !=
      1) {
    throw Problem(412, "changed_meanwhile", "这件提案刚刚被别人修改。请重新打开,核对后再试。",
                  "Somebody else has just changed this proposal. Open it again, compare, and retry.");
  }
}

void save(store::Connection& db, Assignment& assignment) {
  ++assignment.version;
  store::update(db, "assignments", assignment, {"committee_id", "id"});
}
void save(store::Connection& db, const Signer& signer) {
  store::update(db, "signers", signer, {"committee_id", "proposal_id", "person_id"});
}
void save(store::Connection& db, const Reply& reply) { store::update(db, "replies", reply, {"committee_id", "id"}); }
void save(store::Connection& db, const Promise& promise) {
  store::update(db, "promises", promise, {"committee_id", "id"});
}
void save(store::Connection& db, const DeadlineRow& deadline) {
  store::update(db, "deadlines", deadline, {"committee_id", "id"});
}
void save(store::Connection& db, const ProposalText& text) {
  store::update(db, "proposal_texts", text, {"committee_id", "proposal_id"});
}
void save(store::Connection& db, const KeyRecord& key) {
  store::update(db, "key_records", key, {"committee_id", "proposal_id"});
}

void erase_draft(store::Connection& db, Id committee_id, Id proposal_id) {
  for (const char* table : {"signers", "proposal_texts", "proposal_labels"}) {
    db.execute(fmt::format("DELETE FROM {} WHERE committee_id = ? AND proposal_id = ?", table), committee_id,
               proposal_id);
  }
  db.execute("DELETE FROM proposals WHERE committee_id = ? AND id = ?", committee_id, proposal_id);
}

std::int64_t next_number(store::Connection& db, Id committee_id, Id session_id, std::string_view kind) {
  if (db.execute(
          "UPDATE proposal_counters SET value = value + 1 WHERE committee_id = ? AND session_id = ? AND kind = ?",
          committee_id, session_id, kind) == 0) {
    db.execute("INSERT INTO proposal_counters (committee_id, session_id, kind, value) VALUES (?, ?, ?, 1)",
               committee_id, session_id, kind);
    return 1;
  }
  return *db.select_one<std::int64_t>(
      "SELECT value FROM proposal_counters WHERE committee_id = ? AND session_id = ? AND kind = ?", committee_id,
      session_id, kind);
}

std::vector<std::string> stored_labels(store::Connection& db, Id committee_id, Id proposal_id) {
  auto labels = db.select<std::string>("SELECT label FROM proposal_labels WHERE committee_id = ? AND proposal_id = ?",
                                       committee_id, proposal_id);
  std::sort(labels.begin(), labels.end());
  return labels;
}

bool put_labels(store::Connection& db, Id committee_id, Id proposal_id, const std::vector<std::string>& labels) {
  const auto before = stored_labels(db, committee_id, proposal_id);
  if (before == labels) return false;
  for (const auto& label : before) {
    if (!std::binary_search(labels.begin(), labels.end(), label)) {
      db.execute("DELETE FROM proposal_labels WHERE committee_id = ? AND label = ? AND proposal_id = ?", committee_id,
                 label, proposal_id);
    }
  }
  for (const auto& label : labels) {
    if (!std::binary_search(before.begin(), before.end(), label)) {
      db.execute("INSERT INTO proposal_labels (committee_id, label, proposal_id) VALUES (?, ?, ?)", committee_id, label,
                 proposal_id);
    }
  }
  return true;
}

}  // namespace yizheng::proposals
