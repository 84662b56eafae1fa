// What is said of one figure, as one sees it: by shape and word, never by colour alone.
import type { CheckView, ClaimView, ReportView } from './types'

export type Standing = 'agrees' | 'differs' | 'unknown'
export type Filter = 'all' | Standing | 'fails'

const claimKinds = new Set(['COUNT', 'SHARE', 'RATE', 'MONEY', 'MONEY_PER', 'CHANGE', 'RANK'])
export const isFigure = (claim: ClaimView) => claimKinds.has(claim.kind)

export function standing(claim: ClaimView): Standing {
  if (claim.record.verdict === 'AGREES') return 'agrees'
  return claim.record.verdict === 'DIFFERS' ? 'differs' : 'unknown'
}

export const signs: Record<Standing, string> = { agrees: '✓', differs: '≠', unknown: '?' }

export function failing(claim: ClaimView, checks: readonly CheckView[]): boolean {
  return claim.checks.some((index) => checks[index]?.verdict === 'FAILS')
}

export function matches(claim: ClaimView, view: ReportView, filter: Filter): boolean {
  if (!isFigure(claim)) return false
  if (filter === 'all') return true
  return filter === 'fails' ? failing(claim, view.checks) : standing(claim) === filter
}

/** The next figure (step 1) or the one before (-1) that the filter lets through, round the end. */
export function step(view: ReportView, filter: Filter, from: number, by: 1 | -1): number {
  const count = view.claims.length
  for (let i = 1; i <= count; ++i) {
    const at = (((from + by * i) % count) + count) % count
    if (matches(view.claims[at]!, view, filter)) return at
  }
  return from
}
