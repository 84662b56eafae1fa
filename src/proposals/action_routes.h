// Rows for actions on one proposal or assignment: they all read the id, run the action, and answer the proposal as it
// is then.
#pragma once

#include "proposals/change.h"
#include "proposals/proposal_api.h"
#include "proposals/proposal_routes.h"
#include "proposals/proposal_store.h"
#include "proposals/view.h"

namespace yizheng::proposals {

template <class Call>
Context context_of(const Call& call, store::Write& write, committee::Rules& rules) {
  return {write, call.caller, rules, call.if_match(), call.request.remote_address};
}

inline http::Versioned<ProposalView> answer(Context& context, Id proposal_id) {
  auto view = view_after_action(context.write.db, context.caller, context.rules, proposal_id);
  const auto version = view.proposal.version;
  return {std::move(view), version};
}

// POST /api/v1/proposals/{id}/NAME with f(Context&, Id, const Body&).
template <class Body, class F>
http::Route proposal_action(Services services, std::string name, std::string permission, std::string zh, std::string en,
                            F f) {
  return http::post<Body, ProposalView>(
      "/api/v1/proposals/{id}/" + name,
      {.operation = "proposal." + name, .permission = std::move(permission), .zh = zh, .en = en},
      [services, f](const http::Call<Nothing, Body>& call, store::Write& write) {
        auto context = context_of(call, write, services.rules);
        if constexpr (std::same_as<Body, Nothing>) {
          f(context, call.id());
        } else {
          f(context, call.id(), call.body);
        }
        return answer(context, call.id());
      });
}

// POST /api/v1/assignments/{id}/NAME with f(Context&, Id, const Body&).
template <class Body, class F>
http::Route assignment_action(Services services, std::string name, std::string permission, std::string zh,
                              std::string en, F f) {
  return http::post<Body, ProposalView>(
      "/api/v1/assignments/{id}/" + name,
      {.operation = "assignment." + name, .permission = std::move(permission), .zh = zh, .en = en},
      [services, f](const http::Call<Nothing, Body>& call, store::Write& write) {
        auto context = context_of(call, write, services.rules);
        if constexpr (std::same_as<Body, Nothing>) {
          f(context, call.id());
        } else {
          f(context, call.id(), call.body);
        }
        return answer(context, *proposal_of_assignment(write.db, call.caller.committee_id, call.id()));
      });
}

}  // namespace yizheng::proposals
