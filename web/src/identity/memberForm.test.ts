import { expect, it } from 'vitest'
import type { Schemas } from '@/api/types'
import { blankMember, memberBody, memberFormOf, memberPatch } from './memberForm'

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

it('a place cannot be taken away, for the server has no word for it', () => {
  expect(memberPatch({ ...memberFormOf(membership), sector_id: '' }, membership)).toEqual({})
})
