import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { RouteLocationNormalized } from 'vue-router'
import type { Me } from '@/api/types'

const answer = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
const me: Me = {
  account_id: '1',
  login: 'li',
  display_name: '李',
  committee_id: '1',
  committee_code: 'a',
  committee_name: 'A',
  roles: [],
  permissions: ['proposal.write'],
  csrf_token: 'c',
  must_change_password: false,
  unread_notices: 0,
}
const to = (name: string, meta: object = {}, fullPath = `/${name}`) =>
  ({ name, meta, fullPath }) as unknown as RouteLocationNormalized

describe('the guard', () => {
  beforeEach(() => {
    vi.resetModules()
    localStorage.clear()
  })
  async function guardFor(who: Me | null) {
    const asked = vi.fn(async () =>
      who ? answer(200, who) : answer(401, { code: 'not_signed_in', zh: '请登录', en: 'Sign in' }),
    )
    vi.stubGlobal('fetch', asked)
    return { asked, guard: (await import('./router')).guard }
  }

  it('sends strangers to sign in, and back afterwards', async () => {
    const { guard } = await guardFor(null)
    expect(await guard(to('review'))).toEqual({ name: 'sign-in', query: { next: '/review' } })
  })

  it('lets visitors read public pages without asking who they are', async () => {
    const { guard, asked } = await guardFor(null)
    expect(await guard(to('portal', { anonymous: true }))).toBe(true)
    expect(asked).not.toHaveBeenCalled()
  })

  it('lets nobody on who has to change a first password', async () => {
    const { guard } = await guardFor({ ...me, must_change_password: true })
    expect(await guard(to('proposals'))).toEqual({ name: 'change-password' })
    expect(await guard(to('change-password'))).toBe(true)
  })

  it('keeps pages from those without their permission', async () => {
    const { guard } = await guardFor(me)
    expect(await guard(to('accounts', { any: ['account.manage'] }))).toEqual({ name: 'tasks' })
    expect(await guard(to('write', { any: ['proposal.write'] }))).toBe(true)
    expect(await guard(to('sign-in', { anonymous: true }))).toEqual({ name: 'tasks' })
  })

  it('starts an administrator at his own work', async () => {
    const { guard } = await guardFor({ ...me, permissions: ['account.manage', 'notice.read'] })
    expect(await guard(to('tasks'))).toEqual({ name: 'accounts' })
    expect(await guard(to('accounts', { any: ['account.manage'] }))).toBe(true)
  })
})
