// The figures of DOMAIN §2.13. A figure is a pair of weights over one proposal: what it adds to the numerator and to
// the denominator. The same weights count a figure and list the records behind it, so they cannot disagree.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "proposals/proposal_api.h"
#include "store/connection.h"

namespace yizheng::proposals {

// What the figures need to know of a proposal.
struct StatisticRow {
  Id id;
  std::optional<Id> session_id;
  ProposalState state = ProposalState::DRAFT;
  ProposerKind kind = ProposerKind::INDIVIDUAL;
  std::string category;
  std::optional<Id> proposer_person_id;
  std::optional<Instant> submitted_at, filed_at, assigned_at, replied_at;
  bool merged_after_filing = false;
  std::string result_class;
  std::optional<Satisfaction> satisfaction_attitude, satisfaction_result;
  KeyState key_state = KeyState::NONE;
  std::optional<Date> due_on;
  std::int64_t round = 0;
  std::int64_t late_replies = 0;  // replies sent after their deadline
  std::int64_t contacts = 0;
  std::int64_t promises_due = 0;  // due by today, or recorded
  std::int64_t promises_kept = 0;
  std::int64_t acts = 0;  // of supervision
  std::int64_t second_assignments = 0;
};
BOOST_DESCRIBE_STRUCT(StatisticRow, (),
                      (id, session_id, state, kind, category, proposer_person_id, submitted_at, filed_at, assigned_at,
                       replied_at, merged_after_filing, result_class, satisfaction_attitude, satisfaction_result,
                       key_state, due_on, round, late_replies, contacts, promises_due, promises_kept, acts,
                       second_assignments))

struct Scope {
  std::optional<Id> session_id;
  std::optional<Date> from, to;  // of submission
  std::optional<std::string> category;
  std::optional<Id> sector_id, unit_id;
};
BOOST_DESCRIBE_STRUCT(Scope, (), (session_id, from, to, category, sector_id, unit_id))

// Flags of the committee's result classes, by code.
struct ClassFlags {
  std::vector<std::string> resolved, planned;
};

// A definition with its Traditional texts.
FigureDefinition defined(const char* code, const char* zh, const char* en, const char* zh_text, const char* en_text,
                         const char* top, const char* bottom);

using Weight = std::int64_t (*)(const StatisticRow&, const ClassFlags&);
struct FigureRule {
  FigureDefinition definition;
  Weight numerator;
  Weight denominator;  // nullptr: a count
};

std::span<const FigureRule> figure_rules();
const FigureRule* figure_rule(std::string_view code);

std::vector<StatisticRow> rows_in(store::Connection& db, Id committee_id, const Scope& scope, Date today);
Figure compute(const FigureRule& rule, std::span<const StatisticRow> rows, const ClassFlags& flags);

// Percentage with 2 decimals, half up (§2.13 b); nothing where the denominator is 0.
std::optional<double> percentage(std::int64_t numerator, std::int64_t denominator);

}  // namespace yizheng::proposals
