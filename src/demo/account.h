// An account of invented people, ready to sign in.
#pragma once

#include "identity/people.h"

namespace yizheng::demo {

struct ReadyAccount {
  Id committee_id;
  std::string login, name;
  std::optional<Id> person_id;
  std::string password_hash;
  std::vector<http::Grant> grants;
};

inline Id insert_ready_account(store::Write& write, const ReadyAccount& wanted) {
  identity::Account account;
  account.committee_id = wanted.committee_id;
  account.id = new_id();
  account.login = wanted.login;
  account.display_name = wanted.name;
  account.person_id = wanted.person_id;
  account.password_hash = wanted.password_hash;
  account.must_change_password = false;
  account.created_at = write.at;
  identity::insert_account(write, account);
  for (const auto& grant : wanted.grants) {
    identity::insert_role(write, {wanted.committee_id, account.id, grant.role, grant.organisation_id});
  }
  return account.id;
}

}  // namespace yizheng::demo
