// Persons, accounts, memberships, and grants of roles (DOMAIN §1).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/caller.h"
#include "store/database.h"

namespace yizheng::identity {

struct Person {
  Id committee_id;
  Id id;
  std::string name;
  std::string sort_key;                         // by strokes (姓氏笔画), made by the program
  std::string gender;                           // "F", "M", ""
  std::string phone, email, address, postcode;  // personal: never public, never in a log
};
BOOST_DESCRIBE_STRUCT(Person, (), (committee_id, id, name, sort_key, gender, phone, email, address, postcode))

enum class MembershipStatus { ACTIVE, RESIGNED, REVOKED, SUSPENDED, DECEASED };
BOOST_DESCRIBE_ENUM(MembershipStatus, ACTIVE, RESIGNED, REVOKED, SUSPENDED, DECEASED)

// A person as member of a term.
struct Membership {
  Id committee_id;
  Id id;
  Id person_id;
  Id term_id;
  std::string member_number;  // 委员编号
  std::optional<Id> sector_id;
  std::optional<Id> special_committee_id;
  std::string party;  // 政治面貌, code of the pack's list "parties"
  std::optional<Id> activity_group_id;
  std::string employer, post;  // 工作单位, 职务
  bool standing = false;       // 常委
  std::string cppcc_post;      // 主席, 副主席, 秘书长 …; "" for most
  MembershipStatus status = MembershipStatus::ACTIVE;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Membership, (),
                      (committee_id, id, person_id, term_id, member_number, sector_id, special_committee_id, party,
                       activity_group_id, employer, post, standing, cppcc_post, status, version))

struct Account {
  Id committee_id;
  Id id;
  std::string login;         // unique in the committee; letters, digits, . _ -
  std::string display_name;  // the person's or the office's name
  std::optional<Id> person_id;
  std::string password_hash;  // Argon2id, encoded
  bool must_change_password = true;
  bool disabled = false;
  std::int64_t failed_attempts = 0;
  std::optional<Instant> locked_until;
  Instant created_at;
  std::int64_t version = 1;
  std::optional<Instant> password_expires_at;  // of a first or reset password: it serves only to set an own one
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (committee_id, id, login, display_name, person_id, password_hash, must_change_password, disabled,
                       failed_attempts, locked_until, created_at, version, password_expires_at))

struct AccountRole {
  Id committee_id;
  Id account_id;
  std::string role;
  Id organisation_id;  // 0 where the role needs none
};
BOOST_DESCRIBE_STRUCT(AccountRole, (), (committee_id, account_id, role, organisation_id))

// insert_person makes `sort_key` where it is empty; insert_account keeps the login in lower case and throws
// Problem 422 where it is none. They append nothing to the ledger: the actions that call them do.
void insert_person(store::Write& write, const Person& person);
void insert_membership(store::Write& write, const Membership& membership);
void insert_account(store::Write& write, const Account& account);
void insert_role(store::Write& write, const AccountRole& role);

// The form in which a login is stored and looked up: lower case. Absent when `text` is no login:
// 1 to 64 of a-z, 0-9, '.', '_', '-'.
std::optional<std::string> normalise_login(std::string_view text);

std::optional<Person> person(store::Connection& db, Id committee_id, Id id);
// The ACTIVE membership of a person in the committee's newest term.
std::optional<Membership> active_membership(store::Connection& db, Id committee_id, Id person_id);
std::optional<Account> account(store::Connection& db, Id committee_id, Id id);
std::optional<Account> account_by_login(store::Connection& db, Id committee_id, std::string_view login);
std::vector<AccountRole> roles_of(store::Connection& db, Id committee_id, Id account_id);
// Accounts to notify: those of a person, or those that hold a role (for an organisation; 0 = any). Without disabled
// ones.
std::vector<Id> accounts_of_person(store::Connection& db, Id committee_id, Id person_id);
std::vector<Id> accounts_with_role(store::Connection& db, Id committee_id, std::string_view role,
                                   Id organisation_id = {});

// Argon2id with the interactive limits of libsodium; `fast` only for demo and tests.
std::string hash_password(std::string_view password, bool fast = false);

}  // namespace yizheng::identity
