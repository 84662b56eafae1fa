#include "identity/directory.h"
#include "identity/identity_routes.h"
#include "identity/page.h"
#include "identity/profile.h"

namespace yizheng::identity {

struct MyProfile {
  Profile recorded;
  std::optional<PersonChange> pending;
};
BOOST_DESCRIBE_STRUCT(MyProfile, (), (recorded, pending))

struct PersonChangeQuery {
  std::optional<PersonChangeState> state;  // PENDING where absent
  std::optional<Id> after;
  std::optional<int> limit;
};
BOOST_DESCRIBE_STRUCT(PersonChangeQuery, (), (state, after, limit))

struct PersonChangeDecision {
  bool approve = false;
  std::optional<std::string> reason;  // required for a refusal
};
BOOST_DESCRIBE_STRUCT(PersonChangeDecision, (), (approve, reason))

namespace {

MyProfile my_profile(store::Connection& db, const http::Caller& caller) {
  if (!caller.person_id) {
    throw Problem(404, "no_person", "本账号不属于个人,没有个人资料。",
                  "This account is not a person's, so it has no personal data.");
  }
  return {profile_of(db, caller.committee_id, caller.person_id),
          pending_change(db, caller.committee_id, caller.person_id)};
}

}  // namespace

http::Routes profile_routes(SessionAuthenticator& sessions) {
  return {
      http::get<Nothing, MyProfile>(
          "/api/v1/me/profile",
          {.operation = "me.profile",
           .zh = "我的个人资料和待审核的修改",
           .en = "My personal data and the change that waits for approval"},
          [](const http::Call<Nothing, Nothing>& call, store::Connection& db) { return my_profile(db, call.caller); }),
      http::put<Profile, MyProfile>("/api/v1/me/profile",
                                    {.operation = "person_change.request",
                                     .zh = "申请修改个人资料",
                                     .en = "Ask for a change of my personal data"},
                                    [&sessions](const http::Call<Nothing, Profile>& call, store::Write& write) {
                                      my_profile(write.db, call.caller);  // refuses accounts without a person
                                      request_change(write, sessions.book(), call.caller, call.body);
                                      return my_profile(write.db, call.caller);
                                    }),
      http::get<PersonChangeQuery, http::Page<PersonChange>>(
          "/api/v1/person-changes",
          {.operation = "person_change.list",
           .permission = "organisation.manage",
           .zh = "委员资料变更申请",
           .en = "Changes of personal data that people ask for"},
          [](const http::Call<PersonChangeQuery, Nothing>& call, store::Connection& db) {
            const auto limit = page_size(call.query.limit);
            return page_of<PersonChange>(
                person_changes(db, call.caller.committee_id, call.query.state.value_or(PersonChangeState::PENDING),
                               call.query.after, limit + 1),
                limit, [](PersonChange& change) { return std::move(change); },
                [](const PersonChange& change) { return to_string(change.id); });
          }),
      http::post<PersonChangeDecision, PersonChange>(
          "/api/v1/person-changes/{id}/decide",
          {.operation = "person_change.decide",
           .permission = "organisation.manage",
           .zh = "审核资料变更申请",
           .en = "Decide a change of personal data"},
          [](const http::Call<Nothing, PersonChangeDecision>& call, store::Write& write) {
            return decide_change(write, call.caller, call.id(), call.body.approve, call.body.reason.value_or(""));
          }),
      http::get<DirectoryQuery, http::Page<DirectoryMember>>(
          "/api/v1/members",
          {.operation = "member.list",
           .zh = "委员名录(选择联名人用,不含联系方式)",
           .en = "The members, for choosing co-signers; without ways to reach them"},
          [](const http::Call<DirectoryQuery, Nothing>& call, store::Connection& db) {
            if (!call.caller.may("proposal.write") && !call.caller.may("proposal.read_all")) {
              throw forbidden("委员名录只对委员和提案工作人员开放。",
                              "The directory is open to members and proposal staff only.");
            }
            return directory(db, call.caller.committee_id, call.query);
          }),
  };
}

}  // namespace yizheng::identity
