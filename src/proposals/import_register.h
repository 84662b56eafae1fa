// What an import looks up and makes on its way: categories, people, organisations, sessions. Kept in memory for the
// whole import, so that a row costs no searches.
#pragma once

#include <set>
#include <unordered_map>

#include "proposals/import_row.h"

namespace yizheng::proposals {

class ImportRegister {
 public:
  ImportRegister(store::Connection& db, const committee::Rules& rules, const ImportOptions& options,
                 ImportReport& report);

  // Each finds or makes; without `write` (a dry run) what would be made is only remembered and told.
  std::string category(store::Write* write, const std::string& name);
  const committee::Session& session(store::Write* write, Instant at);
  // True where it is made by an import, so that nothing is known of its deadline.
  bool made(const committee::Session& session) const { return made_sessions_.contains(session.id); }
  Id person(store::Write* write, const std::string& name, const committee::Session& session);
  Id organisation(store::Write* write, const std::string& name, ProposerKind kind);

  // How a proposer is known already, by name.
  bool ambiguous_person(const std::string& name) const;
  std::optional<ProposerKind> known_organisation(const std::string& name) const;
  bool known_person(const std::string& name) const { return persons_.contains(name); }

 private:
  void record(store::Write& write, const char* action, const char* kind, Id id, std::string detail) const;
  Id term_for(store::Write* write, int year);

  const ImportOptions& options_;
  ImportReport& report_;
  std::unordered_map<std::string, std::string> categories_;  // by label and code
  std::set<std::string> category_codes_;
  std::vector<committee::Session> sessions_;  // newest window first
  std::vector<committee::Term> terms_;
  std::optional<committee::Session> chosen_;
  std::set<Id> made_sessions_;
  std::unordered_map<std::string, std::vector<Id>> persons_;
  std::set<std::pair<Id, Id>> memberships_;  // person, term; of those made here
  struct Known {
    Id id;
    ProposerKind kind;
  };
  std::unordered_map<std::string, Known> organisations_;
};

}  // namespace yizheng::proposals
