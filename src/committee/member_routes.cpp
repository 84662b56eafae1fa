#include "committee/committee_routes.h"
#include "committee/former_members.h"
#include "committee/leaders.h"
#include "committee/member_actions.h"

namespace yizheng::committee {

namespace {

http::Versioned<MemberView> versioned(MemberView view) {
  const auto version = view.membership.version;
  return {std::move(view), version};
}

}  // namespace

// The roll of members for those who keep it. The directory for choosing co-signers (GET /members) is identity's.
http::Routes member_routes(Rules& rules) {
  return {
      http::post<MemberBody, MemberView>("/api/v1/members",
                                         {.operation = "member.add",
                                          .permission = "organisation.manage",
                                          .zh = "登记本届委员",
                                          .en = "Enter a member of this term",
                                          .idempotent = true,
                                          .success = 201},
                                         [&rules](const http::Call<Nothing, MemberBody>& call, store::Write& write) {
                                           return versioned(add_member(write, rules.pack(), call.caller, call.body));
                                         }),
      http::get<Nothing, MemberView>("/api/v1/members/{id}",
                                     {.operation = "member.read",
                                      .permission = "organisation.manage",
                                      .zh = "一位委员的登记情况",
                                      .en = "One member as entered in the roll"},
                                     [](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
                                       return versioned(member(db, call.caller.committee_id, call.id()));
                                     }),
      http::patch<MemberPatch, MemberView>("/api/v1/members/{id}",
                                           {.operation = "member.change",
                                            .permission = "organisation.manage",
                                            .zh = "调整委员的界别、专委会、职务或任职状态",
                                            .en = "Change a member's sector, committee, posts or status"},
                                           [&rules](const http::Call<Nothing, MemberPatch>& call, store::Write& write) {
                                             return versioned(change_member(write, rules.pack(), call.caller, call.id(),
                                                                            call.body, call.required_if_match()));
                                           }),
      http::get<FormerQuery, http::Page<FormerMember>>(
          "/api/v1/former-members",
          {.operation = "member.list_former",
           .permission = "organisation.manage",
           .zh = "往届委员和已不在任的委员",
           .en = "Members of earlier terms and those no longer in office"},
          [](const http::Call<FormerQuery, Nothing>& call, store::Connection& db) {
            return former_members(db, call.caller.committee_id, call.query);
          }),
      // Either of two permissions, so the handler asks for them.
      http::get<Nothing, LeaderList>(
          "/api/v1/leaders",
          {.operation = "leader.list",
           .zh = "可指定为重点提案领办、督办领导的账号",
           .en = "The accounts that may lead or press a key proposal"},
          [](const http::Call<Nothing, Nothing>& call, store::Connection& db) { return leaders(db, call.caller); }),
  };
}

}  // namespace yizheng::committee
