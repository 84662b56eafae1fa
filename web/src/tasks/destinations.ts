// Where all of a group of tasks is worked off. The codes are the last parts of the actions' routes.
const desks: Record<string, string> = {
  take: 'review',
  preliminary: 'review',
  review: 'review',
  'propose-handlers': 'assign',
  assign: 'assign',
  'decide-return': 'assign',
  'decide-extension': 'assign',
  accept: 'unit-inbox',
  'draft-reply': 'unit-inbox',
  'sign-reply': 'unit-inbox',
  'co-opinion': 'unit-inbox',
  contact: 'unit-inbox',
  'handling-plan': 'unit-inbox',
  'check-reply': 'reply-check',
  feedback: 'feedback',
  'end-feedback': 'feedback',
  rehandle: 'feedback',
  'decide-key': 'key-proposals',
  supervise: 'key-proposals',
  'supervision-report': 'key-proposals',
  instruct: 'key-proposals',
}

export function destination(code: string): { name: string } {
  return { name: desks[code] ?? 'proposals' }
}
