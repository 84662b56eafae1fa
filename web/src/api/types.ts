// Short names for the server's own types. schema.d.ts is generated from /openapi.json (npm run api).
import type { components } from './schema'

export type Schemas = components['schemas']

export type Me = Schemas['Me']
export type ProposalRow = Schemas['ProposalRow']
export type ProposalView = Schemas['ProposalView']
export type Proposal = Schemas['Proposal']
export type Assignment = Schemas['Assignment']
export type Excerpt = Schemas['Excerpt']
export type Label = Schemas['Label']
export type Choice = Schemas['Choice']
export type CommitteeView = Schemas['CommitteeView']
export type Organisation = Schemas['OrganisationRow']
export type OrganisationKind = Schemas['OrganisationKind']
export type SessionRow = Schemas['SessionRow']
export type MemberRow = Schemas['DirectoryMember']
export type NoticeItem = Schemas['NoticeItem']
export type ProposalState = Schemas['ProposalState']
export type AssignmentState = Schemas['AssignmentState']
export type Session = SessionRow
