// Who may be named at a key proposal, with the account that is then told of it and sees it among its tasks.
import { api, take } from '@/api/client'
import type { Schemas } from '@/api/types'

export type Leader = Schemas['Leader']

export async function loadLeaders(): Promise<Leader[]> {
  return (await take(api.GET('/api/v1/leaders'))).items
}

/** The chair and vice-chairs press; leaders of party and government lead the handling. */
export const pressing = (rows: readonly Leader[]) =>
  rows.filter((row) => row.roles.some((role) => role === 'CHAIR' || role === 'VICE_CHAIR'))
export const handling = (rows: readonly Leader[]) => rows.filter((row) => row.roles.includes('PARTY_GOV_LEADER'))

/** The name that belongs to the account now chosen; what somebody wrote himself stays. */
export function nameFor(written: string, account: string | undefined, rows: readonly Leader[]): string {
  const own = written.trim() && !rows.some((row) => row.display_name === written.trim())
  if (own) return written
  return rows.find((row) => row.account_id === account)?.display_name ?? ''
}
