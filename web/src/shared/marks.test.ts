import { describe, expect, it } from 'vitest'
import { pieces } from './marks'

describe('marked excerpts', () => {
  it('counts code points, not UTF-16 units', () => {
    expect(pieces({ text: '𠮷田提案', marks: [{ start: 2, end: 4 }] })).toEqual([
      { text: '𠮷田', marked: false },
      { text: '提案', marked: true },
    ])
  })

  it('takes marks in any order, and overlapping or outside ones, without losing a character', () => {
    const parts = pieces({
      text: 'abcdef',
      marks: [
        { start: 4, end: 9 },
        { start: 1, end: 3 },
        { start: 2, end: 3 },
      ],
    })
    expect(parts.map((part) => part.text).join('')).toBe('abcdef')
    expect(parts.filter((part) => part.marked).map((part) => part.text)).toEqual(['bc', 'ef'])
  })
})
