import { describe, expect, it } from 'vitest'
import { lightOf } from './light'

describe('overdue lights', () => {
  // The limits of committee/deadline.h: > 15 green, ≤ 15 yellow, ≤ 5 orange, past red.
  it.each([
    ['2026-03-17', 'GREEN'],
    ['2026-03-16', 'YELLOW'],
    ['2026-03-07', 'YELLOW'],
    ['2026-03-06', 'ORANGE'],
    ['2026-03-01', 'ORANGE'],
    ['2026-02-28', 'RED'],
  ])('due %s is %s on 1 March', (due, light) => {
    expect(lightOf(due, '2026-03-01')).toBe(light)
  })
})
