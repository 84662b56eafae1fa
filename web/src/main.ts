import '@/styles/theme.css'
import '@/styles/base.css'
import '@/styles/print.css'
import { createApp } from 'vue'
import App from '@/app/App.vue'
import { whenSignedOut } from '@/api/client'
import { i18n, startLanguage } from '@/app/i18n'
import { watchDialogs } from '@/app/dialogs'
import { startPreferences } from '@/app/preferences'
import { router } from '@/app/router'
import { forgetMe } from '@/app/session'
import { forgetCommitteeRules } from '@/composables/useCommitteeRules'
import { showProblem } from '@/composables/useProblems'

startPreferences()
watchDialogs()
await startLanguage()

whenSignedOut(() => {
  forgetMe()
  forgetCommitteeRules()
  const at = router.currentRoute.value
  if (at.name !== 'sign-in' && !at.meta.anonymous) void router.push({ name: 'sign-in', query: { next: at.fullPath } })
})
router.onError(showProblem)

const app = createApp(App)
app.config.errorHandler = (error) => showProblem(error)
app.use(i18n).use(router).mount('#app')
