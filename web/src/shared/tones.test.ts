import { expect, it } from 'vitest'
import enums from '@/locales/en/enums.json'
import { phases } from './phases'

it('every state of a proposal has its place in exactly one phase', () => {
  const placed = Object.values(phases).flat()
  expect([...placed].sort()).toEqual(Object.keys(enums.ProposalState).sort())
})
