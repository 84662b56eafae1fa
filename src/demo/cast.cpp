#include "demo/cast.h"

#include "committee/organisation_actions.h"
#include "demo/account.h"
#include "demo/names.h"
#include "demo/organisations.h"
#include "demo/places.h"
#include "identity/people.h"
#include "store/ledger.h"

namespace yizheng::demo {
namespace {

using committee::OrganisationKind;

void record(store::Write& write, Id committee_id, const char* action, const char* kind, Id subject) {
  store::LedgerEntry entry;
  entry.committee_id = committee_id;
  entry.action = action;
  entry.subject_kind = kind;
  entry.subject_id = subject;
  entry.detail = "{}";
  store::append(write, entry);
}

// Plenaries open on the second Tuesday of January; the newest has been over for two months at least.
Date plenary_of(int year) {
  Date day = make_date(year, 1, 8);
  while (day.iso_weekday() != 2) day = day + 1;
  return day;
}

std::string party_of(std::string_view sector, Random& random) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> own{{{"民革界", "RCCK"},
                                                                              {"民盟界", "CDL"},
                                                                              {"民建界", "CNDCA"},
                                                                              {"民进界", "CAPD"},
                                                                              {"农工党界", "CPWDP"},
                                                                              {"致公党界", "CZGP"},
                                                                              {"九三学社界", "JIUSAN"}}};
  for (const auto& [name, code] : own) {
    if (sector == name) return std::string(code);
  }
  if (sector == "无党派界") return "NO_PARTY";
  if (sector == "中共界" || random.chance(45)) return "CPC";
  return random.chance(60) ? "MASSES" : "NO_PARTY";
}

}  // namespace

Cast::Cast(store::Write& write, const committee::Pack& pack, DemoSize size, Random& random, Date today)
    : pack_(pack), password_hash_(identity::hash_password(demo_password, true)) {
  make_sessions(write, pack, today);
  make_organisations(write, pack, size);
  make_members(write, size, random);
  make_offices(write, random);
}

void Cast::make_sessions(store::Write& write, const committee::Pack& pack, Date today) {
  int newest = today.year();
  while (plenary_of(newest) + 60 > today) --newest;
  committee::NewCommittee wanted;
  wanted.code = "demo";
  wanted.name = std::string(committee_name);
  wanted.term_number = 10;
  wanted.term_starts_on = make_date(newest - 2, 1, 1);
  wanted.term_ends_on = make_date(newest + 2, 12, 31);
  const auto at = [](Date day, int hour) { return Instant{start_of(day).ms + hour * 3'600'000LL}; };
  const Date first = plenary_of(newest - 2);
  wanted.session_opens_on = first;
  wanted.session_closes_on = first + 3;
  wanted.window_opens_at = at(add_months(first, -3), 9);
  wanted.deadline_at = at(first + 2, 12);
  const auto made = committee::create_committee(write, pack, wanted);
  committee = made.committee;
  term = made.term;
  sessions.push_back(made.session);
  founder_.committee_id = committee.committee_id;
  for (int number = 2; number <= 3; ++number) {
    const Date opens = plenary_of(newest - 3 + number);
    committee::SessionBody body;
    body.term_id = term.id;
    body.number = number;
    body.opens_on = opens;
    body.closes_on = opens + 3;
    body.window_opens_at = at(add_months(opens, -3), 9);
    body.deadline_at = at(opens + 2, 12);
    sessions.push_back(committee::create_session(write, founder_, body));
  }
}

void Cast::make_organisations(store::Write& write, const committee::Pack& pack, DemoSize size) {
  for (const auto& entry : organisation_entries()) {
    if (size == DemoSize::SMALL && !entry.in_small) continue;
    committee::OrganisationBody body;
    body.kind = entry.kind;
    body.name = std::string(entry.name);
    body.code = std::string(entry.code);
    body.short_name = std::string(entry.short_name);
    if (!entry.subkind.empty()) body.subkind = std::string(entry.subkind);
    organisations_.push_back(committee::create_organisation(write, pack, founder_, body));
    if (entry.kind == OrganisationKind::SPECIAL_COMMITTEE) special_committees.push_back(organisations_.back().id);
  }
}

const committee::Organisation* Cast::organisation_of(OrganisationKind kind, std::size_t index) const {
  std::vector<const committee::Organisation*> found;
  for (const auto& organisation : organisations_) {
    if (organisation.kind == kind) found.push_back(&organisation);
  }
  return found.empty() ? nullptr : found[index % found.size()];
}

