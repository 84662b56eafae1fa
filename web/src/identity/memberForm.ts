// What the office enters of a member, and what of it is sent.
import type { Schemas } from '@/api/types'

type Body = Schemas['MemberBody']
type Patch = Schemas['MemberPatch']
type Membership = Schemas['Membership']

const personal = ['name', 'gender', 'phone', 'email', 'address', 'postcode'] as const
const placed = [
  'member_number',
  'sector_id',
  'special_committee_id',
  'activity_group_id',
  'party',
  'cppcc_post',
] as const
const worked = ['employer', 'post'] as const
export const memberFields = [...personal, ...worked, ...placed] as const

export type MemberForm = Record<(typeof memberFields)[number], string> & {
  standing: boolean
  status: Schemas['MembershipStatus']
}

export function blankMember(): MemberForm {
  const texts = Object.fromEntries(memberFields.map((name) => [name, ''])) as Record<
    (typeof memberFields)[number],
    string
  >
  return { ...texts, standing: false, status: 'ACTIVE' }
}

export function memberFormOf(membership: Membership): MemberForm {
  const form = blankMember()
  for (const name of [...worked, ...placed]) form[name] = membership[name] ?? ''
  form.standing = membership.standing
  form.status = membership.status
  return form
}

/** Of a person who is known already (`personId`) his own data stays as it is: he changes it himself, with approval. */
export function memberBody(form: MemberForm, personId = ''): Body {
  const body: Body = personId ? { person_id: personId } : {}
  for (const name of [...(personId ? [] : personal), ...worked, ...placed]) {
    const value = form[name].trim()
    if (value) body[name] = value
  }
  if (form.standing) body.standing = true
  return body
}

/** Only what was changed. A place left empty is taken away. */
export function memberPatch(form: MemberForm, membership: Membership): Patch {
  const before = memberFormOf(membership)
  const patch: Patch = {}
  const clear: string[] = []
  for (const name of [...worked, ...placed]) {
    const value = form[name].trim()
    if (value === before[name]) continue
    if (!value && name.endsWith('_id')) clear.push(name)
    else patch[name] = value
  }
  if (clear.length) patch.clear = clear
  if (form.standing !== before.standing) patch.standing = form.standing
  if (form.status !== before.status) patch.status = form.status
  return patch
}

/** After another's change: the newest entry, with what was changed here kept. */
export function rebased(form: MemberForm, before: Membership, now: Membership): MemberForm {
  const old = memberFormOf(before)
  const fresh = memberFormOf(now)
  const mine = Object.fromEntries(
    Object.entries(form).filter(([name, value]) => value !== old[name as keyof MemberForm]),
  )
  return { ...fresh, ...mine }
}
