// Every file of this folder becomes one part of the catalogue: common.json → "common.…".
import type { VueMessageType } from 'vue-i18n'
import element from 'element-plus/es/locale/lang/en.mjs'

const files = import.meta.glob<VueMessageType>('./*.json', { eager: true, import: 'default' })

export const messages = Object.fromEntries(
  Object.entries(files).map(([path, part]) => [path.replace(/^\.\/|\.json$/g, ''), part]),
)
export { element }
