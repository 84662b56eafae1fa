// Who may do what to a proposal in which state, written by hand from DOMAIN.md §2.10 and §1 — not from src/proposals/lifecycle.cpp.
// The proposal: joint, by 甲 (first) and 乙 (co-signer), handled by unit A of the government system alone. 丙 was invited and
// has not answered.

// The persons of the matrix → login in the district; "other:" one of the other committee.
export const PERSONS = {
  first: 'member1',
  cosigner: 'member2',
  invited: 'member3',
  stranger: 'member4',
  standing: 'standing-member',
  chair: 'chair',
  vice_chair: 'vice-chair',
  secretary_general: 'secretary-general',
  convener: 'sector-convener',
  group_leader: 'group-leader',
  party: 'participating-unit',
  committee_staff: 'special-committee-staff',
  studio: 'member-studio',
  proposal_committee: 'proposal-committee',
  review_committee: 'proposal-review-committee',
  plenary_team: 'plenary-proposal-team',
  office: 'office-staff',
  opinion_editor: 'opinion-editor',
  opinion_approver: 'opinion-approver',
  opinion_issuer: 'opinion-issuer',
  informant: 'special-informant',
  contact_point: 'opinion-contact-point',
  office_gov: 'supervision-office-gov',
  office_party: 'supervision-office-party',
  officer: 'officer1',
  leader: 'leader1',
  other_officer: 'officer2',
  other_leader: 'leader2',
  party_gov_leader: 'party-gov-leader',
  auditor: 'auditor',
  sys_admin: 'sys-admin',
  sec_admin: 'sec-admin',
  audit_admin: 'audit-admin',
  anonymous: null,
  foreign_member: 'other:member1',
  foreign_proposal_committee: 'other:proposal-committee',
  foreign_officer: 'other:officer1',
};

// The states of §2.10, and four that differ in more than the state.
export const STATES = [
  'DRAFT',
  'COSIGNING',
  'SUBMITTED',
  'PRELIM_REVIEW',
  'REVIEW',
  'RETURNED_FOR_REVISION',
  'NOT_FILED',
  'TO_SUGGESTION',
  'TO_OPINION_REPORT',
  'AS_LETTER',
  'WITHDRAWN',
  'MERGED',
  'FILED',
  'ASSIGNING',
  'ASSIGNED',
  'RETURN_REQUESTED',
  'ACCEPTED',
  'HANDLING',
  'EXTENSION_REQUESTED',
  'REPLY_DRAFTED',
  'REPLY_UNDER_CHECK',
  'REPLY_SENT_BACK',
  'REPLIED',
  'FEEDBACK_DONE',
  'REHANDLING',
  'CLOSED',
  'TRACKING',
  'ARCHIVED',
  'FILED, candidate',
  'HANDLING, key',
  'CLOSED, released',
  'ASSIGNED, return denied',
];

const unsent = ['DRAFT', 'COSIGNING', 'RETURNED_FOR_REVISION'];
const reviewers = ['proposal_committee', 'review_committee'];
// A unit that took a proposal on, until its reply goes out to be checked; and after the reply was sent.
const working = ['ACCEPTED', 'HANDLING', 'EXTENSION_REQUESTED', 'REPLY_DRAFTED', 'REPLY_SENT_BACK'];
const afterReply = ['REPLIED', 'FEEDBACK_DONE', 'REHANDLING', 'CLOSED', 'TRACKING'];
const beforeReply = ['FILED', 'ASSIGNING', 'ASSIGNED', 'ASSIGNED, return denied', 'RETURN_REQUESTED', ...working];
const filed = [...beforeReply, 'REPLY_UNDER_CHECK', ...afterReply, 'ARCHIVED', 'FILED, candidate', 'HANDLING, key'];
const supervisors = ['chair', 'vice_chair', 'secretary_general', 'proposal_committee', 'committee_staff'];

