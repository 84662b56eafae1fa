// The fields of a draft, their local copy, and what is still missing before it may be submitted.
import { keep, read } from '@/app/i18n'
import { lengthOf } from '../forms/form'
import type { DraftBody, Id, Organisation, ProposalView, ProposerKind } from '../types'

export interface Draft {
  kind: ProposerKind
  organisation_id: Id | undefined
  title: string
  category: string
  body: string
  suggestions: string
  consents_to_publication: boolean
  no_publication_reason: string
  from_research: boolean
  repeated: boolean
  stamp_confirmed: boolean
  suggested_units: string
}

export function emptyDraft(): Draft {
  return {
    kind: 'INDIVIDUAL',
    organisation_id: undefined,
    title: '',
    category: '',
    body: '',
    suggestions: '',
    consents_to_publication: true,
    no_publication_reason: '',
    from_research: false,
    repeated: false,
    stamp_confirmed: false,
    suggested_units: '',
  }
}

export function draftOf({ proposal, body, suggestions }: ProposalView): Draft {
  return {
    kind: proposal.kind,
    organisation_id: proposal.proposer_organisation_id,
    title: proposal.title,
    category: proposal.category,
    body,
    suggestions,
    consents_to_publication: proposal.consents_to_publication,
    no_publication_reason: proposal.no_publication_reason,
    from_research: proposal.from_research,
    repeated: proposal.repeated,
    stamp_confirmed: proposal.stamp_confirmed,
    suggested_units: proposal.suggested_units,
  }
}

export function bodyOf(draft: Draft): DraftBody {
  const { organisation_id, no_publication_reason, ...rest } = draft
  return {
    ...rest,
    ...(organisation_id ? { organisation_id } : {}),
    ...(draft.consents_to_publication ? {} : { no_publication_reason: no_publication_reason.trim() }),
  }
}

/** What the server asks of every draft it keeps. */
export function keepable(draft: Draft): boolean {
  return Boolean(
    draft.title.trim() &&
    draft.body.trim() &&
    draft.category &&
    (draft.consents_to_publication || draft.no_publication_reason.trim()),
  )
}

export const collective = (kind: ProposerKind) => kind.startsWith('COLLECTIVE_')
export const needsStamp = (kind: ProposerKind) =>
  ['COLLECTIVE_PARTY', 'COLLECTIVE_ORG', 'COLLECTIVE_COMMITTEE'].includes(kind)

/** The kind of proposal an organisation makes (DOMAIN §2.2). */
export function kindOf(organisation: Organisation): ProposerKind | undefined {
  switch (organisation.kind) {
    case 'SECTOR':
      return 'COLLECTIVE_SECTOR'
    case 'SPECIAL_COMMITTEE':
      return 'COLLECTIVE_COMMITTEE'
    case 'PARTICIPATING_UNIT':
      return organisation.subkind === 'PARTY' ? 'COLLECTIVE_PARTY' : 'COLLECTIVE_ORG'
    case 'ACTIVITY_GROUP':
    case 'TOWNSHIP_LIAISON_GROUP':
      return 'COLLECTIVE_GROUP'
    default:
      return undefined
  }
}

export interface Finding {
  code: string
  /** "missing" stops the submission; "warning" is told; "good" is ticked. */
  grade: 'missing' | 'warning' | 'good'
  values?: Record<string, number>
}

export interface Limits {
  title_max: number
  body_min: number
  body_max: number
  title_hard_max: number
  body_hard_max: number
}

/** The check before submission: what is missing, what the rules advise against (DOMAIN §2.3: warned about, not refused). */
export function findings(draft: Draft, limits: Limits, waiting: number): Finding[] {
  const title = lengthOf(draft.title.trim())
  const body = lengthOf(draft.body.trim())
  const all = body + lengthOf(draft.suggestions.trim())
  const list: Finding[] = []
  const add = (code: string, grade: Finding['grade'], values?: Record<string, number>) =>
    list.push({ code, grade, ...(values ? { values } : {}) })

  if (!title) add('no_title', 'missing')
  else if (title > limits.title_hard_max) add('title_too_long', 'missing', { max: limits.title_hard_max })
  else if (title > limits.title_max) add('title_long', 'warning', { n: title, max: limits.title_max })
  else add('title', 'good')

  add(draft.category ? 'category' : 'no_category', draft.category ? 'good' : 'missing')

  if (!body) add('no_body', 'missing')
  else if (body > limits.body_hard_max) add('body_too_long', 'missing', { max: limits.body_hard_max })
  else if (all < limits.body_min) add('body_short', 'warning', { n: all, min: limits.body_min })
  else if (all > limits.body_max) add('body_long', 'warning', { n: all, max: limits.body_max })
  else add('body', 'good', { n: all })

  add(draft.suggestions.trim() ? 'suggestions' : 'no_suggestions', draft.suggestions.trim() ? 'good' : 'warning')
  if (/[、;;]|以及/.test(draft.title)) add('two_matters', 'warning')
  if (!draft.consents_to_publication && !draft.no_publication_reason.trim()) add('no_reason', 'missing')
  if (needsStamp(draft.kind))
    add(draft.stamp_confirmed ? 'stamp' : 'no_stamp', draft.stamp_confirmed ? 'good' : 'missing')
  if (collective(draft.kind) && !draft.organisation_id) add('no_organisation', 'missing')
  if (waiting > 0) add('waiting', 'warning', { n: waiting })
  return list
}

// ---- the copy on this device, so that a lost connection loses nothing ----

interface Kept {
  draft: Draft
  version: number | undefined
  at: string
}
const name = (account: Id, id: Id | undefined) => `yizheng.draft.${account}.${id ?? 'new'}`

export function keepLocally(account: Id, id: Id | undefined, draft: Draft, version: number | undefined): string {
  const at = new Date().toISOString()
  keep(name(account, id), JSON.stringify({ draft, version, at } satisfies Kept))
  return at
}

export function keptLocally(account: Id, id: Id | undefined): Kept | undefined {
  try {
    const kept = JSON.parse(read(name(account, id)) ?? 'null') as Kept | null
    return kept ? { ...kept, draft: { ...emptyDraft(), ...kept.draft } } : undefined
  } catch {
    return undefined // damaged: the server's text stands
  }
}

export function forgetLocally(account: Id, id: Id | undefined) {
  try {
    localStorage.removeItem(name(account, id))
  } catch {
    return // nothing could be kept either
  }
}

/** Names of the fields in which two drafts differ. */
export function differences(mine: Draft, theirs: Draft): (keyof Draft)[] {
  return (Object.keys(mine) as (keyof Draft)[]).filter((field) => (mine[field] ?? '') !== (theirs[field] ?? ''))
}
