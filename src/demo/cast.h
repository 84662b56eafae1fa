// Who acts in the demo district: the committee, its organisations, people, and a caller for every account.
#pragma once

#include <map>
#include <unordered_map>

#include "committee/create_committee.h"
#include "demo/demo_district.h"
#include "demo/random.h"
#include "http/caller.h"

namespace yizheng::demo {

struct Member {
  Id person_id;
  std::string name;
  Id sector_id;
  const http::Caller* caller = nullptr;
};

struct Unit {
  Id id;
  std::string code, name, system;
  const http::Caller *officer = nullptr, *leader = nullptr;
};

// A body that may submit collective proposals.
struct Body {
  Id id;
  std::string name;
  committee::OrganisationKind kind;
  std::string subkind;
  const http::Caller* caller = nullptr;
};

class Cast {
 public:
  // Writes everything within `write`, whose time is that at which the term began to be prepared.
  Cast(store::Write& write, const committee::Pack& pack, DemoSize size, Random& random, Date today);

  committee::Committee committee;
  committee::Term term;
  std::vector<committee::Session> sessions;  // oldest first
  std::vector<Member> members;               // the first is the one who signs in as "member"
  std::vector<Unit> units;
  std::vector<Body> bodies;
  std::vector<Id> special_committees;

  const http::Caller& as(const std::string& login) const;
  const Unit& unit(std::string_view code) const;          // the government's office where it has no such unit
  const http::Caller& office_of(const Unit& unit) const;  // the supervision office that looks after it

 private:
  void make_sessions(store::Write& write, const committee::Pack& pack, Date today);
  void make_organisations(store::Write& write, const committee::Pack& pack, DemoSize size);
  void make_members(store::Write& write, DemoSize size, Random& random);
  void make_offices(store::Write& write, Random& random);
  const http::Caller* add_account(store::Write& write, const std::string& login, const std::string& name,
                                  std::optional<Id> person, const std::vector<http::Grant>& grants);
  const committee::Organisation* organisation_of(committee::OrganisationKind kind, std::size_t index) const;

  const committee::Pack& pack_;
  std::string password_hash_;
  http::Caller founder_;  // the office's account, before there are accounts
  std::vector<committee::Organisation> organisations_;
  std::map<std::string, std::unique_ptr<http::Caller>> callers_;
};

}  // namespace yizheng::demo
