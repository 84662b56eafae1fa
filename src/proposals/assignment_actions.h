// Assignment, acceptance, return and dispute, work of the units before the reply (DOMAIN §2.6–2.7).
#pragma once

#include "proposals/change.h"
#include "proposals/proposal_api.h"

namespace yizheng::proposals {

// Handlers named by the proposal committee, waiting to be assigned; replaces those named before.
void propose_units(Context& context, Change& change, const std::vector<UnitChoice>& units);
json::array describe_units(Context& context, const std::vector<UnitChoice>& units);  // for ledger entries

void propose_handlers(Context& context, Id id, const AssignBody& body);
void assign_proposal(Context& context, Id id, const AssignBody& body);
void accept_assignment(Context& context, Id assignment_id);
void request_return(Context& context, Id assignment_id, const RequestReturnBody& body);
void decide_return(Context& context, Id assignment_id, const DecideReturnBody& body);
void record_contact(Context& context, Id assignment_id, const ContactBody& body);
void give_co_opinion(Context& context, Id assignment_id, const TextBody& body);
void write_handling_plan(Context& context, Id assignment_id, const TextBody& body);
void request_extension(Context& context, Id assignment_id, const RequestExtensionBody& body);
void decide_extension(Context& context, Id assignment_id, const DecideBody& body);
void urge_unit(Context& context, Id assignment_id, const TextBody& body);

}  // namespace yizheng::proposals
