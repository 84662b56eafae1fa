// What a proposal waits for, in plain words: who is to act, and the deadline that counts there.
import type { Assignment, DeadlineRow, ProposalView } from '../types'

/** The units whose turn it is, for the states that follow from them. */
export function waitingUnits(view: ProposalView): Assignment[] {
  const state = view.proposal.state as string
  return view.assignments.filter((one) => one.state === state && one.role !== 'CO')
}

/** Open deadlines, the nearest first. */
export function openDeadlines(view: ProposalView): DeadlineRow[] {
  return view.deadlines
    .filter((one) => !one.done_at)
    .slice()
    .sort((a, b) => a.due_on.localeCompare(b.due_on))
}
