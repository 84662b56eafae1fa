// What units do with a proposal, until the reply is sent.
#include <algorithm>

#include "demo/tale.h"
#include "proposals/assignment_actions.h"
#include "proposals/deadlines.h"
#include "proposals/follow_up_actions.h"
#include "proposals/proposal_store.h"
#include "proposals/reply_actions.h"

namespace yizheng::demo {

using namespace proposals;

namespace {

ContactBody contact(const char* moment, const char* method, const std::string& person, Date held_on, std::string note) {
  ContactBody body;
  body.moment = moment;
  body.method = method;
  body.person = person;
  body.held_on = held_on;
  body.note = std::move(note);
  return body;
}

constexpr std::array methods{"FACE_TO_FACE", "FACE_TO_FACE", "PHONE", "MEETING", "EMAIL"};

}  // namespace

void Stage::make_key(const TalePtr& tale) {
  const auto lead = tale->units.front();
  later(3, 5);
  act(tale, cast_.as("clerk"), [](Context& context, Id id) {
    nominate_key(context, id, {"事关全区中心工作和群众普遍关心的问题，建议具体，年内可取得明显进展。"});
  });
  if (tale->wish.candidate) return;
  later(4, 7);
  const Id committee = random_.pick(cast_.special_committees);
  act(tale, cast_.as("chair"), [this, committee](Context& context, Id id) {
    DecideKeyBody decision;
    decision.key = true;
    decision.note = "经主席会议研究，列为年度重点提案。";
    decision.special_committee_id = committee;
    decision.handling_leader = "区委副书记";
    decision.handling_leader_account_id = cast_.as("leader").account_id;
    decision.supervising_leader = cast_.members[3].name + "副主席";
    decision.supervising_leader_account_id = cast_.as("vice-chair").account_id;
    decide_key(context, id, decision);
  });
  later(2, 4);
  act_on(tale, lead, *lead.officer, [plan = make_handling_plan(random_, tale->subject)](Context& context, Id id) {
    write_handling_plan(context, id, {plan});
  });
  constexpr std::array forms{"RESEARCH", "SITE_VISIT", "CONSULTATION", "SUPERVISION_MEETING"};
  for (int i = 0; i < 2; ++i) {
    later(6, 12);
    const auto* form = forms[random_.below(forms.size())];
    act(tale, cast_.as("vice-chair"),
        [form, place = place_in(tale->subject, "town"), note = make_supervision_note(random_, tale->subject)](
            Context& context, Id id) {
          supervise(context, id, {form, context.today(), place, "提案人、承办单位、有关专委会委员", note});
        });
  }
}

void Stage::draft_and_sign(const TalePtr& tale, const Unit& unit, const std::string& result_class) {
  const auto text = make_reply(random_, tale->subject, result_class, unit.name, tale->proposer_name, tale->round);
  ReplyBody body;
  body.result_class = result_class;
  body.signed_by = "单位主要负责人";
  body.contact_name = "办公室";
  body.contact_phone = "0000-5550" + std::to_string(100 + random_.below(900));
  body.done = text.done;
  body.planned = text.planned;
  body.not_adopted = text.not_adopted;
  body.body = text.body;
  body.publishable = !random_.chance(8);
  if (!body.publishable) body.not_publishable_reason = "涉及尚未批复的规划内容，建议暂不公开。";
  const int number = random_.between(1, 180), months = random_.between(3, 7);
  act_on(tale, unit, *unit.officer, [body, unit, number, months](Context& context, Id id) {
    auto dated = body;
    dated.document_number = fmt::format("{}函〔{}〕{}号", unit.name, context.today().year(), number);
    if (!dated.planned.empty()) dated.planned_until = add_months(context.today(), months);
    draft_reply(context, id, dated);
  });
}

bool Stage::reply(const TalePtr& tale, const std::string& result_class) {
  const auto& wish = tale->wish;
  const bool last_round = tale->round > 1;
  bool sent_back = wish.sent_back && !last_round;
  for (std::size_t i = 0; i < tale->units.size(); ++i) {
    const auto unit = tale->units[i];
    if (tale->type == HandlingType::LEAD_CO && i > 0) break;
    later(i == 0 ? (last_round ? 8 : 18) : 0, i == 0 ? (last_round ? 14 : 30) : 2);
    draft_and_sign(tale, unit, result_class);
    if (wish.goal == ProposalState::REPLY_DRAFTED) return false;
    later(0, 2);
    act_on(tale, unit, *unit.leader, [](Context& context, Id id) { sign_reply(context, id, {"同意，请报送。"}); });
    if (wish.goal == ProposalState::REPLY_UNDER_CHECK) return false;
    if (sent_back) {
      sent_back = false;
      later(1, 2);
      act_on(tale, unit, cast_.office_of(unit), [](Context& context, Id id) {
        check_reply(context, id,
                    {false, "对第二、三条建议回应不够具体，请补充落实时限和责任科室后再报。", std::nullopt});
      });
      if (wish.goal == ProposalState::REPLY_SENT_BACK) return false;
      later(3, 6);
      draft_and_sign(tale, unit, result_class);
      later(0, 1);
      act_on(tale, unit, *unit.leader,
             [](Context& context, Id id) { sign_reply(context, id, {"已按要求修改，同意报送。"}); });
    }
    later(1, 3);
    act_on(tale, unit, cast_.office_of(unit), [](Context& context, Id id) {
      check_reply(context, id, {true, "符合要求，同意答复。", std::nullopt});
    });
  }
  return true;
}

bool Stage::handle(const TalePtr& tale) {
  const auto& wish = tale->wish;
  if (wish.key || wish.candidate) make_key(tale);
  for (const auto& unit : tale->units) {
    if (&unit != &tale->units.front() && tale->type == HandlingType::LEAD_CO) break;
    later(2, 6);
    const auto* method = random_.pick(methods);
    act_on(tale, unit, *unit.officer,
           [tale, method, note = make_contact_note(random_, tale->subject)](Context& context, Id id) {
             record_contact(context, id, contact("BEFORE", method, tale->proposer_name, context.today(), note));
           });
  }
  if (wish.goal == ProposalState::HANDLING && wish.urged) {
    later(40, 50);
    act_on(tale, tale->units.front(), cast_.office_of(tale->units.front()),
           [](Context& context, Id id) { urge_unit(context, id, {"办理期限临近，请抓紧办理，并于三日内报告进展。"}); });
  }
  if (wish.goal == ProposalState::HANDLING) return false;
  if (tale->type == HandlingType::LEAD_CO) {
    for (std::size_t i = 1; i < tale->units.size(); ++i) {
      const auto unit = tale->units[i];
      later(5, 9);
      act_on(tale, unit, *unit.officer, [text = make_co_opinion(random_, tale->subject)](Context& context, Id id) {
        give_co_opinion(context, id, {text});
      });
    }
  }
  const auto lead = tale->units.front();
  if (wish.extended || wish.goal == ProposalState::EXTENSION_REQUESTED) {
    later(18, 25);
    act_on(tale, lead, *lead.officer, [](Context& context, Id id) {
      const auto proposal = proposal_of_assignment(context.write.db, context.committee_id(), id);
      const auto open = open_deadline_of(context.write.db, context.committee_id(), *proposal, id, "reply");
      request_extension(context, id,
                        {open->due_on + 45, "涉及多个部门，资金方案需报区政府常务会议研究，申请延期四十五日。"});
    });
    if (wish.goal == ProposalState::EXTENSION_REQUESTED) return false;
    later(1, 3);
    const bool granted = random_.chance(80);
    act_on(tale, lead, cast_.office_of(lead), [granted](Context& context, Id id) {
      decide_extension(context, id, {granted, granted ? "情况属实，同意延期。" : "事项不复杂，请按原期限办理。"});
    });
  }
  later(4, 9);
  act_on(tale, lead, *lead.officer, [tale, note = make_contact_note(random_, tale->subject)](Context& context, Id id) {
    record_contact(context, id, contact("DURING", "PHONE", tale->proposer_name, context.today(), note));
  });
  const auto chance = random_.between(1, 100);
  tale->result_class = !wish.result_class.empty() ? wish.result_class : chance <= 58 ? "A" : chance <= 88 ? "B" : "C";
  if (!reply(tale, tale->result_class)) return false;
  return wish.goal != ProposalState::REPLIED;
}

}  // namespace yizheng::demo
