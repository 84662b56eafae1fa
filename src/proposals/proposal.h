// A proposal (提案) and what hangs on it: signers, assignments to units, replies, feedback, promises. Records as they
// are stored; the rules that need no database are in lifecycle.h, visibility.h and statistics.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/json.h"
#include "base/time.h"

namespace yizheng::proposals {

// DOMAIN §2.2.
enum class ProposerKind {
  INDIVIDUAL,
  JOINT,
  COLLECTIVE_PARTY,
  COLLECTIVE_ORG,
  COLLECTIVE_SECTOR,
  COLLECTIVE_GROUP,
  COLLECTIVE_COMMITTEE
};
BOOST_DESCRIBE_ENUM(ProposerKind, INDIVIDUAL, JOINT, COLLECTIVE_PARTY, COLLECTIVE_ORG, COLLECTIVE_SECTOR,
                    COLLECTIVE_GROUP, COLLECTIVE_COMMITTEE)
inline bool collective(ProposerKind kind) { return kind >= ProposerKind::COLLECTIVE_PARTY; }

enum class Timing { PLENARY, ORDINARY };  // §2.4
BOOST_DESCRIBE_ENUM(Timing, PLENARY, ORDINARY)

// §2.10. From ASSIGNED to REPLIED the state follows from the deciding assignments (see lifecycle.h).
enum class ProposalState {
  DRAFT,
  COSIGNING,
  SUBMITTED,
  PRELIM_REVIEW,
  REVIEW,
  RETURNED_FOR_REVISION,
  NOT_FILED,
  TO_SUGGESTION,
  TO_OPINION_REPORT,
  AS_LETTER,
  WITHDRAWN,
  MERGED,
  FILED,
  ASSIGNING,
  ASSIGNED,
  RETURN_REQUESTED,
  ACCEPTED,
  HANDLING,
  EXTENSION_REQUESTED,
  REPLY_DRAFTED,
  REPLY_UNDER_CHECK,
  REPLY_SENT_BACK,
  REPLIED,
  FEEDBACK_DONE,
  REHANDLING,
  CLOSED,
  TRACKING,
  ARCHIVED
};
BOOST_DESCRIBE_ENUM(ProposalState, DRAFT, COSIGNING, SUBMITTED, PRELIM_REVIEW, REVIEW, RETURNED_FOR_REVISION, NOT_FILED,
                    TO_SUGGESTION, TO_OPINION_REPORT, AS_LETTER, WITHDRAWN, MERGED, FILED, ASSIGNING, ASSIGNED,
                    RETURN_REQUESTED, ACCEPTED, HANDLING, EXTENSION_REQUESTED, REPLY_DRAFTED, REPLY_UNDER_CHECK,
                    REPLY_SENT_BACK, REPLIED, FEEDBACK_DONE, REHANDLING, CLOSED, TRACKING, ARCHIVED)

enum class ReviewResult {  // §2.5
  FILED,
  MERGED,
  TO_SUGGESTION,
  TO_OPINION_REPORT,
  AS_LETTER,
  NOT_FILED,
  RETURNED_FOR_REVISION
};
BOOST_DESCRIBE_ENUM(ReviewResult, FILED, MERGED, TO_SUGGESTION, TO_OPINION_REPORT, AS_LETTER, NOT_FILED,
                    RETURNED_FOR_REVISION)

enum class HandlingType { SOLE, LEAD_CO, SEPARATE };  // §2.6
BOOST_DESCRIBE_ENUM(HandlingType, SOLE, LEAD_CO, SEPARATE)
enum class UnitRole { SOLE, LEAD, CO, SEPARATE };
BOOST_DESCRIBE_ENUM(UnitRole, SOLE, LEAD, CO, SEPARATE)
inline bool decides(UnitRole role) { return role != UnitRole::CO; }

// PROPOSED: named by the proposal committee, not yet assigned. A CO unit ends at OPINION_GIVEN, the others at REPLIED.
enum class AssignmentState {
  PROPOSED,
  ASSIGNED,
  RETURN_REQUESTED,
  ACCEPTED,
  HANDLING,
  EXTENSION_REQUESTED,
  REPLY_DRAFTED,
  REPLY_UNDER_CHECK,
  REPLY_SENT_BACK,
  OPINION_GIVEN,
  REPLIED,
  REHANDLING,
  VOID
};
BOOST_DESCRIBE_ENUM(AssignmentState, PROPOSED, ASSIGNED, RETURN_REQUESTED, ACCEPTED, HANDLING, EXTENSION_REQUESTED,
                    REPLY_DRAFTED, REPLY_UNDER_CHECK, REPLY_SENT_BACK, OPINION_GIVEN, REPLIED, REHANDLING, VOID)

enum class Satisfaction { SATISFIED, BASICALLY, UNSATISFIED, NOT_STATED, DEEMED_NONE };  // §2.9
BOOST_DESCRIBE_ENUM(Satisfaction, SATISFIED, BASICALLY, UNSATISFIED, NOT_STATED, DEEMED_NONE)

enum class KeyState { NONE, CANDIDATE, KEY };  // §2.11
BOOST_DESCRIBE_ENUM(KeyState, NONE, CANDIDATE, KEY)

struct Proposal {
  Id committee_id;
  Id id;
  std::optional<Id> session_id;        // from submission on
  std::optional<std::int64_t> serial;  // 流水号, at submission, within the session
  std::optional<std::int64_t> number;  // 案号, at filing, within the session
  ProposalState state = ProposalState::DRAFT;
  ProposerKind kind = ProposerKind::INDIVIDUAL;
  std::optional<Timing> timing;
  std::string category;                        // code of the list "categories"
  std::string title;                           // 案由
  std::optional<Id> proposer_person_id;        // the first proposer, of INDIVIDUAL and JOINT
  std::optional<Id> proposer_organisation_id;  // of COLLECTIVE_*
  std::string proposer_name;                   // as printed
  Id created_by;                               // account; 0 for imports
  bool consents_to_publication = true;
  std::string no_publication_reason;
  bool from_research = false;    // 是否调研形成
  bool repeated = false;         // 是否多年重复
  bool stamp_confirmed = false;  // COLLECTIVE_PARTY, _ORG, _COMMITTEE: name and stamp
  std::string suggested_units;   // the proposer's wish, free text
  std::optional<Instant> cosign_until;
  std::optional<Instant> second_until;  // 附议期限
  Instant created_at;
  std::optional<Instant> submitted_at;
  Instant sorted_at;  // what lists sort by: submission, else creation
  std::optional<Instant> filed_at;
  std::optional<Instant> assigned_at;  // the first time
  std::optional<Instant> replied_at;   // the latest round's
  std::optional<Instant> closed_at;
  std::optional<ReviewResult> review_result;
  std::string review_reason;  // code of "not_filed_reasons", or ""
  std::string review_explanation;
  std::optional<Id> merged_into_id;
  bool merged_after_filing = false;  // §2.13 (a): both figures are published
  std::optional<HandlingType> handling_type;
  std::int64_t round = 0;    // of handling; 1 at the first assignment, +1 a re-handling
  std::string result_class;  // "A" …, of the latest round; the worst of SEPARATE units
  std::optional<Satisfaction> satisfaction_attitude, satisfaction_result;  // the answer that counts, §2.9
  KeyState key_state = KeyState::NONE;
  std::optional<Date> due_on;  // the nearest open deadline of the deciding units' reply
  std::optional<Instant> released_at;
  bool reply_released = false;
  std::string import_key;  // identifies an imported row, so that a second import adds nothing
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Proposal, (),
                      (committee_id, id, session_id, serial, number, state, kind, timing, category, title,
                       proposer_person_id, proposer_organisation_id, proposer_name, created_by, consents_to_publication,
                       no_publication_reason, from_research, repeated, stamp_confirmed, suggested_units, cosign_until,
                       second_until, created_at, submitted_at, sorted_at, filed_at, assigned_at, replied_at, closed_at,
                       review_result, review_reason, review_explanation, merged_into_id, merged_after_filing,
                       handling_type, round, result_class, satisfaction_attitude, satisfaction_result, key_state,
                       due_on, released_at, reply_released, import_key, version))

// The long texts, apart so that lists never touch them.
struct ProposalText {
  Id committee_id;
  Id proposal_id;
  std::string body;         // 情况、分析 (and everything, where an import does not divide)
  std::string suggestions;  // 建议
  std::string public_body;  // what the public sees where it differs (personal data taken out); "" = the same
};
BOOST_DESCRIBE_STRUCT(ProposalText, (), (committee_id, proposal_id, body, suggestions, public_body))

enum class SignerRole { FIRST, COSIGNER, SECONDER };
BOOST_DESCRIBE_ENUM(SignerRole, FIRST, COSIGNER, SECONDER)
enum class SignerState { WAITING, SIGNED, REFUSED, EXPIRED };
BOOST_DESCRIBE_ENUM(SignerState, WAITING, SIGNED, REFUSED, EXPIRED)

struct Signer {
  Id committee_id;
  Id proposal_id;
  Id person_id;
  std::string name;
  SignerRole role = SignerRole::COSIGNER;
  SignerState state = SignerState::WAITING;
  Instant invited_at;
  std::optional<Instant> signed_at;
  std::string address;  // from where it was signed; never shown to other members
  std::string opinion;
};
BOOST_DESCRIBE_STRUCT(Signer, (),
                      (committee_id, proposal_id, person_id, name, role, state, invited_at, signed_at, address,
                       opinion))

struct Assignment {
  Id committee_id;
  Id id;
  Id proposal_id;
  Id unit_id;
  std::string unit_name;
  std::string system;  // of the unit
  UnitRole role = UnitRole::SOLE;
  AssignmentState state = AssignmentState::PROPOSED;
  bool second = false;  // 二次交办: after a granted return
  std::optional<Instant> assigned_at;
  std::optional<Instant> accepted_at;
  std::optional<Instant> finished_at;  // replied, or opinion given, or void
  std::optional<Date> due_on;          // of the reply (CO: of the opinion), with a granted extension
  std::string return_reason;           // code of "return_reasons"
  std::string return_note;
  std::optional<Id> return_proposed_unit_id;
  std::string decision_note;            // of the last return or extension decided
  std::optional<Date> extension_until;  // asked for
  std::string extension_reason;
  std::string co_opinion;
  std::string handling_plan;  // 重点提案办理工作方案
  std::int64_t urged = 0;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Assignment, (),
                      (committee_id, id, proposal_id, unit_id, unit_name, system, role, state, second, assigned_at,
                       accepted_at, finished_at, due_on, return_reason, return_note, return_proposed_unit_id,
                       decision_note, extension_until, extension_reason, co_opinion, handling_plan, urged, version))

struct Contact {  // §2.7: before, during and after handling
  Id committee_id;
  Id id;
  Id proposal_id;
  Id assignment_id;
  std::string moment;  // "BEFORE", "DURING", "AFTER"
  std::string method;  // code of "contact_methods"
  std::string person;  // who was talked to
  Date held_on;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (committee_id, id, proposal_id, assignment_id, moment, method, person, held_on, note))

enum class ReplyState { DRAFT, SIGNED, SENT_BACK, SENT };
BOOST_DESCRIBE_ENUM(ReplyState, DRAFT, SIGNED, SENT_BACK, SENT)

struct Reply {  // the structured reply of §2.7
  Id committee_id;
  Id id;
  Id proposal_id;
  Id assignment_id;
  std::int64_t round = 1;
  ReplyState state = ReplyState::DRAFT;
  std::string document_number;  // 文号
  std::string result_class;
  std::string signed_by;                    // 签发人, as printed
  std::string contact_name, contact_phone;  // of the unit's officer; not published
  std::string done;                         // 已落实事项
  std::string planned;                      // 计划落实事项
  std::optional<Date> planned_until;        // 落实时限
  std::string not_adopted;                  // 未采纳或未落实理由
  std::string body;                         // 答复全文
  bool publishable = true;                  // checked by the unit while drafting (国办发〔2014〕46号)
  std::string not_publishable_reason;
  std::string check_note;  // of the supervision office
  Instant drafted_at;
  std::optional<Instant> signed_at;
  std::optional<Instant> sent_at;
  bool on_time = true;  // sent ≤ its deadline with granted extension
};
BOOST_DESCRIBE_STRUCT(Reply, (),
                      (committee_id, id, proposal_id, assignment_id, round, state, document_number, result_class,
                       signed_by, contact_name, contact_phone, done, planned, planned_until, not_adopted, body,
                       publishable, not_publishable_reason, check_note, drafted_at, signed_at, sent_at, on_time))

struct Feedback {  // §2.9: one a person and round
  Id committee_id;
  Id id;
  Id proposal_id;  // the person's own proposal, where it was merged into another
  std::int64_t round = 1;
  Id person_id;  // 0 for a collective proposer
  std::string name;
  bool first = false;  // the first proposer's
  Satisfaction attitude = Satisfaction::NOT_STATED;
  Satisfaction result = Satisfaction::NOT_STATED;
  std::string contacted;  // 面商形式, code of "contact_methods"
  std::string comment;
  bool on_paper = false;  // entered by staff from a signed sheet
  Instant given_at;
};
BOOST_DESCRIBE_STRUCT(Feedback, (),
                      (committee_id, id, proposal_id, round, person_id, name, first, attitude, result, contacted,
                       comment, on_paper, given_at))

enum class PromiseState { OPEN, KEPT, PARTLY, BROKEN };
BOOST_DESCRIBE_ENUM(PromiseState, OPEN, KEPT, PARTLY, BROKEN)

struct Promise {
  Id committee_id;
  Id id;
  Id proposal_id;
  Id assignment_id;
  std::string text;
  Date due_on;
  PromiseState state = PromiseState::OPEN;
  std::string note;
  std::optional<Instant> recorded_at;
};
BOOST_DESCRIBE_STRUCT(Promise, (),
                      (committee_id, id, proposal_id, assignment_id, text, due_on, state, note, recorded_at))

struct KeyRecord {  // §2.11, of a candidate or key proposal
  Id committee_id;
  Id proposal_id;
  std::string nomination_reason;
  std::optional<Id> special_committee_id;        // responsible
  std::string handling_leader;                   // 领办, as printed
  std::optional<Id> handling_leader_account_id;  // PARTY_GOV_LEADER
  std::string supervising_leader;                // 领衔督办
  std::optional<Id> supervising_leader_account_id;
  std::string decision_note;
  std::optional<Instant> decided_at;
  std::string supervision_report;
  std::string instruction;  // 阅批 of the leader
  std::optional<Instant> instructed_at;
};
BOOST_DESCRIBE_STRUCT(KeyRecord, (),
                      (committee_id, proposal_id, nomination_reason, special_committee_id, handling_leader,
                       handling_leader_account_id, supervising_leader, supervising_leader_account_id, decision_note,
                       decided_at, supervision_report, instruction, instructed_at))

struct SupervisionAct {
  Id committee_id;
  Id id;
  Id proposal_id;
  std::string form;  // code of "supervision_forms"
  Date held_on;
  std::string place, participants, note;
};
BOOST_DESCRIBE_STRUCT(SupervisionAct, (), (committee_id, id, proposal_id, form, held_on, place, participants, note))

struct DeadlineRow {
  Id committee_id;
  Id id;
  Id proposal_id;
  Id assignment_id;  // 0 where it concerns the proposal
  std::string rule;  // code of the pack's deadlines
  Date start_on;
  Date counted_due_on;  // as the rule counts it
  Date due_on;          // with a granted extension
  bool provisional = false;
  std::string extension;  // JSON: {"until","reason","decided_at"} or ""
  std::optional<Instant> done_at;
  std::string steps;  // JSON list of committee::DeadlineStep
};
BOOST_DESCRIBE_STRUCT(DeadlineRow, (),
                      (committee_id, id, proposal_id, assignment_id, rule, start_on, counted_due_on, due_on,
                       provisional, extension, done_at, steps))

struct LookBack {  // 回头看
  Id committee_id;
  Id id;
  std::string title;
  Date started_on;
  std::string criteria;  // JSON: {"classes":["B"],"promises":true,"unsatisfied":true,"session_id":…}
  std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(LookBack, (), (committee_id, id, title, started_on, criteria, closed_at))

struct LookBackItem {
  Id committee_id;
  Id look_back_id;
  Id proposal_id;
  PromiseState result = PromiseState::OPEN;
  std::string note;
  std::optional<Instant> checked_at;
};
BOOST_DESCRIBE_STRUCT(LookBackItem, (), (committee_id, look_back_id, proposal_id, result, note, checked_at))

}  // namespace yizheng::proposals
