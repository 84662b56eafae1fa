// A list read page by page with a cursor ("load more"). A newer question makes older answers void.
import { ref, shallowRef } from 'vue'
import type { Problem } from '@/api/problem'
import { toProblem } from './useProblems'

export function usePage<T>(fetch: (after: string | undefined) => Promise<{ items: T[]; next?: string }>) {
  const items = shallowRef<T[]>([])
  const next = ref<string>()
  const loading = ref(false)
  const loaded = ref(false)
  const problem = ref<Problem | null>(null)
  let turn = 0

  async function read(after: string | undefined) {
    const mine = ++turn
    loading.value = true
    problem.value = null
    try {
      const page = await fetch(after)
      if (mine !== turn) return
      items.value = after ? [...items.value, ...page.items] : page.items
      next.value = page.next
      loaded.value = true
    } catch (error) {
      if (mine === turn) problem.value = toProblem(error)
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  return { items, next, loading, loaded, problem, load: () => read(undefined), more: () => read(next.value) }
}

export type Pages<T> = ReturnType<typeof usePage<T>>

/** One record or document: loading, problem and value in one place. */
export function useLoad<T>(fetch: () => Promise<T>) {
  const value = shallowRef<T>()
  const loading = ref(false)
  const problem = ref<Problem | null>(null)
  let turn = 0
  async function load() {
    const mine = ++turn
    loading.value = true
    problem.value = null
    try {
      const answer = await fetch()
      if (mine === turn) value.value = answer
    } catch (error) {
      if (mine === turn) problem.value = toProblem(error)
    } finally {
      if (mine === turn) loading.value = false
    }
  }
  return { value, loading, problem, load }
}
