import type { RouteRecordRaw } from 'vue-router'

export const publicRoutes: RouteRecordRaw[] = [
  {
    path: '/public',
    name: 'portal',
    component: () => import('./PortalPage.vue'),
    meta: { title: 'nav.portal', anonymous: true },
  },
  {
    path: '/public/:committee',
    name: 'portal-committee',
    component: () => import('./PublicListPage.vue'),
    meta: { title: 'nav.portal', anonymous: true },
  },
  {
    path: '/public/:committee/:id',
    name: 'public-proposal',
    component: () => import('./PublicProposalPage.vue'),
    meta: { title: 'nav.portal', anonymous: true },
  },
]
