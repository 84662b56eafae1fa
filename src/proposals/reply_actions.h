// The reply's way: drafted in the unit, signed by its leader, checked by the supervision office, sent (DOMAIN
// §2.7–2.8).
#pragma once

#include "proposals/change.h"
#include "proposals/proposal_api.h"

namespace yizheng::proposals {

void draft_reply(Context& context, Id assignment_id, const ReplyBody& body);
void sign_reply(Context& context, Id assignment_id, const NoteBody& body);
void return_draft(Context& context, Id assignment_id, const ReasonBody& body);
void check_reply(Context& context, Id assignment_id, const CheckReplyBody& body);

}  // namespace yizheng::proposals
