#include "demo/bench_cast.h"

#include <array>
#include <set>

#include "committee/create_committee.h"
#include "demo/account.h"
#include "identity/people.h"

namespace yizheng::demo {
namespace {

constexpr std::size_t years = 20;  // four terms of five sessions

constexpr std::array<std::string_view, 40> family_names{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",
                                                        "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
                                                        "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧",
                                                        "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕"};
constexpr std::array<std::string_view, 40> given_names{"文", "明", "华", "建", "国", "志", "云", "春", "海", "平",
                                                       "晓", "丽", "静", "敏", "伟", "强", "军", "洋", "勇", "艳",
                                                       "杰", "娟", "涛", "超", "秀", "霞", "桂", "兰", "禾", "青",
                                                       "松", "柏", "竹", "梅", "雪", "晨", "岚", "溪", "舟", "远"};
constexpr std::array<std::string_view, 20> fields{"教育", "民政", "交通", "水务", "住建", "农业", "文旅",
                                                  "卫健", "应急", "市监", "城管", "商务", "科技", "财政",
                                                  "人社", "司法", "统计", "审计", "林业", "医保"};
constexpr std::array<std::string_view, 7> offices{"局",     "服务中心", "管理站",  "执法大队",
                                                  "事务所", "监测站",   "指导中心"};

// Session `n` of 0 … years-1: the last opens in the current month.
committee::Session make_session(const BenchCast& cast, Id term_id, std::size_t n) {
  const Date opens = add_months(today() + -10, -12 * static_cast<int>(years - 1 - n));
  committee::Session s;
  s.committee_id = cast.committee_id;
  s.id = new_id();
  s.term_id = term_id;
  s.term_number = static_cast<int>(n / 5) + 1;
  s.number = static_cast<int>(n % 5) + 1;
  s.title = committee::session_title(s.term_number, s.number);
  s.opens_on = opens;
  s.closes_on = opens + 4;
  s.window_opens_at = start_of(opens + -90);
  s.deadline_at = start_of(opens + 60);
  s.late_policy = "ORDINARY";
  return s;
}

void make_committee(store::Write& write, const committee::Pack& pack, BenchCast& cast) {
  const auto first = make_session(cast, {}, 0);
  committee::NewCommittee wanted;
  wanted.code = "bench";
  wanted.name = "性能测试委员会";
  wanted.term_starts_on = first.opens_on + -120;
  wanted.term_ends_on = add_months(wanted.term_starts_on, 60) + -1;
  wanted.session_opens_on = first.opens_on;
  wanted.session_closes_on = first.closes_on;
  wanted.window_opens_at = first.window_opens_at;
  wanted.deadline_at = first.deadline_at;
  const auto made = committee::create_committee(write, pack, wanted);
  cast.committee_id = made.committee.committee_id;
  cast.sessions.push_back(made.session);
  auto term = made.term;
  for (std::size_t n = 1; n < years; ++n) {
    if (n % 5 == 0) {
      term.id = new_id();
      ++term.number;
      term.starts_on = term.ends_on + 1;
      term.ends_on = add_months(term.starts_on, 60) + -1;
      committee::insert_term(write, term);
    }
    cast.sessions.push_back(make_session(cast, term.id, n));
    committee::insert_session(write, cast.sessions.back());
  }
}

struct Accounts {
  store::Write& write;
  const BenchCast& cast;
  const std::string& hash;

  Id add(const std::string& login, const std::string& name, std::optional<Id> person, const char* role,
         Id organisation = {}) {
    return insert_ready_account(write, {cast.committee_id, login, name, person, hash, {{role, organisation}}});
  }
};

void make_units(store::Write& write, BenchCast& cast, Accounts& accounts, std::size_t wanted) {
  constexpr std::array<std::string_view, 8> systems{"GOVERNMENT", "GOVERNMENT", "GOVERNMENT", "GOVERNMENT",
                                                    "GOVERNMENT", "GOVERNMENT", "PARTY",      "OTHER"};
  for (std::size_t n = 0; n < wanted; ++n) {
    committee::Organisation unit;
    unit.committee_id = cast.committee_id;
    unit.id = new_id();
    unit.kind = committee::OrganisationKind::HANDLING_UNIT;
    unit.code = bench_login("unit", n + 1);
    unit.name =
        fmt::format("第{}区{}{}", n / 140 + 1, fields[n % fields.size()], offices[n / fields.size() % offices.size()]);
    unit.short_name = unit.name;
    unit.subkind = systems[n % systems.size()];
    unit.position = static_cast<int>(n);
    committee::insert_organisation(write, unit);
    const auto officer =
        accounts.add(bench_login("officer", n + 1), unit.name + "经办人", std::nullopt, "UNIT_OFFICER", unit.id);
    const auto leader =
        accounts.add(bench_login("leader", n + 1), unit.name + "负责人", std::nullopt, "UNIT_LEADER", unit.id);
    cast.units.push_back({unit.id, officer, leader, unit.name, unit.subkind});
  }
}

void make_members(store::Write& write, BenchCast& cast, Accounts& accounts, const BenchSize& size) {
  Random random(size.seed);
  std::set<std::string> used;
  while (cast.members.size() < size.members) {
    const auto number = cast.members.size() + 1;
    std::string name{random.pick(family_names)};
    name += random.pick(given_names);
    name += random.pick(given_names);
    if (!used.insert(name).second) continue;
    identity::Person person;
    person.committee_id = cast.committee_id;
    person.id = new_id();
    person.name = name;
    person.gender = number % 2 == 0 ? "F" : "M";
    identity::insert_person(write, person);
    identity::Membership membership;
    membership.committee_id = cast.committee_id;
    membership.id = new_id();
    membership.person_id = person.id;
    membership.term_id = cast.sessions.back().term_id;
    membership.member_number = fmt::format("{:05}", number);
    identity::insert_membership(write, membership);
    const auto account = accounts.add(bench_login("member", number), name, person.id, "MEMBER");
    cast.members.push_back({person.id, account, name});
  }
}

}  // namespace

std::string bench_login(std::string_view kind, std::size_t number) { return fmt::format("{}-{:04}", kind, number); }

BenchCast make_bench_cast(store::Database& database, const committee::Pack& pack, const BenchSize& size,
                          const std::string& password) {
  const auto hash = identity::hash_password(password, true);
  return database.write_and_wait([&](store::Write& write) {
    BenchCast cast;
    make_committee(write, pack, cast);
    Accounts accounts{write, cast, hash};
    cast.clerk_id = accounts.add("clerk", "提案委员会办公室", std::nullopt, "PROPOSAL_COMMITTEE");
    cast.office_id = accounts.add("office", "政府督查室", std::nullopt, "SUPERVISION_OFFICE_GOV");
    make_units(write, cast, accounts, size.units);
    make_members(write, cast, accounts, size);
    return cast;
  });
}

}  // namespace yizheng::demo
