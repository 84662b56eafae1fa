// Keeps a draft: on this device at every change, on the server shortly after. Two editors never overwrite one another: the
// second is shown both texts and chooses.
import { computed, onBeforeUnmount, reactive, ref, shallowRef, watch } from 'vue'
import { newIdempotencyKey } from '@/api/client'
import { useSession } from '@/app/session'
import { createDraft, getProposal, problemOf, saveDraft, type Problem } from '../api'
import type { Id, ProposalView } from '../types'
import { bodyOf, draftOf, emptyDraft, forgetLocally, keepable, keepLocally, keptLocally, type Draft } from './draft'

export type SaveState = 'empty' | 'local' | 'saving' | 'saved' | 'offline' | 'refused' | 'conflict'

// Milliseconds without typing. Each save is an entry in the ledger, so not after every word.
const serverAfter = 8000

export function useDraft(created: (id: Id) => void) {
  const { me } = useSession()
  const account = computed(() => me.value?.account_id ?? '')
  const draft = reactive<Draft>(emptyDraft())
  const view = shallowRef<ProposalView>()
  const state = ref<SaveState>('empty')
  const savedAt = ref('')
  const problem = ref<Problem>()
  const restored = ref(false)
  const theirs = shallowRef<ProposalView>()
  let key = newIdempotencyKey()
  let timer: ReturnType<typeof setTimeout> | undefined
  let sent = JSON.stringify(draft) // what the server has
  let running: Promise<boolean> | undefined
  const id = computed(() => view.value?.proposal.id)
  const dirty = () => JSON.stringify(draft) !== sent

  function put(answer: ProposalView, fields: boolean) {
    view.value = answer
    if (fields) Object.assign(draft, draftOf(answer))
  }

  async function load(which: Id | undefined) {
    clearTimeout(timer)
    restored.value = false
    problem.value = undefined
    theirs.value = undefined
    if (which) put(await getProposal(which), true)
    else {
      view.value = undefined
      Object.assign(draft, emptyDraft())
    }
    sent = JSON.stringify(draft)
    const kept = keptLocally(account.value, which)
    if (kept && JSON.stringify({ ...draft, ...kept.draft }) !== sent) {
      Object.assign(draft, kept.draft)
      restored.value = true
    }
    state.value = restored.value ? 'local' : which ? 'saved' : 'empty'
  }

  async function send(): Promise<boolean> {
    const copy = JSON.stringify(draft)
    const before = id.value
    state.value = 'saving'
    try {
      const answer = before
        ? await saveDraft(before, bodyOf(draft), view.value!.proposal.version)
        : await createDraft(bodyOf(draft), key)
      put(answer, false)
      sent = copy
      problem.value = undefined
      savedAt.value = new Date().toISOString()
      if (!dirty()) forgetLocally(account.value, before)
      if (!before) {
        key = newIdempotencyKey()
        forgetLocally(account.value, undefined)
        if (dirty()) keepLocally(account.value, answer.proposal.id, draft, answer.proposal.version)
        created(answer.proposal.id)
      }
      state.value = dirty() ? 'local' : 'saved'
      return true
    } catch (thrown) {
      problem.value = problemOf(thrown)
      if (problem.value.status === 412 && before) {
        theirs.value = await getProposal(before).catch(() => undefined)
        state.value = 'conflict'
      } else state.value = problem.value.status === 0 ? 'offline' : 'refused'
      // The connection may come back without a key being pressed.
      if (state.value === 'offline') timer = setTimeout(() => void save(), 10_000)
      return false
    }
  }

  // A change to a text that others have signed asks them to sign again: only at the person's own wish, never by itself.
  const asksAgain = computed(
    () =>
      ['COSIGNING', 'RETURNED_FOR_REVISION'].includes(view.value?.proposal.state ?? '') &&
      view.value!.signers.some((one) => one.role !== 'FIRST' && one.state === 'SIGNED'),
  )
  function later() {
    clearTimeout(timer)
    if (!asksAgain.value) timer = setTimeout(() => void save(), serverAfter)
  }

  /** Sends what has changed; true when the server has everything. One request at a time. */
  async function save(): Promise<boolean> {
    clearTimeout(timer)
    if (running) await running
    if (!dirty() && id.value) return true
    if (!keepable(draft) || state.value === 'conflict') return false
    running = send()
    try {
      return await running
    } finally {
      running = undefined
      if (state.value === 'local') later()
    }
  }

  /** After two editors: keep my text (over theirs), or take theirs. */
  async function settle(mine: boolean) {
    const other = theirs.value
    if (!other) return
    theirs.value = undefined
    put(other, !mine)
    sent = JSON.stringify(draftOf(other))
    state.value = 'local'
    if (mine) await save()
    else {
      forgetLocally(account.value, other.proposal.id)
      state.value = 'saved'
    }
  }

  /** Throws the text of this device away, for the server's. */
  async function discard() {
    forgetLocally(account.value, id.value)
    await load(id.value)
  }

  watch(draft, () => {
    if (!dirty()) return
    savedAt.value = keepLocally(account.value, id.value, draft, view.value?.proposal.version)
    if (state.value === 'conflict') return
    if (state.value !== 'saving') state.value = 'local'
    later()
  })
  onBeforeUnmount(() => {
    clearTimeout(timer)
    if (dirty() && !asksAgain.value) void save()
  })

  return {
    draft,
    view,
    id,
    asksAgain,
    state,
    savedAt,
    problem,
    restored,
    theirs,
    load,
    save,
    settle,
    discard,
    put: (answer: ProposalView) => put(answer, false),
  }
}
