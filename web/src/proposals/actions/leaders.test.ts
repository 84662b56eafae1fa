import { expect, it } from 'vitest'
import { handling, nameFor, pressing, type Leader } from './leaders'

const chair: Leader = { account_id: '1', display_name: '甲主席', roles: ['CHAIR'] }
const mayor: Leader = { account_id: '2', display_name: '乙区长', roles: ['PARTY_GOV_LEADER'] }
const rows = [chair, mayor]

it('the chair presses, the mayor leads the handling', () => {
  expect(pressing(rows)).toEqual([chair])
  expect(handling(rows)).toEqual([mayor])
})

it('choosing an account writes its name, but not over what somebody wrote', () => {
  expect(nameFor('', '1', rows)).toBe('甲主席')
  expect(nameFor('甲主席', '2', rows)).toBe('乙区长')
  expect(nameFor('乙区长', undefined, rows)).toBe('')
  expect(nameFor('区政协主席会议成员', '1', rows)).toBe('区政协主席会议成员')
})
