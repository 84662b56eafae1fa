#include "proposals/action_routes.h"
#include "proposals/feedback_actions.h"
#include "proposals/follow_up_actions.h"
#include "proposals/look_back.h"

namespace yizheng::proposals {
namespace {

http::Routes look_back_routes(Services s) {
  return {
      http::get<Nothing, LookBackList>("/api/v1/look-backs",
                                       {.operation = "look_back.list",
                                        .permission = "proposal.look_back",
                                        .zh = "“回头看”列表",
                                        .en = "Look-back campaigns"},
                                       [](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
                                         return look_backs(db, call.caller.committee_id);
                                       }),
      http::get<Nothing, LookBackView>("/api/v1/look-backs/{id}",
                                       {.operation = "look_back.read",
                                        .permission = "proposal.look_back",
                                        .zh = "一次“回头看”",
                                        .en = "One look-back campaign"},
                                       [](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
                                         return view_look_back(db, call.caller.committee_id, call.id());
                                       }),
      http::post<LookBackBody, LookBackView>("/api/v1/look-backs",
                                             {.operation = "look_back.start",
                                              .permission = "proposal.look_back",
                                              .zh = "开展“回头看”",
                                              .en = "Start a look-back campaign",
                                              .idempotent = true,
                                              .success = 201},
                                             [s](const http::Call<Nothing, LookBackBody>& call, store::Write& write) {
                                               auto context = context_of(call, write, s.rules);
                                               return view_look_back(write.db, call.caller.committee_id,
                                                                     start_look_back(context, call.body));
                                             }),
      http::post<PromiseBody, LookBackView>("/api/v1/look-backs/{id}/items/{proposal_id}",
                                            {.operation = "look_back.check",
                                             .permission = "proposal.look_back",
                                             .zh = "记录“回头看”结果",
                                             .en = "Record the result for one proposal"},
                                            [s](const http::Call<Nothing, PromiseBody>& call, store::Write& write) {
                                              auto context = context_of(call, write, s.rules);
                                              check_look_back_item(context, call.id(), call.id("proposal_id"),
                                                                   call.body);
                                              return view_look_back(write.db, call.caller.committee_id, call.id());
                                            }),
      http::post<Nothing, LookBackView>("/api/v1/look-backs/{id}/close",
                                        {.operation = "look_back.close",
                                         .permission = "proposal.look_back",
                                         .zh = "结束“回头看”",
                                         .en = "Close a look-back campaign"},
                                        [s](const http::Call<Nothing, Nothing>& call, store::Write& write) {
                                          auto context = context_of(call, write, s.rules);
                                          close_look_back(context, call.id());
                                          return view_look_back(write.db, call.caller.committee_id, call.id());
                                        }),
  };
}

}  // namespace

http::Routes follow_up_routes(Services s) {
  http::Routes routes{
      proposal_action<FeedbackBody>(s, "feedback", "", "反馈对办理的意见", "Give feedback on the handling",
                                    give_feedback),
      proposal_action<Nothing>(s, "end-feedback", "proposal.enter_feedback", "期满结束征询",
                               "End the asking after its limit", end_feedback),
      proposal_action<RehandleBody>(s, "rehandle", "proposal.rehandle", "交重新办理", "Send back for re-handling",
                                    rehandle_proposal),
      proposal_action<NoteBody>(s, "close", "proposal.close", "办结", "Close", close_proposal),
      proposal_action<Nothing>(s, "archive", "proposal.close", "归档", "Archive", archive_proposal),
      proposal_action<ReasonBody>(s, "nominate-key", "proposal.nominate_key", "提名重点提案",
                                  "Nominate as key proposal", nominate_key),
      proposal_action<DecideKeyBody>(s, "decide-key", "proposal.decide_key", "确定重点提案", "Decide on a key proposal",
                                     decide_key),
      proposal_action<SupervisionActBody>(s, "supervise", "proposal.supervise", "记录督办活动",
                                          "Record an act of supervision", supervise),
      proposal_action<TextBody>(s, "supervision-report", "proposal.supervise", "提交督办报告",
                                "Write the supervision report", write_supervision_report),
      proposal_action<TextBody>(s, "instruct", "", "阅批", "A leader's instruction", instruct),
      proposal_action<ReleaseBody>(s, "release", "proposal.release", "向社会公开", "Release to the public", release),
      proposal_action<ReasonBody>(s, "unrelease", "proposal.release", "撤回公开", "Take back from the public",
                                  unrelease),
      http::post<PromiseBody, ProposalView>(
          "/api/v1/promises/{id}/record",
          {.operation = "promise.record",
           .permission = "proposal.track",
           .zh = "记录承诺兑现情况",
           .en = "Record whether a promise was kept"},
          [s](const http::Call<Nothing, PromiseBody>& call, store::Write& write) {
            auto context = context_of(call, write, s.rules);
            record_promise(context, call.id(), call.body);
            return answer(context, find_promise(write.db, call.caller.committee_id, call.id())->proposal_id);
          }),
  };
  for (auto& route : look_back_routes(s)) routes.push_back(std::move(route));
  return routes;
}

}  // namespace yizheng::proposals
