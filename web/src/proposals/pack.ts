// Labels of the committee's pack (categories, reasons, methods, result classes) in the language of the interface.
import { useCommitteeRules } from '@/composables/useCommitteeRules'
import { useFormat } from '@/composables/useFormat'

export function usePack() {
  const rules = useCommitteeRules()
  const format = useFormat()
  return {
    /** Rows that may still be chosen. */
    choices: (list: string) => rules.active(list).map(({ code, title }) => ({ code, label: format.label(title) })),
    /** A code without a label (an older pack's) is shown as it is rather than hidden. */
    label: (list: string, code: string | undefined) =>
      code ? format.label(rules.choice(list, code)?.title) || code : '',
    resultClasses: rules.resultClasses,
    classLabel: (code: string) => {
      const found = rules.resultClasses.value.find((one) => one.code === code)
      return found ? `${code} ${format.label(found.title)}` : code
    },
    tracked: (code: string) => rules.resultClasses.value.find((one) => one.code === code)?.tracked ?? false,
    roleLabel: (code: string) =>
      format.label(rules.rules.value?.roles.find((role) => role.code === code)?.title) || code,
    deadlineRule: (code: string) => rules.rules.value?.deadlines[code],
    limits: rules.textLimits,
    session: rules.currentSession,
  }
}
