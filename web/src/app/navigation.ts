// What the menu offers, by permission. An entry whose page does not exist is never shown (see AppShell).
export type NavGroup = 'work' | 'records' | 'committee' | 'administration'

export interface NavItem {
  route: string // name of the route
  text: string // key of the catalogue
  icon: string
  group: NavGroup
  any?: readonly string[] // shown to who has one of these permissions; absent: to everyone signed in
  dealing?: true // shown to who deals with proposals in any way
  phone?: number // place in the phone's bottom bar, where few fit
}

export const navigation: readonly NavItem[] = [
  { route: 'tasks', text: 'nav.tasks', icon: 'tasks', group: 'work', dealing: true, phone: 1 },
  { route: 'proposals', text: 'nav.proposals', icon: 'proposals', group: 'work', dealing: true, phone: 2 },
  {
    route: 'proposal-new',
    text: 'nav.write',
    icon: 'write',
    group: 'work',
    any: ['proposal.write', 'proposal.write_collective'],
    phone: 3,
  },
  {
    route: 'review',
    text: 'nav.review',
    icon: 'review',
    group: 'work',
    any: ['proposal.prelim_review', 'proposal.review'],
    phone: 3,
  },
  {
    route: 'assign',
    text: 'nav.assign',
    icon: 'assign',
    group: 'work',
    any: ['proposal.propose_handlers', 'proposal.assign', 'proposal.decide_return', 'proposal.decide_extension'],
    phone: 4,
  },
  {
    route: 'unit-inbox',
    text: 'nav.inbox',
    icon: 'inbox',
    group: 'work',
    any: ['proposal.accept', 'proposal.draft_reply', 'proposal.sign_reply', 'proposal.co_opinion'],
    phone: 3,
  },
  {
    route: 'reply-check',
    text: 'nav.replyCheck',
    icon: 'check',
    group: 'work',
    any: ['proposal.check_reply'],
    phone: 3,
  },
  {
    route: 'feedback',
    text: 'nav.feedback',
    icon: 'feedback',
    group: 'work',
    any: ['proposal.write', 'proposal.enter_feedback', 'proposal.rehandle'],
  },
  {
    route: 'key-proposals',
    text: 'nav.keyProposals',
    icon: 'key',
    group: 'work',
    any: ['proposal.nominate_key', 'proposal.decide_key', 'proposal.supervise'],
  },
  { route: 'overdue', text: 'proposals.desk.overdue', icon: 'bell', group: 'work', any: ['proposal.urge'] },
  { route: 'release', text: 'proposals.desk.release', icon: 'portal', group: 'work', any: ['proposal.release'] },
  { route: 'look-backs', text: 'nav.lookBacks', icon: 'lookBack', group: 'work', any: ['proposal.look_back'] },
  { route: 'statistics', text: 'nav.statistics', icon: 'statistics', group: 'records', any: ['proposal.statistics'] },
  { route: 'reports', text: 'nav.reports', icon: 'reports', group: 'records', any: ['report.read'] },
  { route: 'portal', text: 'nav.portal', icon: 'portal', group: 'records' },
  {
    route: 'members',
    text: 'nav.members',
    icon: 'members',
    group: 'committee',
    any: ['proposal.write', 'proposal.read_all'],
  },
  {
    route: 'person-changes',
    text: 'nav.personChanges',
    icon: 'changes',
    group: 'committee',
    any: ['organisation.manage'],
  },
  {
    route: 'organisations',
    text: 'nav.organisations',
    icon: 'organisations',
    group: 'committee',
    any: ['organisation.read'],
  },
  { route: 'sessions', text: 'nav.sessions', icon: 'sessions', group: 'committee', any: ['organisation.read'] },
  { route: 'calendar', text: 'nav.calendar', icon: 'calendar', group: 'committee' },
  {
    route: 'accounts',
    text: 'nav.accounts',
    icon: 'accounts',
    group: 'administration',
    any: ['account.manage'],
    phone: 1,
  },
  { route: 'roles', text: 'nav.roles', icon: 'roles', group: 'administration', any: ['role.grant'], phone: 1 },
  { route: 'ledger', text: 'nav.ledger', icon: 'ledger', group: 'administration', any: ['ledger.read'], phone: 1 },
]

/** The three administrators and the auditor have nothing to do with proposals: the server gives them none. */
export function dealsWithProposals(permissions: ReadonlySet<string>): boolean {
  return [...permissions].some((permission) => permission.startsWith('proposal.'))
}

export function visible(permissions: ReadonlySet<string>, has: (route: string) => boolean): NavItem[] {
  return navigation.filter(
    (item) =>
      has(item.route) &&
      (!item.any || item.any.some((permission) => permissions.has(permission))) &&
      (!item.dealing || dealsWithProposals(permissions)),
  )
}

/** Where one starts: the tasks, or for an administrator the first page of his own work. */
export function home(permissions: ReadonlySet<string>): string {
  const mine = visible(permissions, () => true)
  const first =
    mine.find((item) => item.group === 'work') ?? mine.find((item) => item.group === 'administration') ?? mine[0]
  return first!.route
}

/** At most four for the phone's bar: one a place, in the order of the places. */
export function phoneBar(items: readonly NavItem[]): NavItem[] {
  const taken = new Map<number, NavItem>()
  for (const item of items) {
    if (item.phone && !taken.has(item.phone)) taken.set(item.phone, item)
  }
  return [...taken.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
    .slice(0, 4)
}
