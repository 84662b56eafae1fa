// Pages about proposals (the list lives in ./list and is declared in app/router.ts).
import type { RouteRecordRaw } from 'vue-router'
import { desks } from './desks/desks'

const write = () => import('./write/WritePage.vue')
const desk = () => import('./desks/DeskPage.vue')

export const proposalRoutes: RouteRecordRaw[] = [
  {
    path: '/proposals/new',
    name: 'proposal-new',
    component: write,
    meta: { title: 'nav.write', any: ['proposal.write', 'proposal.write_collective'] },
  },
  {
    path: '/proposals/:id(\\d+)',
    name: 'proposal',
    component: () => import('./page/ProposalPage.vue'),
    meta: { title: 'nav.proposals' },
  },
  {
    path: '/proposals/:id(\\d+)/edit',
    name: 'proposal-edit',
    component: write,
    meta: { title: 'nav.write', any: ['proposal.write', 'proposal.write_collective'] },
  },
  ...desks.map((one): RouteRecordRaw => ({
    path: `/desks/${one.name}`,
    name: one.name,
    component: desk,
    props: { name: one.name },
    meta: { title: one.title, any: one.any },
  })),
  {
    path: '/look-backs',
    name: 'look-backs',
    component: () => import('./lookback/LookBacksPage.vue'),
    meta: { title: 'nav.lookBacks', any: ['proposal.look_back'] },
  },
  {
    path: '/look-backs/:id(\\d+)',
    name: 'look-back',
    component: () => import('./lookback/LookBackPage.vue'),
    meta: { title: 'nav.lookBacks', any: ['proposal.look_back'] },
  },
]
