// Three languages; each is one file, loaded when it is chosen.
import { createI18n, type VueMessageType } from 'vue-i18n'
import { ref, type Ref } from 'vue'

export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Language = (typeof languages)[number]
export const languageNames: Record<Language, string> = { 'zh-Hans': '简体中文', 'zh-Hant': '繁體中文', en: 'English' }

type Messages = Record<string, VueMessageType>
const catalogues: Record<Language, () => Promise<{ messages: Messages; element: unknown }>> = {
  'zh-Hans': () => import('@/locales/zh-Hans/index'),
  'zh-Hant': () => import('@/locales/zh-Hant/index'),
  en: () => import('@/locales/en/index'),
}

export const i18n = createI18n<false>({
  legacy: false,
  locale: 'zh-Hans',
  fallbackLocale: false,
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: {},
})

export const elementLocale: Ref<unknown> = ref()
const key = 'yizheng.language'

function preferred(): Language {
  const kept = read(key)
  if (kept && (languages as readonly string[]).includes(kept)) return kept as Language
  const tag = navigator.language.toLowerCase()
  if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-Hant'
  return tag.startsWith('zh') || !tag ? 'zh-Hans' : 'en'
}

// A browser may refuse storage (private mode); preferences then last as long as the page.
export function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
export function keep(name: string, value: string) {
  try {
    localStorage.setItem(name, value)
  } catch {
    return
  }
}

export async function setLanguage(language: Language) {
  const catalogue = await catalogues[language]()
  i18n.global.setLocaleMessage(language, catalogue.messages)
  elementLocale.value = catalogue.element
  i18n.global.locale.value = language
  document.documentElement.lang = language
  keep(key, language)
}

export const startLanguage = () => setLanguage(preferred())
export const currentLanguage = () => i18n.global.locale.value as Language
