// What the signed-in account may do. The server decides; this only keeps what is not allowed out of sight.
import { computed } from 'vue'
import { useSession } from '@/app/session'

export function usePermissions() {
  const { me } = useSession()
  const set = computed(() => new Set(me.value?.permissions ?? []))
  return {
    permissions: set,
    may: (permission: string) => set.value.has(permission),
    mayAny: (...permissions: string[]) => permissions.some((permission) => set.value.has(permission)),
    hasRole: (...roles: string[]) => (me.value?.roles ?? []).some((grant) => roles.includes(grant.role)),
    /** Organisations for which the account holds a role, e.g. its handling units. */
    organisationsAs: (...roles: string[]) =>
      (me.value?.roles ?? []).filter((grant) => roles.includes(grant.role)).map((grant) => grant.organisation_id),
  }
}
