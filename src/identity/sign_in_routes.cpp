#include "identity/identity_routes.h"
#include "identity/me.h"
#include "identity/sign_in.h"
#include "store/ledger.h"

namespace yizheng::identity {

struct SignInBody {
  std::optional<std::string> committee;  // its code; not needed where there is only one
  std::string login;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (committee, login, password))

struct PasswordBody {
  std::string current_password;
  std::string new_password;
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (current_password, new_password))

struct OwnSession {
  Id id;
  bool current = false;  // the one that asks
  Instant created_at, last_seen_at, expires_at;
  std::string user_agent, address;
};
BOOST_DESCRIBE_STRUCT(OwnSession, (), (id, current, created_at, last_seen_at, expires_at, user_agent, address))

namespace {

constexpr std::size_t small_body = 4096;

http::WithHeaders<Me> signed_in_as(const SessionToken& token, SessionAuthenticator& sessions,
                                   const http::Request& request, store::Database& database) {
  const auto caller = sessions.caller_of(token.cookie_value(), request, database);
  if (!caller) {
    throw Problem(503, "signed_out_meanwhile", "登录刚刚被终止,请重新登录。",
                  "The new session has just been ended; sign in again.");
  }
  return {database.read([&](store::Connection& db) { return me_of(db, *caller); }),
          {{"Set-Cookie", session_cookie(sessions.policy(), token)}, {"Cache-Control", "no-store"}}};
}

void end_own(store::Write& write, SessionAuthenticator& sessions, const http::Caller& caller, Id session_id,
             const char* action) {
  if (!end_session(write, sessions, caller.committee_id, caller.account_id, session_id)) {
    throw not_found("登录会话", "session of yours");
  }
  store::append(write, {.committee_id = caller.committee_id,
                        .action = action,
                        .subject_kind = "account",
                        .subject_id = caller.account_id,
                        .actor_account_id = caller.account_id,
                        .actor_role = caller.acting_role(),
                        .from_state = "",
                        .to_state = "",
                        .detail = json::serialize(json::object{{"web_session_id", to_string(session_id)}})});
}

}  // namespace

http::Routes sign_in_routes(SessionAuthenticator& sessions) {
  return {
      http::task_post<SignInBody, Me>(
          "/api/v1/sign-in",
          {.operation = "account.sign_in",
           .zh = "登录",
           .en = "Sign in",
           .anonymous = true,
           .body_limit = small_body,
           .while_password_must_change = true},
          [&sessions](const http::Call<Nothing, SignInBody>& call, store::Database& database) {
            const auto token = sign_in(database, sessions,
                                       {.committee_code = call.body.committee,
                                        .login = call.body.login,
                                        .password = call.body.password,
                                        .address = call.request.remote_address,
                                        .user_agent = std::string(call.request.header("user-agent")),
                                        .replaces_committee = call.caller.committee_id,
                                        .replaces_account = call.caller.account_id,
                                        .replaces_session = call.caller.web_session_id});
            return signed_in_as(token, sessions, call.request, database);
          }),
      http::post<Nothing, Nothing>(
          "/api/v1/sign-out",
          {.operation = "account.sign_out", .zh = "退出登录", .en = "Sign out", .while_password_must_change = true},
          [&sessions](const http::Call<Nothing, Nothing>& call, store::Write& write) {
            end_own(write, sessions, call.caller, call.caller.web_session_id, "account.sign_out");
            return http::WithHeaders<Nothing>{{}, {{"Set-Cookie", expired_cookie(sessions.policy())}}};
          }),
      http::get<Nothing, Me>("/api/v1/me",
                             {.operation = "me.read",
                              .zh = "我的账号、角色和权限",
                              .en = "My account, roles and permissions",
                              .while_password_must_change = true},
                             [](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
                               return http::WithHeaders<Me>{me_of(db, call.caller), {{"Cache-Control", "no-store"}}};
                             }),
      http::task_post<PasswordBody, Me>(
          "/api/v1/me/password",
          {.operation = "account.change_password",
           .zh = "修改自己的口令",
           .en = "Change my password",
           .body_limit = small_body,
           .while_password_must_change = true},
          [&sessions](const http::Call<Nothing, PasswordBody>& call, store::Database& database) {
            const auto token = change_password(database, sessions,
                                               {.committee_id = call.caller.committee_id,
                                                .account_id = call.caller.account_id,
                                                .current_password = call.body.current_password,
                                                .new_password = call.body.new_password,
                                                .address = call.request.remote_address,
                                                .user_agent = std::string(call.request.header("user-agent")),
                                                .role = call.caller.acting_role()});
            return signed_in_as(token, sessions, call.request, database);
          }),
      http::get<Nothing, std::vector<OwnSession>>(
          "/api/v1/me/sessions", {.operation = "me.sessions", .zh = "我在哪些地方登录", .en = "Where I am signed in"},
          [&sessions](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
            std::vector<OwnSession> own;
            for (auto& s : web_sessions(db, sessions.policy(), call.caller.committee_id, call.caller.account_id)) {
              own.push_back({s.id, s.id == call.caller.web_session_id, s.created_at, s.last_seen_at, s.expires_at,
                             std::move(s.user_agent), std::move(s.address)});
            }
            return own;
          }),
      http::remove<Nothing, Nothing>(
          "/api/v1/me/sessions/{id}",
          {.operation = "me.session_end", .zh = "终止我的一处登录", .en = "End one of my sessions"},
          [&sessions](const http::Call<Nothing, Nothing>& call, store::Write& write) {
            end_own(write, sessions, call.caller, call.id(), "account.end_session");
          }),
  };
}

}  // namespace yizheng::identity
