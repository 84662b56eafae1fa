// What follows a reply: feedback of every signer, re-handling, closing, promises (DOMAIN §2.9–2.10).
#pragma once

#include "proposals/change.h"
#include "proposals/proposal_api.h"

namespace yizheng::proposals {

// Who is asked about the present reply: the first proposers and co-signers of the proposal and of those merged into it.
struct Asked {
  Id proposal_id;  // the person's own
  Id person_id;    // 0 for a collective proposer
  std::string name;
  bool first = false;
  bool answered = false;
};
std::vector<Asked> asked_for_feedback(store::Connection& db, const Dossier& dossier);

void give_feedback(Context& context, Id id, const FeedbackBody& body);
void end_feedback(Context& context, Id id);
void rehandle_proposal(Context& context, Id id, const RehandleBody& body);
void close_proposal(Context& context, Id id, const NoteBody& body);
void archive_proposal(Context& context, Id id);
void record_promise(Context& context, Id promise_id, const PromiseBody& body);

}  // namespace yizheng::proposals
