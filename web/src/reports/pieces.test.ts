import { describe, expect, it } from 'vitest'
import { paragraphs } from './pieces'
import type { ClaimView, RepairView } from './types'

const claim = (start: number, end: number) => ({ start, end }) as ClaimView
const repair = (index: number, start: number, end: number) => ({ index, repair: { start, end } as RepairView })
const shape = (text: string, claims: ClaimView[], repairs: ReturnType<typeof repair>[] = []) =>
  paragraphs(text, claims, repairs).map((one) =>
    one.pieces.map((piece) => `${piece.kind}:${piece.runs.map((run) => run.text + (run.repair ?? '')).join('|')}`),
  )

describe('paragraphs', () => {
  it('cuts at figures and lines, by code points', () => {
    expect(shape('𠮷收到142件。\n立案98件。\n', [claim(3, 7), claim(11, 14)])).toEqual([
      ['text:𠮷收到', 'figure:142件', 'text:。'],
      ['text:立案', 'figure:98件', 'text:。'],
    ])
  })
  it('points at what was cut out and underlays what was replaced', () => {
    expect(shape('收到142件提案\n', [claim(2, 6)], [repair(0, 2, 2), repair(1, 5, 6), repair(2, 8, 8)])).toEqual([
      ['text:收到', 'mark:', 'figure:142|件1', 'text:提案', 'mark:'],
    ])
  })
  it('knows headings', () => {
    const levels = paragraphs('工作报告\n一、主要工作\n（一）提案\n全年收到142件。\n', [], []).map((one) => one.level)
    expect(levels).toEqual([1, 2, 3, 0])
  })
  it('loses no character', () => {
    const text = '甲12乙\n丙34丁56\n'
    const whole = paragraphs(text, [claim(1, 3), claim(6, 8), claim(9, 11)], [repair(0, 0, 4), repair(1, 5, 7)])
      .map((one) => one.pieces.map((piece) => piece.runs.map((run) => run.text).join('')).join(''))
      .join('\n')
    expect(whole + '\n').toBe(text)
  })
})
