import type { RouteRecordRaw } from 'vue-router'

const any = ['report.read']

export const reportRoutes: RouteRecordRaw[] = [
  {
    path: '/reports',
    name: 'reports',
    component: () => import('./ReportsPage.vue'),
    meta: { title: 'nav.reports', any },
  },
  {
    path: '/reports/compare',
    name: 'report-comparison',
    component: () => import('./ComparisonPage.vue'),
    meta: { title: 'nav.reports', any },
  },
  {
    path: '/reports/mappings',
    name: 'report-mappings',
    component: () => import('./MappingsPage.vue'),
    meta: { title: 'nav.reports', any },
  },
  {
    path: '/reports/:id(\\d+)',
    name: 'report',
    component: () => import('./ReportPage.vue'),
    meta: { title: 'nav.reports', any },
  },
  {
    path: '/indicators/:code/records',
    name: 'indicator-records',
    component: () => import('./RecordsPage.vue'),
    meta: { title: 'nav.reports', any: ['proposal.statistics'] },
  },
]
