// Which form opens for which action, and how its button looks. The server says which actions are open to whom; the order
// here is the order of the buttons. An action the page does not know is not shown.
import { defineAsyncComponent, type Component } from 'vue'

export interface ActionSpec {
  code: string
  form: Component
  tone: 'primary' | 'plain' | 'danger'
  /** Does not move the proposal on: shown behind the others. */
  side?: boolean
}

const form = (load: () => Promise<{ default: Component }>) => defineAsyncComponent(load)
const simple = form(() => import('./SimpleForm.vue'))

const specs: ActionSpec[] = [
  { code: 'cosign', form: form(() => import('./CosignForm.vue')), tone: 'primary' },
  { code: 'invite', form: form(() => import('./InviteForm.vue')), tone: 'primary' },
  { code: 'submit', form: simple, tone: 'primary' },
  { code: 'second', form: simple, tone: 'plain', side: true },
  { code: 'take', form: simple, tone: 'primary' },
  { code: 'preliminary', form: form(() => import('./ReviewForm.vue')), tone: 'primary' },
  { code: 'review', form: form(() => import('./ReviewForm.vue')), tone: 'primary' },
  { code: 'assign', form: form(() => import('./AssignForm.vue')), tone: 'primary' },
  { code: 'propose-handlers', form: form(() => import('./AssignForm.vue')), tone: 'primary' },
  { code: 'merge', form: form(() => import('./MergeForm.vue')), tone: 'plain', side: true },
  { code: 'accept', form: simple, tone: 'primary' },
  { code: 'decide-return', form: form(() => import('./DecideReturnForm.vue')), tone: 'primary' },
  { code: 'decide-extension', form: form(() => import('./DecideExtensionForm.vue')), tone: 'primary' },
  { code: 'sign-reply', form: form(() => import('./SignReplyForm.vue')), tone: 'primary' },
  { code: 'check-reply', form: form(() => import('./CheckReplyForm.vue')), tone: 'primary' },
  { code: 'co-opinion', form: simple, tone: 'primary' },
  { code: 'draft-reply', form: form(() => import('./DraftReplyForm.vue')), tone: 'primary' },
  { code: 'contact', form: form(() => import('./ContactForm.vue')), tone: 'plain' },
  { code: 'handling-plan', form: simple, tone: 'plain' },
  { code: 'request-extension', form: form(() => import('./RequestExtensionForm.vue')), tone: 'plain', side: true },
  { code: 'request-return', form: form(() => import('./RequestReturnForm.vue')), tone: 'plain', side: true },
  { code: 'return-draft', form: simple, tone: 'plain', side: true },
  { code: 'feedback', form: form(() => import('./FeedbackForm.vue')), tone: 'primary' },
  { code: 'end-feedback', form: simple, tone: 'plain' },
  { code: 'rehandle', form: form(() => import('./RehandleForm.vue')), tone: 'plain' },
  { code: 'close', form: simple, tone: 'primary' },
  { code: 'archive', form: simple, tone: 'plain' },
  { code: 'record-promise', form: form(() => import('./PromiseForm.vue')), tone: 'plain' },
  { code: 'decide-key', form: form(() => import('./DecideKeyForm.vue')), tone: 'primary' },
  { code: 'nominate-key', form: simple, tone: 'plain', side: true },
  { code: 'supervise', form: form(() => import('./SuperviseForm.vue')), tone: 'plain' },
  { code: 'supervision-report', form: simple, tone: 'plain' },
  { code: 'instruct', form: simple, tone: 'primary' },
  { code: 'release', form: form(() => import('./ReleaseForm.vue')), tone: 'plain', side: true },
  { code: 'unrelease', form: simple, tone: 'danger', side: true },
  { code: 'urge', form: simple, tone: 'plain', side: true },
  { code: 'withdraw', form: simple, tone: 'danger', side: true },
]

const byCode = new Map(specs.map((spec, order) => [spec.code, { ...spec, order }]))

export function actionSpec(code: string) {
  return byCode.get(code)
}
