// The details of a ledger entry in words: labels of the pack for its codes, names of units for their ids.
import { dayText } from '../dates'
import type { usePack } from '../pack'
import type { HistoryEntry, ProposalView } from '../types'

type Translate = (key: string, values?: Record<string, unknown>) => string

export function detailLines(
  entry: HistoryEntry,
  view: ProposalView,
  pack: ReturnType<typeof usePack>,
  t: Translate,
  te: (key: string) => boolean,
): string[] {
  const detail = entry.detail
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return []
  const fields = detail as Record<string, unknown>

  function word(name: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return ''
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
    if (Array.isArray(value))
      return value
        .map((one) => word(name, one))
        .filter(Boolean)
        .join('、')
    if (typeof value === 'object') {
      const one = value as Record<string, unknown>
      const unit = one.unit ?? one.unit_name ?? one.name
      return [unit, one.role && t(`enums.UnitRole.${String(one.role)}`)].filter(Boolean).join(' ')
    }
    const text = String(value)
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayText(text)
    if (name === 'method') return pack.label('contact_methods', text)
    if (name === 'form') return pack.label('supervision_forms', text)
    if (name === 'class' || name === 'class_corrected_from') return pack.classLabel(text)
    if (name === 'reason') {
      const list = entry.action.includes('return') ? 'return_reasons' : 'not_filed_reasons'
      return pack.label(list, text)
    }
    for (const kind of ['ReviewResult', 'Satisfaction', 'PromiseState', 'ContactMoment', 'UnitRole', 'Timing']) {
      if (te(`enums.${kind}.${text}`)) return t(`enums.${kind}.${text}`)
    }
    return text
  }

  const lines: string[] = []
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'assignment_id') {
      const unit = view.assignments.find((one) => one.id === String(value))?.unit_name
      if (unit) lines.unshift(t('proposals.detail_line', { name: t('proposals.detail.unit'), value: unit }))
      continue
    }
    if (name.endsWith('_id') || !te(`proposals.detail.${name}`)) continue // ids say nothing to people
    const text = word(name, value)
    if (text) lines.push(t('proposals.detail_line', { name: t(`proposals.detail.${name}`), value: text }))
  }
  // Short facts stand in one line, a text has its own.
  const all = [...new Set(lines)]
  const short = all.filter((line) => line.length <= 24)
  return [...(short.length ? [short.join(' · ')] : []), ...all.filter((line) => line.length > 24)]
}
