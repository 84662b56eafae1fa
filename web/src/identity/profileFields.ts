import type { Schemas } from '@/api/types'

// In the order of the form.
export const profileFields = [
  'name',
  'gender',
  'phone',
  'email',
  'postcode',
  'address',
  'employer',
  'post',
] as const satisfies readonly (keyof Schemas['Profile'])[]
