import { describe, expect, it } from 'vitest'
import type { UnitChoice } from '../types'
import { fieldOf, lengthOf, missing } from './form'
import { handlerFaults } from './handlers'

const t = (key: string) => key
const units = (...roles: UnitChoice['role'][]): UnitChoice[] =>
  roles.map((role, at) => ({ unit_id: String(at + 1), role }))

describe('who may handle a proposal together', () => {
  it('takes one alone, a lead with co-units, or several apart', () => {
    expect(handlerFaults(units('SOLE'), t)).toEqual({})
    expect(handlerFaults(units('LEAD', 'CO', 'CO'), t)).toEqual({})
    expect(handlerFaults(units('SEPARATE', 'SEPARATE'), t)).toEqual({})
  })
  it('says what is missing otherwise, at its field', () => {
    expect(Object.keys(handlerFaults([], t))).toEqual(['way', 'units'])
    expect(handlerFaults(units('LEAD'), t)).toHaveProperty('helpers')
    expect(handlerFaults(units('CO'), t)).toHaveProperty('units')
    expect(handlerFaults(units('SEPARATE'), t)).toHaveProperty('units')
  })
})

describe('faults', () => {
  it('are placed by the first part of their pointer', () => {
    expect(fieldOf('/units/0/unit_id')).toBe('units')
    expect(fieldOf('title')).toBe('title')
    expect(fieldOf(undefined)).toBe('')
  })
  it('tell what is empty, but take false and 0 as answers', () => {
    expect(missing({ a: ' ', b: undefined, c: [], d: false, e: 0, f: 'x' }, 'm')).toEqual({ a: 'm', b: 'm', c: 'm' })
  })
  it('count code points', () => {
    expect(lengthOf('𠮷a议')).toBe(3)
  })
})
