// The counts behind the reports of a list: what the server knows at once, and the others one after another.
import { onUnmounted, reactive, watch, type Ref } from 'vue'
import type { Schemas } from '@/api/types'
import { getCounts } from './api'
import type { ReportRow } from './types'

export function useCounts(rows: Ref<readonly ReportRow[]>) {
  // null: could not be counted (the file is damaged, the connection lost); the report's own page says why.
  const counts = reactive(new Map<string, Schemas['ReportCounts'] | null>())
  let waiting: string[] = []
  let busy = false
  let gone = false

  async function work() {
    if (busy) return
    busy = true
    for (let id = waiting.shift(); id && !gone; id = waiting.shift()) {
      counts.set(id, await getCounts(id).catch(() => null))
    }
    busy = false
  }
  watch(rows, (now) => {
    for (const { document, counts: known } of now) if (known) counts.set(document.id, known)
    waiting = now.map((row) => row.document.id).filter((id) => !counts.has(id))
    void work()
  })
  onUnmounted(() => (gone = true))
  return counts
}
