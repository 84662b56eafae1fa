// Times as a form holds them ("YYYY-MM-DDTHH:mm", Beijing) and as the API does (RFC 3339 with offset).
export function toInstant(local: string): string {
  return `${local}:00+08:00`
}

export function toLocal(instant: string | undefined): string {
  if (!instant) return ''
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000)
  return shifted.toISOString().slice(0, 16)
}
