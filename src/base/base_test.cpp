#include <gtest/gtest.h>

#include "base/clock_offset.h"
#include "base/id.h"
#include "base/json.h"
#include "base/time.h"

namespace yizheng {
namespace sample {

enum class Colour { RED, GREEN };
BOOST_DESCRIBE_ENUM(Colour, RED, GREEN)

struct Inner {
  std::string name;
  std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (name, due))

struct Outer {
  Id id;
  Colour colour = Colour::RED;
  std::vector<Inner> items;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (id, colour, items))

std::string field_of(const char* text) {
  try {
    read_json<Outer>(json::parse(text));
  } catch (const Problem& problem) {
    return problem.field;
  }
  return "accepted";
}

TEST(Json, writes_what_it_reads) {
  const std::string text =
      R"({"id":"17","colour":"GREEN","items":[{"name":"甲\n\"乙\"","due":"2024-02-29"},{"name":""}]})";
  EXPECT_EQ(to_json(read_json<Outer>(json::parse(text))), text);
}

TEST(Json, names_the_member_at_fault) {
  EXPECT_EQ(field_of(R"({"id":"17","colour":"BLUE","items":[]})"), "/colour");
  EXPECT_EQ(field_of(R"({"id":17,"colour":"RED","items":[]})"), "/id");
  EXPECT_EQ(field_of(R"({"id":"17","colour":"RED"})"), "/items");
  EXPECT_EQ(field_of(R"({"id":"17","colour":"RED","items":[{"name":"a","due":"2023-02-29"}]})"), "/items/0/due");
  EXPECT_EQ(field_of(R"({"id":"17","colour":"RED","items":[],"size":1})"), "/size");
}

TEST(Json, schema_lists_structs_and_enums_once) {
  SchemaSet set;
  EXPECT_EQ(schema_of<Outer>(set), (json::value{{"$ref", "#/components/schemas/Outer"}}));
  EXPECT_EQ(set.components.size(), 3U);
  EXPECT_EQ(set.components["Inner"].at("required"), json::array{"name"});
}

TEST(Id, grows_and_never_repeats) {
  Id last{};
  for (int i = 0; i < 100'000; ++i) {
    const Id id = new_id();
    ASSERT_GT(id, last);
    last = id;
  }
  EXPECT_EQ(parse_id(to_string(last)), last);
}

TEST(Id, refuses_what_is_not_an_id) {
  for (const char* text : {"", "0", "-1", "01", "1x", "9223372036854775808", "99999999999999999999"}) {
    EXPECT_FALSE(parse_id(text)) << text;
  }
}

TEST(Time, dates_that_do_not_exist_are_refused) {
  EXPECT_FALSE(parse_date("2023-02-29"));
  EXPECT_FALSE(parse_date("2024-13-01"));
  EXPECT_FALSE(parse_date("2024-1-01"));
  EXPECT_EQ(to_string(*parse_date("2024-02-29")), "2024-02-29");
}

TEST(Time, months_end_on_the_last_day_there_is) {
  EXPECT_EQ(to_string(add_months(make_date(2024, 1, 31), 1)), "2024-02-29");
  EXPECT_EQ(to_string(add_months(make_date(2023, 11, 30), 3)), "2024-02-29");
}

TEST(Time, instants_keep_their_offset) {
  const auto instant = parse_instant("2026-01-18T17:00:00+08:00");
  ASSERT_TRUE(instant);
  EXPECT_EQ(parse_instant("2026-01-18T09:00:00Z"), instant);
  EXPECT_EQ(to_string(*instant), "2026-01-18T17:00:00.000+08:00");
  EXPECT_EQ(local_date(*parse_instant("2026-01-18T23:00:00Z")), make_date(2026, 1, 19));
  EXPECT_FALSE(parse_instant("2026-01-18T17:00:00"));
}

TEST(Time, a_rehearsal_moves_the_products_clock_and_not_the_machines) {
  set_clock_offset(100);
  const auto moved = today();
  const auto machine = local_date(system_now());
  set_clock_offset(0);
  EXPECT_EQ(moved - machine, 100);
  EXPECT_EQ(today(), local_date(system_now()));
}

}  // namespace sample
TEST(Json, EscapesWhereverInATextTheyAreNeeded) {
  // Texts are looked at eight bytes at a time: every place and every character that needs an escape.
  for (int c = 0; c < 0x80; ++c) {
    for (std::size_t at = 0; at < 20; ++at) {
      const std::string text = std::string(at, 'a') + static_cast<char>(c) + "一二三四五六七";
      std::string escaped;
      write_json(escaped, text);
      EXPECT_EQ(json::parse(escaped).as_string(), text) << c << " at " << at;
      EXPECT_TRUE(std::none_of(escaped.begin(), escaped.end(), [](unsigned char d) { return d < 0x20; }));
    }
  }
}

TEST(Json, NumbersReadAsPeopleWriteThem) {
  std::string out;
  for (double value : {298.0, 11.7, 0.1, -3.0, 5890.0}) {
    write_json(out, value);
    out += ' ';
  }
  EXPECT_EQ(out, "298 11.7 0.1 -3 5890 ");
}

TEST(Time, InstantsAreWrittenToTheMillisecondInLocalTime) {
  EXPECT_EQ(to_string(Instant{0}), "1970-01-01T08:00:00.000+08:00");
  EXPECT_EQ(to_string(Instant{1'767'196'799'999}), "2025-12-31T23:59:59.999+08:00");
  EXPECT_EQ(to_string(Instant{-1}), "1970-01-01T07:59:59.999+08:00");
  EXPECT_EQ(to_string(make_date(1900, 1, 9)), "1900-01-09");
}

}  // namespace yizheng
