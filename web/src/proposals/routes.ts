// Pages about proposals (the list lives in ./list and is declared in app/router.ts).
import type { RouteRecordRaw } from 'vue-router'

export const proposalRoutes: RouteRecordRaw[] = []
