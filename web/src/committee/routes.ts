import type { RouteRecordRaw } from 'vue-router'

export const committeeRoutes: RouteRecordRaw[] = [
  {
    path: '/organisations',
    name: 'organisations',
    component: () => import('./OrganisationsPage.vue'),
    meta: { title: 'nav.organisations', any: ['organisation.read'] },
  },
  {
    path: '/sessions',
    name: 'sessions',
    component: () => import('./SessionsPage.vue'),
    meta: { title: 'nav.sessions', any: ['organisation.read'] },
  },
  {
    path: '/calendar',
    name: 'calendar',
    component: () => import('./CalendarPage.vue'),
    meta: { title: 'nav.calendar' },
  },
]
