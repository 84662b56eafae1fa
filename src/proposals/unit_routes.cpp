#include "proposals/action_routes.h"
#include "proposals/assignment_actions.h"
#include "proposals/reply_actions.h"

namespace yizheng::proposals {

http::Routes unit_routes(Services s) {
  return {
      assignment_action<Nothing>(s, "accept", "proposal.accept", "签收", "Accept an assignment", accept_assignment),
      assignment_action<RequestReturnBody>(s, "request-return", "proposal.accept", "申请退回",
                                           "Ask to return an assignment", request_return),
      assignment_action<DecideReturnBody>(s, "decide-return", "proposal.decide_return", "裁定退回申请",
                                          "Decide a request for return", decide_return),
      assignment_action<ContactBody>(s, "contact", "proposal.contact", "记录与提案人的沟通",
                                     "Record a contact with the proposer", record_contact),
      assignment_action<TextBody>(s, "co-opinion", "proposal.co_opinion", "提出会办意见", "Give a co-handler's opinion",
                                  give_co_opinion),
      assignment_action<TextBody>(s, "handling-plan", "proposal.draft_reply", "报送重点提案办理工作方案",
                                  "Write the handling plan of a key proposal", write_handling_plan),
      assignment_action<RequestExtensionBody>(s, "request-extension", "proposal.request_extension", "申请延期",
                                              "Ask for an extension", request_extension),
      assignment_action<DecideBody>(s, "decide-extension", "proposal.decide_extension", "审批延期",
                                    "Decide a request for extension", decide_extension),
      assignment_action<ReplyBody>(s, "draft-reply", "proposal.draft_reply", "起草答复", "Draft the reply",
                                   draft_reply),
      assignment_action<NoteBody>(s, "sign-reply", "proposal.sign_reply", "签发答复", "Sign the reply", sign_reply),
      assignment_action<ReasonBody>(s, "return-draft", "proposal.sign_reply", "退回经办人修改答复",
                                    "Send the draft back to the officer", return_draft),
      assignment_action<CheckReplyBody>(s, "check-reply", "proposal.check_reply", "审核答复",
                                        "Check the reply before it goes out", check_reply),
      assignment_action<TextBody>(s, "urge", "proposal.urge", "催办", "Urge a unit", urge_unit),
  };
}

}  // namespace yizheng::proposals
