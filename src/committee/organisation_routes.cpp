#include "committee/committee_routes.h"
#include "committee/organisation_actions.h"

namespace yizheng::committee {

struct OrganisationQuery {
  std::optional<OrganisationKind> kind;
  std::optional<bool> active;
};
BOOST_DESCRIBE_STRUCT(OrganisationQuery, (), (kind, active))

struct OrganisationList {
  std::vector<OrganisationRow> items;
};
BOOST_DESCRIBE_STRUCT(OrganisationList, (), (items))
struct TermList {
  std::vector<Term> items;
};
BOOST_DESCRIBE_STRUCT(TermList, (), (items))
struct SessionList {
  std::vector<SessionRow> items;
};
BOOST_DESCRIBE_STRUCT(SessionList, (), (items))

http::Routes organisation_routes(Rules& rules) {
  return {
      http::get<OrganisationQuery, OrganisationList>(
          "/api/v1/organisations",
          {.operation = "organisation.list",
           .permission = "organisation.read",
           .zh = "组织机构,可按种类",
           .en = "The organisations, by kind"},
          [](const http::Call<OrganisationQuery, Nothing>& call, store::Connection& db) {
            OrganisationList list{organisation_rows(db, call.caller.committee_id, call.query.kind)};
            if (call.query.active) {
              std::erase_if(list.items, [&](const auto& item) { return item.active != *call.query.active; });
            }
            return list;
          }),
      http::get<Nothing, OrganisationRow>("/api/v1/organisations/{id}",
                                          {.operation = "organisation.read",
                                           .permission = "organisation.read",
                                           .zh = "一个组织",
                                           .en = "One organisation"},
                                          [](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
                                            auto found = organisation_row(db, call.caller.committee_id, call.id());
                                            if (!found) throw not_found("组织", "organisation");
                                            const auto version = found->version;
                                            return http::Versioned<OrganisationRow>{std::move(*found), version};
                                          }),
      http::post<OrganisationBody, OrganisationRow>(
          "/api/v1/organisations",
          {.operation = "organisation.create",
           .permission = "organisation.manage",
           .zh = "新建组织",
           .en = "Make an organisation",
           .idempotent = true,
           .success = 201},
          [&rules](const http::Call<Nothing, OrganisationBody>& call, store::Write& write) {
            auto made = create_organisation(write, rules.pack(), call.caller, call.body);
            const auto version = made.version;
            return http::Versioned<OrganisationRow>{std::move(made), version};
          }),
      http::patch<OrganisationPatch, OrganisationRow>(
          "/api/v1/organisations/{id}",
          {.operation = "organisation.change",
           .permission = "organisation.manage",
           .zh = "修改或停用组织",
           .en = "Change or retire an organisation"},
          [&rules](const http::Call<Nothing, OrganisationPatch>& call, store::Write& write) {
            auto made =
                change_organisation(write, rules.pack(), call.caller, call.id(), call.body, call.required_if_match());
            const auto version = made.version;
            return http::Versioned<OrganisationRow>{std::move(made), version};
          }),
      http::get<Nothing, TermList>(
          "/api/v1/terms",
          {.operation = "term.list", .permission = "organisation.read", .zh = "各届", .en = "The terms"},
          [](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
            return TermList{terms(db, call.caller.committee_id)};
          }),
      http::post<TermBody, Term>("/api/v1/terms",
                                 {.operation = "term.create",
                                  .permission = "organisation.manage",
                                  .zh = "新建届",
                                  .en = "Make a term",
                                  .idempotent = true,
                                  .success = 201},
                                 [&rules](const http::Call<Nothing, TermBody>& call, store::Write& write) {
                                   return create_term(write, rules.pack(), call.caller, call.body);
                                 }),
      http::get<Nothing, SessionList>(
          "/api/v1/sessions",
          {.operation = "session.list", .permission = "organisation.read", .zh = "历次会议", .en = "The sessions"},
          [](const http::Call<Nothing, Nothing>& call, store::Connection& db) {
            return SessionList{session_rows(db, call.caller.committee_id)};
          }),
      http::post<SessionBody, SessionRow>("/api/v1/sessions",
                                          {.operation = "session.create",
                                           .permission = "organisation.manage",
                                           .zh = "新建会议",
                                           .en = "Make a session",
                                           .idempotent = true,
                                           .success = 201},
                                          [](const http::Call<Nothing, SessionBody>& call, store::Write& write) {
                                            auto made = create_session(write, call.caller, call.body);
                                            const auto version = made.version;
                                            return http::Versioned<SessionRow>{std::move(made), version};
                                          }),
      http::patch<SessionPatch, SessionRow>("/api/v1/sessions/{id}",
                                            {.operation = "session.change",
                                             .permission = "organisation.manage",
                                             .zh = "修改会议日期和提案截止时间",
                                             .en = "Change a session's dates and deadline"},
                                            [](const http::Call<Nothing, SessionPatch>& call, store::Write& write) {
                                              auto made = change_session(write, call.caller, call.id(), call.body,
                                                                         call.required_if_match());
                                              const auto version = made.version;
                                              return http::Versioned<SessionRow>{std::move(made), version};
                                            }),
  };
}

}  // namespace yizheng::committee
