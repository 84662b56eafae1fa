// Values and texts of the server in the language of the interface.
import { currentLanguage } from '@/app/i18n'
import { chineseMarks } from '@/shared/punctuation'

/** The `zh` or `en` of what the server says: inTongue(record), inTongue(indicator, 'definition_'). */
export function inTongue(of: object, prefix = ''): string {
  const texts = of as Record<string, unknown>
  if (currentLanguage() === 'en') return String(texts[`${prefix}en`] ?? '')
  return chineseMarks(String(texts[`${prefix}zh`] ?? ''))
}

const plain = (value: number) => new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(value)

/** 24000 元 → 2.4 万元; 142 件; 98.3%. */
export function valueText(value: number, unit: string, high?: number): string {
  const chinese = currentLanguage() !== 'en'
  const one = (number: number) => {
    if (chinese && number >= 1e8 && number % 1e4 === 0) return `${plain(number / 1e8)} 亿`
    if (chinese && number >= 1e5 && number % 100 === 0) return `${plain(number / 1e4)} 万`
    return plain(number)
  }
  const space = unit === '%' || unit === '' ? '' : ' '
  return `${one(value)}${high === undefined ? '' : `—${one(high)}`}${space}${unit}`
}

/** How a report is called beside others: its committee and year. */
export function documentName(document: { about: string; title: string; year?: number }): string {
  const name = (document.about || document.title).replace(/^政协(.+?)委员会$/, '$1')
  return document.year ? `${name} ${document.year}` : name
}
