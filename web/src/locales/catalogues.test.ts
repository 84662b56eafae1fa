// Every language says everything, with the same parameters, and nothing in a form vue-i18n cannot read.
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { messages as en } from './en/index'
import { messages as hans } from './zh-Hans/index'
import { messages as hant } from './zh-Hant/index'

type Tree = { [key: string]: string | Tree }
function flat(tree: Tree, prefix = '', into = new Map<string, string>()): Map<string, string> {
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'string') into.set(prefix + name, value)
    else flat(value, `${prefix}${name}.`, into)
  }
  return into
}
const catalogues = { 'zh-Hans': flat(hans as Tree), 'zh-Hant': flat(hant as Tree), en: flat(en as Tree) }
const parameters = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()

describe.each(['zh-Hant', 'en'] as const)('%s', (language) => {
  it('says everything that zh-Hans says, and nothing else', () => {
    expect([...catalogues[language].keys()].sort()).toEqual([...catalogues['zh-Hans'].keys()].sort())
  })
  it('has the same parameters', () => {
    const different = [...catalogues['zh-Hans']].filter(
      ([key, text]) => parameters(text).join() !== parameters(catalogues[language].get(key) ?? '').join(),
    )
    expect(different.map(([key]) => key)).toEqual([])
  })
})

describe.each(['zh-Hans', 'zh-Hant', 'en'] as const)('%s', (language) => {
  it('can be shown', () => {
    const i18n = createI18n({
      legacy: false,
      locale: language,
      messages: { [language]: { 'zh-Hans': hans, 'zh-Hant': hant, en }[language] },
    })
    const { t } = i18n.global as unknown as { t: (key: string, named: Record<string, string>, count: number) => string }
    for (const [key, text] of catalogues[language]) {
      const named = Object.fromEntries(parameters(text).map((name) => [name, '7']))
      const shown = t(key, named, 2)
      expect(shown, key).not.toBe('')
      expect(shown, key).not.toContain('{')
    }
  })
})

it('Chinese texts have full-width punctuation between Chinese characters', () => {
  const half = [...catalogues['zh-Hans'], ...catalogues['zh-Hant']].filter(([, text]) =>
    /[\u4e00-\u9fff][,;:?!][\u4e00-\u9fff]/.test(text),
  )
  expect(half.map(([key]) => key)).toEqual([])
})

it('Traditional texts are Traditional', () => {
  // Frequent characters that exist in Simplified only.
  const simplified = /[们个为这单办时间问题实处发审议员协联计关长门开见说读请设务进过还边东车马级组织显对签]/
  const wrong = [...catalogues['zh-Hant']].filter(([, text]) => simplified.test(text))
  expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([])
})
