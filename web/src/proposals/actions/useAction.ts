// Sends one action to its route, with the version the person has seen, so that nobody overwrites what he has not read.
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { postAction } from '../api'
import type { ActionProps } from '../types'

export function useAction(props: ActionProps) {
  const { t, te } = useI18n()
  const assignment = computed(() => props.view.assignments.find((one) => one.id === props.assignmentId))
  const promise = computed(() => props.view.promises.find((one) => one.id === props.promiseId))

  function path(): string {
    if (props.promiseId) return `/promises/${props.promiseId}/record`
    if (props.assignmentId) return `/assignments/${props.assignmentId}/${props.code}`
    return `/proposals/${props.view.proposal.id}/${props.code}`
  }
  const send = (body: object) => postAction(path(), body, props.view.proposal.version)

  /** A text of this action: "title", "intro", "submit"; "" where it has none. */
  function text(part: string): string {
    const key = `proposals.action.${props.code}.${part}`
    return te(key) ? t(key, { unit: assignment.value?.unit_name ?? '' }) : ''
  }
  /** Title, introduction and button of the dialog. */
  const frame = computed(() => ({
    title: text('title') || text('label'),
    intro: text('intro'),
    submitLabel: text('submit') || text('label'),
    state: props.view.proposal.state,
  }))
  return { send, text, frame, assignment, promise }
}
