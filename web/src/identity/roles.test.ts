import { expect, it } from 'vitest'
import type { Schemas } from '@/api/types'
import { browserOf } from './browser'
import { excludes } from './useRoles'

const role = (code: string, ...others: string[]): Schemas['RoleView'] => ({
  code,
  title: { zh: code, zh_hant: code, en: code },
  organisation_kind: '',
  permissions: [],
  excludes: others,
})

it('an administrator excludes every other role, asked in either order', () => {
  expect(excludes(role('SYS_ADMIN', '*'), role('MEMBER'))).toBe(true)
  expect(excludes(role('MEMBER'), role('SYS_ADMIN', '*'))).toBe(true)
  expect(excludes(role('MEMBER'), role('SECTOR_CONVENER'))).toBe(false)
  expect(excludes(role('SYS_ADMIN', '*'), role('SYS_ADMIN', '*'))).toBe(false)
})

it('devices are told by what their owners know', () => {
  expect(
    browserOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0'),
  ).toBe('Edge · Windows')
  expect(browserOf('')).toBe('')
})
