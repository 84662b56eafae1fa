// The scope of the figures, kept in the address so that figures and the records behind them agree.
import type { LocationQuery } from 'vue-router'

export const scopeNames = ['session_id', 'from', 'to', 'category', 'sector_id', 'unit_id'] as const
export type Scope = Partial<Record<(typeof scopeNames)[number], string>>

export function scopeOf(query: LocationQuery): Scope {
  const scope: Scope = {}
  for (const name of scopeNames) {
    const value = query[name]
    if (typeof value === 'string' && value) scope[name] = value
  }
  return scope
}

// These count members, not proposals: no list of proposals stands behind them.
const aboutMembers = new Set(['member_participation', 'per_member'])
export const hasRecords = (code: string) => !aboutMembers.has(code)
