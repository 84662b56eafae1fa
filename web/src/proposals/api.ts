// The requests of this room, on the application's one client.
import { api, idempotent, ifMatch, take } from '@/api/client'
import { problemText, toProblem } from '@/composables/useProblems'
import type { DraftBody, Id, Light, LookBackBody, LookBackView, ProposalRow, ProposalView } from './types'

export interface Problem {
  status: number
  code: string
  field?: string
  /** In the language of the interface. */
  text: string
}

export function problemOf(thrown: unknown): Problem {
  const problem = toProblem(thrown)
  return { status: problem.status, code: problem.code, field: problem.field, text: problemText(problem) }
}

export const getProposal = (id: Id) => take(api.GET('/api/v1/proposals/{id}', { params: { path: { id } } }))

export const getHistory = async (id: Id) =>
  (await take(api.GET('/api/v1/proposals/{id}/history', { params: { path: { id } } }))).items

export const getDeadline = (id: Id, deadline_id: Id) =>
  take(api.GET('/api/v1/proposals/{id}/deadlines/{deadline_id}', { params: { path: { id, deadline_id } } }))

export async function searchProposals(q: string, limit: number): Promise<ProposalRow[]> {
  const found = await take(api.GET('/api/v1/proposals/search', { params: { query: { q, limit } } }))
  return found.items.map((hit) => hit.proposal)
}

export interface RowQuery {
  state?: string // joined by commas
  key_state?: ProposalRow['key_state']
  unit_id?: Id
  mine?: boolean
  light?: Light
  released?: boolean
  session_id?: Id
  limit?: number
  after?: string
}
export const listProposals = ({ state, ...rest }: RowQuery) =>
  take(
    api.GET('/api/v1/proposals', {
      params: { query: { ...rest, state: state?.split(',') as ProposalRow['state'][] | undefined } },
    }),
  )

// The actions' routes all have the same form; their names are data here (see actions/registry.ts), so the client's
// checking of paths cannot follow, and the answer is told by hand.
type Post = (path: string, init: { body: object; headers?: Record<string, string> }) => Promise<{ data?: unknown }>

/** `path` without /api/v1; `version` of the proposal as the person has seen it. */
export async function postAction(path: string, body: object, version?: number): Promise<ProposalView> {
  const post = api.POST as unknown as Post
  const headers = version === undefined ? undefined : ifMatch(version)
  return (await take(post(`/api/v1${path}`, { body, headers }))) as ProposalView
}

export const createDraft = (body: DraftBody, key: string) =>
  take(api.POST('/api/v1/proposals', { body, headers: idempotent(key) }))

export const saveDraft = (id: Id, body: DraftBody, version: number) =>
  take(api.PUT('/api/v1/proposals/{id}', { params: { path: { id } }, body, headers: ifMatch(version) }))

export const deleteDraft = (id: Id) => api.DELETE('/api/v1/proposals/{id}', { params: { path: { id } } })

export const deleteAttachment = (id: Id) => api.DELETE('/api/v1/attachments/{id}', { params: { path: { id } } })

export async function findMembers(query: { query?: string; sector?: Id; limit?: number; after?: string }) {
  return take(api.GET('/api/v1/members', { params: { query } }))
}

export const getLookBacks = async () => (await take(api.GET('/api/v1/look-backs'))).items
export const getLookBack = (id: Id) => take(api.GET('/api/v1/look-backs/{id}', { params: { path: { id } } }))
export const createLookBack = (body: LookBackBody) => take(api.POST('/api/v1/look-backs', { body }))
export async function postLookBack(path: string, body: object): Promise<LookBackView> {
  return (await take((api.POST as unknown as Post)(`/api/v1/look-backs/${path}`, { body }))) as LookBackView
}

/** What waits for me, of some kinds; a proposal that waits for two things is told once. */
export async function listTasks(codes: string[]): Promise<{ items: ProposalRow[]; next?: string }> {
  const { groups } = await take(api.GET('/api/v1/tasks'))
  const rows = new Map<Id, ProposalRow>()
  for (const group of groups) if (codes.includes(group.code)) for (const row of group.items) rows.set(row.id, row)
  return { items: [...rows.values()] }
}
