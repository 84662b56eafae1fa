#include "proposals/action_routes.h"
#include "proposals/authoring_actions.h"

namespace yizheng::proposals {

http::Routes authoring_routes(Services s) {
  http::Routes routes{
      // Open to writers of either kind; the action decides for which.
      http::post<DraftBody, ProposalView>("/api/v1/proposals",
                                          {.operation = "proposal.create",
                                           .zh = "撰写提案(submit 为真时同时提交)",
                                           .en = "Write a proposal; submit it at once where asked",
                                           .body_limit = 512 * 1024,
                                           .idempotent = true,
                                           .success = 201},
                                          [s](const http::Call<Nothing, DraftBody>& call, store::Write& write) {
                                            auto context = context_of(call, write, s.rules);
                                            auto view = view_of(begin_proposal(context, call.body), call.caller,
                                                                s.rules.pack());
                                            const auto version = view.proposal.version;
                                            return http::Versioned<ProposalView>{std::move(view), version};
                                          }),
      http::put<DraftBody, ProposalView>("/api/v1/proposals/{id}",
                                         {.operation = "proposal.edit",
                                          .zh = "修改自己的提案草稿或被退回的提案",
                                          .en = "Edit one's draft or returned proposal",
                                          .body_limit = 512 * 1024},
                                         [s](const http::Call<Nothing, DraftBody>& call, store::Write& write) {
                                           auto context = context_of(call, write, s.rules);
                                           context.expected_version = call.required_if_match();
                                           edit_proposal(context, call.id(), call.body);
                                           return answer(context, call.id());
                                         }),
      http::remove<Nothing, Nothing>(
          "/api/v1/proposals/{id}",
          {.operation = "proposal.delete", .zh = "删除自己的草稿", .en = "Delete one's draft"},
          [s](const http::Call<Nothing, Nothing>& call, store::Write& write) {
            auto context = context_of(call, write, s.rules);
            delete_proposal(context, call.id());
            return Nothing{};
          }),
      proposal_action<InviteBody>(s, "invite", "proposal.write", "邀请联名人和附议人",
                                  "Invite co-signers and seconders", invite_signers),
      proposal_action<CosignBody>(s, "cosign", "proposal.write", "联名,或谢绝联名", "Co-sign, or decline",
                                  cosign_proposal),
      proposal_action<Nothing>(s, "second", "proposal.write", "附议", "Second a proposal", second_proposal),
      proposal_action<Nothing>(s, "submit", "", "提交提案", "Submit a proposal", submit_proposal),
      proposal_action<ReasonBody>(s, "withdraw", "", "撤回提案", "Withdraw a proposal", withdraw_proposal),
  };
  return routes;
}

}  // namespace yizheng::proposals
