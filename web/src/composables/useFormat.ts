// Dates, numbers and labels in the language of the interface. Times are Beijing time, as the committee reckons.
import { currentLanguage } from '@/app/i18n'
import type { Label } from '@/api/types'
import { chineseMarks } from '@/shared/punctuation'

const zone = 'Asia/Shanghai'
const tags = { 'zh-Hans': 'zh-Hans-CN', 'zh-Hant': 'zh-Hant-TW', en: 'en-GB' } as const

function tag() {
  return tags[currentLanguage()]
}

/** "2026-11-21" → 2026年11月21日 / 21 November 2026. A date has no zone; it is read as it stands. */
function date(value: string | undefined | null): string {
  if (!value) return ''
  const [year, month, day] = value.slice(0, 10).split('-').map(Number)
  const at = new Date(Date.UTC(year!, month! - 1, day!))
  return new Intl.DateTimeFormat(tag(), { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' }).format(at)
}

/** Day of an instant, in Beijing. */
function day(value: string | undefined | null): string {
  if (!value) return ''
  return new Intl.DateTimeFormat(tag(), { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }).format(
    new Date(value),
  )
}

function dateTime(value: string | undefined | null): string {
  if (!value) return ''
  return new Intl.DateTimeFormat(tag(), {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(value))
}

function number(value: number | undefined | null, digits = 0): string {
  if (value === undefined || value === null) return ''
  return new Intl.NumberFormat(tag(), { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
}

/** A label of the pack in the language of the interface. */
function label(value: Label | undefined | null): string {
  if (!value) return ''
  const language = currentLanguage()
  if (language === 'en') return value.en || value.zh
  return chineseMarks(language === 'zh-Hant' ? value.zh_hant || value.zh : value.zh)
}

// Days between the server's clock and this device's: deadlines are the server's to judge.
let ahead = 0

function todayHere(): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parts.format(new Date())
}

export function setToday(server: string) {
  ahead = daysUntil(server, todayHere())
}

/** Today in Beijing, "YYYY-MM-DD". */
export function today(): string {
  return new Date(Date.parse(todayHere()) + ahead * 86_400_000).toISOString().slice(0, 10)
}

/** Whole days from today to a date; negative when it has passed. */
export function daysUntil(due: string, from = today()): number {
  return Math.round((Date.parse(due.slice(0, 10)) - Date.parse(from)) / 86_400_000)
}

export function useFormat() {
  return { date, day, dateTime, number, label }
}
