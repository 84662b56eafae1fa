// The shapes of the proposals API, from the server's own OpenAPI document.
import type { components } from '@/api/schema'

type Schemas = components['schemas']

export type Id = string
export type ProposalView = Schemas['ProposalView']
export type Proposal = Schemas['Proposal']
export type ProposalRow = Schemas['ProposalRow']
export type ProposalState = Schemas['ProposalState']
export type ProposerKind = Schemas['ProposerKind']
export type ReviewResult = Schemas['ReviewResult']
export type UnitRole = Schemas['UnitRole']
export type UnitChoice = Schemas['UnitChoice']
export type Assignment = Schemas['Assignment']
export type AssignmentState = Schemas['AssignmentState']
export type Satisfaction = Schemas['Satisfaction']
export type Signer = Schemas['Signer']
export type Contact = Schemas['Contact']
export type Reply = Schemas['Reply']
export type Feedback = Schemas['Feedback']
export type Promised = Schemas['Promise']
export type PromiseState = Schemas['PromiseState']
export type DeadlineRow = Schemas['DeadlineRow']
export type DeadlineView = Schemas['DeadlineView']
export type DeadlineStep = Schemas['DeadlineStep']
export type Attachment = Schemas['Attachment']
export type HistoryEntry = Schemas['HistoryEntry']
export type OpenAction = Schemas['OpenAction']
export type DraftBody = Schemas['DraftBody']
export type LookBack = Schemas['LookBack']
export type LookBackRow = Schemas['LookBackItemView']
export type LookBackView = Schemas['LookBackView']
export type LookBackBody = Schemas['LookBackBody']
export type MemberRow = Schemas['DirectoryMember']
export type Organisation = Schemas['OrganisationRow']
export type OrganisationKind = Schemas['OrganisationKind']
export type Light = Schemas['Light']

/**
 * What every action form is given. What it tells ("done", "close", "refresh") its FormDialog tells: being the form's root,
 * that is listened to directly.
 */
export interface ActionProps {
  view: ProposalView
  /** The action's code: the last part of its route. */
  code: string
  assignmentId?: Id
  promiseId?: Id
}
