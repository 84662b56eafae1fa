import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { committeeRoutes } from '@/committee/routes'
import { identityRoutes } from '@/identity/routes'
import { ledgerRoutes } from '@/ledger/routes'
import { proposalRoutes } from '@/proposals/routes'
import { publicRoutes } from '@/public/routes'
import { reportRoutes } from '@/reports/routes'
import { statisticsRoutes } from '@/statistics/routes'
import { nextTick } from 'vue'
import { i18n } from './i18n'
import { home } from './navigation'
import { loadMe, wasSignedIn } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    title?: string // key of the catalogue
    anonymous?: boolean // open to everyone
    bare?: boolean // without the application's frame
    any?: readonly string[] // needs one of these permissions
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', redirect: '/tasks' },
  { path: '/tasks', name: 'tasks', component: () => import('@/tasks/TasksPage.vue'), meta: { title: 'nav.tasks' } },

  {
    path: '/proposals',
    name: 'proposals',
    component: () => import('@/proposals/list/ProposalListPage.vue'),
    meta: { title: 'nav.proposals' },
  },
  ...proposalRoutes,
  ...statisticsRoutes,
  ...reportRoutes,
  ...committeeRoutes,
  ...identityRoutes,
  ...ledgerRoutes,
  ...publicRoutes,
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('./NotFoundPage.vue'),
    meta: { title: 'common.notFound', anonymous: true },
  },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

/** Where to go instead of `to`, or true to go on. */
export async function guard(to: RouteLocationNormalized) {
  // Visitors of public pages are not asked who they are, unless this browser has been signed in.
  if (to.meta.anonymous && !wasSignedIn()) return true
  const me = await loadMe()
  const start = () => ({ name: home(new Set(me?.permissions)) })
  if (to.name === 'sign-in') return me && !me.must_change_password ? start() : true
  if (to.meta.anonymous) return true
  if (!me) return { name: 'sign-in', query: to.fullPath === '/tasks' ? {} : { next: to.fullPath } }
  if (me.must_change_password && to.name !== 'change-password') return { name: 'change-password' }
  const any = to.meta.any
  if (any && !any.some((permission) => me.permissions.includes(permission))) return start()
  // "/tasks" is where everyone is sent; who has no tasks by his office starts elsewhere.
  if (to.name === 'tasks' && start().name !== 'tasks') return start()
  return true
}

router.beforeEach(guard)

router.afterEach(async (to, from, failure) => {
  if (failure) return
  const { t } = i18n.global
  document.title = to.meta.title ? `${t(to.meta.title)} · ${t('common.product')}` : t('common.product')
  // A reader of the screen starts at the new page's content, not in the middle of the menu.
  if (from.name && to.path !== from.path) {
    await nextTick()
    document.getElementById('main')?.focus({ preventScroll: true })
  }
})
