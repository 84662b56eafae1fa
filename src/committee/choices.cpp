#include "committee/choices.h"

#include <algorithm>

#include "base/problem.h"

namespace yizheng::committee {
namespace {

struct Row {
  std::string code, zh, zh_hant, en;
  bool active = true;
};
BOOST_DESCRIBE_STRUCT(Row, (), (code, zh, zh_hant, en, active))
struct ListedRow : Row {
  std::string list;
};
BOOST_DESCRIBE_STRUCT(ListedRow, (Row), (list))

}  // namespace

std::vector<Choice> choices(store::Connection& db, const Pack& pack, Id committee_id, std::string_view list) {
  std::vector<Choice> all;
  if (const auto found = pack.lists.find(std::string(list)); found != pack.lists.end()) all = found->second;
  for (auto& row :
       db.select<Row>("SELECT code, zh, zh_hant, en, active FROM committee_choices WHERE committee_id = ? AND list = ? "
                      "ORDER BY position, code",
                      committee_id, list)) {
    all.push_back({std::move(row.code), {std::move(row.zh), std::move(row.zh_hant), std::move(row.en)}, row.active});
  }
  return all;
}

std::map<std::string, std::vector<Choice>> all_choices(store::Connection& db, const Pack& pack, Id committee_id) {
  auto lists = pack.lists;
  for (auto& row :
       db.select<ListedRow>("SELECT " + store::columns_of<ListedRow>() +
                                " FROM committee_choices WHERE committee_id = ? ORDER BY list, position, code",
                            committee_id)) {
    lists[row.list].push_back(
        {std::move(row.code), {std::move(row.zh), std::move(row.zh_hant), std::move(row.en)}, row.active});
  }
  return lists;
}

void require_choice(store::Connection& db, const Pack& pack, Id committee_id, std::string_view list,
                    const std::string& field, std::string_view code) {
  const auto* known = pack.choice(list, code);
  if (known != nullptr && known->active) return;
  if (known == nullptr) {
    const auto own =
        db.select_one<bool>("SELECT active FROM committee_choices WHERE committee_id = ? AND list = ? AND code = ?",
                            committee_id, list, code);
    if (own && *own) return;
  }
  throw invalid_field(field, "请从规定的选项中选择。",
                      "Choose one of the options offered (GET /api/v1/committee lists them).");
}

void insert_choice(store::Write& write, Id committee_id, std::string_view list, const Choice& choice) {
  const auto position = *write.db.select_one<std::int64_t>(
      "SELECT COUNT(*) FROM committee_choices WHERE committee_id = ? AND list = ?", committee_id, list);
  write.db.execute(
      "INSERT INTO committee_choices (committee_id, list, code, zh, zh_hant, en, active, position) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      committee_id, list, choice.code, choice.title.zh, choice.title.zh_hant, choice.title.en, choice.active, position);
}

const std::vector<store::Migration>& choice_migrations() {
  static const std::vector<store::Migration> migrations{{290, "a committee's own choices", R"(
CREATE TABLE committee_choices (
  committee_id {bigint} NOT NULL, list {text} NOT NULL, code {text} NOT NULL, zh {text} NOT NULL, zh_hant {text} NOT NULL,
  en {text} NOT NULL, active {bigint} NOT NULL, position {bigint} NOT NULL, PRIMARY KEY (committee_id, list, code))
)",
                                                         "", ""}};
  return migrations;
}

}  // namespace yizheng::committee
