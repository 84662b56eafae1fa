#include "committee/organisation_actions.h"

#include "store/ledger.h"
#include "text/utf8.h"

namespace yizheng::committee {
namespace {

template <class Record>
void record(store::Write& write, const http::Caller& caller, const char* action, const char* kind, Id id,
            const Record& now, const std::optional<Record>& before = std::nullopt) {
  std::string detail = "{";
  if (before) {
    detail += "\"before\":";
    write_json(detail, *before);
    detail += ",";
  }
  detail += "\"after\":";
  write_json(detail, now);
  detail += "}";
  store::append(write, {.committee_id = caller.committee_id,
                        .action = action,
                        .subject_kind = kind,
                        .subject_id = id,
                        .actor_account_id = caller.account_id,
                        .actor_role = caller.acting_role({"OFFICE_STAFF"}),
                        .from_state = "",
                        .to_state = "",
                        .detail = detail});
}

Problem changed_meanwhile() {
  return Problem(412, "changed_meanwhile", "这条记录刚被别人修改过,请重新打开后再改。",
                 "This record was changed meanwhile. Open it again, then change it.");
}

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

void check_code(const std::string& code) {
  const bool plain = std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.';
  });
  if (!plain || code.size() > 40) {
    throw invalid_field("/code", "代码由字母、数字和 . _ - 组成,最多 40 个字符。",
                        "A code is letters, digits and . _ -, at most 40 characters.");
  }
}

// What a kind of organisation is divided into: nothing, "PARTY" and "ORGANISATION", or the systems.
const char* subkind_list(OrganisationKind kind) {
  switch (kind) {
    case OrganisationKind::PARTICIPATING_UNIT:
      return "participating_unit_kinds";
    case OrganisationKind::HANDLING_UNIT:
    case OrganisationKind::SUPERVISION_OFFICE:
      return "systems";
    default:
      return nullptr;
  }
}

void check_organisation(store::Connection& db, const Pack& pack, const Organisation& made) {
  if (blank(made.name) || text::length(made.name) > 100) {
    throw invalid_field("/name", "名称应为 1 至 100 字。", "A name has 1 to 100 characters.");
  }
  if (text::length(made.short_name) > 40) {
    throw invalid_field("/short_name", "简称最多 40 字。", "A short name has at most 40 characters.");
  }
  check_code(made.code);
  if (made.position < 0 || made.position > 1'000'000) {
    throw invalid_field("/position", "排列次序应为 0 至 1000000。", "A position is from 0 to 1,000,000.");
  }
  if (const char* list = subkind_list(made.kind)) {
    if (pack.choice(list, made.subkind) == nullptr) {
      throw invalid_field("/subkind", fmt::format("请从规则包的“{}”中选择类别。", list),
                          fmt::format("Choose one of the pack's \"{}\".", list));
    }
  } else if (!made.subkind.empty()) {
    throw invalid_field("/subkind", "这种组织没有下级类别,请留空。",
                        "This kind of organisation has no subkind. Leave it out.");
  }
  // A parent must exist, and following the parents must never come back here.
  std::optional<Id> above = made.parent_id;
  for (int steps = 0; above; ++steps) {
    const auto parent = organisation(db, made.committee_id, *above);
    if (!parent || *above == made.id || steps > 10) {
      throw invalid_field("/parent_id", "上级组织不存在,或形成了循环,或超过 10 层。",
                          "The organisation above does not exist, goes in a circle, or is more than 10 deep.");
    }
    above = parent->parent_id;
  }
  const auto same = db.select_one<std::string>(
      "SELECT name FROM organisations WHERE committee_id = ? AND kind = ? AND id <> ? AND (name = ? OR (code = ? AND ? "
      "<> 0))",
      made.committee_id, made.kind, made.id, made.name, made.code, !made.code.empty());
  if (same) {
    throw conflict("already_exists", "同类组织中已有这个名称或代码,请换一个。",
                   "An organisation of this kind already has this name or code. Choose another.");
  }
}

void put_session(store::Write& write, const Session& made) {
  write.db.execute(
      "UPDATE sessions SET opens_on = ?, closes_on = ?, window_opens_at = ?, deadline_at = ?, version = version + 1"
      " WHERE committee_id = ? AND id = ?",
      made.opens_on, made.closes_on, made.window_opens_at, made.deadline_at, made.committee_id, made.id);
}

