// What the HTTP API takes and gives for proposals. Records of proposal.h are given as they are, but for what a
// reader may not see (addresses of signers, telephone numbers).
#pragma once

#include "proposals/proposal.h"
#include "store/attachments.h"
#include "store/search.h"

namespace yizheng::proposals {

// ---- given ----

struct ProposalRow {  // in lists
  Id id;
  std::optional<std::int64_t> serial, number;
  std::optional<Id> session_id;
  ProposalState state = ProposalState::DRAFT;
  ProposerKind kind = ProposerKind::INDIVIDUAL;
  std::optional<Timing> timing;
  std::string category, title, proposer_name;
  std::optional<Instant> submitted_at;
  Instant sorted_at;
  KeyState key_state = KeyState::NONE;
  std::string result_class;
  std::optional<Satisfaction> satisfaction_result;
  std::optional<Date> due_on;
  std::optional<Instant> released_at;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ProposalRow, (),
                      (id, serial, number, session_id, state, kind, timing, category, title, proposer_name,
                       submitted_at, sorted_at, key_state, result_class, satisfaction_result, due_on, released_at,
                       version))

// An action open to the caller now; `code` is the last part of its route, `assignment_id` where it concerns one unit.
struct OpenAction {
  std::string code;
  std::optional<Id> assignment_id;
};
BOOST_DESCRIBE_STRUCT(OpenAction, (), (code, assignment_id))

struct ProposalView {
  Proposal proposal;
  std::string body, suggestions;
  std::string session_title;
  std::vector<Signer> signers;
  std::vector<Assignment> assignments;
  std::vector<Contact> contacts;
  std::vector<Reply> replies;
  std::vector<Feedback> feedback;
  std::vector<Promise> promises;
  std::vector<DeadlineRow> deadlines;
  std::vector<SupervisionAct> supervision_acts;
  std::vector<store::Attachment> attachments;
  std::vector<ProposalRow> merged;  // those merged into this one
  std::optional<KeyRecord> key;
  std::vector<OpenAction> actions;
};
BOOST_DESCRIBE_STRUCT(ProposalView, (),
                      (proposal, body, suggestions, session_title, signers, assignments, contacts, replies, feedback,
                       promises, deadlines, supervision_acts, attachments, merged, key, actions))

struct HistoryEntry {  // one ledger entry, for people
  std::int64_t seq = 0;
  Instant at;
  std::string action, actor_name, actor_role, from_state, to_state;
  json::value detail;
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (), (seq, at, action, actor_name, actor_role, from_state, to_state, detail))

struct SearchHitView {
  ProposalRow proposal;
  store::Excerpt title, body;  // marked
};
BOOST_DESCRIBE_STRUCT(SearchHitView, (), (proposal, title, body))
struct SearchView {
  std::int64_t total = 0;
  std::vector<SearchHitView> items;
};
BOOST_DESCRIBE_STRUCT(SearchView, (), (total, items))

struct TaskGroup {  // "my tasks": what waits for the caller
  std::string
      code;  // the action that waits: "cosign", "feedback", "take", "review", "assign", "accept", "check-reply", …
  std::int64_t count = 0;
  std::vector<ProposalRow> items;  // the most urgent ten
};
BOOST_DESCRIBE_STRUCT(TaskGroup, (), (code, count, items))
struct Tasks {
  std::vector<TaskGroup> groups;
};
BOOST_DESCRIBE_STRUCT(Tasks, (), (groups))

// ---- taken ----

struct DraftBody {
  std::string title, body;
  std::optional<std::string> suggestions;
  std::string category;
  std::optional<ProposerKind> kind;   // INDIVIDUAL where absent
  std::optional<Id> organisation_id;  // of a collective proposal
  std::optional<bool> consents_to_publication, from_research, repeated, stamp_confirmed;
  std::optional<std::string> no_publication_reason, suggested_units;
  std::optional<bool> submit;  // on creation: submit at once
};
BOOST_DESCRIBE_STRUCT(DraftBody, (),
                      (title, body, suggestions, category, kind, organisation_id, consents_to_publication,
                       from_research, repeated, stamp_confirmed, no_publication_reason, suggested_units, submit))

struct InviteBody {
  std::vector<Id> cosigners;  // persons
  std::optional<std::vector<Id>> seconders;
  std::optional<Date> until;  // the pack's "cosign" deadline where absent
};
BOOST_DESCRIBE_STRUCT(InviteBody, (), (cosigners, seconders, until))

struct CosignBody {
  bool sign = true;  // false: refuse
  std::optional<std::string> opinion;
};
BOOST_DESCRIBE_STRUCT(CosignBody, (), (sign, opinion))

struct ReasonBody {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReasonBody, (), (reason))

struct NoteBody {
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(NoteBody, (), (note))

struct UnitChoice {
  Id unit_id;
  UnitRole role = UnitRole::SOLE;
};
BOOST_DESCRIBE_STRUCT(UnitChoice, (), (unit_id, role))

struct ReviewBody {  // of preliminary review (a recommendation) and review (the decision)
  ReviewResult result = ReviewResult::FILED;
  std::optional<std::string> reason;             // code; required for NOT_FILED
  std::optional<std::string> explanation;        // required for every result but FILED
  std::optional<std::string> category;           // corrected
  std::optional<Id> main_id;                     // of MERGED
  std::optional<bool> proposer_consulted;        // required true for MERGED and TO_OPINION_REPORT
  std::optional<std::vector<UnitChoice>> units;  // handlers proposed with FILED; where to forward otherwise
};
BOOST_DESCRIBE_STRUCT(ReviewBody, (), (result, reason, explanation, category, main_id, proposer_consulted, units))

struct AssignBody {
  std::vector<UnitChoice> units;  // one SOLE; one LEAD and COs; or two or more SEPARATE
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(AssignBody, (), (units, note))

struct RequestReturnBody {
  std::string reason;  // code of "return_reasons"
  std::string note;
  std::optional<Id> proposed_unit_id;
};
BOOST_DESCRIBE_STRUCT(RequestReturnBody, (), (reason, note, proposed_unit_id))

struct DecideReturnBody {
  bool grant = false;
  std::string note;
  std::optional<Id> unit_id;  // who takes over at once; without it the proposal goes back to assigning
};
BOOST_DESCRIBE_STRUCT(DecideReturnBody, (), (grant, note, unit_id))

struct ContactBody {
  std::string moment, method, person;
  Date held_on;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ContactBody, (), (moment, method, person, held_on, note))

struct TextBody {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(TextBody, (), (text))

struct RequestExtensionBody {
  Date until;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RequestExtensionBody, (), (until, reason))

struct DecideBody {
  bool grant = false;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(DecideBody, (), (grant, note))

struct ReplyBody {
  std::string document_number, result_class, signed_by, contact_name, contact_phone;
  std::string done, planned, not_adopted, body;
  std::optional<Date> planned_until;  // required where the class is tracked
  bool publishable = true;
  std::optional<std::string> not_publishable_reason;
};
BOOST_DESCRIBE_STRUCT(ReplyBody, (),
                      (document_number, result_class, signed_by, contact_name, contact_phone, done, planned,
                       not_adopted, body, planned_until, publishable, not_publishable_reason))

struct CheckReplyBody {
  bool pass = false;
  std::optional<std::string> note;          // required to send back
  std::optional<std::string> result_class;  // corrected by the supervision office
};
BOOST_DESCRIBE_STRUCT(CheckReplyBody, (), (pass, note, result_class))

struct FeedbackBody {
  Satisfaction attitude = Satisfaction::NOT_STATED, result = Satisfaction::NOT_STATED;
  std::optional<std::string> contacted, comment;
  std::optional<Id> person_id;  // staff enter a paper answer for this person
};
BOOST_DESCRIBE_STRUCT(FeedbackBody, (), (attitude, result, contacted, comment, person_id))

struct RehandleBody {
  std::string reason;
  std::optional<std::vector<Id>> assignment_ids;  // of SEPARATE: which; all deciding ones where absent
};
BOOST_DESCRIBE_STRUCT(RehandleBody, (), (reason, assignment_ids))

struct PromiseBody {
  PromiseState state = PromiseState::KEPT;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(PromiseBody, (), (state, note))

struct DecideKeyBody {
  bool key = false;
  std::string note;
  std::optional<Id> special_committee_id;
  std::optional<std::string> handling_leader, supervising_leader;
  std::optional<Id> handling_leader_account_id, supervising_leader_account_id;
};
BOOST_DESCRIBE_STRUCT(DecideKeyBody, (),
                      (key, note, special_committee_id, handling_leader, supervising_leader, handling_leader_account_id,
                       supervising_leader_account_id))

struct SupervisionActBody {
  std::string form;
  Date held_on;
  std::string place, participants, note;
};
BOOST_DESCRIBE_STRUCT(SupervisionActBody, (), (form, held_on, place, participants, note))

struct ReleaseBody {
  std::optional<std::string> public_body;  // where personal data had to go
  bool with_reply = false;
};
BOOST_DESCRIBE_STRUCT(ReleaseBody, (), (public_body, with_reply))

// ---- the public's view: nothing personal but the proposer's name ----

struct PublicReply {
  std::string unit_name, document_number, result_class, body;
  std::optional<Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(PublicReply, (), (unit_name, document_number, result_class, body, sent_at))
struct PublicProposal {
  Id id;
  std::optional<std::int64_t> number;
  std::string session_title, category, title, proposer_name, body, suggestions;
  std::vector<std::string> units;
  std::vector<PublicReply> replies;
  Instant released_at;
};
BOOST_DESCRIBE_STRUCT(PublicProposal, (),
                      (id, number, session_title, category, title, proposer_name, body, suggestions, units, replies,
                       released_at))
struct PublicRow {
  Id id;
  std::optional<std::int64_t> number;
  std::string session_title, category, title, proposer_name;
  bool replied = false;
  Instant released_at;
};
BOOST_DESCRIBE_STRUCT(PublicRow, (), (id, number, session_title, category, title, proposer_name, replied, released_at))

// ---- statistics, §2.13 ----

struct Figure {
  std::string code;             // "filing_rate"
  std::optional<double> value;  // rates in per cent, 2 decimals, half up; absent where the denominator is 0
  std::int64_t numerator = 0, denominator = 0;  // denominator 0 of a count: none
  bool rate = false;
  std::string unit;  // "件", "%"
};
BOOST_DESCRIBE_STRUCT(Figure, (), (code, value, numerator, denominator, rate, unit))
struct FigureDefinition {
  std::string code, zh, en;  // title
  std::string definition_zh, definition_en;
  std::string numerator_zh, denominator_zh;
  std::string zh_hant = {}, definition_zh_hant = {};  // made from zh by defined(), statistics.h
};
BOOST_DESCRIBE_STRUCT(FigureDefinition, (),
                      (code, zh, en, definition_zh, definition_en, numerator_zh, denominator_zh, zh_hant,
                       definition_zh_hant))
struct StatisticsView {
  std::vector<Figure> figures;
  std::vector<FigureDefinition> definitions;
  std::map<std::string, std::vector<Figure>> by_category, by_unit;
  bool identity_holds = false;  // R = F + M + O + Q + L + N + W + still in review
};
BOOST_DESCRIBE_STRUCT(StatisticsView, (), (figures, definitions, by_category, by_unit, identity_holds))

}  // namespace yizheng::proposals
