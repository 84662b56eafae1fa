// Large type and high contrast (长辈版), remembered on this device only.
import { reactive, watch } from 'vue'
import { keep, read } from './i18n'

export const preferences = reactive({
  largeType: read('yizheng.type') === 'large',
  highContrast:
    read('yizheng.contrast') === 'high' ||
    (read('yizheng.contrast') === null && matchMedia('(prefers-contrast: more)').matches),
})

function apply() {
  const root = document.documentElement
  root.dataset.type = preferences.largeType ? 'large' : 'normal'
  root.dataset.contrast = preferences.highContrast ? 'high' : 'normal'
}

export function startPreferences() {
  apply()
  watch(preferences, () => {
    apply()
    keep('yizheng.type', preferences.largeType ? 'large' : 'normal')
    keep('yizheng.contrast', preferences.highContrast ? 'high' : 'normal')
  })
}
