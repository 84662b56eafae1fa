import type { Excerpt } from '@/api/types'

export interface Piece {
  text: string
  marked: boolean
}

/** Cuts a text at its marks, which are in code points, in order or not. */
export function pieces(excerpt: Excerpt): Piece[] {
  const points = Array.from(excerpt.text)
  const out: Piece[] = []
  let at = 0
  const push = (from: number, to: number, marked: boolean) => {
    if (to > from) out.push({ text: points.slice(from, to).join(''), marked })
  }
  for (const mark of [...excerpt.marks].sort((a, b) => a.start - b.start)) {
    const start = Math.max(mark.start, at)
    const end = Math.min(mark.end, points.length)
    if (end <= start) continue
    push(at, start, false)
    push(start, end, true)
    at = end
  }
  push(at, points.length, false)
  return out
}
