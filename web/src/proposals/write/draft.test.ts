import { afterEach, describe, expect, it } from 'vitest'
import {
  bodyOf,
  differences,
  emptyDraft,
  findings,
  forgetLocally,
  keepable,
  keepLocally,
  keptLocally,
  kindOf,
  type Limits,
} from './draft'

const limits: Limits = { title_max: 40, body_min: 300, body_max: 3000, title_hard_max: 200, body_hard_max: 20000 }
const good = () => ({
  ...emptyDraft(),
  title: '关于加装电梯的建议',
  category: 'SOCIETY',
  body: '情'.repeat(300),
  suggestions: '建议如下',
})
const codes = (draft = good(), waiting = 0) => findings(draft, limits, waiting).map((one) => `${one.grade}:${one.code}`)

describe('the check before submission', () => {
  it('finds nothing wrong with a complete draft', () => {
    expect(codes().every((one) => one.startsWith('good:'))).toBe(true)
  })
  it('stops what the server refuses', () => {
    expect(codes(emptyDraft())).toEqual(
      expect.arrayContaining(['missing:no_title', 'missing:no_category', 'missing:no_body']),
    )
    expect(codes({ ...good(), consents_to_publication: false })).toContain('missing:no_reason')
    expect(codes({ ...good(), kind: 'COLLECTIVE_PARTY', organisation_id: '1' })).toContain('missing:no_stamp')
    expect(codes({ ...good(), title: '题'.repeat(201) })).toContain('missing:title_too_long')
  })
  it('only warns of what the rules advise against', () => {
    expect(codes({ ...good(), title: '题'.repeat(41) })).toContain('warning:title_long')
    expect(codes({ ...good(), title: '关于加装电梯、修建停车场的建议' })).toContain('warning:two_matters')
    expect(codes({ ...good(), body: '短' })).toContain('warning:body_short')
    expect(codes({ ...good(), suggestions: ' ' })).toContain('warning:no_suggestions')
    expect(codes(good(), 2)).toContain('warning:waiting')
  })
  it('counts code points, so a rare character is one', () => {
    expect(codes({ ...good(), title: '𠮷'.repeat(40) })).toContain('good:title')
  })
})

describe('a draft on its way to the server', () => {
  it('leaves out a reason that no longer applies', () => {
    expect(bodyOf({ ...good(), no_publication_reason: '隐私' })).not.toHaveProperty('no_publication_reason')
    expect(
      bodyOf({ ...good(), consents_to_publication: false, no_publication_reason: ' 隐私 ' }).no_publication_reason,
    ).toBe('隐私')
  })
  it('is sent only when the server would keep it', () => {
    expect(keepable(good())).toBe(true)
    expect(keepable({ ...good(), body: ' ' })).toBe(false)
    expect(keepable({ ...good(), category: '' })).toBe(false)
  })
  it('knows what kind of proposal an organisation makes', () => {
    const of = (kind: string, subkind = '') =>
      kindOf({
        committee_id: '1',
        id: '2',
        kind,
        code: '',
        name: '',
        short_name: '',
        subkind,
        position: 0,
        active: true,
      } as Parameters<typeof kindOf>[0])
    expect(of('PARTICIPATING_UNIT', 'PARTY')).toBe('COLLECTIVE_PARTY')
    expect(of('PARTICIPATING_UNIT', 'ORGANISATION')).toBe('COLLECTIVE_ORG')
    expect(of('TOWNSHIP_LIAISON_GROUP')).toBe('COLLECTIVE_GROUP')
    expect(of('HANDLING_UNIT')).toBeUndefined()
  })
  it('shows two editors where their texts differ', () => {
    expect(differences(good(), { ...good(), title: '别的', repeated: true })).toEqual(['title', 'repeated'])
  })
})

describe('the copy on this device', () => {
  afterEach(() => localStorage.clear())
  it('comes back for the same account and draft only', () => {
    keepLocally('7', '12', good(), 3)
    expect(keptLocally('7', '12')).toMatchObject({ draft: { title: good().title }, version: 3 })
    expect(keptLocally('8', '12')).toBeUndefined()
    expect(keptLocally('7', undefined)).toBeUndefined()
    forgetLocally('7', '12')
    expect(keptLocally('7', '12')).toBeUndefined()
  })
  it('is passed over when it is damaged', () => {
    localStorage.setItem('yizheng.draft.7.12', '{"draft":')
    expect(keptLocally('7', '12')).toBeUndefined()
  })
})
