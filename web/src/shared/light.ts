// Overdue lights, as the server reckons them (committee/deadline.h): green > 15 days, yellow ≤ 15, orange ≤ 5, red overdue.
import { daysUntil } from '@/composables/useFormat'

export type Light = 'GREEN' | 'YELLOW' | 'ORANGE' | 'RED'

export function lightOf(due: string, from?: string): Light {
  const left = daysUntil(due, from)
  if (left < 0) return 'RED'
  if (left <= 5) return 'ORANGE'
  return left <= 15 ? 'YELLOW' : 'GREEN'
}
