import { describe, expect, it } from 'vitest'
import { byDay, monthOf } from './month'
import { toInstant, toLocal } from './times'

describe('a month', () => {
  it('starts on its weekday and knows worked weekends and holidays', () => {
    const month = monthOf(
      2026,
      2,
      byDay([
        { day: '2026-02-14', name: '春节', off: false },
        { day: '2026-02-17', name: '春节', off: true },
      ]),
    )
    expect(month.blanks).toBe(6) // 1 February 2026 is a Sunday
    expect(month.cells).toHaveLength(28)
    expect([month.cells[13]!.works, month.cells[16]!.works, month.cells[14]!.works, month.cells[17]!.works]).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('knows leap years', () => {
    expect(monthOf(2028, 2, new Map()).cells).toHaveLength(29)
  })
})

describe('times of a form', () => {
  it('are Beijing time, there and back', () => {
    expect(toInstant('2026-01-05T17:00')).toBe('2026-01-05T17:00:00+08:00')
    expect(toLocal('2026-01-05T09:00:00Z')).toBe('2026-01-05T17:00')
    expect(toLocal('2026-01-05T17:00:00+08:00')).toBe('2026-01-05T17:00')
    expect(toLocal(undefined)).toBe('')
  })
})
