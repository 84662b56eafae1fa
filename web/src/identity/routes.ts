import type { RouteRecordRaw } from 'vue-router'

export const identityRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { title: 'identity.signIn', anonymous: true, bare: true },
  },
  {
    path: '/password',
    name: 'change-password',
    component: () => import('./PasswordPage.vue'),
    meta: { title: 'identity.changePassword' },
  },
  {
    path: '/profile',
    name: 'profile',
    component: () => import('./ProfilePage.vue'),
    meta: { title: 'identity.profile' },
  },
  {
    path: '/devices',
    name: 'web-sessions',
    component: () => import('./WebSessionsPage.vue'),
    meta: { title: 'identity.sessions' },
  },
  { path: '/notices', name: 'notices', component: () => import('./NoticesPage.vue'), meta: { title: 'notice.title' } },
  {
    path: '/members',
    name: 'members',
    component: () => import('./MembersPage.vue'),
    meta: { title: 'nav.members', any: ['proposal.write', 'proposal.read_all'] },
  },
  {
    path: '/person-changes',
    name: 'person-changes',
    component: () => import('./PersonChangesPage.vue'),
    meta: { title: 'nav.personChanges', any: ['organisation.manage'] },
  },
  {
    path: '/accounts',
    name: 'accounts',
    component: () => import('./AccountsPage.vue'),
    meta: { title: 'nav.accounts', any: ['account.manage'] },
  },
  {
    path: '/roles',
    name: 'roles',
    component: () => import('./RolesPage.vue'),
    meta: { title: 'nav.roles', any: ['role.grant'] },
  },
]
