// What follows the reply: feedback, a second round, promises, publication, the archive.
#include <algorithm>

#include "demo/tale.h"
#include "proposals/assignment_actions.h"
#include "proposals/feedback_actions.h"
#include "proposals/follow_up_actions.h"
#include "proposals/proposal_store.h"

namespace yizheng::demo {

using namespace proposals;

// Everybody who is asked and has not answered does, or only the first proposer.
void Stage::feedback(const TalePtr& tale, bool only_first, int liked) {
  std::vector<std::string> comments;
  for (int i = 0; i < 8; ++i) comments.push_back(make_feedback_comment(random_, tale->subject, liked));
  step([this, tale, only_first, liked, comments](store::Write& write) {
    const auto dossier = find_dossier(write.db, cast_.committee.committee_id, tale->id);
    std::size_t n = 0;
    for (const auto& asked : asked_for_feedback(write.db, *dossier)) {
      if (asked.answered || (only_first && !asked.first)) continue;
      const http::Caller* caller = tale->proposer;
      if (asked.person_id) {
        caller = callers_of_persons_.at(asked.person_id);
      } else if (asked.proposal_id != tale->id) {
        for (const auto& other : tales_) {
          if (other->id == asked.proposal_id) caller = other->proposer;
        }
      }
      FeedbackBody body;
      body.attitude = liked == 0 ? Satisfaction::BASICALLY : Satisfaction::SATISFIED;
      body.result = liked == 2   ? Satisfaction::SATISFIED
                    : liked == 1 ? Satisfaction::BASICALLY
                                 : Satisfaction::UNSATISFIED;
      body.contacted = "FACE_TO_FACE";
      body.comment = comments[n++ % comments.size()];
      Context context{write, *caller, rules_, std::nullopt, "192.0.2.10"};
      give_feedback(context, asked.proposal_id, body);
    }
  });
}

bool Stage::hear(const TalePtr& tale) {
  const auto& wish = tale->wish;
  const auto lead = tale->units.front();
  later(0, 1);
  act_on(tale, lead, *lead.officer, [tale, note = make_contact_note(random_, tale->subject)](Context& context, Id id) {
    ContactBody body;
    body.moment = "AFTER";
    body.method = "FACE_TO_FACE";
    body.person = tale->proposer_name;
    body.held_on = context.today();
    body.note = note;
    record_contact(context, id, body);
  });
  if (wish.key) {
    later(1, 3);
    act(tale, cast_.as("clerk"), [text = make_supervision_report(random_, tale->subject)](Context& context, Id id) {
      write_supervision_report(context, id, {text});
    });
    later(1, 3);
    act(tale, cast_.as("leader"), [](Context& context, Id id) {
      instruct(context, id, {"督办扎实有效。请承办单位对未完成事项倒排工期，确保承诺兑现，年底前报告结果。"});
    });
  }
  if (wish.silent) {
    later(30, 34);
    act(tale, cast_.as("clerk"), [](Context& context, Id id) { end_feedback(context, id); });
  } else {
    const int liked = wish.unhappy ? 0 : random_.chance(78) ? 2 : 1;
    later(1, 4);
    feedback(tale, true, liked);
    later(1, 4);
    feedback(tale, false, liked == 0 ? 1 : liked);
  }
  if (wish.goal == ProposalState::FEEDBACK_DONE) return false;
  if (wish.unhappy) {
    later(1, 3);
    act(tale, cast_.as("clerk"), [](Context& context, Id id) {
      rehandle_proposal(context, id, {"提案人对办理结果不满意，经核实意见合理，请重新研究办理。", std::nullopt});
    });
    if (wish.goal == ProposalState::REHANDLING) return false;
    ++tale->round;
    if (!reply(tale, tale->result_class == "C" ? "B" : tale->result_class)) return false;
    later(2, 5);
    feedback(tale, false, 2);
  }
  return true;
}

void Stage::finish(const TalePtr& tale) {
  const auto& wish = tale->wish;
  const auto& clerk = cast_.as("clerk");
  if (random_.chance(75)) {
    later(2, 4);
    act(tale, clerk, [](Context& context, Id id) {
      const auto proposal = find_proposal(context.write.db, context.committee_id(), id);
      const auto replies = replies_of(context.write.db, context.committee_id(), id);
      const bool open = std::any_of(replies.begin(), replies.end(),
                                    [](const Reply& r) { return r.state == ReplyState::SENT && r.publishable; });
      if (!proposal->consents_to_publication || !open) return;
      ReleaseBody body;
      body.with_reply = true;
      release(context, id, body);
    });
  }
  later(2, 6);
  act(tale, clerk, [](Context& context, Id id) {
    const auto proposal = find_proposal(context.write.db, context.committee_id(), id);
    NoteBody note;
    if (proposal->satisfaction_result == Satisfaction::UNSATISFIED)
      note.note = "经再次沟通，提案人理解办理情况，同意办结并继续跟踪。";
    close_proposal(context, id, note);
  });
  if (wish.goal == ProposalState::TRACKING) return;
  // Promises are looked at when they fall due; a broken one is recorded as such.
  later(225, 240);
  act(tale, clerk, [promise = wish.promise](Context& context, Id id) {
    const char* note = promise == PromiseState::KEPT     ? "经实地核查，承诺事项按期完成。"
                       : promise == PromiseState::PARTLY ? "主要事项完成，其余列入下一年度计划。"
                                                         : "到期未落实，已发函督促并要求书面说明。";
    for (const auto& open : promises_of(context.write.db, context.committee_id(), id)) {
      if (open.state == PromiseState::OPEN) record_promise(context, open.id, {promise, note});
    }
  });
  if (wish.goal == ProposalState::CLOSED) return;
  later(15, 40);
  act(tale, clerk, [](Context& context, Id id) { archive_proposal(context, id); });
}

}  // namespace yizheng::demo
