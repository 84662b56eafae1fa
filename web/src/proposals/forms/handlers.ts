// Who may be named as handlers together: one SOLE; one LEAD with at least one CO; two or more SEPARATE (DOMAIN §2.6).
import type { UnitChoice } from '../types'
import type { Faults } from './form'

export function handlerFaults(units: UnitChoice[], t: (key: string) => string): Faults {
  const count = (role: string) => units.filter((unit) => unit.role === role).length
  if (units.length === 0) return { way: t('proposals.form.choose_handlers'), units: t('proposals.form.required') }
  if (count('SEPARATE') === 1) return { units: t('proposals.form.two_separate') }
  if (count('CO') > 0 && count('LEAD') === 0) return { units: t('proposals.form.required') }
  if (count('LEAD') === 1 && count('CO') === 0) return { helpers: t('proposals.form.one_co') }
  return {}
}
