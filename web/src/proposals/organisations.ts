// Organisations by kind, asked once a visit: pickers on one page share the answer.
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { api, take } from '@/api/client'
import type { Organisation, OrganisationKind } from './types'

interface Known {
  items: ShallowRef<Organisation[]>
  failed: Ref<boolean>
  load: () => Promise<void>
}
const known = new Map<OrganisationKind, Known>()

export function useOrganisations(kind: OrganisationKind): Known {
  const before = known.get(kind)
  if (before) return before
  const items = shallowRef<Organisation[]>([])
  const failed = ref(false)
  let asked = false
  async function load() {
    if (asked) return
    asked = true
    try {
      items.value = (await take(api.GET('/api/v1/organisations', { params: { query: { kind } } }))).items
      failed.value = false
    } catch {
      failed.value = true // the picker says so; opening it again asks again
      asked = false
    }
  }
  const fresh = { items, failed, load }
  known.set(kind, fresh)
  return fresh
}
