// A month as people draw it: weeks from Monday, with what kind of day each is.
export interface Special {
  day: string
  name: string
  off: boolean
}
export interface Cell {
  day: string
  number: number
  weekend: boolean
  special?: Special
  works: boolean
}

const two = (n: number) => String(n).padStart(2, '0')

/** 1 Monday … 7 Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

export function monthOf(
  year: number,
  month: number,
  days: ReadonlyMap<string, Special>,
): { blanks: number; cells: Cell[] } {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const cells = Array.from({ length: count }, (_, i) => {
    const day = `${year}-${two(month)}-${two(i + 1)}`
    const weekend = weekday(day) > 5
    const special = days.get(day)
    return { day, number: i + 1, weekend, special, works: special ? !special.off : !weekend }
  })
  return { blanks: weekday(cells[0]!.day) - 1, cells }
}

export function byDay(days: readonly Special[]): Map<string, Special> {
  return new Map(days.map((row) => [row.day, row]))
}
