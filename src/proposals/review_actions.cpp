#include "proposals/review_actions.h"

#include "proposals/assignment_actions.h"
#include "proposals/deadlines.h"
#include "proposals/proposal_store.h"

namespace yizheng::proposals {
namespace {

// What each result needs (§2.5: a reason is mandatory for everything but filing).
void check_review(Context& context, const ReviewBody& body) {
  limit_text("/explanation", body.explanation.value_or(""), 2000);
  if (body.result != ReviewResult::FILED) require_text("/explanation", body.explanation.value_or(""), 2000);
  if (body.result == ReviewResult::NOT_FILED) {
    require_choice(context.pack(), "not_filed_reasons", "/reason", body.reason.value_or(""));
  }
  if (body.result == ReviewResult::MERGED && !body.main_id) {
    throw invalid_field("/main_id", "并案须指定主案。", "Name the proposal into which this one is merged.");
  }
  if (body.category)
    committee::require_choice(context.write.db, context.pack(), context.committee_id(), "categories", "/category",
                              *body.category);
}

// Merging and turning into an opinion report concern the proposer's own work: he is asked first.
void require_consultation(bool consulted) {
  if (!consulted) {
    throw invalid_field("/proposer_consulted", "须先征得提案人同意并确认。",
                        "Consult the proposer first, then confirm it here.");
  }
}

void merge_into(Context& context, Change& change, Id main_id) {
  auto& p = change.proposal();
  const auto main = find_proposal(context.write.db, p.committee_id, main_id);
  // Only into a filed one: one still under review may be refused or withdrawn, and would leave this one without a
  // reply.
  const bool fits =
      main && main->id != p.id && !main->merged_into_id && main->filed_at && main->state < ProposalState::REPLIED;
  if (!fits) {
    throw invalid_field("/main_id", "主案须是另一件已立案、尚未答复、自身未被并案的提案。",
                        "The main proposal must be another one, filed, not yet replied to and not itself merged.");
  }
  // What was merged into this one goes along.
  for (auto& other : merged_into(context.write.db, p.committee_id, p.id)) {
    other.merged_into_id = main_id;
    save(context.write.db, other);
    record(context, other.id, "merge", enum_name(other.state), enum_name(other.state),
           {{"main_id", to_string(main_id)}});
  }
  p.state = ProposalState::MERGED;
  p.merged_into_id = main_id;
  change.detail["main_id"] = to_string(main_id);
}

ProposalState end_state(ReviewResult result) {
  switch (result) {
    case ReviewResult::FILED:
      return ProposalState::FILED;
    case ReviewResult::MERGED:
      return ProposalState::MERGED;
    case ReviewResult::TO_SUGGESTION:
      return ProposalState::TO_SUGGESTION;
    case ReviewResult::TO_OPINION_REPORT:
      return ProposalState::TO_OPINION_REPORT;
    case ReviewResult::AS_LETTER:
      return ProposalState::AS_LETTER;
    case ReviewResult::NOT_FILED:
      return ProposalState::NOT_FILED;
    case ReviewResult::RETURNED_FOR_REVISION:
      return ProposalState::RETURNED_FOR_REVISION;
  }
  return ProposalState::REVIEW;
}

void note_review(Change& change, const ReviewBody& body) {
  change.detail["result"] = enum_name(body.result);
  if (body.reason) change.detail["reason"] = *body.reason;
  if (body.explanation) change.detail["explanation"] = *body.explanation;
}

}  // namespace

void take_proposal(Context& context, Id id) {
  auto change = Change::of_proposal(context, id, "take");
  change.proposal().state = ProposalState::PRELIM_REVIEW;
  change.finish();
}

void preliminary_review(Context& context, Id id, const ReviewBody& body) {
  auto change = Change::of_proposal(context, id, "preliminary");
  check_review(context, body);
  auto& p = change.proposal();
  p.state = ProposalState::REVIEW;
  if (body.category) p.category = *body.category;
  note_review(change, body);
  if (body.main_id) change.detail["main_id"] = to_string(*body.main_id);
  if (body.units) change.detail["units"] = describe_units(context, *body.units);
  change.finish();
}

void review_proposal(Context& context, Id id, const ReviewBody& body) {
  auto change = Change::of_proposal(context, id, "review");
  check_review(context, body);
  auto& p = change.proposal();
  if (body.category) p.category = *body.category;
  p.review_result = body.result;
  p.review_reason = body.reason.value_or("");
  p.review_explanation = body.explanation.value_or("");
  p.state = end_state(body.result);
  note_review(change, body);
  switch (body.result) {
    case ReviewResult::FILED:
      p.number = next_number(context.write.db, p.committee_id, *p.session_id, "number");
      p.filed_at = context.write.at;
      change.detail["number"] = *p.number;
      open_deadline(context, p.id, Id{}, "publication.filed", context.today());
      if (body.units) propose_units(context, change, *body.units);
      break;
    case ReviewResult::MERGED:
      require_consultation(body.proposer_consulted.value_or(false));
      merge_into(context, change, *body.main_id);
      break;
    case ReviewResult::TO_OPINION_REPORT:
      require_consultation(body.proposer_consulted.value_or(false));
      p.closed_at = context.write.at;
      break;
    case ReviewResult::TO_SUGGESTION:
    case ReviewResult::AS_LETTER:
      if (body.units) change.detail["units"] = describe_units(context, *body.units);
      p.closed_at = context.write.at;
      break;
    case ReviewResult::NOT_FILED:
      p.closed_at = context.write.at;
      break;
    case ReviewResult::RETURNED_FOR_REVISION:
      p.review_result.reset();
      break;
  }
  change.tell_proposers("reviewed");
  change.finish();
}

void merge_proposal(Context& context, Id id, const MergeBody& body) {
  auto change = Change::of_proposal(context, id, "merge");
  require_text("/explanation", body.explanation, 2000);
  require_consultation(body.proposer_consulted);
  for (auto& assignment : change.dossier.assignments) {
    assignment.state = AssignmentState::VOID;
    assignment.finished_at = context.write.at;
    save(context.write.db, assignment);
  }
  close_deadlines(context, id, std::nullopt, {});
  merge_into(context, change, body.main_id);
  change.proposal().merged_after_filing = true;
  change.proposal().review_result = ReviewResult::MERGED;
  change.proposal().review_explanation = body.explanation;
  change.detail["explanation"] = body.explanation;
  change.tell_proposers("merged");
  change.finish();
}

}  // namespace yizheng::proposals
