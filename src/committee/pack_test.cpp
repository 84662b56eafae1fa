#include "committee/pack.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "committee/pack_needs.h"
#include "text/utf8.h"

namespace yizheng::committee {
namespace {

namespace fs = std::filesystem;

// A copy of the default pack that a test may spoil.
class Spoiled {
 public:
  Spoiled() {
    static std::atomic<int> count = 0;
    folder_ = fs::temp_directory_path() / fmt::format("yizheng-pack-{}-{}", ::getpid(), ++count);
    fs::copy(pack_folder("default"), folder_);
  }
  ~Spoiled() { fs::remove_all(folder_); }

  Spoiled& replace(const char* file, const std::string& from, const std::string& to) {
    std::string content = read(file);
    const auto at = content.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    content.replace(at, from.size(), to);
    write(file, content);
    return *this;
  }
  Spoiled& append(const char* file, const std::string& more) {
    write(file, read(file) + more);
    return *this;
  }
  void write(const char* file, const std::string& content) {
    std::ofstream(folder_ / file, std::ios::binary) << content;
  }
  std::string read(const char* file) const {
    std::ifstream in(folder_ / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  PackReading reading() const { return read_pack(folder_.string()); }
  // The single fault: "file place".
  std::string fault() const {
    const auto found = reading();
    EXPECT_EQ(found.pack, nullptr);
    if (found.faults.size() != 1) return fmt::format("{} faults", found.faults.size());
    const auto& fault = found.faults[0];
    EXPECT_FALSE(fault.zh.empty());
    EXPECT_FALSE(fault.en.empty());
    return fault.file + " " + fault.place;
  }
  fs::path folder() const { return folder_; }

 private:
  fs::path folder_;
};

int line_of(const Spoiled& pack, const char* file, const std::string& text) {
  const auto content = pack.read(file);
  return 1 +
         static_cast<int>(std::count(content.begin(), content.begin() + static_cast<long>(content.find(text)), '\n'));
}

TEST(DefaultPack, Holds) {
  const auto reading = read_pack(pack_folder("default"));
  for (const auto& fault : reading.faults) ADD_FAILURE() << fault.file << ":" << fault.place << " " << fault.en;
  ASSERT_TRUE(reading.pack);
  const Pack& pack = *reading.pack;
  EXPECT_EQ(pack.code, "default");
  EXPECT_EQ(pack.roles.size(), 29u);
  EXPECT_EQ(pack.lists.at("categories").size(), 6u);
  EXPECT_EQ(pack.lists.at("not_filed_reasons").size(), 14u);
  EXPECT_EQ(pack.deadline("reply").count, 3);
  EXPECT_EQ(pack.deadline("assignment.return").unit, DeadlineUnit::WORKDAYS);
  EXPECT_TRUE(pack.result_class("A")->counts_as_resolved);
  EXPECT_TRUE(pack.result_class("B")->tracked);
  EXPECT_EQ(pack.result_class("D"), nullptr);
  EXPECT_EQ(pack.setting("feedback.statistic", ""), "first_proposer");
  EXPECT_EQ(pack.choice("categories", "ECONOMY")->title.zh_hant, "經濟建設");
  EXPECT_EQ(*pack.calendar.announced_years.begin(), 2018);
  EXPECT_EQ(*pack.calendar.announced_years.rbegin(), 2026);
  EXPECT_THROW(pack.deadline("nothing"), std::logic_error);
}

TEST(DefaultPack, SeparatesTheAdministrators) {
  const auto pack = load_pack("default");
  for (const char* admin : {"SYS_ADMIN", "SEC_ADMIN", "AUDIT_ADMIN"}) {
    for (const auto& role : pack->roles) {
      if (role.code == admin) continue;
      EXPECT_TRUE(role.excludes.contains(admin)) << role.code;
      EXPECT_TRUE(pack->role(admin)->excludes.contains(role.code)) << role.code;
    }
    for (const auto& permission : pack->role(admin)->permissions) EXPECT_FALSE(permission.starts_with("proposal."));
  }
  EXPECT_FALSE(pack->role("PROPOSAL_COMMITTEE")->excludes.contains("MEMBER"));
  EXPECT_TRUE(pack->role("PUBLIC")->permissions.empty());
}

TEST(DefaultPack, SaysEveryLabelInThreeWays) {
  const auto pack = load_pack("default");
  const auto check = [](const Label& label, const std::string& of) {
    EXPECT_FALSE(label.zh.empty()) << of;
    EXPECT_EQ(text::length(label.zh), text::length(label.zh_hant)) << of;
    EXPECT_TRUE(std::all_of(label.en.begin(), label.en.end(), [](char c) { return c >= ' '; })) << of;
  };
  for (const auto& role : pack->roles) check(role.title, role.code);
  for (const auto& [code, label] : pack->permissions) check(label, code);
  for (const auto& [code, rule] : pack->deadlines) check(rule.title, code);
  for (const auto& result : pack->result_classes) check(result.title, result.code);
  for (const auto& [name, list] : pack->lists) {
    for (const auto& choice : list) check(choice.title, name + "." + choice.code);
  }
}

TEST(PackCheck, LocatesEachFault) {
  struct Case {
    const char *file, *from, *to, *place;
  };
  for (const auto& c : {
           Case{"roles.toml", "\"proposal.prelim_review\"", "\"proposal.prelim_revue\"", "role.PROPOSAL_COMMITTEE"},
           Case{"roles.toml", "code = \"OPINION_EDITOR\"", "code = \"opinion_editor\"", "role.opinion_editor.code"},
           Case{"roles.toml", "excludes = [\"*\"]", "excludes = [\"*\", \"NOBODY\"]", "role.AUDITOR"},
           Case{"roles.toml", "organisation_kind = \"MEMBER_STUDIO\"", "organisation_kind = \"STUDIO\"",
                "role.MEMBER_STUDIO"},
           Case{"roles.toml", "en = \"Member\"", "", "role.MEMBER"},
           Case{"roles.toml", "en = \"Member\"", "en = \" \"", "role.MEMBER.en"},
           Case{"roles.toml", "en = \"Member\"", "en = \"Member\"\ncolour = 1", "role.MEMBER.colour"},
           Case{"roles.toml", "code = \"STANDING_MEMBER\"", "code = \"MEMBER\"", "role.MEMBER"},
           Case{"lists.toml", "code = \"POLITICS\"", "code = \"ECONOMY\"", "lists.categories.ECONOMY"},
           Case{"lists.toml", "{ code = \"COURT\", zh = \"法院\", en = \"Court\" },", "", "lists.systems.COURT"},
           Case{"lists.toml", "code = \"BEFORE\", zh", "code = \"BEFORE\", active = 1, zh",
                "lists.contact_moments.BEFORE.active"},
           Case{"lists.toml", "categories = [", "colours = []\ncategories = [", "lists.colours"},
           Case{"results.toml", "counts_as_resolved = true", "", "result_class.A"},
           Case{"results.toml", "counts_as_planned = true", "counts_as_planned = true\ncounts_as_resolved = true",
                "result_class.B"},
           Case{"deadlines.toml", "count = 3\n", "count = 0\n", "deadline.reply.count"},
           Case{"deadlines.toml", "count = 3\n", "count = -3\n", "deadline.reply.count"},
           Case{"deadlines.toml", "count = 3\n", "count = \"3\"\n", "deadline.reply.count"},
           Case{"deadlines.toml", "unit = \"MONTHS\"", "unit = \"WEEKS\"", "deadline.co_opinion.unit"},
           Case{"deadlines.toml", "count = 6", "count = 3", "deadline.reply.extended"},
           Case{"deadlines.toml", "[deadline.rehandling]", "[deadline.rehandling]\nuntil = 2",
                "deadline.rehandling.until"},
           Case{"calendar.toml", "to = 2026-10-07, worked = [2026-09-20", "to = 2026-10-07, worked = [2026-09-21",
                "calendar_year.2026.worked"},
           Case{"calendar.toml", "to = 2026-10-07, worked = [2026-09-20",
                "to = 2026-10-07, worked = [2026-09-20, 2026-09-26", "calendar_year.2026"},
           Case{"calendar.toml", "from = 2026-10-01, to = 2026-10-07", "from = 2026-10-01, to = 2026-09-07",
                "calendar_year.2026.to"},
           Case{"calendar.toml", "from = 2018-01-01, to = 2018-01-01", "from = 2017-01-02, to = 2017-01-02",
                "calendar_year.2018"},
           Case{"calendar.toml", "year = 2019", "year = \"2019\"", "calendar_year.year"},
           Case{"pack.toml", "\"first_proposer\"\n", "\"last\"\n", "settings.feedback.statistic"},
           Case{"pack.toml", "\"supervision.SUPERVISION_OFFICE_GOV\"", "\"supervision.UNIT_LEADER\"",
                "settings.supervision.UNIT_LEADER"},
           Case{"pack.toml", "= \"GOVERNMENT\"", "= \"GOVERMENT\"", "settings.supervision.SUPERVISION_OFFICE_GOV"},
           Case{"pack.toml", "= \"GOVERNMENT\"", "= 1", "settings.supervision.SUPERVISION_OFFICE_GOV"},
           Case{"pack.toml", "PEOPLES_CONGRESS,", "", "settings"},
           Case{"pack.toml", "[settings]", "[settings]\ncolour = \"red\"", "settings.colour"},
           Case{"pack.toml", "body_min = 300", "body_min = 3000", "text_limits"},
           Case{"pack.toml", "[settings]", "[setings]", "setings"},
           Case{"pack.toml", "version = \"2026.1\"", "", "pack"},
       }) {
    Spoiled pack;
    pack.replace(c.file, c.from, c.to);
    const auto reading = pack.reading();
    EXPECT_EQ(reading.pack, nullptr) << c.to;
    const bool located = std::any_of(reading.faults.begin(), reading.faults.end(), [&](const PackFault& fault) {
      return fault.place.substr(fault.place.find(' ') + 1) == c.place && !fault.zh.empty() && !fault.en.empty();
    });
    EXPECT_TRUE(located) << c.from << " -> " << c.to;
    if (!located) {
      for (const auto& fault : reading.faults) ADD_FAILURE() << fault.file << ":" << fault.place << " " << fault.en;
    }
  }
}

TEST(PackCheck, NamesTheLine) {
  Spoiled pack;
  pack.replace("deadlines.toml", "count = 3\n", "count = 0\n");
  EXPECT_EQ(pack.fault(),
            fmt::format("deadlines.toml {} deadline.reply.count", line_of(pack, "deadlines.toml", "count = 0")));
}

TEST(PackCheck, WantsEveryDeadlineListAndRoleTheProgramNames) {
  Spoiled pack;
  pack.write("deadlines.toml", "");
  EXPECT_EQ(pack.reading().faults.size(), std::size(needed_deadlines));
  Spoiled lists;
  lists.write("lists.toml", "");
  EXPECT_EQ(lists.reading().faults.size(), needed_lists().size());
}

TEST(PackCheck, RefusesAdministratorsWithBusinessRights) {
  Spoiled pack;
  pack.replace("roles.toml", "permissions = [\"account.manage\"",
               "permissions = [\"account.manage\", \"proposal.review\"");
  EXPECT_THAT(pack.fault(), testing::EndsWith(" role.SYS_ADMIN"));
  Spoiled two;
  two.replace("roles.toml", "permissions = [\"account.manage\"", "permissions = [\"account.manage\", \"role.grant\"");
  EXPECT_THAT(two.fault(), testing::EndsWith(" role.SYS_ADMIN"));
}

TEST(PackCheck, SurvivesWhatIsNoPack) {
  EXPECT_EQ(read_pack("/does/not/exist").faults.size(), 1u);
  Spoiled broken;
  broken.write("results.toml", "[[result_class]\ncode = ");
  EXPECT_EQ(broken.reading().pack, nullptr);
  Spoiled binary;
  binary.write("extra.toml", std::string("\xFF\x00\x01", 3));
  EXPECT_THAT(binary.fault(), testing::StartsWith("extra.toml 1"));
  Spoiled deep;
  deep.write("extra.toml", "a = " + std::string(100'000, '['));
  EXPECT_EQ(deep.reading().pack, nullptr);
  Spoiled large;
  large.write("extra.toml", std::string(2 << 20, '\n'));
  EXPECT_THAT(large.fault(), testing::StartsWith("extra.toml"));
  Spoiled folder;
  fs::create_directory(folder.folder() / "x.toml");
  EXPECT_EQ(folder.reading().pack, nullptr);
}

TEST(LoadPack, SaysWhereItLooked) {
  try {
    load_pack("nowhere");
    FAIL();
  } catch (const Problem& problem) {
    EXPECT_EQ(problem.code, "pack_missing");
    EXPECT_NE(problem.en.find("packs/nowhere"), std::string::npos);
  }
}

}  // namespace
}  // namespace yizheng::committee
