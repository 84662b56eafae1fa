import { describe, expect, it } from 'vitest'
import { matches, standing, step } from './verdict'
import type { ClaimView, ReportView } from './types'

const claim = (verdict: string, kind = 'COUNT', checks: number[] = []) =>
  ({ kind, checks, record: { verdict } }) as unknown as ClaimView
const view = {
  claims: [
    claim('AGREES'),
    claim('CANNOT_TELL', 'DATE'),
    claim('DIFFERS', 'COUNT', [0]),
    claim('CANNOT_TELL', 'SHARE', [0]),
  ],
  checks: [{ verdict: 'FAILS' }],
} as unknown as ReportView

describe('verdicts', () => {
  it('has a word for each', () => {
    expect(view.claims.map(standing)).toEqual(['agrees', 'unknown', 'differs', 'unknown'])
  })
  it('goes from figure to figure, round the end, past what is no figure', () => {
    expect(step(view, 'all', 0, 1)).toBe(2)
    expect(step(view, 'all', 0, -1)).toBe(3)
    expect(step(view, 'all', -1, 1)).toBe(0)
    expect(step(view, 'fails', 3, 1)).toBe(2)
    expect(step(view, 'differs', 2, 1)).toBe(2)
    expect(step(view, 'agrees', 3, 1)).toBe(0)
  })
  it('filters by arithmetic too', () => {
    expect(view.claims.filter((one) => matches(one, view, 'fails'))).toHaveLength(2)
  })
})
