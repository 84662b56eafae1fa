import { expect, it } from 'vitest'
import type { Schemas } from '@/api/types'
import { blankMember, memberBody, memberFormOf, memberPatch, rebased } from './memberForm'

const membership: Schemas['Membership'] = {
  committee_id: '1',
  id: '2',
  person_id: '3',
  term_id: '4',
  member_number: '1001',
  sector_id: '5',
  party: 'MASSES',
  employer: '清河一中',
  post: '教师',
  standing: false,
  cppcc_post: '',
  status: 'ACTIVE',
  version: 3,
}

it('what was left empty is not sent, blanks around a text neither', () => {
  expect(memberBody({ ...blankMember(), name: ' 方晓岚 ', gender: 'F', sector_id: '5', standing: true })).toEqual({
    name: '方晓岚',
    gender: 'F',
    sector_id: '5',
    standing: true,
  })
})

it('a person of an earlier term keeps his own data', () => {
  expect(
    memberBody(
      { ...blankMember(), name: '方晓岚', phone: '13900000001', member_number: '7', employer: '清河二中' },
      '3',
    ),
  ).toEqual({ person_id: '3', member_number: '7', employer: '清河二中' })
})

it('a change sends what was changed, and nothing else', () => {
  const form = memberFormOf(membership)
  expect(memberPatch(form, membership)).toEqual({})
  expect(memberPatch({ ...form, status: 'RESIGNED' }, membership)).toEqual({ status: 'RESIGNED' })
  expect(memberPatch({ ...form, special_committee_id: '9', member_number: '', standing: true }, membership)).toEqual({
    special_committee_id: '9',
    member_number: '',
    standing: true,
  })
})

it('a place left empty is taken away, an employer too', () => {
  expect(memberPatch({ ...memberFormOf(membership), sector_id: '', employer: '' }, membership)).toEqual({
    clear: ['sector_id'],
    employer: '',
  })
})

it("after another's change the newest entry stands, with what was changed here", () => {
  const form = { ...memberFormOf(membership), employer: '清河二中', sector_id: '' }
  const now = { ...membership, post: '校长', sector_id: '6', version: 4 }
  const merged = rebased(form, membership, now)
  expect(memberPatch(merged, now)).toEqual({ employer: '清河二中', clear: ['sector_id'] })
  expect(merged.post).toBe('校长')
})
