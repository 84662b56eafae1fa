import { describe, expect, it } from 'vitest'
import type { usePack } from '../pack'
import type { HistoryEntry, ProposalView } from '../types'
import { detailLines } from './detail'

const pack = {
  label: (list: string, code: string) => `${list}/${code}`,
  classLabel: (code: string) => `${code}类`,
} as unknown as ReturnType<typeof usePack>
const view = { assignments: [{ id: '9', unit_name: '区住建局' }] } as unknown as ProposalView
const known = [
  'proposals.detail.reason',
  'proposals.detail.class',
  'proposals.detail.unit',
  'proposals.detail.note',
  'enums.ReviewResult.FILED',
  'proposals.detail.result',
]
const t = (key: string, values?: Record<string, unknown>) =>
  key === 'proposals.detail_line' ? `${String(values?.name)}:${String(values?.value)}` : key.split('.').at(-1)!
const lines = (action: string, detail: unknown) =>
  detailLines(
    { seq: 1, at: '', action, actor_name: '', actor_role: '', from_state: '', to_state: '', detail } as HistoryEntry,
    view,
    pack,
    t,
    (key) => known.includes(key),
  )

describe('the details of a ledger entry', () => {
  it('name the unit instead of its id, and hide other ids', () => {
    expect(lines('proposal.accept', { assignment_id: '9', main_id: '7' })).toEqual(['unit:区住建局'])
  })
  it('give codes their labels, of the list the action uses', () => {
    expect(lines('proposal.request-return', { reason: 'OTHER' })).toEqual(['reason:return_reasons/OTHER'])
    expect(lines('proposal.review', { result: 'FILED', class: 'A' })).toEqual(['result:FILED · class:A类'])
  })
  it('leave a long text a line of its own', () => {
    const note = '请补充数据'.repeat(8)
    expect(lines('proposal.check-reply', { class: 'A', note })).toEqual(['class:A类', `note:${note}`])
  })
  it('say nothing where there is nothing', () => {
    expect(lines('proposal.take', null)).toEqual([])
    expect(lines('proposal.take', { unheard_of: 'x' })).toEqual([])
  })
})
