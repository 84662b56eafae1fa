// Figures in words: title, definition, and a value with its unit.
import { useI18n } from 'vue-i18n'
import type { Schemas } from '@/api/types'
import { currentLanguage } from '@/app/i18n'
import { useFormat } from '@/composables/useFormat'
import { chineseMarks } from '@/shared/punctuation'

export type Figure = Schemas['Figure']
export type Definition = Schemas['FigureDefinition']

export function useFigures() {
  const { t } = useI18n()
  const { number } = useFormat()
  const told = (en: string, zh: string, hant: string) =>
    currentLanguage() === 'en' ? en : chineseMarks(currentLanguage() === 'zh-Hant' ? hant : zh)
  return {
    title: (definition: Definition | undefined, code: string) =>
      definition ? told(definition.en, definition.zh, definition.zh_hant) : code,
    meaning: (definition: Definition | undefined) =>
      definition ? told(definition.definition_en, definition.definition_zh, definition.definition_zh_hant) : '',
    /** "81.31 %", "470", or that there is nothing to divide by. */
    value: (figure: Figure) => {
      if (figure.rate) return figure.value === undefined ? t('statistics.noBase') : `${number(figure.value, 2)} %`
      if (figure.denominator) return figure.value === undefined ? t('statistics.noBase') : number(figure.value, 2)
      return number(figure.numerator)
    },
    number,
  }
}
