// A repaired text cut into what one sees: plain text, figures, marks of repairs. Places count code points.
import type { ClaimView, RepairView } from './types'

export interface Run {
  text: string
  repair?: number // index of the replacement or open suggestion that this is
}
export interface Piece {
  kind: 'text' | 'figure' | 'mark'
  runs: Run[]
  claim?: number
  repair?: number // of a mark: something was cut out here
}
export interface Paragraph {
  start: number
  level: 0 | 1 | 2 | 3 // 0: running text; 1 the title, 2 一、, 3 （一）
  pieces: Piece[]
}

function levelOf(line: string, first: boolean): Paragraph['level'] {
  if (line.length > 48 || /[。；]$/.test(line)) return 0
  if (first) return 1
  if (/^[一二三四五六七八九十]+、/.test(line) || /^第[一二三四五六七八九十]+(部分|章)/.test(line)) return 2
  return /^[（(][一二三四五六七八九十]+[）)]/.test(line) ? 3 : 0
}

/** `repairs`: those to be marked, with their index; empty where marks are not wanted. */
export function paragraphs(
  text: string,
  claims: readonly ClaimView[],
  repairs: readonly { index: number; repair: RepairView }[],
): Paragraph[] {
  const out: Paragraph[] = []
  const points = Array.from(text)
  const sorted = [...repairs].sort((a, b) => a.repair.start - b.repair.start || a.repair.end - b.repair.end)
  let claim = 0
  let mark = 0
  for (let start = 0; start < points.length;) {
    let end = start
    while (end < points.length && points[end] !== '\n') ++end
    const pieces: Piece[] = []
    // Replacements that lie in this line, to be underlaid; cuts, to be pointed at.
    const spans: { index: number; from: number; to: number }[] = []
    const cuts: { index: number; at: number }[] = []
    for (; mark < sorted.length && sorted[mark]!.repair.start <= end; ++mark) {
      const { index, repair } = sorted[mark]!
      if (repair.end > repair.start) spans.push({ index, from: repair.start, to: Math.min(repair.end, end) })
      else cuts.push({ index, at: Math.max(repair.start, start) })
    }
    const runs = (from: number, to: number): Run[] => {
      const list: Run[] = []
      let at = from
      for (const span of spans) {
        if (span.to <= at || span.from >= to) continue
        if (span.from > at) list.push({ text: points.slice(at, span.from).join('') })
        const stop = Math.min(span.to, to)
        list.push({ text: points.slice(Math.max(at, span.from), stop).join(''), repair: span.index })
        at = stop
      }
      if (at < to) list.push({ text: points.slice(at, to).join('') })
      return list
    }
    let cut = 0
    const plain = (from: number, to: number) => {
      let at = from
      for (; cut < cuts.length && cuts[cut]!.at <= to; ++cut) {
        if (cuts[cut]!.at > at) pieces.push({ kind: 'text', runs: runs(at, cuts[cut]!.at) })
        at = Math.max(at, cuts[cut]!.at)
        pieces.push({ kind: 'mark', runs: [], repair: cuts[cut]!.index })
      }
      if (at < to) pieces.push({ kind: 'text', runs: runs(at, to) })
    }
    let at = start
    for (; claim < claims.length && claims[claim]!.start < end; ++claim) {
      const one = claims[claim]!
      if (one.start < at) continue
      plain(at, one.start)
      pieces.push({ kind: 'figure', runs: runs(one.start, Math.min(one.end, end)), claim })
      at = Math.min(one.end, end)
    }
    plain(at, end)
    const line = points.slice(start, end).join('')
    if (line) out.push({ start, level: levelOf(line, out.length === 0), pieces })
    start = end + 1
  }
  return out
}
