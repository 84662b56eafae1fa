// The desks of the house: which proposals lie on each, in what piles, and what is done with them there.
import type { RowQuery } from '../api'

export interface Pile {
  code: string // its name in the catalogue: proposals.desk.pile.CODE
  query: RowQuery
  /** What waits for me of these kinds (GET /tasks), instead of a list: a co-handling unit's part has a state of its own. */
  tasks?: string[]
  /** Only rows of my own units. */
  mine?: boolean
}
export interface Desk {
  name: string // of its route
  title: string // key of the catalogue
  any: string[] // permissions that open it
  piles: Pile[]
}

const at_work =
  'ASSIGNED,RETURN_REQUESTED,ACCEPTED,HANDLING,EXTENSION_REQUESTED,REPLY_DRAFTED,REPLY_UNDER_CHECK,REPLY_SENT_BACK,REHANDLING'

export const desks: Desk[] = [
  {
    name: 'review',
    title: 'nav.review',
    any: ['proposal.prelim_review', 'proposal.review'],
    piles: [
      { code: 'submitted', query: { state: 'SUBMITTED' } },
      { code: 'preliminary', query: { state: 'PRELIM_REVIEW' } },
      { code: 'review', query: { state: 'REVIEW' } },
      { code: 'returned', query: { state: 'RETURNED_FOR_REVISION' } },
      { code: 'not_filed', query: { state: 'NOT_FILED,TO_SUGGESTION,TO_OPINION_REPORT,AS_LETTER,MERGED,WITHDRAWN' } },
    ],
  },
  {
    name: 'assign',
    title: 'nav.assign',
    any: ['proposal.propose_handlers', 'proposal.assign', 'proposal.decide_return', 'proposal.decide_extension'],
    piles: [
      { code: 'filed', query: { state: 'FILED' } },
      { code: 'assigning', query: { state: 'ASSIGNING' } },
      { code: 'returns', query: { state: 'RETURN_REQUESTED' } },
      { code: 'extensions', query: { state: 'EXTENSION_REQUESTED' } },
      { code: 'assigned', query: { state: 'ASSIGNED' } },
    ],
  },
  {
    name: 'unit-inbox',
    title: 'nav.inbox',
    any: ['proposal.accept', 'proposal.draft_reply', 'proposal.sign_reply', 'proposal.co_opinion'],
    piles: [
      {
        code: 'waiting',
        query: {},
        tasks: ['accept', 'co-opinion', 'draft-reply', 'sign-reply', 'handling-plan', 'contact'],
      },
      { code: 'to_accept', query: { state: 'ASSIGNED' }, mine: true },
      {
        code: 'at_work',
        query: { state: 'ACCEPTED,HANDLING,EXTENSION_REQUESTED,REPLY_SENT_BACK,REHANDLING,RETURN_REQUESTED' },
        mine: true,
      },
      { code: 'to_sign', query: { state: 'REPLY_DRAFTED' }, mine: true },
      { code: 'under_check', query: { state: 'REPLY_UNDER_CHECK' }, mine: true },
      { code: 'replied', query: { state: 'REPLIED,FEEDBACK_DONE,CLOSED,TRACKING,ARCHIVED' }, mine: true },
      { code: 'all_of_unit', query: {}, mine: true },
    ],
  },
  {
    name: 'reply-check',
    title: 'nav.replyCheck',
    any: ['proposal.check_reply'],
    piles: [
      { code: 'under_check', query: { state: 'REPLY_UNDER_CHECK' } },
      { code: 'sent_back', query: { state: 'REPLY_SENT_BACK' } },
      { code: 'replied', query: { state: 'REPLIED' } },
    ],
  },
  {
    name: 'feedback',
    title: 'nav.feedback',
    any: ['proposal.write', 'proposal.write_collective', 'proposal.enter_feedback', 'proposal.rehandle'],
    piles: [
      { code: 'to_answer', query: { state: 'REPLIED' } },
      { code: 'answered', query: { state: 'FEEDBACK_DONE' } },
      { code: 'rehandling', query: { state: 'REHANDLING' } },
      { code: 'tracking', query: { state: 'TRACKING' } },
      { code: 'closed', query: { state: 'CLOSED' } },
    ],
  },
  {
    name: 'key-proposals',
    title: 'nav.keyProposals',
    any: ['proposal.nominate_key', 'proposal.decide_key', 'proposal.supervise', 'proposal.read_attached'],
    piles: [
      { code: 'key', query: { key_state: 'KEY' } },
      { code: 'candidates', query: { key_state: 'CANDIDATE' } },
      { code: 'nominable', query: { key_state: 'NONE', state: `FILED,ASSIGNING,${at_work}` } },
    ],
  },
  {
    name: 'overdue',
    title: 'proposals.desk.overdue',
    any: ['proposal.urge'],
    piles: [
      { code: 'red', query: { light: 'RED', state: at_work } },
      { code: 'orange', query: { light: 'ORANGE', state: at_work } },
      { code: 'yellow', query: { light: 'YELLOW', state: at_work } },
    ],
  },
  {
    name: 'release',
    title: 'proposals.desk.release',
    any: ['proposal.release'],
    piles: [
      {
        code: 'to_release',
        query: { released: false, state: `FILED,ASSIGNING,${at_work},REPLIED,FEEDBACK_DONE,CLOSED,TRACKING,ARCHIVED` },
      },
      { code: 'released', query: { released: true } },
    ],
  },
]
