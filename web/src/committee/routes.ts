import type { RouteRecordRaw } from 'vue-router'

export const committeeRoutes: RouteRecordRaw[] = []
