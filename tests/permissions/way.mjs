// Brings a proposal into a state by the ordinary way, and knows a good body for every action.
import { dayFromNow } from '../support/district.mjs';

const TEXT =
  '近年来,我区老旧小区加装电梯的需求持续增长,但在推进中仍存在意见难统一、资金筹措难、管线迁改慢等情况。经走访座谈,提出如下建议。';

export function draft(title, more = {}) {
  return {
    title,
    body: TEXT,
    suggestions: '一、制定指引;二、并联审批;三、明确责任。',
    category: 'SOCIETY',
    consents_to_publication: true,
    ...more,
  };
}
export function reply(resultClass = 'A') {
  return {
    document_number: '〔示范〕1号',
    result_class: resultClass,
    signed_by: '单位负责人',
    contact_name: '经办同志',
    contact_phone: '000-00000000',
    done: '已完成首批。',
    planned: '年内完成第二批。',
    not_adopted: '',
    body: '您提出的提案收悉,现答复如下。',
    publishable: true,
    ...(resultClass === 'B' ? { planned_until: dayFromNow(120) } : {}),
  };
}

// The state before, and who does what to come here: [person, action, body].
const extension = { until: dayFromNow(140), reason: '需要立项' };
const explained = { explanation: '经审查作出此决定。' };
const satisfied = { attitude: 'SATISFIED', result: 'SATISFIED' };
const BEFORE = {
  COSIGNING: [
    'DRAFT',
    ['first', 'invite', { cosigners: ['cosigner', 'invited'] }],
    ['cosigner', 'cosign', { sign: true }],
  ],
  SUBMITTED: ['COSIGNING', ['first', 'submit', {}]],
  PRELIM_REVIEW: ['SUBMITTED', ['proposal_committee', 'take', {}]],
  REVIEW: ['PRELIM_REVIEW', ['proposal_committee', 'preliminary', { result: 'FILED' }]],
  RETURNED_FOR_REVISION: [
    'REVIEW',
    ['proposal_committee', 'review', { result: 'RETURNED_FOR_REVISION', ...explained }],
  ],
  NOT_FILED: ['REVIEW', ['proposal_committee', 'review', { result: 'NOT_FILED', reason: 'EMPTY', ...explained }]],
  TO_SUGGESTION: ['REVIEW', ['proposal_committee', 'review', { result: 'TO_SUGGESTION', ...explained }]],
  TO_OPINION_REPORT: [
    'REVIEW',
    ['proposal_committee', 'review', { result: 'TO_OPINION_REPORT', proposer_consulted: true, ...explained }],
  ],
  AS_LETTER: ['REVIEW', ['proposal_committee', 'review', { result: 'AS_LETTER', ...explained }]],
  WITHDRAWN: ['REVIEW', ['first', 'withdraw', { reason: '情况已经改变' }]],
  MERGED: [
    'REVIEW',
    ['proposal_committee', 'review', { result: 'MERGED', main_id: 'main', proposer_consulted: true, ...explained }],
  ],
  FILED: ['REVIEW', ['proposal_committee', 'review', { result: 'FILED' }]],
  ASSIGNING: ['FILED', ['proposal_committee', 'propose-handlers', { units: [{ unit_id: 'unit', role: 'SOLE' }] }]],
  ASSIGNED: ['ASSIGNING', ['office_gov', 'assign', { units: [{ unit_id: 'unit', role: 'SOLE' }] }]],
  RETURN_REQUESTED: ['ASSIGNED', ['officer', 'request-return', { reason: 'NOT_OUR_DUTY', note: '不属于本单位职责' }]],
  'ASSIGNED, return denied': [
    'RETURN_REQUESTED',
    ['office_gov', 'decide-return', { grant: false, note: '属于该单位职责' }],
  ],
  ACCEPTED: ['ASSIGNED', ['officer', 'accept', {}]],
  HANDLING: [
    'ACCEPTED',
    ['officer', 'contact', { moment: 'BEFORE', method: 'PHONE', person: '方晓岚', held_on: dayFromNow(0) }],
  ],
  EXTENSION_REQUESTED: ['HANDLING', ['officer', 'request-extension', extension]],
  REPLY_DRAFTED: ['ACCEPTED', ['officer', 'draft-reply', reply('A')]],
  REPLY_UNDER_CHECK: ['REPLY_DRAFTED', ['leader', 'sign-reply', {}]],
  REPLY_SENT_BACK: ['REPLY_UNDER_CHECK', ['office_gov', 'check-reply', { pass: false, note: '没有正面回答' }]],
  REPLIED: [
    'ACCEPTED',
    ['officer', 'draft-reply', reply('B')],
    ['leader', 'sign-reply', {}],
    ['office_gov', 'check-reply', { pass: true }],
  ],
  FEEDBACK_DONE: ['REPLIED', ['first', 'feedback', satisfied], ['cosigner', 'feedback', satisfied]],
  REHANDLING: ['FEEDBACK_DONE', ['proposal_committee', 'rehandle', { reason: '没有回应主要建议' }]],
  TRACKING: ['FEEDBACK_DONE', ['proposal_committee', 'close', {}]],
  CLOSED: ['TRACKING', ['proposal_committee', 'record-promise', { state: 'KEPT', note: '已实地查看' }]],
  ARCHIVED: ['CLOSED', ['proposal_committee', 'archive', {}]],
  'FILED, candidate': ['FILED', ['proposal_committee', 'nominate-key', { reason: '群众关心' }]],
  'HANDLING, key': [
    'HANDLING',
    ['proposal_committee', 'nominate-key', { reason: '群众关心' }],
    ['chair', 'decide-key', 'decide-key'],
  ],
  'CLOSED, released': ['CLOSED', ['proposal_committee', 'release', { with_reply: true }]],
};

