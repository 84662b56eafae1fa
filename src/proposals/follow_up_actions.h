// Key proposals and their supervision, look-back campaigns, release to the public (DOMAIN §2.11–2.12).
#pragma once

#include "proposals/change.h"
#include "proposals/proposal_api.h"

namespace yizheng::proposals {

void nominate_key(Context& context, Id id, const ReasonBody& body);
void decide_key(Context& context, Id id, const DecideKeyBody& body);
void supervise(Context& context, Id id, const SupervisionActBody& body);
void write_supervision_report(Context& context, Id id, const TextBody& body);
void instruct(Context& context, Id id, const TextBody& body);
void release(Context& context, Id id, const ReleaseBody& body);
void unrelease(Context& context, Id id, const ReasonBody& body);

}  // namespace yizheng::proposals
