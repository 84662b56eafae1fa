#include "identity/people.h"

#include <gtest/gtest.h>

#include "identity/directory.h"
#include "identity/notices.h"
#include "identity/testing.h"

namespace yizheng::identity {
namespace {

using testing::Place;
using testing::problem_of;

class People : public ::testing::TestWithParam<store::Engine> {
 protected:
  Place place{GetParam(), 2};

  template <class F>
  auto read(F f) {
    return place.database->read(f);
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, People, ::testing::ValuesIn(store::testing::all_engines()),
                         store::testing::engine_name);

TEST_P(People, AreFoundAgain) {
  const auto id = place.member("方晓岚");
  read([&](store::Connection& db) {
    const auto found = person(db, place.committees[0], id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "方晓岚");
    EXPECT_FALSE(found->sort_key.empty());
    EXPECT_FALSE(person(db, place.committees[1], id)) << "another committee's person";
    const auto membership = active_membership(db, place.committees[0], id);
    ASSERT_TRUE(membership);
    EXPECT_EQ(membership->sector_id, place.sector_id);
    EXPECT_EQ(membership->status, MembershipStatus::ACTIVE);
  });
}

TEST_P(People, AreMembersOfTheNewestTermOnly) {
  const auto id = place.member("方晓岚");
  place.database->write_and_wait([&](store::Write& write) {
    write.db.execute("INSERT INTO terms (committee_id, id, number) VALUES (?, ?, 11)", place.committees[0], new_id());
  });
  read([&](store::Connection& db) { EXPECT_FALSE(active_membership(db, place.committees[0], id)); });
}

TEST_P(People, AreListedByStrokesPageByPage) {
  // 丁 2 strokes, 王 4, 李 7, 黄 11, 戴 17.
  for (const auto* name : {"戴小雨", "李志远", "丁一舟", "黄秋实", "王若谷"}) place.member(name);
  std::vector<std::string> names;
  DirectoryQuery query;
  query.limit = 2;
  for (int pages = 0; pages < 5; ++pages) {
    const auto page = read([&](store::Connection& db) { return directory(db, place.committees[0], query); });
    for (const auto& member : page.items) names.push_back(member.name);
    if (!page.next) break;
    query.after = *page.next;
  }
  EXPECT_EQ(names, (std::vector<std::string>{"丁一舟", "王若谷", "李志远", "黄秋实", "戴小雨"}));
}

TEST_P(People, AreFoundByPartOfTheirNameInEitherScript) {
  place.member("黄秋实");
  place.member("李志远");
  const auto found = [&](const std::string& part, std::optional<Id> sector = std::nullopt) {
    DirectoryQuery query;
    query.query = part;
    query.sector = sector;
    std::string names;
    for (const auto& member :
         read([&](store::Connection& db) { return directory(db, place.committees[0], query); }).items) {
      names += member.name;
    }
    return names;
  };
  EXPECT_EQ(found("秋"), "黄秋实");
  EXPECT_EQ(found("秋實"), "黄秋实");
  EXPECT_EQ(found("%"), "");
  EXPECT_EQ(found("_"), "");
  EXPECT_EQ(found("李", place.sector_id), "李志远");
  EXPECT_EQ(found("李", place.unit_id), "");
  DirectoryQuery wrong;
  wrong.after = "nonsense";
  EXPECT_EQ(problem_of([&] { read([&](store::Connection& db) { directory(db, place.committees[0], wrong); }); }).code,
            "invalid_cursor");
}

TEST_P(People, HaveLoginsThatAreUniqueInTheirCommittee) {
  place.account("li.ming", {});
  EXPECT_EQ(problem_of([&] { place.account("Li.Ming", {}); }).code, "already_exists");
  EXPECT_NO_THROW(place.account("li.ming", {}, {}, 1));
  EXPECT_EQ(problem_of([&] { place.account("李明", {}); }).field, "/login");
}

TEST_P(People, AreNotifiedByRoleAndByPerson) {
  const auto somebody = place.member("方晓岚");
  const auto a = place.account("a", {"MEMBER"}, somebody);
  const auto b = place.account("b", {"UNIT_OFFICER"});
  const auto gone = place.account("c", {"UNIT_OFFICER"}, somebody);
  place.database->write_and_wait(
      [&](store::Write& write) { write.db.execute("UPDATE accounts SET disabled = 1 WHERE id = ?", gone); });
  read([&](store::Connection& db) {
    const auto committee = place.committees[0];
    EXPECT_EQ(accounts_of_person(db, committee, somebody), std::vector{a});
    EXPECT_EQ(accounts_with_role(db, committee, "UNIT_OFFICER"), std::vector{b});
    EXPECT_EQ(accounts_with_role(db, committee, "UNIT_OFFICER", place.unit_id), std::vector{b});
    EXPECT_TRUE(accounts_with_role(db, committee, "UNIT_OFFICER", place.sector_id).empty());
    EXPECT_TRUE(accounts_with_role(db, place.committees[1], "UNIT_OFFICER").empty());
  });
}

TEST_P(People, GetOneNoticeADistinctAccount) {
  const auto a = place.account("a", {});
  const auto b = place.account("b", {});
  const auto committee = place.committees[0];
  const auto tell = [&](int number, const std::vector<Id>& accounts) {
    place.database->write_and_wait([&](store::Write& write) {
      notify(
          write,
          {committee, "notice.test", "proposal", Id{7}, {{"number", std::to_string(number)}, {"title", "关于\"桥\""}}},
          accounts);
    });
  };
  tell(1, {a, b, a, Id{}});
  tell(2, {a});
  tell(3, {});
  read([&](store::Connection& db) {
    const auto first = notices_of(db, committee, a, false, std::nullopt, 10);
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0].parameters.at("number"), "2") << "newest first";
    EXPECT_EQ(first[1].parameters.at("title"), "关于\"桥\"");
    EXPECT_EQ(notices_of(db, committee, a, false, first[0].id, 10).size(), 1u);
    EXPECT_EQ(notices_of(db, committee, b, false, std::nullopt, 10).size(), 1u);
    EXPECT_EQ(db.select<std::string>("SELECT accounts FROM outbox ORDER BY id"),
              (std::vector{to_json(std::vector{a, b}), to_json(std::vector{a})}));
  });
}

TEST_P(People, ReadOnlyTheirOwnNotices) {
  const auto a = place.account("a", {});
  const auto b = place.account("b", {});
  const auto committee = place.committees[0];
  place.database->write_and_wait([&](store::Write& write) {
    notify(write, {committee, "notice.test", "proposal", Id{7}, {}}, {a, b});
    notify(write, {committee, "notice.test", "proposal", Id{8}, {}}, {a});
  });
  const auto unread = [&](Id account) {
    return read([&](store::Connection& db) { return unread_notices(db, committee, account); });
  };
  const auto notice = read([&](store::Connection& db) { return notices_of(db, committee, a, true, {}, 1); })[0].id;
  place.database->write_and_wait([&](store::Write& write) {
    EXPECT_FALSE(mark_read(write, committee, b, notice));
    EXPECT_FALSE(mark_read(write, place.committees[1], a, notice));
  });
  EXPECT_EQ(unread(a), 2);
  place.database->write_and_wait([&](store::Write& write) {
    EXPECT_TRUE(mark_read(write, committee, a, notice));
    EXPECT_TRUE(mark_read(write, committee, a, notice)) << "twice is no fault";
  });
  EXPECT_EQ(unread(a), 1);
  EXPECT_EQ(unread(b), 1);
  EXPECT_EQ(place.database->write_and_wait([&](store::Write& write) { return mark_all_read(write, committee, a); }), 1);
  EXPECT_EQ(unread(a), 0);
  EXPECT_EQ(unread(b), 1);
}

}  // namespace
}  // namespace yizheng::identity
