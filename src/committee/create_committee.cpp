#include "committee/create_committee.h"

#include "committee/organisation_actions.h"
#include "store/ledger.h"
#include "text/utf8.h"

namespace yizheng::committee {
namespace {

struct MadeDetail {
  std::string code, name, pack_code, pack_version, session;
};
BOOST_DESCRIBE_STRUCT(MadeDetail, (), (code, name, pack_code, pack_version, session))

// The code is part of addresses.
void check_code(const std::string& code) {
  const bool plain = std::all_of(code.begin(), code.end(),
                                 [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  if (!plain || code.empty() || code.size() > 32 || code.front() == '-' || code.back() == '-') {
    throw invalid_field("code", "委员会代码由小写字母、数字和连字符组成,1 至 32 个字符。",
                        "A committee's code is small letters, digits and hyphens, 1 to 32 characters.");
  }
  // /public/CODE and /api/v1/public/CODE are a committee's addresses: words with another meaning there are no codes.
  static constexpr std::string_view reserved[] = {"committees", "about",  "api",        "assets", "help",
                                                  "new",        "public", "statistics", "search"};
  if (std::find(std::begin(reserved), std::end(reserved), code) != std::end(reserved)) {
    throw invalid_field("code", fmt::format("“{}”是网址中的保留词,请换一个代码。", code),
                        fmt::format("\"{}\" is a reserved word of addresses. Choose another code.", code));
  }
}

}  // namespace

CommitteeMade create_committee(store::Write& write, const Pack& pack, const NewCommittee& wanted) {
  check_code(wanted.code);
  if (wanted.name.find_first_not_of(" \t\r\n") == std::string::npos || !text::valid_utf8(wanted.name) ||
      text::length(wanted.name) > 100) {
    throw invalid_field("name", "委员会名称应为 1 至 100 字。", "A committee's name has 1 to 100 characters.");
  }
  if (committee_by_code(write.db, wanted.code)) {
    throw conflict("already_exists", fmt::format("代码“{}”已被使用,请换一个。", wanted.code),
                   fmt::format("The code \"{}\" is in use. Choose another.", wanted.code));
  }
  const Id committee_id = new_id();
  CommitteeMade made;
  made.committee = {.committee_id = committee_id,
                    .code = wanted.code,
                    .name = wanted.name,
                    .level = wanted.level,
                    .pack_code = pack.code,
                    .created_at = write.at};
  made.term = {.committee_id = committee_id,
               .id = new_id(),
               .number = wanted.term_number,
               .starts_on = wanted.term_starts_on,
               .ends_on = wanted.term_ends_on,
               .pack_code = pack.code};
  check_term(made.term);
  made.session = {.committee_id = committee_id,
                  .id = new_id(),
                  .term_id = made.term.id,
                  .term_number = wanted.term_number,
                  .number = wanted.session_number,
                  .title = {},
                  .opens_on = wanted.session_opens_on,
                  .closes_on = wanted.session_closes_on,
                  .window_opens_at = wanted.window_opens_at,
                  .deadline_at = wanted.deadline_at,
                  .late_policy = "ORDINARY"};
  check_session(made.session, made.term);
  made.session.title = session_title(wanted.term_number, wanted.session_number);
  insert_committee(write, made.committee);
  insert_term(write, made.term);
  insert_session(write, made.session);
  const MadeDetail detail{wanted.code, wanted.name, pack.code, pack.version, made.session.title};
  store::append(write, {.committee_id = committee_id,
                        .action = "committee.create",
                        .subject_kind = "committee",
                        .subject_id = committee_id,
                        .actor_account_id = {},
                        .actor_role = "",
                        .from_state = "",
                        .to_state = "",
                        .detail = to_json(detail)});
  return made;
}

}  // namespace yizheng::committee
