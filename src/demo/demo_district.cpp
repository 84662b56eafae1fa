#include "demo/demo_district.h"

#include "demo/story.h"
#include "identity/people.h"

namespace yizheng::demo {
namespace {

using enum ProposalState;
using proposals::PromiseState;

constexpr std::int64_t day_ms = 86'400'000;

// What waits for somebody today: each state a few times, some of them late.
struct Waiting {
  Wish wish;
  int full, small;
};

std::vector<Waiting> waiting() {
  return {
      {{.goal = DRAFT, .by_first_member = true}, 1, 1},
      {{.goal = DRAFT}, 3, 0},
      {{.goal = COSIGNING, .by_first_member = true}, 1, 1},
      {{.goal = COSIGNING, .invites_first_member = true}, 3, 1},
      {{.goal = SUBMITTED, .by_first_member = true}, 1, 0},
      {{.goal = SUBMITTED}, 5, 2},
      {{.goal = PRELIM_REVIEW}, 5, 1},
      {{.goal = REVIEW}, 6, 2},
      {{.goal = RETURNED_FOR_REVISION, .by_first_member = true}, 1, 1},
      {{.goal = RETURNED_FOR_REVISION}, 2, 0},
      {{.goal = NOT_FILED}, 2, 1},
      {{.goal = TO_SUGGESTION}, 2, 1},
      {{.goal = TO_OPINION_REPORT}, 2, 1},
      {{.goal = AS_LETTER}, 1, 1},
      {{.goal = WITHDRAWN}, 1, 1},
      {{.goal = FILED}, 4, 1},
      {{.goal = ASSIGNING}, 4, 1},
      {{.goal = ASSIGNING, .first_unit = true}, 1, 0},
      {{.goal = ASSIGNED, .first_unit = true}, 2, 1},
      {{.goal = ASSIGNED}, 5, 0},
      {{.goal = ASSIGNED, .age = 14}, 2, 0},
      {{.goal = RETURN_REQUESTED, .first_unit = true}, 1, 1},
      {{.goal = RETURN_REQUESTED}, 3, 0},
      {{.goal = ACCEPTED, .first_unit = true}, 1, 1},
      {{.goal = ACCEPTED}, 4, 0},
      {{.goal = HANDLING, .first_unit = true, .key = true}, 1, 1},
      {{.goal = HANDLING, .first_unit = true}, 1, 0},
      {{.goal = HANDLING, .key = true}, 3, 0},
      {{.goal = HANDLING, .candidate = true}, 3, 1},
      {{.goal = HANDLING}, 4, 0},
      {{.goal = HANDLING, .age = 70}, 3, 0},
      {{.goal = HANDLING, .age = 60, .urged = true}, 4, 1},
      {{.goal = HANDLING, .age = 100, .first_unit = true}, 1, 0},
      {{.goal = EXTENSION_REQUESTED}, 4, 1},
      {{.goal = REPLY_DRAFTED, .first_unit = true}, 1, 1},
      {{.goal = REPLY_DRAFTED}, 4, 0},
      {{.goal = REPLY_UNDER_CHECK}, 5, 1},
      {{.goal = REPLY_SENT_BACK, .sent_back = true}, 2, 0},
      {{.goal = REPLY_SENT_BACK, .first_unit = true, .sent_back = true}, 1, 1},
      {{.goal = REPLIED, .by_first_member = true}, 2, 1},
      {{.goal = REPLIED}, 8, 1},
      {{.goal = REPLIED, .age = 35}, 2, 0},
      {{.goal = FEEDBACK_DONE}, 5, 1},
      {{.goal = FEEDBACK_DONE, .unhappy = true, .result_class = "C"}, 2, 1},
      {{.goal = REHANDLING, .unhappy = true, .result_class = "C"}, 3, 1},
      {{.goal = REHANDLING, .age = 40, .unhappy = true, .result_class = "C"}, 1, 0},
      {{.goal = TRACKING, .result_class = "B"}, 6, 1},
      {{.goal = TRACKING, .age = 250, .result_class = "B"}, 4, 1},
      {{.goal = CLOSED, .result_class = "B", .promise = PromiseState::BROKEN}, 2, 1},
      {{.goal = CLOSED, .returned = 1, .result_class = "A"}, 2, 1},
      {{.goal = CLOSED, .returned = 2, .result_class = "A"}, 2, 0},
      {{.goal = CLOSED, .extended = true, .result_class = "A"}, 2, 0},
      {{.goal = ARCHIVED, .silent = true}, 1, 1},
  };
}

// A past year: what most proposals became, and the exceptions.
Wish past(Random& random) {
  Wish wish;
  const auto chance = random.between(1, 100);
  wish.goal = chance <= 4    ? NOT_FILED
              : chance <= 8  ? TO_SUGGESTION
              : chance <= 10 ? TO_OPINION_REPORT
              : chance <= 12 ? AS_LETTER
              : chance <= 14 ? WITHDRAWN
                             : ARCHIVED;
  if (wish.goal != ARCHIVED) return wish;
  wish.key = random.chance(7);
  wish.returned = random.chance(7) ? random.between(1, 3) : 0;
  wish.extended = random.chance(8);
  wish.sent_back = random.chance(12);
  wish.revised = random.chance(6);
  wish.silent = random.chance(6);
  wish.unhappy = !wish.silent && random.chance(4);
  if (wish.unhappy) wish.result_class = "C";
  const auto kept = random.between(1, 100);
  wish.promise = kept <= 75 ? PromiseState::KEPT : kept <= 90 ? PromiseState::PARTLY : PromiseState::BROKEN;
  return wish;
}

void tell_past(Stage& stage, const Cast& cast, Random& random, DemoSize size, Instant now) {
  constexpr std::array full{105, 105, 56}, small{3, 2, 2};
  for (std::size_t s = 0; s < cast.sessions.size(); ++s) {
    const auto& session = cast.sessions[s];
    const Instant end = s + 1 < cast.sessions.size() ? Instant{cast.sessions[s + 1].window_opens_at.ms - 20 * day_ms}
                                                     : Instant{now.ms - 160 * day_ms};
    std::vector<std::size_t> filed;
    for (int i = 0; i < (size == DemoSize::FULL ? full[s] : small[s]); ++i) {
      auto wish = past(random);
      wish.plenary = random.chance(70) || end <= session.deadline_at;
      // Most come in the last days before the deadline; two days of writing lie before the submission.
      wish.begins =
          wish.plenary
              ? Instant{session.deadline_at.ms - random.between(6, 20) * day_ms}
              : Instant{session.deadline_at.ms +
                        random.between(5, static_cast<int>((end.ms - session.deadline_at.ms) / day_ms)) * day_ms};
      const auto story = stage.tell(wish);
      if (wish.goal == ARCHIVED && !wish.revised) filed.push_back(story);
    }
    const std::size_t merged = size == DemoSize::FULL ? 5 : s == 2 ? 2 : 0;
    for (std::size_t i = 0; i < merged && i < filed.size(); ++i) {
      Wish wish;
      wish.goal = MERGED;
      wish.same_as = filed[i];
      wish.begins = Instant{stage.filed_at(filed[i]).ms - 9 * day_ms};
      stage.tell(wish);
    }
    if (s > 0) {
      const auto& before = cast.sessions[s - 1];
      const bool last = s + 1 == cast.sessions.size();
      stage.look_back(Instant{start_of(session.closes_on + 100).ms + 10 * 3'600'000LL},
                      before.title + "提案办理“回头看”", !last || size == DemoSize::SMALL);
    }
  }
  if (size == DemoSize::FULL)
    stage.look_back(Instant{now.ms - 40 * day_ms}, cast.sessions.back().title + "承诺事项“回头看”", false);
}

const std::vector<std::string>& cast_logins() {
  static const std::vector<std::string> logins{
      "member",    "member2",     "standing",  "convener",      "group",     "party",       "committee",
      "studio",    "clerk",       "team",      "review",        "office",    "supervision", "supervision-party",
      "unit",      "unit-leader", "chair",     "vice-chair",    "secretary", "leader",      "editor",
      "approver",  "issuer",      "informant", "contact-point", "audit",     "sysadmin",    "secadmin",
      "auditadmin"};
  return logins;
}

std::optional<SignIn> sign_in_of(store::Connection& db, const std::string& login, Id committee_id) {
  const auto account = identity::account_by_login(db, committee_id, login);
  if (!account) return std::nullopt;
  SignIn found{login, account->display_name, {}, ""};
  for (const auto& role : identity::roles_of(db, committee_id, account->id)) {
    found.roles.push_back(role.role);
    if (found.organisation.empty() && role.organisation_id) {
      if (const auto of = committee::organisation(db, committee_id, role.organisation_id))
        found.organisation = of->name;
    }
  }
  return found;
}

}  // namespace

DemoReport build_district(store::Database& database, committee::Rules& rules, DemoSize size, Instant now) {
  Random random(size == DemoSize::FULL ? 20'240'101 : 7);
  std::optional<Cast> cast;
  const Date today = local_date(now);
  // The district's own beginning: half a year before its first plenary.
  const Instant beginning = start_of(make_date(today.year() - 3, 7, 1));
  database.write_and_wait([&](store::Write& write) {
    const ScopedClock then(beginning);
    store::Write at_that_time(write.db, beginning);
    cast.emplace(at_that_time, rules.pack(), size, random, today);
  });
  Stage stage(*cast, rules, random, now);
  for (const auto& [wish, full, small] : waiting()) {
    for (int i = 0; i < (size == DemoSize::FULL ? full : small); ++i) stage.tell(wish);
  }
  tell_past(stage, *cast, random, size, now);
  DemoReport report;
  report.committee_code = cast->committee.code;
  report.actions = stage.play(database);
  report.members = cast->members.size();
  report.units = cast->units.size();
  report.proposals = stage.stories();
  // What is older than ten days has been read; nobody signs in to three years of notices.
  database.write_and_wait([&](store::Write& write) {
    write.db.execute(
        "UPDATE notices SET read_at = created_at WHERE committee_id = ? AND read_at IS NULL AND created_at < ?",
        cast->committee.committee_id, Instant{now.ms - 10 * day_ms});
  });
  return report;
}

std::vector<SignIn> sign_ins(store::Connection& db) {
  std::vector<SignIn> list;
  const auto committee = committee::committee_by_code(db, "demo");
  if (!committee) return list;
  for (const auto& login : cast_logins()) {
    auto found = sign_in_of(db, login, committee->committee_id);
    if (!found) continue;
    list.push_back(std::move(*found));
  }
  return list;
}

std::vector<SignIn> all_accounts(store::Connection& db) {
  std::vector<SignIn> list;
  const auto committee = committee::committee_by_code(db, "demo");
  if (!committee) return list;
  for (const auto& login : db.select<std::string>("SELECT login FROM accounts WHERE committee_id = ? ORDER BY id",
                                                  committee->committee_id)) {
    list.push_back(*sign_in_of(db, login, committee->committee_id));
  }
  return list;
}

}  // namespace yizheng::demo
