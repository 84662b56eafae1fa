// What FormDialog and FormField share: the faults found here or told by the server, and whether a request is on its way.
import { inject, provide, type InjectionKey, type Ref } from 'vue'

export type Faults = Record<string, string>

export interface FormState {
  faults: Ref<Faults>
  busy: Ref<boolean>
}

const key: InjectionKey<FormState> = Symbol('proposal form')

export function provideForm(state: FormState): void {
  provide(key, state)
}

export function useForm(): FormState | undefined {
  return inject(key, undefined)
}

/** "/units/0/unit_id" and "units" both belong to the field "units". */
export function fieldOf(pointer: string | undefined): string {
  return (pointer ?? '').replace(/^\//, '').split('/')[0] ?? ''
}

/** Code points, as the server counts text (not UTF-16 units). */
export function lengthOf(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The required ones that are empty, each with `message`. */
export function missing(values: Record<string, unknown>, message: string): Faults {
  const faults: Faults = {}
  for (const [name, value] of Object.entries(values)) {
    const empty =
      value === undefined ||
      value === null ||
      (typeof value === 'string' && value.trim() === '') ||
      (Array.isArray(value) && value.length === 0)
    if (empty) faults[name] = message
  }
  return faults
}
