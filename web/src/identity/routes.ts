import type { RouteRecordRaw } from 'vue-router'

export const identityRoutes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'sign-in', component: () => import('./SignInPage.vue'), meta: { title: 'identity.signIn', anonymous: true, bare: true } },
  { path: '/password', name: 'change-password', component: () => import('./PasswordPage.vue'), meta: { title: 'identity.changePassword' } },
]
