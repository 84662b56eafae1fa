// Roles in words, and which of them one account may hold together (三权分立).
import { useCommitteeRules } from '@/composables/useCommitteeRules'
import { useFormat } from '@/composables/useFormat'
import type { Schemas } from '@/api/types'

type Grant = Pick<Schemas['GrantView'], 'role'> & { organisation_name?: string }

export function excludes(a: Schemas['RoleView'], b: Schemas['RoleView']): boolean {
  const one = (x: Schemas['RoleView'], y: Schemas['RoleView']) =>
    x.excludes.includes('*') || x.excludes.includes(y.code)
  return a.code !== b.code && (one(a, b) || one(b, a))
}

export function useRoles() {
  const { rules } = useCommitteeRules()
  const { label } = useFormat()
  const role = (code: string) => rules.value?.roles.find((row) => row.code === code)
  const roleText = (code: string) => label(role(code)?.title) || code
  return {
    role,
    roleText,
    grantText: (grant: Grant) =>
      grant.organisation_name ? `${roleText(grant.role)}（${grant.organisation_name}）` : roleText(grant.role),
  }
}