export class Way {
  // `clients`: by person; `ids`: { persons, unit, special_committee, accounts }.
  constructor(clients, ids) {
    Object.assign(this, { clients, ids });
  }
  fill(body) {
    const words = {
      cosigner: this.ids.persons.cosigner,
      invited: this.ids.persons.invited,
      main: this.main,
      unit: this.ids.unit,
    };
    return JSON.parse(JSON.stringify(body), (key, value) =>
      typeof value === 'string' && value in words && key !== 'role' ? words[value] : value,
    );
  }
  // A body with which `action` goes through, when its time has come; `person` matters for feedback on paper.
  body(action, person, view) {
    switch (action) {
      case 'edit':
        return draft('关于另一个写法的提案');
      case 'invite':
        return { cosigners: [this.ids.persons.stranger] };
      case 'cosign':
        return { sign: true };
      case 'withdraw':
        return { reason: '情况已经改变' };
      case 'preliminary':
      case 'review':
        return { result: 'FILED' };
      case 'merge':
        return { main_id: this.main, explanation: '内容相同', proposer_consulted: true };
      case 'propose-handlers':
      case 'assign':
        return { units: [{ unit_id: this.ids.unit, role: 'SOLE' }] };
      case 'feedback':
        return ['proposal_committee', 'office'].includes(person)
          ? { ...satisfied, person_id: this.ids.persons.first }
          : satisfied;
      case 'rehandle':
      case 'nominate-key':
      case 'unrelease':
      case 'return-draft':
        return { reason: '按规定办理' };
      case 'record-promise':
        return { state: 'KEPT', note: '已实地查看' };
      case 'decide-key':
        return {
          key: true,
          note: '主席会议通过',
          special_committee_id: this.ids.special_committee,
          handling_leader_account_id: this.ids.accounts.party_gov_leader,
          supervising_leader_account_id: this.ids.accounts.vice_chair,
        };
      case 'supervise':
        return { form: 'SITE_VISIT', held_on: dayFromNow(0), place: '现场', participants: '提案人', note: '了解进展' };
      case 'supervision-report':
      case 'instruct':
      case 'co-opinion':
      case 'handling-plan':
      case 'urge':
        return { text: '请抓紧办理。' };
      case 'release':
        return { with_reply: view.replies.some((one) => one.state === 'SENT') };
      case 'request-return':
        return { reason: 'NOT_OUR_DUTY', note: '不属于本单位职责' };
      case 'decide-return':
        return { grant: false, note: '属于该单位职责' };
      case 'contact':
        return { moment: 'DURING', method: 'PHONE', person: '方晓岚', held_on: dayFromNow(0) };
      case 'request-extension':
        return extension;
      case 'decide-extension':
        return { grant: true, note: '同意延期' };
      case 'draft-reply':
        return reply('A');
      case 'check-reply':
        return { pass: true };
      default:
        return {};
    }
  }
  // Method and path of an action; of an assignment or a promise that does not exist yet, id 1.
  target(action, on, view) {
    const living = view.assignments.filter((one) => one.state !== 'VOID').at(-1)?.id ?? '1';
    if (on === 'promise') return ['POST', `/api/v1/promises/${view.promises[0]?.id ?? '1'}/record`];
    if (on === 'assignment') return ['POST', `/api/v1/assignments/${living}/${action}`];
    if (action === 'edit') return ['PUT', `/api/v1/proposals/${view.proposal.id}`];
    if (action === 'delete') return ['DELETE', `/api/v1/proposals/${view.proposal.id}`];
    return ['POST', `/api/v1/proposals/${view.proposal.id}/${action}`];
  }
  async call(person, action, on, view) {
    const [method, path] = this.target(action, on, view);
    const headers = action === 'edit' ? { 'if-match': `"${view.proposal.version}"` } : {};
    return this.clients[person].send(
      method,
      path,
      method === 'DELETE' ? undefined : this.body(action, person, view),
      headers,
    );
  }
  // What the staff see, or the first proposer while it is a draft.
  async view(id) {
    const answer = await this.clients.proposal_committee.send('GET', `/api/v1/proposals/${id}`);
    return answer.status === 200 ? answer.body : this.clients.first.get(`/proposals/${id}`);
  }
  async bring(state, title) {
    if (state === 'DRAFT') return this.clients.first.post('/proposals', draft(title), { once: true });
    const [before, ...steps] = BEFORE[state];
    let view = await this.bring(before, title);
    for (const [person, action, given] of steps) {
      const on =
        action === 'record-promise'
          ? 'promise'
          : ['propose-handlers', 'assign'].includes(action) || !ASSIGNMENT.has(action)
            ? 'proposal'
            : 'assignment';
      view = await this.view(view.proposal.id);
      const [method, path] = this.target(action, on, view);
      await this.clients[person].ask(
        method,
        path,
        typeof given === 'string' ? this.body(given, person, view) : this.fill(given),
      );
    }
    return this.view(view.proposal.id);
  }
}
const ASSIGNMENT = new Set([
  'accept',
  'request-return',
  'decide-return',
  'contact',
  'handling-plan',
  'request-extension',
  'decide-extension',
  'draft-reply',
  'sign-reply',
  'return-draft',
  'check-reply',
  'urge',
]);
