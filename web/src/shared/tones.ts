// Five tones are enough: who is to act is said in words.
export type Tone = 'quiet' | 'waiting' | 'going' | 'done' | 'back'

const tones: Record<string, Tone> = {
  DRAFT: 'quiet',
  COSIGNING: 'waiting',
  SUBMITTED: 'waiting',
  PRELIM_REVIEW: 'waiting',
  REVIEW: 'waiting',
  RETURNED_FOR_REVISION: 'back',
  NOT_FILED: 'quiet',
  TO_SUGGESTION: 'quiet',
  TO_OPINION_REPORT: 'quiet',
  AS_LETTER: 'quiet',
  WITHDRAWN: 'quiet',
  MERGED: 'quiet',
  FILED: 'going',
  ASSIGNING: 'waiting',
  PROPOSED: 'waiting',
  ASSIGNED: 'going',
  RETURN_REQUESTED: 'back',
  ACCEPTED: 'going',
  HANDLING: 'going',
  EXTENSION_REQUESTED: 'back',
  REPLY_DRAFTED: 'going',
  REPLY_UNDER_CHECK: 'waiting',
  REPLY_SENT_BACK: 'back',
  OPINION_GIVEN: 'done',
  REPLIED: 'done',
  FEEDBACK_DONE: 'done',
  REHANDLING: 'back',
  CLOSED: 'done',
  TRACKING: 'going',
  ARCHIVED: 'quiet',
  VOID: 'quiet',
}

export function toneOf(state: string): Tone {
  return tones[state] ?? 'quiet'
}
