#include "identity/profile.h"

#include "identity/notices.h"
#include "identity/people.h"
#include "identity/profile_check.h"
#include "store/ledger.h"
#include "text/names.h"

// GCC 12 at -O2 takes the small buffers of strings moved out of a tuple for one another (GCC bug 105651).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Warray-bounds"
#pragma GCC diagnostic ignored "-Wstringop-overflow"
#endif

namespace yizheng::identity {
namespace {

using Row =
    std::tuple<Id, Id, std::string, Instant, std::string, PersonChangeState, std::optional<Instant>, std::string>;

constexpr std::string_view select_changes =
    "SELECT c.id, c.person_id, p.name, c.requested_at, c.changes, c.state, c.decided_at, c.reason FROM person_changes c"
    " JOIN persons p ON p.committee_id = c.committee_id AND p.id = c.person_id WHERE c.committee_id = ?";

PersonChange from(Row row) {
  auto& [id, person_id, name, requested_at, changes, state, decided_at, reason] = row;
  return {id,
          person_id,
          std::move(name),
          requested_at,
          read_json<std::map<std::string, FieldChange>>(json::parse(changes)),
          state,
          decided_at,
          std::move(reason)};
}

// The ledger learns which fields are meant, never what is in them: they are personal.
void append_to_ledger(store::Write& write, const http::Caller& caller, Id change_id, const char* action,
                      std::string before, std::string after, const std::map<std::string, FieldChange>& changes) {
  json::array fields;
  for (const auto& [name, change] : changes) fields.emplace_back(name);
  store::append(write, {.committee_id = caller.committee_id,
                        .action = action,
                        .subject_kind = "person_change",
                        .subject_id = change_id,
                        .actor_account_id = caller.account_id,
                        .actor_role = caller.acting_role(),
                        .from_state = std::move(before),
                        .to_state = std::move(after),
                        .detail = json::serialize(json::object{{"fields", std::move(fields)}})});
}

void close(store::Write& write, Id committee_id, Id id, PersonChangeState state) {
  write.db.execute("UPDATE person_changes SET state = ?, decided_at = ? WHERE committee_id = ? AND id = ?", state,
                   write.at, committee_id, id);
}

void apply(store::Write& write, Id committee_id, Id person_id, const std::map<std::string, FieldChange>& changes) {
  auto changed = profile_of(write.db, committee_id, person_id);
  const auto name_before = changed.name;
  boost::mp11::mp_for_each<yizheng::detail::members_of<Profile>>([&](auto d) {
    if (const auto found = changes.find(d.name); found != changes.end()) changed.*d.pointer = found->second.to;
  });
  write.db.execute(
      "UPDATE persons SET name = ?, sort_key = ?, gender = ?, phone = ?, email = ?, address = ?, postcode = ?"
      " WHERE committee_id = ? AND id = ?",
      changed.name, text::sort_key_by_strokes(changed.name), changed.gender, changed.phone, changed.email,
      changed.address, changed.postcode, committee_id, person_id);
  if (const auto membership = active_membership(write.db, committee_id, person_id)) {
    write.db.execute(
        "UPDATE memberships SET employer = ?, post = ?, version = version + 1 WHERE committee_id = ? AND id = ?",
        changed.employer, changed.post, committee_id, membership->id);
  }
  if (changed.name != name_before) {
    write.db.execute(
        "UPDATE accounts SET display_name = ?, version = version + 1"
        " WHERE committee_id = ? AND person_id = ? AND display_name = ?",
        changed.name, committee_id, person_id, name_before);
  }
}

}  // namespace

Profile profile_of(store::Connection& db, Id committee_id, Id person_id) {
  auto found = person(db, committee_id, person_id);
  if (!found) throw not_found("人员", "person");
  Profile profile{found->name, found->gender, found->phone, found->email, found->address, found->postcode, "", ""};
  if (auto membership = active_membership(db, committee_id, person_id)) {
    profile.employer = std::move(membership->employer);
    profile.post = std::move(membership->post);
  }
  return profile;
}

std::optional<PersonChange> pending_change(store::Connection& db, Id committee_id, Id person_id) {
  auto row = db.select_one<Row>(std::string(select_changes) + " AND c.person_id = ? AND c.state = 'PENDING'",
                                committee_id, person_id);
  return row ? std::optional(from(std::move(*row))) : std::nullopt;
}

std::optional<PersonChange> person_change(store::Connection& db, Id committee_id, Id id) {
  auto row = db.select_one<Row>(std::string(select_changes) + " AND c.id = ?", committee_id, id);
  return row ? std::optional(from(std::move(*row))) : std::nullopt;
}

std::vector<PersonChange> person_changes(store::Connection& db, Id committee_id, PersonChangeState state,
                                         std::optional<Id> after, std::size_t limit) {
  std::vector<PersonChange> found;
  for (auto& row : db.select<Row>(std::string(select_changes) + " AND c.state = ? AND c.id > ? ORDER BY c.id LIMIT ?",
                                  committee_id, state, after.value_or(Id{}), limit)) {
    found.push_back(from(std::move(row)));
  }
  return found;
}

void request_change(store::Write& write, const RoleBook& book, const http::Caller& caller, const Profile& wanted) {
  check_profile(wanted);
  const auto current = profile_of(write.db, caller.committee_id, caller.person_id);
  const bool member = active_membership(write.db, caller.committee_id, caller.person_id).has_value();
  std::map<std::string, FieldChange> changes;
  boost::mp11::mp_for_each<yizheng::detail::members_of<Profile>>([&](auto d) {
    const auto& before = current.*d.pointer;
    const auto& after = wanted.*d.pointer;
    if (before != after) changes.emplace(d.name, FieldChange{before, after});
  });
  if (!member && (changes.contains("employer") || changes.contains("post"))) {
    throw invalid_field(changes.contains("employer") ? "/employer" : "/post",
                        "只有现任委员可以填写工作单位和职务,请留空。",
                        "Only members of the present term have an employer and a post here; leave them empty.");
  }
  const auto pending = pending_change(write.db, caller.committee_id, caller.person_id);
  if (changes.empty()) {
    if (!pending) {
      throw Problem(422, "nothing_changed", "所填内容与现有资料相同,没有需要审核的修改。",
                    "Nothing differs from what is recorded, so there is nothing to approve.");
    }
    close(write, caller.committee_id, pending->id, PersonChangeState::WITHDRAWN);
    append_to_ledger(write, caller, pending->id, "person_change.withdraw", "PENDING", "WITHDRAWN", pending->changes);
    return;
  }
  if (pending) {
    close(write, caller.committee_id, pending->id, PersonChangeState::SUPERSEDED);
    append_to_ledger(write, caller, pending->id, "person_change.supersede", "PENDING", "SUPERSEDED", pending->changes);
  }
  const auto id = new_id();
  write.db.execute(
      "INSERT INTO person_changes (committee_id, id, person_id, requested_by, requested_at, changes, state, reason)"
      " VALUES (?, ?, ?, ?, ?, ?, 'PENDING', '')",
      caller.committee_id, id, caller.person_id, caller.account_id, write.at, to_json(changes));
  append_to_ledger(write, caller, id, "person_change.request", "", "PENDING", changes);
  if (!book.roles_with) return;
  std::vector<Id> deciders;
  for (const auto& role : book.roles_with("organisation.manage")) {
    const auto holders = accounts_with_role(write.db, caller.committee_id, role);
    deciders.insert(deciders.end(), holders.begin(), holders.end());
  }
  std::erase(deciders, caller.account_id);
  notify(write, {caller.committee_id, "notice.person_change.requested", "person_change", id, {{"name", current.name}}},
         deciders);
}

PersonChange decide_change(store::Write& write, const http::Caller& caller, Id id, bool approve,
                           const std::string& reason) {
  auto change = person_change(write.db, caller.committee_id, id);
  if (!change) throw not_found("资料变更申请", "change of personal data");
  if (change->person_id == caller.person_id) {
    throw forbidden("不能审核自己的资料变更,请由其他人审核。", "You cannot decide your own change; ask a colleague.");
  }
  if (change->state != PersonChangeState::PENDING) {
    throw conflict("already_decided", "该申请已处理或已撤回,请刷新列表。",
                   "This request has been decided or withdrawn; reload the list.");
  }
  if (!approve && reason.empty()) {
    throw invalid_field("/reason", "不同意时请写明理由。", "Give a reason when you refuse.");
  }
  check_reason(reason);
  if (approve) apply(write, caller.committee_id, change->person_id, change->changes);
  const auto state = approve ? PersonChangeState::APPROVED : PersonChangeState::REFUSED;
  write.db.execute(
      "UPDATE person_changes SET state = ?, decided_by = ?, decided_at = ?, reason = ? WHERE committee_id = ? AND id = "
      "?",
      state, caller.account_id, write.at, reason, caller.committee_id, id);
  append_to_ledger(write, caller, id, approve ? "person_change.approve" : "person_change.refuse", "PENDING",
                   std::string(enum_name(state)), change->changes);
  notify(write,
         {caller.committee_id,
          approve ? "notice.person_change.approved" : "notice.person_change.refused",
          "person_change",
          id,
          {{"reason", reason}}},
         accounts_of_person(write.db, caller.committee_id, change->person_id));
  return *person_change(write.db, caller.committee_id, id);
}

}  // namespace yizheng::identity
