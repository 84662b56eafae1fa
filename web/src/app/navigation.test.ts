import { describe, expect, it } from 'vitest'
import { home, navigation, phoneBar, visible } from './navigation'

const all = () => true
const routes = (permissions: string[]) => visible(new Set(permissions), all).map((item) => item.route)

describe('the menu', () => {
  it('offers a member writing and feedback, and no desk of the staff', () => {
    const seen = routes(['proposal.write', 'notice.read', 'organisation.read'])
    expect(seen).toEqual([
      'tasks',
      'proposals',
      'proposal-new',
      'feedback',
      'portal',
      'members',
      'organisations',
      'sessions',
      'calendar',
    ])
  })

  it('keeps the three administrators apart', () => {
    const system = routes(['account.manage'])
    const security = routes(['role.grant'])
    const audit = routes(['ledger.read', 'ledger.verify'])
    expect([system.includes('accounts'), system.includes('roles'), system.includes('ledger')]).toEqual([
      true,
      false,
      false,
    ])
    expect([security.includes('accounts'), security.includes('roles'), security.includes('ledger')]).toEqual([
      false,
      true,
      false,
    ])
    expect([audit.includes('accounts'), audit.includes('roles'), audit.includes('ledger')]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('offers no tasks and no proposals to who has nothing to do with them, and starts him at his own work', () => {
    const shared = ['notice.read', 'organisation.read']
    const starts = [['account.manage'], ['role.grant'], ['ledger.read', 'ledger.verify'], ['ledger.read']].map(
      (own) => {
        const seen = routes([...own, ...shared])
        expect([seen.includes('tasks'), seen.includes('proposals')]).toEqual([false, false])
        return home(new Set([...own, ...shared]))
      },
    )
    expect(starts).toEqual(['accounts', 'roles', 'ledger', 'ledger'])
    expect(home(new Set(['proposal.read_all', 'ledger.read']))).toBe('tasks')
    expect(phoneBar(visible(new Set(['ledger.read']), all)).map((item) => item.route)).toEqual(['ledger'])
  })

  it('never leads to a page that does not exist', () => {
    expect(
      visible(new Set(['proposal.review']), (name) => name !== 'review').some((item) => item.route === 'review'),
    ).toBe(false)
  })

  it('puts at most four into the phone bar, one a place', () => {
    const bar = phoneBar(visible(new Set(navigation.flatMap((item) => item.any ?? [])), all))
    expect(bar.map((item) => item.route)).toEqual(['tasks', 'proposals', 'proposal-new', 'assign'])
    expect(phoneBar(visible(new Set(['proposal.accept']), all)).map((item) => item.route)).toEqual([
      'tasks',
      'proposals',
      'unit-inbox',
    ])
  })
})
