import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, idempotent, ifMatch, newIdempotencyKey, setCsrfToken, take, toQuery, whenSignedOut } from './client'
import { currentLanguage, setLanguage } from '@/app/i18n'
import { problemText } from '@/composables/useProblems'
import { ProblemError } from './problem'

const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
afterEach(() => vi.unstubAllGlobals())

describe('the client', () => {
  it('sends the proof against forged requests with changes only', async () => {
    const seen: (string | null)[] = []
    vi.stubGlobal('fetch', async (request: Request) => {
      seen.push(request.headers.get('X-CSRF-Token'))
      return answer(200, {})
    })
    setCsrfToken('proof')
    await take(api.GET('/api/v1/me'))
    await take(api.POST('/api/v1/notices/read-all'))
    expect(seen).toEqual([null, 'proof'])
  })

  it("asks for problems in the page's language, and tells them in it", async () => {
    let asked: string | null = null
    vi.stubGlobal('fetch', async (request: Request) => {
      asked = request.headers.get('Accept-Language')
      return answer(409, { code: 'wrong_state', zh: '状态已变', zh_hant: '狀態已變', en: 'The state has changed' })
    })
    const before = currentLanguage()
    await setLanguage('zh-Hant')
    const error = (await take(api.GET('/api/v1/me')).catch((thrown: unknown) => thrown)) as ProblemError
    expect(asked).toBe('zh-Hant')
    expect(problemText(error.problem)).toBe('狀態已變')
    expect(problemText({ ...error.problem, zh_hant: undefined })).toBe('状态已变')
    await setLanguage(before)
  })

  it('throws what the server says', async () => {
    vi.stubGlobal('fetch', async () =>
      answer(409, { code: 'wrong_state', zh: '状态已变', en: 'The state has changed' }),
    )
    const error = await take(api.GET('/api/v1/me')).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    expect((error as ProblemError).code).toBe('wrong_state')
  })

  it('throws a lost connection as such', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('fetch failed')))
    await expect(take(api.GET('/api/v1/me'))).rejects.toMatchObject({ problem: { code: 'connection_lost' } })
  })

  it('signs out at 401, but leaves sign-in and "who am I" to those who ask', async () => {
    const out = vi.fn()
    whenSignedOut(out)
    vi.stubGlobal('fetch', async () => answer(401, { code: 'not_signed_in', zh: '请登录', en: 'Sign in' }))
    await take(api.GET('/api/v1/me')).catch(() => null)
    await take(api.POST('/api/v1/sign-in', { body: { login: 'a', password: 'b' } })).catch(() => null)
    expect(out).not.toHaveBeenCalled()
    await take(api.GET('/api/v1/tasks')).catch(() => null)
    expect(out).toHaveBeenCalledOnce()
  })

  it('writes queries as the server reads them', () => {
    expect(toQuery({ state: ['FILED', 'ASSIGNED'], q: '', mine: true, after: undefined, none: [] })).toBe(
      'state=FILED%2CASSIGNED&mine=true',
    )
  })

  it('makes headers for edits and submissions', () => {
    expect(ifMatch(7)).toEqual({ 'If-Match': '"7"' })
    const key = newIdempotencyKey()
    expect(idempotent(key)).toEqual({ 'Idempotency-Key': key })
    expect(newIdempotencyKey()).not.toBe(key)
  })
})