const http::Caller* Cast::add_account(store::Write& write, const std::string& login, const std::string& name,
                                      std::optional<Id> person, const std::vector<http::Grant>& grants) {
  const Id id = insert_ready_account(write, {committee.committee_id, login, name, person, password_hash_, grants});
  auto caller = std::make_unique<http::Caller>();
  caller->committee_id = committee.committee_id;
  caller->account_id = id;
  caller->person_id = person.value_or(Id{});
  caller->grants = grants;
  for (const auto& grant : grants) {
    const auto* role = pack_.role(grant.role);
    if (role == nullptr) throw std::logic_error("the pack has no role " + grant.role);
    caller->permissions.insert(role->permissions.begin(), role->permissions.end());
  }
  record(write, committee.committee_id, "account.create", "account", id);
  return (callers_[login] = std::move(caller)).get();
}

void Cast::make_members(store::Write& write, DemoSize size, Random& random) {
  const std::size_t count = size == DemoSize::FULL ? 240 : 24;
  const auto names = make_names(random, count);
  const std::size_t standing = count / 6;
  for (std::size_t i = 0; i < count; ++i) {
    const auto* sector = organisation_of(OrganisationKind::SECTOR, i);
    identity::Person person;
    person.committee_id = committee.committee_id;
    person.id = new_id();
    person.name = names[i].name;
    person.gender = names[i].gender;
    // 0 after 1: no number of this form is given to anybody.
    person.phone = fmt::format("100{:08}", 20'000'000 + i * 137);
    person.email = fmt::format("m{:03}@qinghe.example", i + 1);
    person.address = fmt::format("{}{}{}号", district, places("road")[i % places("road").size()], 11 + i % 180);
    person.postcode = "000000";
    identity::insert_person(write, person);
    const auto work = make_work(random, sector->name);
    identity::Membership membership;
    membership.committee_id = committee.committee_id;
    membership.id = new_id();
    membership.person_id = person.id;
    membership.term_id = term.id;
    membership.member_number = fmt::format("QH10{:03}", i + 1);
    membership.sector_id = sector->id;
    membership.special_committee_id = special_committees[i % special_committees.size()];
    membership.party = party_of(sector->name, random);
    membership.activity_group_id = organisation_of(OrganisationKind::ACTIVITY_GROUP, i)->id;
    membership.employer = work.employer;
    membership.post = work.post;
    membership.standing = i > 0 && i <= standing;
    std::vector<http::Grant> grants{{"MEMBER", {}}};
    std::string login = i == 0 ? "member" : fmt::format("m{:03}", i + 1);
    if (membership.standing) grants = {{"STANDING_MEMBER", {}}};
    if (i == 1) login = "standing";
    if (i == 2) login = "chair", membership.cppcc_post = "主席", grants = {{"CHAIR", {}}, {"STANDING_MEMBER", {}}};
    if (i == 3 || i == 4) {
      login = i == 3 ? "vice-chair" : "vice-chair2";
      membership.cppcc_post = "副主席";
      grants = {{"VICE_CHAIR", {}}, {"STANDING_MEMBER", {}}};
    }
    if (i == 5 && standing >= 4) {
      login = "secretary", membership.cppcc_post = "秘书长", membership.standing = true;
      grants = {{"SECRETARY_GENERAL", {}}, {"STANDING_MEMBER", {}}};
    }
    if (i == 6) login = "convener", grants = {{"SECTOR_CONVENER", sector->id}, {"MEMBER", {}}};
    if (i == 7) login = "group", grants = {{"GROUP_LEADER", *membership.activity_group_id}, {"MEMBER", {}}};
    if (i == 8) login = "member2", grants = {{"MEMBER", {}}};
    identity::insert_membership(write, membership);
    record(write, committee.committee_id, "person.create", "person", person.id);
    const auto* caller = add_account(write, login, person.name, person.id, grants);
    members.push_back({person.id, person.name, sector->id, caller});
    if (i == 6) bodies.push_back({sector->id, sector->name, sector->kind, "", caller});
    if (i == 7) {
      const auto* group = organisation_of(OrganisationKind::ACTIVITY_GROUP, i);
      bodies.push_back({group->id, group->name, group->kind, "", caller});
    }
  }
}

