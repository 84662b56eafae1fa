import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '@/locales/en/proposals.json'
import hans from '@/locales/zh-Hans/proposals.json'
import { actionSpec } from './registry'
import { simpleActions } from './simple'

// The server's own table says which actions there are.
const table = readFileSync(resolve(import.meta.dirname, '../../../../src/proposals/lifecycle.cpp'), 'utf8')
const codes = [...table.matchAll(/^ {4}\{"([a-z-]+)",/gm)].map((found) => found[1]!)
// Edited and deleted by their own routes, not by a form.
const others = ['edit', 'delete']

describe('the actions of the server', () => {
  it('are read from its table', () => expect(codes.length).toBeGreaterThan(35))
  it.each(codes.filter((code) => !others.includes(code)))('%s has a form, and its texts', (code) => {
    expect(actionSpec(code)).toBeDefined()
    for (const catalogue of [hans, en]) {
      const texts = catalogue.action[code as keyof typeof catalogue.action] as Record<string, string>
      expect(texts.label).toBeTruthy()
      if (simpleActions[code]?.field) expect(texts.field).toBeTruthy()
    }
  })
})
