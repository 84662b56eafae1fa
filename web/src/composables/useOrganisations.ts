// Organisations of the committee, asked once a sign-in; there are some hundreds at most.
import { shallowRef } from 'vue'
import { api, take } from '@/api/client'
import type { Organisation, OrganisationKind } from '@/api/types'
import { useSession } from '@/app/session'
import { showProblem } from './useProblems'

const all = shallowRef<Organisation[]>([])
let account = ''

export function useOrganisations() {
  const { me } = useSession()
  async function load(again = false) {
    const mine = me.value?.account_id ?? ''
    if (!again && account === mine) return
    account = mine
    try {
      all.value = (await take(api.GET('/api/v1/organisations'))).items
    } catch (error) {
      account = ''
      showProblem(error)
    }
  }
  return {
    all,
    load,
    of: (kind: OrganisationKind) => all.value.filter((row) => row.kind === kind),
    name: (id: string | undefined) => all.value.find((row) => row.id === id)?.name ?? '',
  }
}