void Cast::make_offices(store::Write& write, Random& random) {
  const auto office = [&](const char* login, const char* name, const char* role, Id organisation = {}) {
    return add_account(write, login, name, std::nullopt, {{role, organisation}});
  };
  office("clerk", "提案委员会办公室", "PROPOSAL_COMMITTEE");
  office("review", "提案审查委员会", "PROPOSAL_REVIEW_COMMITTEE");
  office("team", "大会秘书处提案组", "PLENARY_PROPOSAL_TEAM");
  office("office", "区政协办公室", "OFFICE_STAFF");
  for (const auto& organisation : organisations_) {
    switch (organisation.kind) {
      case OrganisationKind::SUPERVISION_OFFICE:
        if (organisation.subkind == "GOVERNMENT") {
          office("supervision", "区政府督查室", "SUPERVISION_OFFICE_GOV", organisation.id);
        } else {
          office("supervision-party", "区委督查室", "SUPERVISION_OFFICE_PARTY", organisation.id);
        }
        break;
      case OrganisationKind::HANDLING_UNIT: {
        // The housing bureau is the unit people sign in as first.
        const bool first = organisation.code == "housing";
        Unit unit{organisation.id, organisation.code, organisation.name, organisation.subkind, nullptr, nullptr};
        unit.officer = office((first ? "unit" : "unit-" + organisation.code).c_str(),
                              (organisation.name + "经办人").c_str(), "UNIT_OFFICER", organisation.id);
        unit.leader = office((first ? "unit-leader" : "leader-" + organisation.code).c_str(),
                             (organisation.name + "负责人").c_str(), "UNIT_LEADER", organisation.id);
        units.push_back(unit);
        break;
      }
      case OrganisationKind::PARTICIPATING_UNIT: {
        const bool first = organisation.code == "rcck";
        const auto* caller = office((first ? "party" : "party-" + organisation.code).c_str(), organisation.name.c_str(),
                                    "PARTICIPATING_UNIT", organisation.id);
        bodies.push_back({organisation.id, organisation.name, organisation.kind, organisation.subkind, caller});
        break;
      }
      case OrganisationKind::SPECIAL_COMMITTEE: {
        const bool first = organisation.code == "economy";
        const auto* caller = office((first ? "committee" : "committee-" + organisation.code).c_str(),
                                    organisation.name.c_str(), "SPECIAL_COMMITTEE_STAFF", organisation.id);
        bodies.push_back({organisation.id, organisation.name, organisation.kind, "", caller});
        break;
      }
      default:
        break;
    }
  }
  const auto leaders = make_names(random, 3);
  add_account(write, "leader", leaders[0].name + "(区委副书记)", std::nullopt, {{"PARTY_GOV_LEADER", {}}});
  add_account(write, "leader2", leaders[1].name + "(副区长)", std::nullopt, {{"PARTY_GOV_LEADER", {}}});
  add_account(write, "studio", organisation_of(OrganisationKind::MEMBER_STUDIO, 0)->name, std::nullopt,
              {{"MEMBER_STUDIO", organisation_of(OrganisationKind::MEMBER_STUDIO, 0)->id}});
  office("editor", "社情民意信息编辑", "OPINION_EDITOR");
  office("approver", "社情民意信息审批", "OPINION_APPROVER");
  office("issuer", "社情民意信息签发", "OPINION_ISSUER");
  office("informant", leaders[2].name.c_str(), "SPECIAL_INFORMANT");
  office("contact-point", "桂花苑社情民意联系点", "OPINION_CONTACT_POINT");
  office("audit", "派驻纪检监察组", "AUDITOR");
  office("sysadmin", "系统管理员", "SYS_ADMIN");
  office("secadmin", "安全管理员", "SEC_ADMIN");
  office("auditadmin", "审计管理员", "AUDIT_ADMIN");
}

const http::Caller& Cast::as(const std::string& login) const {
  const auto found = callers_.find(login);
  if (found == callers_.end()) throw std::logic_error("the demo has no account " + login);
  return *found->second;
}

const Unit& Cast::unit(std::string_view code) const {
  const Unit* office = nullptr;
  for (const auto& unit : units) {
    if (unit.code == code) return unit;
    if (unit.code == "office_gov") office = &unit;
  }
  return *office;
}

const http::Caller& Cast::office_of(const Unit& unit) const {
  return as(unit.system == "GOVERNMENT" ? "supervision" : "supervision-party");
}

}  // namespace yizheng::demo
