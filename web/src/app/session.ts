// Who is signed in. One reactive value for the whole application.
import { computed, reactive, readonly, ref } from 'vue'
import { api, setCsrfToken, take } from '@/api/client'
import { ProblemError } from '@/api/problem'
import type { Me } from '@/api/types'
import { keep, read } from './i18n'

const mark = 'yizheng.signed-in'

/** Whether this browser has been signed in and not signed out again; the server knows better. */
export function wasSignedIn(): boolean {
  return state.asked ? me.value !== null : read(mark) === 'yes'
}

const me = ref<Me | null>(null)
const state = reactive({ asked: false })

function put(value: Me | null) {
  me.value = value
  setCsrfToken(value?.csrf_token ?? '')
  keep(mark, value ? 'yes' : '')
}

/** Asks the server once who we are; null when nobody is signed in. */
export async function loadMe(again = false): Promise<Me | null> {
  if (state.asked && !again) return me.value
  try {
    put(await take(api.GET('/api/v1/me')))
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error
    put(null)
  }
  state.asked = true
  return me.value
}

export async function signIn(login: string, password: string, committee?: string): Promise<Me> {
  const answer = await take(
    api.POST('/api/v1/sign-in', { body: committee ? { committee, login, password } : { login, password } }),
  )
  put(answer)
  state.asked = true
  return answer
}

export async function signOut(): Promise<void> {
  try {
    await take(api.POST('/api/v1/sign-out'))
  } finally {
    forgetMe()
  }
}

/** The session ended on the server: forget the account here too. */
export function forgetMe() {
  put(null)
  state.asked = true
}

export function setUnread(count: number) {
  if (me.value) me.value = { ...me.value, unread_notices: count }
}

export function useSession() {
  return { me: readonly(me), signedIn: computed(() => me.value !== null) }
}
