// What proposers do: write, invite, sign, submit, withdraw (DOMAIN §2.2–2.4).
#pragma once

#include "proposals/change.h"
#include "proposals/proposal_api.h"
#include "proposals/view.h"

namespace yizheng::proposals {

Id create_proposal(Context& context, const DraftBody& body);  // a draft, or submitted at once where body.submit
// The same, with all that the page of the new proposal shows: its author is answered without asking the database again.
PageContents begin_proposal(Context& context, const DraftBody& body);
void edit_proposal(Context& context, Id id, const DraftBody& body);
void delete_proposal(Context& context, Id id);
void invite_signers(Context& context, Id id, const InviteBody& body);
void cosign_proposal(Context& context, Id id, const CosignBody& body);
void second_proposal(Context& context, Id id);
void submit_proposal(Context& context, Id id);
void withdraw_proposal(Context& context, Id id, const ReasonBody& body);

}  // namespace yizheng::proposals