Term term_of(store::Connection& db, Id committee_id, Id term_id) {
  for (auto& term : terms(db, committee_id)) {
    if (term.id == term_id) return term;
  }
  throw invalid_field("/term_id", "没有这一届,请先建立届。", "There is no such term. Make the term first.");
}

}  // namespace

std::vector<OrganisationRow> organisation_rows(store::Connection& db, Id committee_id,
                                               std::optional<OrganisationKind> kind) {
  static const std::string head =
      "SELECT " + store::columns_of<OrganisationRow>() + " FROM organisations WHERE committee_id = ?";
  static const std::string all = head + " ORDER BY kind, position, id",
                           of_kind = head + " AND kind = ? ORDER BY position, id";
  return kind ? db.select<OrganisationRow>(of_kind, committee_id, *kind)
              : db.select<OrganisationRow>(all, committee_id);
}

std::optional<OrganisationRow> organisation_row(store::Connection& db, Id committee_id, Id id) {
  static const std::string sql =
      "SELECT " + store::columns_of<OrganisationRow>() + " FROM organisations WHERE committee_id = ? AND id = ?";
  return db.select_one<OrganisationRow>(sql, committee_id, id);
}

std::vector<SessionRow> session_rows(store::Connection& db, Id committee_id) {
  static const std::string sql = "SELECT " + store::columns_of<SessionRow>() +
                                 " FROM sessions WHERE committee_id = ? ORDER BY term_number DESC, number DESC";
  return db.select<SessionRow>(sql, committee_id);
}

std::optional<SessionRow> session_row(store::Connection& db, Id committee_id, Id id) {
  static const std::string sql =
      "SELECT " + store::columns_of<SessionRow>() + " FROM sessions WHERE committee_id = ? AND id = ?";
  return db.select_one<SessionRow>(sql, committee_id, id);
}

OrganisationRow create_organisation(store::Write& write, const Pack& pack, const http::Caller& caller,
                                    const OrganisationBody& body) {
  const auto last = write.db.select_one<std::int64_t>(
      "SELECT COALESCE(MAX(position), 0) FROM organisations WHERE committee_id = ? AND kind = ?", caller.committee_id,
      body.kind);
  Organisation made{.committee_id = caller.committee_id,
                    .id = new_id(),
                    .kind = body.kind,
                    .code = body.code.value_or(""),
                    .name = body.name,
                    .short_name = body.short_name.value_or(""),
                    .subkind = body.subkind.value_or(""),
                    .parent_id = body.parent_id,
                    .position = body.position.value_or(static_cast<int>(last.value_or(0)) + 1),
                    .active = true};
  check_organisation(write.db, pack, made);
  insert_organisation(write, made);
  record(write, caller, "organisation.create", "organisation", made.id, made);
  return organisation_row(write.db, made.committee_id, made.id).value();
}

OrganisationRow change_organisation(store::Write& write, const Pack& pack, const http::Caller& caller, Id id,
                                    const OrganisationPatch& patch, std::int64_t version) {
  const auto found = organisation_row(write.db, caller.committee_id, id);
  if (!found) throw not_found("组织", "organisation");
  if (found->version != version) throw changed_meanwhile();
  const Organisation before = *found;
  Organisation made = before;
  if (patch.name) made.name = *patch.name;
  if (patch.code) made.code = *patch.code;
  if (patch.short_name) made.short_name = *patch.short_name;
  if (patch.subkind) made.subkind = *patch.subkind;
  if (patch.parent_id) made.parent_id = patch.parent_id;
  if (patch.no_parent.value_or(false)) made.parent_id.reset();
  if (patch.position) made.position = *patch.position;
  if (patch.active) made.active = *patch.active;
  check_organisation(write.db, pack, made);
  write.db.execute(
      "UPDATE organisations SET name = ?, code = ?, short_name = ?, subkind = ?, parent_id = ?, position = ?, active = "
      "?,"
      " version = version + 1 WHERE committee_id = ? AND id = ?",
      made.name, made.code, made.short_name, made.subkind, made.parent_id, made.position, made.active,
      made.committee_id, id);
  record(write, caller, "organisation.change", "organisation", id, made, std::optional(before));
  return organisation_row(write.db, made.committee_id, id).value();
}

