#include "committee/member_actions.h"

#include "committee/organisation.h"
#include "identity/profile.h"
#include "identity/profile_check.h"
#include "store/ledger.h"
#include "store/update.h"
#include "text/utf8.h"

namespace yizheng::committee {
namespace {

using identity::Membership;

Term newest_term(store::Connection& db, Id committee_id) {
  auto all = terms(db, committee_id);
  if (all.empty()) throw conflict("no_term", "还没有建立届,请先建立。", "There is no term yet. Make it first.");
  return all.front();
}

std::optional<Membership> membership_in(store::Connection& db, Id committee_id, Id person_id, Id term_id) {
  static const std::string sql = "SELECT " + store::columns_of<Membership>() +
                                 " FROM memberships WHERE committee_id = ? AND person_id = ? AND term_id = ?";
  return db.select_one<Membership>(sql, committee_id, person_id, term_id);
}

void check_place(store::Connection& db, Id committee_id, const std::optional<Id>& id, const char* field,
                 std::initializer_list<OrganisationKind> kinds) {
  if (!id) return;
  const auto found = organisation(db, committee_id, *id);
  if (!found || std::find(kinds.begin(), kinds.end(), found->kind) == kinds.end()) {
    throw invalid_field(field, "本会没有这个组织,请从列表中选择。",
                        "This committee has no such organisation of this kind. Choose one of the list.");
  }
}

void check(store::Connection& db, const Pack& pack, const Membership& made) {
  check_place(db, made.committee_id, made.sector_id, "/sector_id", {OrganisationKind::SECTOR});
  check_place(db, made.committee_id, made.special_committee_id, "/special_committee_id",
              {OrganisationKind::SPECIAL_COMMITTEE});
  check_place(db, made.committee_id, made.activity_group_id, "/activity_group_id",
              {OrganisationKind::ACTIVITY_GROUP, OrganisationKind::TOWNSHIP_LIAISON_GROUP});
  if (!made.party.empty() && pack.choice("parties", made.party) == nullptr) {
    throw invalid_field("/party", "请从规则包的“政治面貌”中选择。", "Choose one of the pack's parties.");
  }
  if (text::length(made.member_number) > 40) {
    throw invalid_field("/member_number", "委员编号最多 40 个字符。", "A member's number has at most 40 characters.");
  }
  if (text::length(made.cppcc_post) > 40) {
    throw invalid_field("/cppcc_post", "政协职务最多 40 字。", "A post has at most 40 characters.");
  }
  if (text::length(made.employer) > 100) {
    throw invalid_field("/employer", "工作单位最多 100 字。", "An employer has at most 100 characters.");
  }
  if (text::length(made.post) > 100) {
    throw invalid_field("/post", "职务最多 100 字。", "A post has at most 100 characters.");
  }
  if (made.member_number.empty()) return;
  const auto taken = db.select_one<Id>(
      "SELECT id FROM memberships WHERE committee_id = ? AND term_id = ? AND member_number = ? AND id <> ?",
      made.committee_id, made.term_id, made.member_number, made.id);
  if (taken) {
    throw Problem(409, "already_exists", "本届已有这个委员编号,请换一个。",
                  "Another member of this term has this number. Choose another.", "/member_number");
  }
}

// The ledger learns who and what, not how to reach him.
void record(store::Write& write, const http::Caller& caller, const char* action, const Membership& made,
            std::string before, json::object detail) {
  detail["membership_id"] = to_string(made.id);
  store::append(write, {.committee_id = caller.committee_id,
                        .action = action,
                        .subject_kind = "person",
                        .subject_id = made.person_id,
                        .actor_account_id = caller.account_id,
                        .actor_role = caller.acting_role({"OFFICE_STAFF"}),
                        .from_state = std::move(before),
                        .to_state = std::string(enum_name(made.status)),
                        .detail = json::serialize(detail)});
}

identity::Person new_person(store::Write& write, Id committee_id, const MemberBody& body) {
  identity::Profile profile{body.name.value_or(""),     body.gender.value_or(""),  body.phone.value_or(""),
                            body.email.value_or(""),    body.address.value_or(""), body.postcode.value_or(""),
                            body.employer.value_or(""), body.post.value_or("")};
  identity::check_profile(profile);
  identity::Person person{committee_id,  new_id(),        profile.name,    "", profile.gender, profile.phone,
                          profile.email, profile.address, profile.postcode};
  identity::insert_person(write, person);
  return person;
}

void take_away(const MemberPatch& patch, Membership& made, json::array& fields) {
  if (!patch.clear) return;
  for (std::size_t i = 0; i < patch.clear->size(); ++i) {
    const auto& name = (*patch.clear)[i];
    const auto clear = [&](const std::optional<Id>& wanted, std::optional<Id>& place) {
      if (wanted) {
        throw invalid_field("/clear/" + std::to_string(i), "同一项不能既填写又清除。",
                            "The same field cannot be both set and cleared.");
      }
      place.reset();
      fields.emplace_back(name);
    };
    if (name == "sector_id") {
      clear(patch.sector_id, made.sector_id);
    } else if (name == "special_committee_id") {
      clear(patch.special_committee_id, made.special_committee_id);
    } else if (name == "activity_group_id") {
      clear(patch.activity_group_id, made.activity_group_id);
    } else {
      throw invalid_field("/clear/" + std::to_string(i), "只能清除界别、专门委员会或活动小组。",
                          "Only sector_id, special_committee_id and activity_group_id can be cleared.");
    }
  }
}

}  // namespace

MemberView member(store::Connection& db, Id committee_id, Id person_id) {
  const auto person = identity::person(db, committee_id, person_id);
  const auto found =
      person ? membership_in(db, committee_id, person_id, newest_term(db, committee_id).id) : std::nullopt;
  if (!found) throw not_found("本届这位委员", "member of this term");
  return {person->id, person->name, person->gender, *found};
}

MemberView add_member(store::Write& write, const Pack& pack, const http::Caller& caller, const MemberBody& body) {
  auto& db = write.db;
  const auto term = newest_term(db, caller.committee_id);
  if (body.person_id) {
    if (!identity::person(db, caller.committee_id, *body.person_id)) {
      throw invalid_field("/person_id", "本会没有这个人员,请从名册中选择。",
                          "This committee has no such person. Choose one of its register.");
    }
    if (body.name || body.gender || body.phone || body.email || body.address || body.postcode) {
      throw invalid_field("/person_id", "已有人员的个人资料由本人申请修改,这里请不要填写。",
                          "The data of a person who is known already is changed by himself. Leave it out here.");
    }
    if (membership_in(db, caller.committee_id, *body.person_id, term.id)) {
      throw conflict("already_exists", "这位人员已在本届委员名单中。",
                     "This person is in the roll of this term already.");
    }
  }
  const Id person_id = body.person_id ? *body.person_id : new_person(write, caller.committee_id, body).id;
  Membership made{.committee_id = caller.committee_id,
                  .id = new_id(),
                  .person_id = person_id,
                  .term_id = term.id,
                  .member_number = body.member_number.value_or(""),
                  .sector_id = body.sector_id,
                  .special_committee_id = body.special_committee_id,
                  .party = body.party.value_or(""),
                  .activity_group_id = body.activity_group_id,
                  .employer = body.employer.value_or(""),
                  .post = body.post.value_or(""),
                  .standing = body.standing.value_or(false),
                  .cppcc_post = body.cppcc_post.value_or("")};
  check(db, pack, made);
  identity::insert_membership(write, made);
  record(write, caller, "member.add", made, "", {{"number", made.member_number}});
  return member(db, caller.committee_id, person_id);
}

MemberView change_member(store::Write& write, const Pack& pack, const http::Caller& caller, Id person_id,
                         const MemberPatch& patch, std::int64_t version) {
  const Membership before = member(write.db, caller.committee_id, person_id).membership;
  if (before.version != version) {
    throw Problem(412, "changed_meanwhile", "这位委员的登记刚被别人修改过,请重新打开后再改。",
                  "This member's entry was changed meanwhile. Open it again, then change it.");
  }
  Membership made = before;
  json::array fields;
  const auto take = [&](const char* name, const auto& from, auto& to) {
    if (!from) return;
    to = *from;
    fields.emplace_back(name);
  };
  take("member_number", patch.member_number, made.member_number);
  take("sector_id", patch.sector_id, made.sector_id);
  take("special_committee_id", patch.special_committee_id, made.special_committee_id);
  take("activity_group_id", patch.activity_group_id, made.activity_group_id);
  take("party", patch.party, made.party);
  take("employer", patch.employer, made.employer);
  take("post", patch.post, made.post);
  take("cppcc_post", patch.cppcc_post, made.cppcc_post);
  take("standing", patch.standing, made.standing);
  take("status", patch.status, made.status);
  take_away(patch, made, fields);
  check(write.db, pack, made);
  ++made.version;
  store::update(write.db, "memberships", made, {"committee_id", "id"});
  record(write, caller, "member.change", made, std::string(enum_name(before.status)), {{"fields", std::move(fields)}});
  return member(write.db, caller.committee_id, person_id);
}

}  // namespace yizheng::committee
