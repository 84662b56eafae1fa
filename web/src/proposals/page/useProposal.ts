// One proposal's view and its history; an action's answer replaces the view at once, the history is read anew.
import { ref, shallowRef } from 'vue'
import { i18n } from '@/app/i18n'
import { toProblem } from '@/composables/useProblems'
import type { Problem } from '@/api/problem'
import { getHistory, getProposal } from '../api'
import type { HistoryEntry, Id, ProposalView } from '../types'

/** `whole`: as a page of its own, with title and history. */
export function useProposal(whole = true) {
  const view = shallowRef<ProposalView>()
  const problem = ref<Problem | null>(null)
  const history = shallowRef<HistoryEntry[]>([])
  const historyFailed = ref(false)
  let current: Id = ''

  async function loadHistory() {
    const id = current
    try {
      const entries = await getHistory(id)
      if (id === current) history.value = entries
      historyFailed.value = false
    } catch {
      historyFailed.value = true // told beside the history; the rest of the page stands without it
    }
  }
  function put(answer: ProposalView) {
    view.value = answer
    if (!whole) return
    document.title = `${answer.proposal.title} · ${i18n.global.t('common.product')}`
    void loadHistory()
  }
  async function reload() {
    const id = current
    try {
      const answer = await getProposal(id)
      if (id !== current) return
      problem.value = null
      put(answer)
    } catch (thrown) {
      if (id === current) problem.value = toProblem(thrown)
    }
  }
  async function load(id: Id) {
    if (id !== current) {
      current = id
      view.value = undefined
      history.value = []
    }
    await reload()
  }
  return { view, problem, history, historyFailed, load, reload, put, loadHistory }
}