void check_term(const Term& term) {
  if (term.number < 1 || term.number > 99) {
    throw invalid_field("/number", "届应为 1 至 99。", "A term has a number from 1 to 99.");
  }
  if (term.ends_on <= term.starts_on) {
    throw invalid_field("/ends_on", "届满日期应在开始日期之后。", "A term must end after it begins.");
  }
}

void check_session(const Session& session, const Term& term) {
  if (session.number < 1 || session.number > 99) {
    throw invalid_field("/number", "次应为 1 至 99。", "A session has a number from 1 to 99.");
  }
  if (session.closes_on < session.opens_on) {
    throw invalid_field("/closes_on", "闭幕日期不能早于开幕日期。",
                        "The closing day cannot be before the opening day.");
  }
  if (session.opens_on < term.starts_on || session.closes_on > term.ends_on) {
    throw invalid_field("/opens_on", "会议日期应在本届任期之内。", "The session must lie within its term.");
  }
  if (session.deadline_at <= session.window_opens_at) {
    throw invalid_field("/deadline_at", "提案截止时间应在征集开始时间之后。",
                        "The deadline for proposals must be after the window opens.");
  }
}

Term create_term(store::Write& write, const Pack& pack, const http::Caller& caller, const TermBody& body) {
  const Term made{.committee_id = caller.committee_id,
                  .id = new_id(),
                  .number = body.number,
                  .starts_on = body.starts_on,
                  .ends_on = body.ends_on,
                  .pack_code = pack.code};
  check_term(made);
  for (const auto& other : terms(write.db, caller.committee_id)) {
    if (other.number == made.number) throw conflict("already_exists", "这一届已经建立。", "This term already exists.");
    if (other.starts_on < made.ends_on && made.starts_on < other.ends_on) {
      throw conflict("terms_overlap", "任期与其他届重叠,请核对日期。", "The term overlaps another. Check the dates.");
    }
  }
  insert_term(write, made);
  record(write, caller, "term.create", "term", made.id, made);
  return made;
}

SessionRow create_session(store::Write& write, const http::Caller& caller, const SessionBody& body) {
  const Term term = term_of(write.db, caller.committee_id, body.term_id);
  Session made{.committee_id = caller.committee_id,
               .id = new_id(),
               .term_id = term.id,
               .term_number = term.number,
               .number = body.number,
               .title = {},
               .opens_on = body.opens_on,
               .closes_on = body.closes_on,
               .window_opens_at = body.window_opens_at,
               .deadline_at = body.deadline_at,
               .late_policy = "ORDINARY"};
  check_session(made, term);
  made.title = session_title(term.number, made.number);
  for (const auto& other : sessions(write.db, caller.committee_id)) {
    if (other.term_id == made.term_id && other.number == made.number) {
      throw conflict("already_exists", "这次会议已经建立。", "This session already exists.");
    }
  }
  insert_session(write, made);
  record(write, caller, "session.create", "session", made.id, made);
  return session_row(write.db, made.committee_id, made.id).value();
}

SessionRow change_session(store::Write& write, const http::Caller& caller, Id id, const SessionPatch& patch,
                          std::int64_t version) {
  const auto found = session_row(write.db, caller.committee_id, id);
  if (!found) throw not_found("会议", "session");
  if (found->version != version) throw changed_meanwhile();
  const Session before = *found;
  Session made = before;
  if (patch.opens_on) made.opens_on = *patch.opens_on;
  if (patch.closes_on) made.closes_on = *patch.closes_on;
  if (patch.window_opens_at) made.window_opens_at = *patch.window_opens_at;
  if (patch.deadline_at) made.deadline_at = *patch.deadline_at;
  check_session(made, term_of(write.db, caller.committee_id, made.term_id));
  put_session(write, made);
  record(write, caller, "session.change", "session", id, made, std::optional(before));
  return session_row(write.db, made.committee_id, id).value();
}

}  // namespace yizheng::committee
