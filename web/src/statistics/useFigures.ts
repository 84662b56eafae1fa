// Figures in words: title, definition, and a value with its unit.
import { useI18n } from 'vue-i18n'
import type { Schemas } from '@/api/types'
import { currentLanguage } from '@/app/i18n'
import { useFormat } from '@/composables/useFormat'

export type Figure = Schemas['Figure']
export type Definition = Schemas['FigureDefinition']

export function useFigures() {
  const { t } = useI18n()
  const { number } = useFormat()
  const english = () => currentLanguage() === 'en'
  return {
    title: (definition: Definition | undefined, code: string) =>
      definition ? (english() ? definition.en : definition.zh) : code,
    meaning: (definition: Definition | undefined) =>
      definition ? (english() ? definition.definition_en : definition.definition_zh) : '',
    /** "81.31 %", "470", or that there is nothing to divide by. */
    value: (figure: Figure) => {
      if (figure.rate) return figure.value === undefined ? t('statistics.noBase') : `${number(figure.value, 2)} %`
      if (figure.denominator) return figure.value === undefined ? t('statistics.noBase') : number(figure.value, 2)
      return number(figure.numerator)
    },
    number,
  }
}
