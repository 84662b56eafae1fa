import type { RouteRecordRaw } from 'vue-router'

export const statisticsRoutes: RouteRecordRaw[] = [
  {
    path: '/statistics',
    name: 'statistics',
    component: () => import('./StatisticsPage.vue'),
    meta: { title: 'nav.statistics', any: ['proposal.statistics'] },
  },
  {
    path: '/statistics/:code',
    name: 'statistics-records',
    component: () => import('./RecordsPage.vue'),
    meta: { title: 'nav.statistics', any: ['proposal.statistics'] },
  },
]
