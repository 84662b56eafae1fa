#include "proposals/import_register.h"

#include "committee/choices.h"
#include "identity/people.h"
#include "store/ledger.h"
#include "text/names.h"

namespace yizheng::proposals {
namespace {

using committee::OrganisationKind;

// The term that holds the sessions of imported years for which the committee has none. Terms count from 1.
constexpr int import_term = 0;

std::optional<ProposerKind> kind_of(const committee::Organisation& organisation) {
  switch (organisation.kind) {
    case OrganisationKind::PARTICIPATING_UNIT:
      return organisation.subkind == "PARTY" ? ProposerKind::COLLECTIVE_PARTY : ProposerKind::COLLECTIVE_ORG;
    case OrganisationKind::SECTOR:
      return ProposerKind::COLLECTIVE_SECTOR;
    case OrganisationKind::ACTIVITY_GROUP:
    case OrganisationKind::TOWNSHIP_LIAISON_GROUP:
      return ProposerKind::COLLECTIVE_GROUP;
    case OrganisationKind::SPECIAL_COMMITTEE:
      return ProposerKind::COLLECTIVE_COMMITTEE;
    default:
      return std::nullopt;
  }
}

struct NamedPerson {
  Id id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedPerson, (), (id, name))

}  // namespace

ImportRegister::ImportRegister(store::Connection& db, const committee::Rules& rules, const ImportOptions& options,
                               ImportReport& report)
    : options_(options), report_(report) {
  const Id committee = options.committee.committee_id;
  for (const auto& choice : committee::choices(db, rules.pack(), committee, "categories")) {
    category_codes_.insert(choice.code);
    for (const auto& name : {choice.code, choice.title.zh, choice.title.zh_hant, choice.title.en}) {
      if (!name.empty()) categories_.emplace(name, choice.code);
    }
  }
  sessions_ = committee::sessions(db, committee);
  std::sort(sessions_.begin(), sessions_.end(),
            [](const auto& a, const auto& b) { return a.window_opens_at > b.window_opens_at; });
  terms_ = committee::terms(db, committee);
  for (const auto& session : sessions_) {
    if (session.term_number == import_term) made_sessions_.insert(session.id);
  }
  if (!options.session.empty()) {
    const auto found = std::find_if(sessions_.begin(), sessions_.end(), [&](const committee::Session& s) {
      return s.title == options.session || to_string(s.id) == options.session;
    });
    if (found == sessions_.end()) {
      std::string titles;
      for (const auto& session : sessions_) titles += (titles.empty() ? "" : "、") + session.title;
      throw Problem(
          422, "session_unknown", fmt::format("没有届次“{}”。现有:{}", options.session, titles.empty() ? "无" : titles),
          fmt::format("There is no session \"{}\". There are: {}", options.session, titles.empty() ? "none" : titles));
    }
    chosen_ = *found;
  }
  for (auto& row : db.select<NamedPerson>("SELECT id, name FROM persons WHERE committee_id = ?", committee)) {
    persons_[row.name].push_back(row.id);
  }
  for (const auto& organisation : committee::organisations(db, committee)) {
    const auto kind = kind_of(organisation);
    if (!kind) continue;
    organisations_.emplace(organisation.name, Known{organisation.id, *kind});
    if (!organisation.short_name.empty())
      organisations_.emplace(organisation.short_name, Known{organisation.id, *kind});
  }
}

void ImportRegister::record(store::Write& write, const char* action, const char* kind, Id id,
                            std::string detail) const {
  store::LedgerEntry entry;
  entry.committee_id = options_.committee.committee_id;
  entry.action = action;
  entry.subject_kind = kind;
  entry.subject_id = id;
  entry.detail = std::move(detail);
  store::append(write, entry);
}

std::string ImportRegister::category(store::Write* write, const std::string& name) {
  if (const auto found = categories_.find(name); found != categories_.end()) return found->second;
  std::string code;
  for (std::size_t n = 1; code.empty() || category_codes_.contains(code); ++n) code = fmt::format("OWN_{}", n);
  if (write != nullptr) {
    // No English name is known; the name itself is better than a translation nobody made.
    committee::insert_choice(*write, options_.committee.committee_id, "categories",
                             {code, {name, text::to_traditional(name), name}, true});
    record(*write, "choice.import", "committee", options_.committee.committee_id,
           json::serialize(json::object{{"list", "categories"}, {"code", code}, {"title", name}}));
  }
  categories_.emplace(name, code);
  category_codes_.insert(code);
  report_.new_categories.push_back(name);
  return code;
}

Id ImportRegister::term_for(store::Write* write, int year) {
  const auto found =
      std::find_if(terms_.begin(), terms_.end(), [](const committee::Term& t) { return t.number == import_term; });
  const Date first = make_date(year, 1, 1), last = make_date(year, 12, 31);
  if (found == terms_.end()) {
    committee::Term term;
    term.committee_id = options_.committee.committee_id;
    term.id = new_id();
    term.number = import_term;
    term.starts_on = first;
    term.ends_on = last;
    term.pack_code = options_.committee.pack_code;
    if (write != nullptr) {
      committee::insert_term(*write, term);
      record(*write, "term.import", "term", term.id, to_json(term));
    }
    terms_.push_back(term);
    return term.id;
  }
  if (first < found->starts_on || last > found->ends_on) {
    found->starts_on = std::min(found->starts_on, first);
    found->ends_on = std::max(found->ends_on, last);
    if (write != nullptr) {
      write->db.execute("UPDATE terms SET starts_on = ?, ends_on = ? WHERE committee_id = ? AND id = ?",
                        found->starts_on, found->ends_on, found->committee_id, found->id);
      record(*write, "term.import", "term", found->id, to_json(*found));
    }
  }
  return found->id;
}

const committee::Session& ImportRegister::session(store::Write* write, Instant at) {
  if (chosen_) return *chosen_;
  const auto date = local_date(at);
  // The newest whose window had opened; a plenary and the year after it, never one long past.
  for (const auto& session : sessions_) {
    if (session.term_number == import_term) {
      if (session.number == date.year()) return session;
    } else if (session.window_opens_at <= at && date - session.opens_on <= 400) {
      return session;
    }
  }
  committee::Session session;
  session.committee_id = options_.committee.committee_id;
  session.id = new_id();
  session.term_id = term_for(write, date.year());
  session.term_number = import_term;
  session.number = date.year();
  session.title = fmt::format("{}年导入", date.year());
  session.opens_on = make_date(date.year(), 1, 1);
  session.closes_on = make_date(date.year(), 12, 31);
  session.window_opens_at = start_of(session.opens_on);
  session.deadline_at = Instant{start_of(session.closes_on + 1).ms - 1};
  session.late_policy = "ORDINARY";
  if (write != nullptr) {
    committee::insert_session(*write, session);
    record(*write, "session.import", "session", session.id, to_json(session));
  }
  made_sessions_.insert(session.id);
  report_.new_sessions.push_back(session.title);
  const auto place = std::find_if(sessions_.begin(), sessions_.end(), [&](const committee::Session& s) {
    return s.window_opens_at < session.window_opens_at;
  });
  return *sessions_.insert(place, session);
}

bool ImportRegister::ambiguous_person(const std::string& name) const {
  const auto found = persons_.find(name);
  return found != persons_.end() && found->second.size() > 1;
}

std::optional<ProposerKind> ImportRegister::known_organisation(const std::string& name) const {
  const auto found = organisations_.find(name);
  return found == organisations_.end() ? std::nullopt : std::optional(found->second.kind);
}

Id ImportRegister::person(store::Write* write, const std::string& name, const committee::Session& session) {
  if (const auto found = persons_.find(name); found != persons_.end()) return found->second.front();
  identity::Person person;
  person.committee_id = options_.committee.committee_id;
  person.id = new_id();
  person.name = name;
  person.sort_key = text::sort_key_by_strokes(name);
  if (write != nullptr) {
    identity::insert_person(*write, person);
    identity::Membership membership;
    membership.committee_id = person.committee_id;
    membership.id = new_id();
    membership.person_id = person.id;
    membership.term_id = session.term_id;
    identity::insert_membership(*write, membership);
    record(*write, "person.import", "person", person.id,
           json::serialize(json::object{{"term_id", to_string(session.term_id)}}));
  }
  persons_[name].push_back(person.id);
  ++report_.persons;
  if (report_.new_persons.size() < ImportReport::most_names) report_.new_persons.push_back(name);
  return person.id;
}

Id ImportRegister::organisation(store::Write* write, const std::string& name, ProposerKind kind) {
  if (const auto found = organisations_.find(name); found != organisations_.end()) return found->second.id;
  committee::Organisation organisation;
  organisation.committee_id = options_.committee.committee_id;
  organisation.id = new_id();
  organisation.name = organisation.short_name = name;
  organisation.position = 1000 + static_cast<int>(report_.organisations);
  switch (kind) {
    case ProposerKind::COLLECTIVE_SECTOR:
      organisation.kind = OrganisationKind::SECTOR;
      break;
    case ProposerKind::COLLECTIVE_GROUP:
      organisation.kind = OrganisationKind::ACTIVITY_GROUP;
      break;
    case ProposerKind::COLLECTIVE_COMMITTEE:
      organisation.kind = OrganisationKind::SPECIAL_COMMITTEE;
      break;
    default:
      organisation.kind = OrganisationKind::PARTICIPATING_UNIT;
      organisation.subkind = kind == ProposerKind::COLLECTIVE_PARTY ? "PARTY" : "ORGANISATION";
  }
  if (write != nullptr) {
    committee::insert_organisation(*write, organisation);
    record(*write, "organisation.import", "organisation", organisation.id, to_json(organisation));
  }
  organisations_.emplace(name, Known{organisation.id, kind});
  ++report_.organisations;
  if (report_.new_organisations.size() < ImportReport::most_names) {
    report_.new_organisations.emplace_back(name, enum_name(kind));
  }
  return organisation.id;
}

}  // namespace yizheng::proposals
