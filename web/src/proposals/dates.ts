// Days and times as these pages show them.
import { daysUntil, today, useFormat } from '@/composables/useFormat'

export { daysUntil, today }

export function dayText(value: string | undefined): string {
  return value && value.length === 10 ? useFormat().date(value) : useFormat().day(value)
}
export function timeText(value: string | undefined): string {
  return useFormat().dateTime(value)
}
