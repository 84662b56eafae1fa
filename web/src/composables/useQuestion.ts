// What a list or a table of figures is asked for stands in the address, so that it can be kept and sent.
import { reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Choice } from '@/shared/ChoiceFields.vue'

export function useQuestion<Name extends string>(names: readonly Name[], page: string) {
  const route = useRoute()
  const router = useRouter()
  const asked = reactive(Object.fromEntries(names.map((name) => [name, '']))) as Record<Name, string>

  /** Reads the question from the address, now and whenever it changes, and then does `act`. */
  function whenAsked(act: () => void) {
    watch(
      () => route.fullPath,
      () => {
        if (route.name !== page) return
        for (const name of names) {
          const value = route.query[name]
          asked[name] = typeof value === 'string' ? value : ''
        }
        act()
      },
      { immediate: true },
    )
  }
  function ask(changes: Partial<Record<Name, string>>) {
    const query: Record<string, string | undefined> = { ...asked, ...changes }
    void router.replace({ query: Object.fromEntries(Object.entries(query).filter(([, value]) => value)) })
  }
  /** One part of the question as <ChoiceFields> shows it. */
  const choose = (name: Name, label: string, options: Choice['options']): Choice<Name> => ({
    name,
    label,
    value: asked[name],
    options,
  })
  return { asked, ask, whenAsked, choose }
}
