#include "committee/organisation.h"

#include <stdexcept>

namespace yizheng::committee {
namespace {

// 10 → 十, 13 → 十三, 20 → 二十.
std::string chinese_numeral(int number) {
  static constexpr const char* digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number < 1 || number > 99) throw std::logic_error("a term or session has a number from 1 to 99");
  std::string text;
  if (number >= 20) text += digits[number / 10];
  if (number >= 10) text += "十";
  return text + digits[number % 10];
}

template <class Record>
std::string select_from(std::string_view table, std::string_view rest) {
  return fmt::format("SELECT {} FROM {} WHERE {}", store::columns_of<Record>(), table, rest);
}

}  // namespace

std::string session_title(int term_number, int number) {
  return chinese_numeral(term_number) + "届" + chinese_numeral(number) + "次";
}

std::optional<Committee> committee_by_code(store::Connection& db, std::string_view code) {
  static const std::string sql = select_from<Committee>("committees", "code = ?");
  return db.select_one<Committee>(sql, code);
}

std::optional<Committee> committee(store::Connection& db, Id committee_id) {
  static const std::string sql = select_from<Committee>("committees", "committee_id = ?");
  return db.select_one<Committee>(sql, committee_id);
}

std::vector<Committee> committees(store::Connection& db) {
  static const std::string sql = "SELECT " + store::columns_of<Committee>() + " FROM committees ORDER BY code";
  return db.select<Committee>(sql);
}

std::vector<Organisation> organisations(store::Connection& db, Id committee_id, std::optional<OrganisationKind> kind) {
  static const std::string all =
      select_from<Organisation>("organisations", "committee_id = ? ORDER BY kind, position, id");
  static const std::string of_kind =
      select_from<Organisation>("organisations", "committee_id = ? AND kind = ? ORDER BY position, id");
  return kind ? db.select<Organisation>(of_kind, committee_id, *kind) : db.select<Organisation>(all, committee_id);
}

std::optional<Organisation> organisation(store::Connection& db, Id committee_id, Id id) {
  static const std::string sql = select_from<Organisation>("organisations", "committee_id = ? AND id = ?");
  return db.select_one<Organisation>(sql, committee_id, id);
}

std::vector<Term> terms(store::Connection& db, Id committee_id) {
  static const std::string sql = select_from<Term>("terms", "committee_id = ? ORDER BY number DESC");
  return db.select<Term>(sql, committee_id);
}

std::vector<Session> sessions(store::Connection& db, Id committee_id) {
  static const std::string sql =
      select_from<Session>("sessions", "committee_id = ? ORDER BY term_number DESC, number DESC");
  return db.select<Session>(sql, committee_id);
}

std::optional<Session> session(store::Connection& db, Id committee_id, Id id) {
  static const std::string sql = select_from<Session>("sessions", "committee_id = ? AND id = ?");
  return db.select_one<Session>(sql, committee_id, id);
}

std::optional<Session> session_at(store::Connection& db, Id committee_id, Instant at) {
  static const std::string sql = select_from<Session>(
      "sessions", "committee_id = ? AND window_opens_at <= ? ORDER BY window_opens_at DESC, id DESC LIMIT 1");
  return db.select_one<Session>(sql, committee_id, at);
}

void insert_committee(store::Write& write, const Committee& record) { write.db.insert("committees", record); }
void insert_organisation(store::Write& write, const Organisation& record) { write.db.insert("organisations", record); }
void insert_term(store::Write& write, const Term& record) { write.db.insert("terms", record); }
void insert_session(store::Write& write, const Session& record) { write.db.insert("sessions", record); }

}  // namespace yizheng::committee
