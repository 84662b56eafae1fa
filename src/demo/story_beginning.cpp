// From the first draft to the assignment.
#include <algorithm>

#include "demo/tale.h"
#include "proposals/assignment_actions.h"
#include "proposals/authoring_actions.h"
#include "proposals/follow_up_actions.h"
#include "proposals/proposal_store.h"
#include "proposals/review_actions.h"

namespace yizheng::demo {

using namespace proposals;
using committee::OrganisationKind;

namespace {

ProposerKind kind_of(const Body& body) {
  switch (body.kind) {
    case OrganisationKind::PARTICIPATING_UNIT:
      return body.subkind == "PARTY" ? ProposerKind::COLLECTIVE_PARTY : ProposerKind::COLLECTIVE_ORG;
    case OrganisationKind::SECTOR:
      return ProposerKind::COLLECTIVE_SECTOR;
    case OrganisationKind::ACTIVITY_GROUP:
      return ProposerKind::COLLECTIVE_GROUP;
    default:
      return ProposerKind::COLLECTIVE_COMMITTEE;
  }
}

bool only_plenary(const Body& body) {
  return body.kind == OrganisationKind::SECTOR || body.kind == OrganisationKind::ACTIVITY_GROUP;
}

DraftBody body_of(const DraftText& text, bool consents, bool research, bool repeated) {
  DraftBody body;
  body.title = text.title;
  body.body = text.body;
  body.suggestions = text.suggestions;
  body.category = text.category;
  body.consents_to_publication = consents;
  if (!consents) body.no_publication_reason = "内容涉及尚未公开的规划，暂不宜公开。";
  body.from_research = research;
  body.repeated = repeated;
  return body;
}

constexpr std::array reasons{
    std::pair{"OUT_OF_JURISDICTION", "所提事项属省级事权，区级无权决定，建议通过上级政协渠道反映。"},
    std::pair{"MULTI_MATTER", "一案多事，请将不同事项分别提出。"},
    std::pair{"DUPLICATE_SOLVED", "去年同类提案已办结，本案没有新的情况和建议。"},
    std::pair{"ACADEMIC", "内容以理论探讨为主，未提出可供办理的具体建议。"},
    std::pair{"PROMOTION", "内容涉及推介具体企业产品，不符合立案条件。"},
    std::pair{"EMPTY", "建议较为原则，缺少具体措施，难以办理。"}};

}  // namespace

void Stage::choose_proposer(const TalePtr& tale) {
  const auto& wish = tale->wish;
  const bool plain = wish.by_first_member || wish.goal == ProposalState::COSIGNING;
  if (!plain && random_.chance(22)) {
    std::vector<const Body*> fit;
    for (const auto& body : cast_.bodies) {
      if (!only_plenary(body) || wish.plenary) fit.push_back(&body);
    }
    tale->body = random_.pick(fit);
    tale->proposer = tale->body->caller;
    tale->proposer_name = tale->body->name;
    return;
  }
  const auto& member =
      wish.by_first_member ? cast_.members.front() : cast_.members[1 + random_.below(cast_.members.size() - 1)];
  tale->proposer = member.caller;
  tale->proposer_name = member.name;
  if (plain ? wish.goal == ProposalState::COSIGNING : random_.chance(30)) {
    const auto wanted = static_cast<std::size_t>(random_.between(2, 6));
    if (wish.invites_first_member) tale->cosigners.push_back(&cast_.members.front());
    while (tale->cosigners.size() < wanted) {
      const auto& other = random_.pick(cast_.members);
      if (other.person_id == member.person_id) continue;
      if (std::find(tale->cosigners.begin(), tale->cosigners.end(), &other) == tale->cosigners.end())
        tale->cosigners.push_back(&other);
    }
  }
}

void Stage::choose_units(const TalePtr& tale) {
  for (const auto& code : tale->draft.units) {
    const auto& unit = cast_.unit(code);
    if (std::none_of(tale->units.begin(), tale->units.end(), [&](const Unit& u) { return u.id == unit.id; }))
      tale->units.push_back(unit);
  }
  if (tale->units.size() > 1 && random_.chance(45)) {
    tale->type = tale->wish.begins && random_.chance(15) ? HandlingType::SEPARATE : HandlingType::LEAD_CO;
    if (tale->type == HandlingType::SEPARATE) tale->units.resize(2);
  } else {
    tale->units.resize(1);
  }
}

bool Stage::write_and_submit(const TalePtr& tale) {
  const auto goal = tale->wish.goal;
  const bool consents = !random_.chance(6);
  auto body = body_of(tale->draft, consents, random_.chance(55), random_.chance(9));
  if (tale->body != nullptr) {
    body.kind = kind_of(*tale->body);
    body.organisation_id = tale->body->id;
    body.stamp_confirmed = true;
  }
  body.suggested_units = tale->units.front().name;
  tale->written = body;
  step([this, tale, body](store::Write& write) {
    Context context{write, *tale->proposer, rules_, std::nullopt, "192.0.2.10"};
    tale->id = create_proposal(context, body);
  });
  if (goal == ProposalState::DRAFT) return false;
  if (!tale->cosigners.empty()) {
    later(0, 1);
    InviteBody invitation;
    for (const auto* member : tale->cosigners) invitation.cosigners.push_back(member->person_id);
    invitation.until = Date{};
    act(tale, *tale->proposer, [invitation](Context& context, Id id) {
      auto with_date = invitation;
      with_date.until = context.today() + 14;
      invite_signers(context, id, with_date);
    });
    // One is still waiting while the proposal is, and the first member always is.
    const bool waits = goal == ProposalState::COSIGNING;
    for (std::size_t i = waits ? 1 : 0; i < tale->cosigners.size(); ++i) {
      if (waits && i + 1 == tale->cosigners.size()) break;
      later(0, 1);
      const bool agrees = i == 0 || !random_.chance(8);
      act(tale, *tale->cosigners[i]->caller, [agrees](Context& context, Id id) {
        CosignBody answer;
        answer.sign = agrees;
        answer.opinion = agrees ? "同意联名。" : "已就同类事项另提提案，本次不联名。";
        cosign_proposal(context, id, answer);
      });
    }
    if (waits) return false;
  }
  later(1, 2);
  act(tale, *tale->proposer, [](Context& context, Id id) { submit_proposal(context, id); });
  if (goal == ProposalState::SUBMITTED) return false;
  if (goal == ProposalState::WITHDRAWN) {
    later(1, 3);
    act(tale, *tale->proposer, [](Context& context, Id id) {
      withdraw_proposal(context, id, {"与承办部门沟通后得知该事项已列入年度计划，经协商撤回本提案。"});
    });
    return false;
  }
  return true;
}

bool Stage::review(const TalePtr& tale) {
  const auto goal = tale->wish.goal;
  const auto& clerk = cast_.as("clerk");
  const auto take = [&] {
    later(1, 2);
    act(tale, random_.chance(50) ? clerk : cast_.as("team"),
        [](Context& context, Id id) { take_proposal(context, id); });
  };
  const auto preliminary = [&](ReviewResult result, const char* explanation) {
    later(0, 2);
    act(tale, random_.chance(50) ? clerk : cast_.as("team"), [result, explanation](Context& context, Id id) {
      ReviewBody body;
      body.result =
          result == ReviewResult::MERGED || result == ReviewResult::NOT_FILED ? ReviewResult::TO_SUGGESTION : result;
      if (result == ReviewResult::FILED) body.result = result;
      body.explanation = explanation;
      preliminary_review(context, id, body);
    });
  };
  const auto decide = [&](ReviewBody body) {
    later(1, 3);
    act(tale, random_.chance(60) ? clerk : cast_.as("review"),
        [body](Context& context, Id id) { review_proposal(context, id, body); });
  };
  take();
  if (goal == ProposalState::PRELIM_REVIEW) return false;
  ReviewBody body;
  switch (goal) {
    case ProposalState::NOT_FILED: {
      const auto& reason = random_.pick(reasons);
      body.result = ReviewResult::NOT_FILED;
      body.reason = reason.first;
      body.explanation = reason.second;
      break;
    }
    case ProposalState::TO_SUGGESTION:
      body.result = ReviewResult::TO_SUGGESTION;
      body.explanation = "内容具有参考价值，转有关单位研究参考。";
      body.units = std::vector<UnitChoice>{{tale->units.front().id, UnitRole::SOLE}};
      break;
    case ProposalState::TO_OPINION_REPORT:
      body.result = ReviewResult::TO_OPINION_REPORT;
      body.explanation = "时效性强，经与提案人沟通，转为社情民意信息报送。";
      body.proposer_consulted = true;
      break;
    case ProposalState::AS_LETTER:
      body.result = ReviewResult::AS_LETTER;
      body.explanation = "所提事项较为具体，作为委员来信转有关单位处理。";
      body.units = std::vector<UnitChoice>{{tale->units.front().id, UnitRole::SOLE}};
      break;
    case ProposalState::RETURNED_FOR_REVISION:
      body.result = ReviewResult::RETURNED_FOR_REVISION;
      body.explanation = "请补充具体数据和可操作的建议后重新提交。";
      break;
    case ProposalState::MERGED:
      body.result = ReviewResult::MERGED;
      body.explanation = "与同期另一件提案内容相同，经征得提案人同意并案办理。";
      body.proposer_consulted = true;
      break;
    default:
      body.result = ReviewResult::FILED;
      break;
  }
  preliminary(body.result,
              body.result == ReviewResult::FILED ? "情况清楚，建议可行，拟立案。" : "建议进一步研究是否立案。");
  if (goal == ProposalState::REVIEW) return false;
  if (tale->wish.revised && body.result == ReviewResult::FILED) {
    decide([] {
      ReviewBody back;
      back.result = ReviewResult::RETURNED_FOR_REVISION;
      back.explanation = "建议部分较为原则，请补充具体措施后重新提交。";
      return back;
    }());
    later(2, 5);
    act(tale, *tale->proposer, [tale](Context& context, Id id) {
      auto again = tale->written;
      // A changed text must be signed again by all; those who signed explain theirs in person instead.
      if (tale->cosigners.empty()) {
        again.suggestions = *again.suggestions + "\n补充建议：请有关部门在三个月内公布试点方案和时间表。";
      }
      again.submit = true;
      edit_proposal(context, id, again);
    });
    take();
    preliminary(ReviewResult::FILED, "已按意见修改，拟立案。");
  }
  if (goal == ProposalState::MERGED) {
    clock_ = std::max(clock_, tale->main->filed_at);
    later(1, 1);
    act(tale, clerk, [tale, body](Context& context, Id id) {
      auto merged = body;
      merged.main_id = tale->main->id;
      review_proposal(context, id, merged);
    });
    return false;
  }
  const bool with_units = body.result == ReviewResult::FILED && goal != ProposalState::FILED && random_.chance(60);
  if (with_units) body.units = tale->choices();
  decide(body);
  tale->filed_at = clock_;
  if (body.result != ReviewResult::FILED || goal == ProposalState::FILED) return false;
  if (!with_units) {
    later(1, 3);
    act(tale, clerk, [choices = tale->choices()](Context& context, Id id) {
      propose_handlers(context, id, {choices, std::nullopt});
    });
  }
  return goal != ProposalState::ASSIGNING;
}

bool Stage::assign(const TalePtr& tale) {
  const auto& wish = tale->wish;
  const auto lead = tale->units.front();
  if (random_.chance(70)) {
    later(1, 4);
    act(tale, cast_.as("clerk"), [](Context& context, Id id) {
      if (find_proposal(context.write.db, context.committee_id(), id)->consents_to_publication)
        release(context, id, {});
    });
  }
  later(2, 6);
  act(tale, cast_.office_of(lead), [choices = tale->choices()](Context& context, Id id) {
    assign_proposal(context, id, {choices, "请按规定时限办理。"});
  });
  if (wish.goal == ProposalState::ASSIGNED) return false;
  if (wish.returned != 0 || wish.goal == ProposalState::RETURN_REQUESTED) {
    later(1, 4);
    const auto other = cast_.unit(lead.code == "urban" ? "dev" : "urban");
    act_on(tale, lead, *lead.officer, [other](Context& context, Id id) {
      request_return(context, id,
                     {"OTHER_LEAD", "经研究，主要建议涉及" + other.name + "职责，建议改由其主办。", other.id});
    });
    if (wish.goal == ProposalState::RETURN_REQUESTED) return false;
    later(1, 4);
    const bool taken =
        std::any_of(tale->units.begin(), tale->units.end(), [&](const Unit& u) { return u.id == other.id; });
    const int way = wish.returned == 1 && taken ? 2 : wish.returned;
    act_on(tale, lead, cast_.office_of(lead), [way, other](Context& context, Id id) {
      DecideReturnBody decision;
      decision.grant = way != 2;
      decision.note = way == 2 ? "该事项属你单位法定职责，请签收办理。" : "情况属实，同意退回。";
      if (way == 1) decision.unit_id = other.id;
      decide_return(context, id, decision);
    });
    if (way == 1) tale->units.front() = other;
    if (way == 3) {
      later(1, 2);
      if (!taken) tale->units.front() = other;
      act(tale, cast_.as("clerk"), [choices = tale->choices()](Context& context, Id id) {
        assign_proposal(context, id, {choices, "经协调重新交办。"});
      });
    }
  }
  for (const auto& unit : tale->units) {
    later(0, 2);
    act_on(tale, unit, *unit.officer, [](Context& context, Id id) { accept_assignment(context, id); });
    if (wish.goal == ProposalState::ACCEPTED) return false;
  }
  return true;
}

}  // namespace yizheng::demo
