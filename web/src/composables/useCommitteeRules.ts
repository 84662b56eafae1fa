// The committee's rules (lists, labels, limits, current session), asked once a sign-in.
import { computed, shallowRef } from 'vue'
import { api, take } from '@/api/client'
import type { Choice, CommitteeView } from '@/api/types'
import { setToday } from './useFormat'

const rules = shallowRef<CommitteeView | null>(null)
let asked: Promise<CommitteeView> | null = null

export function loadCommitteeRules(again = false): Promise<CommitteeView> {
  if (!asked || again) {
    asked = take(api.GET('/api/v1/committee')).then(
      (answer) => {
        setToday(answer.today)
        return (rules.value = answer)
      },
      (error: unknown) => {
        asked = null
        throw error
      },
    )
  }
  return asked
}

export function forgetCommitteeRules() {
  rules.value = null
  asked = null
}

export function useCommitteeRules() {
  const list = (name: string): Choice[] => rules.value?.lists[name] ?? []
  return {
    rules,
    list,
    /** Rows that may still be chosen. */
    active: (name: string) => list(name).filter((choice) => choice.active),
    choice: (name: string, code: string) => list(name).find((choice) => choice.code === code),
    resultClasses: computed(() => rules.value?.result_classes ?? []),
    textLimits: computed(() => rules.value?.text_limits),
    currentSession: computed(() => rules.value?.session),
    setting: (code: string, otherwise = '') => rules.value?.settings[code] ?? otherwise,
  }
}
