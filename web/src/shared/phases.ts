// The 28 states in the phases people think in; each can be asked for as a whole.
export const phases: Record<string, readonly string[]> = {
  drafting: ['DRAFT', 'COSIGNING', 'RETURNED_FOR_REVISION'],
  review: ['SUBMITTED', 'PRELIM_REVIEW', 'REVIEW'],
  assigning: ['FILED', 'ASSIGNING'],
  handling: [
    'ASSIGNED',
    'RETURN_REQUESTED',
    'ACCEPTED',
    'HANDLING',
    'EXTENSION_REQUESTED',
    'REPLY_DRAFTED',
    'REPLY_UNDER_CHECK',
    'REPLY_SENT_BACK',
    'REHANDLING',
  ],
  replied: ['REPLIED', 'FEEDBACK_DONE'],
  closed: ['CLOSED', 'TRACKING', 'ARCHIVED'],
  notFiled: ['NOT_FILED', 'TO_SUGGESTION', 'TO_OPINION_REPORT', 'AS_LETTER', 'WITHDRAWN', 'MERGED'],
}

/** "phase:handling" or "HANDLING" → what the server is asked for. */
export function statesOf(choice: string): string[] {
  if (!choice) return []
  return choice.startsWith('phase:') ? [...(phases[choice.slice(6)] ?? [])] : [choice]
}
