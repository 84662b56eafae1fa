#include "store/search.h"

#include <gtest/gtest.h>

#include <random>

#include "store/search_merge.h"
#include "store/testing.h"
#include "text/fold.h"

namespace yizheng::store {
namespace {

const Id HERE{1};

class SearchTest : public ::testing::TestWithParam<Engine> {
 protected:
  testing::FreshDatabase database{GetParam(), store_migrations()};

  void put(std::int64_t id, std::string title, std::string body, std::vector<std::string> labels = {},
           std::int64_t order = 0) {
    database->write_and_wait([&](Write& w) {
      put_document(w, {HERE, "proposal", Id{id}, order == 0 ? id : order, title, body, labels});
    });
  }
  SearchResult find(const std::string& text, std::vector<std::string> labels = {}, std::size_t limit = 20,
                    std::size_t offset = 0) {
    return database->read([&](Connection& db) { return search(db, {HERE, "proposal", text, labels, limit, offset}); });
  }
  std::vector<std::int64_t> ids(const std::string& text, std::vector<std::string> labels = {}) {
    std::vector<std::int64_t> found;
    for (const auto& hit : find(text, std::move(labels)).hits) found.push_back(hit.id.value);
    return found;
  }
  // Makes a segment of what is queued.
  void flush() {
    for (const auto& collection : database->read(waiting_collections)) {
      auto built = build_segment(database->read([&](Connection& db) { return take_from_queue(db, collection); }));
      database->write_and_wait([&](Write& w) { EXPECT_TRUE(write_segment(w, collection, built)); });
    }
  }
  std::size_t segments() {
    return database->read([](Connection& db) { return live_segments(db, HERE, "proposal"); }).size();
  }
  void merge_everything() {
    const auto all = database->read([](Connection& db) { return live_segments(db, HERE, "proposal"); });
    EXPECT_TRUE(merge_segments(*database, {HERE, "proposal", 0}, all, [] { return false; }));
    sweep_segments(*database, true, [] { return false; });
  }
};
INSTANTIATE_TEST_SUITE_P(Engines, SearchTest, ::testing::ValuesIn(testing::all_engines()), testing::engine_name);

using Ids = std::vector<std::int64_t>;

TEST_P(SearchTest, FindsFromOneCharacterUpwardsInEitherScript) {
  put(1, "关于加强校园周边交通安全管理的提案", "近年来,我区中小学周边道路拥堵。建议设置限时停车位。");
  put(2, "關於完善老舊小區電梯加裝政策的提案", "老舊小區居民出行不便。建議市政協持續關注。");
  put(3, "关于培育5G产业的提案", "支持 5G 基站建设,推动ＡＩ与制造业融合。校园也应覆盖。");
  for (const bool indexed : {false, true}) {
    if (indexed) flush();
    EXPECT_EQ(ids("校园"), (Ids{1, 3})) << indexed;  // title before body, though 3 is newer
    EXPECT_EQ(ids("园"), (Ids{1, 3}));
    EXPECT_EQ(ids("提案"), (Ids{3, 2, 1}));
    EXPECT_EQ(ids("老旧小区"), Ids{2});
    EXPECT_EQ(ids("老舊小區"), Ids{2});
    EXPECT_EQ(ids("關於"), (Ids{3, 2, 1}));
    EXPECT_EQ(ids("5g"), Ids{3});
    EXPECT_EQ(ids("ai"), Ids{3});
    EXPECT_EQ(ids("５Ｇ基站"), Ids{3});  // white space between characters does not matter
    EXPECT_EQ(ids("限时停车位"), Ids{1});
    EXPECT_EQ(ids("停车位限时"), Ids{});
    EXPECT_EQ(ids("位"), Ids{1});  // the last character but one, and the last
    EXPECT_EQ(ids("。"), (Ids{3, 2, 1}));
    EXPECT_EQ(ids("龘"), Ids{});
    EXPECT_EQ(ids("   "), Ids{});
    EXPECT_EQ(ids(""), Ids{});
    EXPECT_EQ(find("提案", {}, 2).total, 3);
    EXPECT_EQ(find("提案", {}, 2, 2).hits.size(), 1u);
    EXPECT_TRUE(find("校园").hits[0].in_title);
    EXPECT_FALSE(find("校园").hits[1].in_title);
  }
}

TEST_P(SearchTest, AReaderFindsOnlyWhatItsLabelsShow) {
  put(1, "公开的提案", "水", {"released", "person:1"});
  put(2, "未公开的提案", "水", {"person:2"});
  put(3, "另一件提案", "水", {"person:1", "unit:9"});
  for (const bool indexed : {false, true}) {
    if (indexed) flush();
    EXPECT_EQ(ids("水"), (Ids{3, 2, 1}));
    EXPECT_EQ(ids("水", {"released"}), Ids{1});
    EXPECT_EQ(ids("水", {"released", "person:2"}), (Ids{2, 1}));
    EXPECT_EQ(find("提案", {"person:1"}).total, 2);
    EXPECT_EQ(ids("水", {"unit:8"}), Ids{});
    EXPECT_EQ(ids("水", {""}), Ids{});
  }
}

TEST_P(SearchTest, LabelsChangeBeforeAndAfterIndexing) {
  put(1, "甲", "正文", {"person:1"});
  put(2, "乙", "正文", {"person:2"});
  const auto relabel = [&](std::int64_t id, std::vector<std::string> labels) {
    database->write_and_wait([&](Write& w) { put_labels(w, HERE, "proposal", Id{id}, labels); });
  };
  relabel(1, {"person:1", "released"});
  EXPECT_EQ(ids("正文", {"released"}), Ids{1});
  flush();
  EXPECT_EQ(ids("正文", {"released"}), Ids{1});
  relabel(2, {"released"});
  EXPECT_EQ(ids("正文", {"released"}), (Ids{2, 1}));
  EXPECT_EQ(ids("正文", {"person:2"}), Ids{});
  relabel(1, {});
  EXPECT_EQ(ids("正文", {"released", "person:1"}), Ids{2});
  EXPECT_EQ(find("正文").total, 2);
}

TEST_P(SearchTest, ReplacingAndRemoving) {
  put(1, "旧标题", "旧正文");
  put(2, "别的", "别的");
  flush();
  put(1, "新标题", "新正文", {}, 7);
  EXPECT_EQ(ids("旧"), Ids{});
  EXPECT_EQ(ids("新标题"), Ids{1});
  flush();
  EXPECT_EQ(ids("旧"), Ids{});
  EXPECT_EQ(ids("新标题"), Ids{1});
  put(1, "更新的标题", "正文");
  put(1, "最后的标题", "正文");
  EXPECT_EQ(ids("标题"), Ids{1});
  EXPECT_EQ(ids("最后"), Ids{1});
  flush();
  database->write_and_wait([](Write& w) { remove_document(w, HERE, "proposal", Id{1}); });
  EXPECT_EQ(ids("标题"), Ids{});
  put(3, "暂存", "正文");
  database->write_and_wait([](Write& w) { remove_document(w, HERE, "proposal", Id{3}); });
  EXPECT_EQ(ids("暂存"), Ids{});
  EXPECT_EQ(ids("别的"), Ids{2});
}

TEST_P(SearchTest, CommitteesAndKindsAreApart) {
  put(1, "同一个标题", "正文");
  database->write_and_wait([](Write& w) {
    put_document(w, {Id{2}, "proposal", Id{1}, 1, "同一个标题", "正文", {}});
    put_document(w, {HERE, "opinion", Id{1}, 1, "同一个标题", "正文", {}});
  });
  EXPECT_EQ(find("标题").total, 1);
  flush();
  EXPECT_EQ(find("标题").total, 1);
  EXPECT_EQ(database->read([](Connection& db) { return search(db, {Id{2}, "proposal", "标题"}).total; }), 1);
  EXPECT_EQ(database->read([](Connection& db) { return search(db, {Id{3}, "proposal", "标题"}).total; }), 0);
}

TEST_P(SearchTest, AnActionThatFailsIsNotFound) {
  EXPECT_ANY_THROW(database->write_and_wait([](Write& w) {
    put_document(w, {HERE, "proposal", Id{1}, 1, "不成立", "正文", {}});
    throw std::runtime_error("no");
  }));
  EXPECT_EQ(find("不成立").total, 0);
}

TEST_P(SearchTest, ADocumentChangedDuringTheIndexingStaysQueued) {
  put(1, "甲一", "正文");
  put(2, "乙一", "正文", {"old"});
  put(3, "丙一", "正文");
  const auto collection = database->read(waiting_collections).front();
  auto built = build_segment(database->read([&](Connection& db) { return take_from_queue(db, collection); }));
  put(1, "甲二", "正文");
  database->write_and_wait([](Write& w) {
    put_labels(w, HERE, "proposal", Id{2}, {"new"});
    remove_document(w, HERE, "proposal", Id{3});
  });
  // All three have changed: nothing is written.
  database->write_and_wait([&](Write& w) { EXPECT_FALSE(write_segment(w, collection, built)); });
  EXPECT_EQ(segments(), 0u);
  EXPECT_EQ(ids("正文"), (Ids{2, 1}));
  built = build_segment(database->read([&](Connection& db) { return take_from_queue(db, collection); }));
  put(1, "甲三", "正文");
  database->write_and_wait([&](Write& w) { EXPECT_TRUE(write_segment(w, collection, built)); });
  EXPECT_EQ(ids("甲"), Ids{1});
  EXPECT_EQ(ids("甲三"), Ids{1});
  EXPECT_EQ(ids("甲二"), Ids{});
  EXPECT_EQ(ids("正文", {"new"}), Ids{2});
  EXPECT_EQ(ids("正文", {"old"}), Ids{});
}

TEST_P(SearchTest, ChangesDuringAMergeCount) {
  for (int i = 1; i <= 4; ++i) {
    put(i, "题" + std::to_string(i), "正文", {"all"});
    flush();
  }
  const auto all = database->read([](Connection& db) { return live_segments(db, HERE, "proposal"); });
  ASSERT_EQ(all.size(), 4u);
  bool changed = false;
  EXPECT_TRUE(merge_segments(*database, {HERE, "proposal", 0}, all, [&] {
    if (!changed) {
      changed = true;
      put(1, "改过", "正文", {"all"});
      database->write_and_wait([](Write& w) {
        put_labels(w, HERE, "proposal", Id{2}, {});
        remove_document(w, HERE, "proposal", Id{3});
      });
    }
    return false;
  }));
  sweep_segments(*database, true, [] { return false; });
  EXPECT_EQ(segments(), 1u);
  EXPECT_EQ(ids("正文"), (Ids{4, 2, 1}));
  EXPECT_EQ(ids("正文", {"all"}), (Ids{4, 1}));
  EXPECT_EQ(ids("改过"), Ids{1});
  EXPECT_EQ(ids("题1"), Ids{});
  // An unfinished merge leaves everything as it was.
  flush();
  const auto two = database->read([](Connection& db) { return live_segments(db, HERE, "proposal"); });
  EXPECT_FALSE(merge_segments(*database, {HERE, "proposal", 0}, two, [] { return true; }));
  sweep_segments(*database, true, [] { return false; });
  EXPECT_EQ(ids("正文"), (Ids{4, 2, 1}));
  const auto rows = database->read([](Connection& db) {
    return *db.select_one<std::int64_t>("SELECT COUNT(DISTINCT segment_id) FROM search_blocks");
  });
  EXPECT_EQ(rows, 2);
}

// The whole against the plainest possible search: every document looked through.
TEST_P(SearchTest, AgreesWithLookingThroughEverything) {
  struct Document {
    std::string title, body;
    std::set<std::string> labels;
    std::int64_t order;
  };
  std::map<std::int64_t, Document> model;
  std::mt19937 random(7);
  const std::vector<std::string> alphabet{"政", "协", "提", "案", "議", "a", "民", "生", "0", "。"};
  const std::vector<std::string> labels{"released", "person:1", "unit:2"};
  const auto text = [&](std::size_t length) {
    std::string made;
    // Mostly few characters, so that pairs repeat within a document and phrases must be told apart by place.
    for (std::size_t i = 0; i < length; ++i)
      made += alphabet[std::min(random() % alphabet.size(), random() % alphabet.size())];
    return made;
  };
  const int rounds = 400;
  for (int round = 0; round < rounds; ++round) {
    const auto what = random() % 20;
    const std::int64_t id = 1 + static_cast<std::int64_t>(random() % 120);
    std::vector<std::string> chosen;
    for (const auto& label : labels) {
      if (random() % 2 == 0) chosen.push_back(label);
    }
    if (what < 13) {
      Document document{text(random() % 6),
                        text(random() % 60),
                        {chosen.begin(), chosen.end()},
                        static_cast<std::int64_t>(random() % 50)};
      put(id, document.title, document.body, chosen, document.order + 1000);
      model[id] = std::move(document);
    } else if (what < 15) {
      database->write_and_wait([&](Write& w) { remove_document(w, HERE, "proposal", Id{id}); });
      model.erase(id);
    } else if (what < 18) {
      database->write_and_wait([&](Write& w) { put_labels(w, HERE, "proposal", Id{id}, chosen); });
      if (model.contains(id)) model[id].labels = {chosen.begin(), chosen.end()};
    } else if (what == 18) {
      flush();
    } else if (segments() > 1 && random() % 3 == 0) {
      merge_everything();
    }
    if (round % 3 != 0) continue;
    const auto query = text(1 + random() % 5);
    std::vector<std::string> reader;
    if (random() % 2 == 0) reader = {labels[random() % labels.size()], labels[random() % labels.size()]};
    std::vector<std::tuple<bool, std::int64_t, std::int64_t>> expected;  // sorts as it is shown
    const auto sought = text::fold(query);
    for (const auto& [document_id, document] : model) {
      const bool seen = reader.empty() || std::any_of(reader.begin(), reader.end(), [&](const std::string& label) {
                          return document.labels.contains(label);
                        });
      const bool in_title = text::fold(document.title).find(sought) != std::string::npos;
      const bool in_body = text::fold(document.body).find(sought) != std::string::npos;
      if (seen && (in_title || in_body)) expected.emplace_back(!in_title, -document.order, -document_id);
    }
    std::sort(expected.begin(), expected.end());
    const auto found = find(query, reader, 1000);
    ASSERT_EQ(found.total, static_cast<std::int64_t>(expected.size())) << round << " " << query;
    ASSERT_EQ(found.hits.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(found.hits[i].id.value, -std::get<2>(expected[i])) << round << " " << query << " " << i;
      EXPECT_EQ(found.hits[i].in_title, !std::get<0>(expected[i]));
    }
  }
}

TEST_P(SearchTest, TheIndexerEmptiesTheQueueAndMerges) {
  Indexer indexer(*database);
  const int documents = 500;
  for (int i = 1; i <= documents; ++i) {
    database->write_and_wait([&](Write& w) {
      put_document(w, {HERE, "proposal", Id{i}, i, "提案第" + std::to_string(i) + "号", "正文相同", {}});
    });
    if (i % 40 == 0) indexer.drain();
    if (i % 7 == 0) indexer.wake();
  }
  indexer.drain();
  EXPECT_TRUE(database->read(waiting_collections).empty());
  EXPECT_EQ(find("正文相同").total, documents);
  EXPECT_EQ(find("第123号").total, 1);
  EXPECT_EQ(ids("正文").front(), documents);
  for (int tries = 0; tries < 50 && segments() > 16; ++tries) {
    indexer.wake();
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_LE(segments(), 16u);
  EXPECT_EQ(find("正文相同").total, documents);
}

TEST(Excerpt, MarksWhatWasSoughtInEitherScript) {
  const auto piece = excerpt("我區政協委員參政議政。委员积极履职,参政议政水平不断提高。", "议政");
  ASSERT_EQ(piece.marks.size(), 2u);
  EXPECT_EQ(piece.marks[0].start, 8);
  EXPECT_EQ(piece.marks[0].end, 10);
  EXPECT_EQ(piece.marks[1].start, 20);
  EXPECT_EQ(piece.text, "我區政協委員參政議政。委员积极履职,参政议政水平不断提高。");
}

TEST(Excerpt, ShowsTheSurroundingsOfTheFirstPlace) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "前";
  text += "。这里说到电动车\n充电。";
  for (int i = 0; i < 300; ++i) text += "后";
  const auto piece = excerpt(text, "电动 车充", 40);
  EXPECT_TRUE(piece.text.starts_with("这里说到电动车 充电。后")) << piece.text;
  ASSERT_EQ(piece.marks.size(), 1u);
  EXPECT_EQ(piece.marks[0].start, 4);
  EXPECT_EQ(piece.marks[0].end, 9);  // the line break within is marked too
}

TEST(Excerpt, WithoutAnyPlaceItIsTheBeginning) {
  const auto piece = excerpt("一二三四五六七八九十", "无", 4);
  EXPECT_EQ(piece.text, "一二三四");
  EXPECT_TRUE(piece.marks.empty());
  EXPECT_EQ(excerpt("", "无", 4).text, "");
  EXPECT_EQ(excerpt("尾", "尾", 4).marks.size(), 1u);
}

TEST(Bits, SetsAndTheirForms) {
  std::mt19937 random(3);
  for (const std::size_t size : {1u, 7u, 8u, 63u, 64u, 65u, 1000u, 65'536u}) {
    for (const unsigned share : {1u, 2u, 10u, 1000u, 1'000'000u}) {
      Bits bits(size);
      std::vector<std::uint16_t> places;
      for (std::size_t i = 0; i < size; ++i) {
        if (random() % share == 0) {
          bits.set(i);
          places.push_back(static_cast<std::uint16_t>(i));
        }
      }
      EXPECT_EQ(bits.count(), places.size());
      const auto bytes = bits.encode();
      std::vector<std::uint16_t> read;
      decode_places(bytes, read);
      EXPECT_EQ(read, places) << size << " " << share;
      EXPECT_EQ(Bits::decode(bytes, size).encode(), bytes);
    }
    EXPECT_EQ(Bits(size, true).count(), size);
  }
}

}  // namespace
}  // namespace yizheng::store