// [action, on "proposal", "assignment" or "promise", { person: states }]
export const ALLOWED = [
  ['edit', 'proposal', { first: unsent }],
  ['delete', 'proposal', { first: ['DRAFT', 'COSIGNING'] }],
  ['invite', 'proposal', { first: unsent }],
  ['cosign', 'proposal', { invited: ['COSIGNING'] }],
  ['submit', 'proposal', { first: unsent }],
  ['withdraw', 'proposal', { first: ['SUBMITTED', 'PRELIM_REVIEW', 'REVIEW', 'RETURNED_FOR_REVISION'] }],
  [
    'take',
    'proposal',
    { proposal_committee: ['SUBMITTED'], review_committee: ['SUBMITTED'], plenary_team: ['SUBMITTED'] },
  ],
  [
    'preliminary',
    'proposal',
    { proposal_committee: ['PRELIM_REVIEW'], review_committee: ['PRELIM_REVIEW'], plenary_team: ['PRELIM_REVIEW'] },
  ],
  ['review', 'proposal', Object.fromEntries(reviewers.map((who) => [who, ['REVIEW']]))],
  ['merge', 'proposal', { proposal_committee: ['FILED', 'ASSIGNING', 'FILED, candidate'] }],
  ['propose-handlers', 'proposal', { proposal_committee: ['FILED', 'ASSIGNING', 'FILED, candidate'] }],
  // The government's office learns of it when a unit of its system is proposed.
  ['assign', 'proposal', { proposal_committee: ['FILED', 'ASSIGNING', 'FILED, candidate'], office_gov: ['ASSIGNING'] }],
  [
    'feedback',
    'proposal',
    { first: ['REPLIED'], cosigner: ['REPLIED'], proposal_committee: ['REPLIED'], office: ['REPLIED'] },
  ],
  ['rehandle', 'proposal', { proposal_committee: ['FEEDBACK_DONE'] }],
  ['close', 'proposal', { proposal_committee: ['FEEDBACK_DONE'] }],
  ['archive', 'proposal', { proposal_committee: ['CLOSED', 'CLOSED, released'] }],
  // After closing too: what was kept in part may be kept later.
  [
    'record-promise',
    'promise',
    { proposal_committee: ['REPLIED', 'FEEDBACK_DONE', 'TRACKING', 'CLOSED', 'CLOSED, released'] },
  ],
  ['nominate-key', 'proposal', { proposal_committee: beforeReply }],
  ['decide-key', 'proposal', { chair: ['FILED, candidate'] }],
  ['supervise', 'proposal', Object.fromEntries(supervisors.map((who) => [who, ['HANDLING, key']]))],
  ['supervision-report', 'proposal', Object.fromEntries(supervisors.map((who) => [who, ['HANDLING, key']]))],
  ['instruct', 'proposal', { party_gov_leader: ['HANDLING, key'], vice_chair: ['HANDLING, key'] }],
  ['release', 'proposal', { proposal_committee: filed }],
  ['unrelease', 'proposal', { proposal_committee: ['CLOSED, released'] }],
  ['accept', 'assignment', { officer: ['ASSIGNED', 'ASSIGNED, return denied'] }],
  ['request-return', 'assignment', { officer: ['ASSIGNED'] }],
  ['decide-return', 'assignment', { office_gov: ['RETURN_REQUESTED'], proposal_committee: ['RETURN_REQUESTED'] }],
  [
    'contact',
    'assignment',
    {
      officer: [...working, 'REPLY_UNDER_CHECK', ...afterReply, 'HANDLING, key', 'CLOSED, released'],
    },
  ],
  ['co-opinion', 'assignment', {}],
  ['handling-plan', 'assignment', { officer: ['HANDLING, key'] }],
  ['request-extension', 'assignment', { officer: ['ACCEPTED', 'HANDLING', 'HANDLING, key'] }],
  ['decide-extension', 'assignment', { office_gov: ['EXTENSION_REQUESTED'] }],
  [
    'draft-reply',
    'assignment',
    { officer: ['ACCEPTED', 'HANDLING', 'HANDLING, key', 'REPLY_DRAFTED', 'REPLY_SENT_BACK', 'REHANDLING'] },
  ],
  ['sign-reply', 'assignment', { leader: ['REPLY_DRAFTED'] }],
  ['return-draft', 'assignment', { leader: ['REPLY_DRAFTED'] }],
  ['check-reply', 'assignment', { office_gov: ['REPLY_UNDER_CHECK'] }],
  [
    'urge',
    'assignment',
    Object.fromEntries(
      ['office_gov', 'proposal_committee', 'secretary_general'].map((who) => [
        who,
        [
          'ASSIGNED',
          'ASSIGNED, return denied',
          'ACCEPTED',
          'HANDLING',
          'HANDLING, key',
          'REPLY_DRAFTED',
          'REPLY_SENT_BACK',
          'REHANDLING',
        ],
      ]),
    ),
  ],
];

export const may = (person, action, state) =>
  Boolean(ALLOWED.find(([name]) => name === action)[2][person]?.includes(state));
