import { describe, expect, it } from 'vitest'
import { connectionLost, fieldName, problemOf } from './problem'

describe('problems', () => {
  it('keeps what the server says', () => {
    expect(problemOf(422, { code: 'invalid_field', zh: '请填写案由', en: 'Give a title', field: '/title' })).toEqual({
      status: 422,
      code: 'invalid_field',
      zh: '请填写案由',
      en: 'Give a title',
      field: '/title',
      request_id: undefined,
    })
  })

  it('says something to act on when the answer is no problem document', () => {
    for (const body of [null, '<html>', { code: 7 }]) {
      const problem = problemOf(502, body)
      expect(problem.code).toBe('http_502')
      expect(problem.zh).toContain('请')
      expect(problem.en).toContain('Try again')
    }
  })

  it('tells a lost connection from a refusal', () => {
    expect(connectionLost().status).toBe(0)
    expect(connectionLost().code).toBe('connection_lost')
  })

  it('names the field of a form', () => {
    expect(fieldName('/cosigners/0')).toBe('cosigners.0')
    expect(fieldName('/a~1b')).toBe('a/b')
    expect(fieldName('after')).toBe('after')
    expect(fieldName(undefined)).toBe('')
  })
})
