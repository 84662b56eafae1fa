// Takes a proposal a random but legal step further: someone who may act does one of the things his page offers.
import { dayFromNow } from '../support/district.mjs';

const explained = '经审查作出此决定,已与提案人沟通。';
// What is not a step forward, or is done by the test itself.
const SKIPPED = new Set(['urge', 'end-feedback', 'unrelease', 'supervision-report', 'instruct', 'decide-key', 'merge']);
const END = new Set([
  'NOT_FILED',
  'TO_SUGGESTION',
  'TO_OPINION_REPORT',
  'AS_LETTER',
  'WITHDRAWN',
  'MERGED',
  'ARCHIVED',
]);
export const ended = (view) => END.has(view.proposal.state);

export class Walk {
  // `clients`: proposal_committee, chair, office_gov, office_party, officers and leaders by unit id; `units`: ids.
  constructor(chance, clients, units) {
    Object.assign(this, { chance, clients, units, mains: [], taken: new Map() });
  }
  client(who, assignment) {
    if (who === 'officer' || who === 'leader') return this.clients[`${who}s`].get(assignment.unit_id);
    return this.clients[who];
  }
  async view(id, who = 'proposal_committee') {
    return this.clients[who].get(`/proposals/${id}`);
  }
  // Every step open to anyone now: [client, code, assignment].
  async steps(view) {
    const seen = [['proposal_committee', this.clients.proposal_committee]];
    for (const a of view.assignments.filter((one) => !['VOID', 'PROPOSED'].includes(one.state))) {
      seen.push(['officer', this.client('officer', a)], ['leader', this.client('leader', a)]);
    }
    for (const who of ['office_gov', 'office_party']) seen.push([who, this.clients[who]]);
    const found = [];
    for (const client of new Set(seen.map(([, one]) => one))) {
      const { status, body } = await client.send('GET', `/api/v1/proposals/${view.proposal.id}`);
      if (status !== 200) continue;
      for (const { code, assignment_id: id } of body.actions) {
        if (!SKIPPED.has(code)) found.push([client, code, view.assignments.find((one) => one.id === id)]);
      }
    }
    return found;
  }
  // The step, of those open, that chance takes; steps that lead nowhere new come seldom.
  choose(view, steps) {
    const side = {
      contact: 0.25,
      'handling-plan': 1,
      release: 0.1,
      supervise: 0.2,
      'nominate-key': 0.05,
      'request-return': 0.15,
      'request-extension': 0.1,
      'return-draft': 0.1,
      'propose-handlers': 0.3,
      rehandle: 0.2,
    };
    const open = steps.filter(([, code, a]) => {
      if (code === 'contact') return a.state === 'ACCEPTED' && this.chance.chance(side.contact);
      if (code === 'handling-plan') return a.handling_plan === '';
      if (code === 'record-promise') return view.promises.some((one) => one.state === 'OPEN');
      if (code === 'rehandle')
        return (
          view.proposal.round < 3 && (view.proposal.satisfaction_result === 'UNSATISFIED' || this.chance.chance(0.02))
        );
      if (code === 'close' && view.proposal.satisfaction_result === 'UNSATISFIED')
        return view.proposal.round >= 3 || this.chance.chance(0.2);
      if (code === 'sign-reply')
        return (
          view.assignments.every((one) => one.role !== 'CO' || ['VOID', 'OPINION_GIVEN'].includes(one.state)) &&
          (view.proposal.key_state !== 'KEY' || a.handling_plan !== '')
        );
      // Released already: only a reply that may be published is news.
      if (
        code === 'release' &&
        view.proposal.released_at &&
        !view.replies.some((one) => one.state === 'SENT' && one.publishable)
      )
        return false;
      if (code === 'return-draft')
        return view.proposal.key_state === 'KEY' && a.handling_plan === '' ? true : this.chance.chance(side[code]);
      if (code === 'draft-reply') return a.state !== 'REPLY_DRAFTED';
      if (code === 'request-extension')
        return view.proposal.round < 2 && a.extension_until == null && this.chance.chance(side[code]);
      return code in side ? this.chance.chance(side[code]) : true;
    });
    return open.length > 0 ? this.chance.pick(open) : null;
  }
  choice() {
    const { chance } = this;
    const some = [...this.units].sort(() => chance.next() - 0.5);
    const shape = chance.pick(['SOLE', 'SOLE', 'LEAD_CO', 'SEPARATE']);
    if (shape === 'SOLE') return [{ unit_id: some[0], role: 'SOLE' }];
    if (shape === 'SEPARATE') return some.slice(0, 2).map((unit_id) => ({ unit_id, role: 'SEPARATE' }));
    return some.slice(0, chance.chance(0.5) ? 2 : 3).map((unit_id, i) => ({ unit_id, role: i === 0 ? 'LEAD' : 'CO' }));
  }
  reviewBody() {
    const { chance } = this;
    const result = chance.pick([
      'FILED',
      'FILED',
      'FILED',
      'FILED',
      'FILED',
      'FILED',
      'MERGED',
      'TO_SUGGESTION',
      'TO_OPINION_REPORT',
      'AS_LETTER',
      'NOT_FILED',
    ]);
    if (result === 'FILED') return { result, ...(chance.chance(0.3) ? { units: this.choice() } : {}) };
    if (result === 'MERGED' && this.mains.length === 0) return { result: 'AS_LETTER', explanation: explained };
    const more = {
      MERGED: { main_id: result === 'MERGED' ? chance.pick(this.mains) : '', proposer_consulted: true },
      TO_OPINION_REPORT: { proposer_consulted: true },
      NOT_FILED: { reason: chance.pick(['EMPTY', 'ACADEMIC', 'MULTI_MATTER', 'OUT_OF_JURISDICTION']) },
    };
    return { result, explanation: explained, ...more[result] };
  }
  reply() {
    const resultClass = this.chance.pick(['A', 'A', 'A', 'B', 'C']);
    return {
      document_number: '〔示范〕2号',
      result_class: resultClass,
      signed_by: '负责人',
      contact_name: '经办同志',
      contact_phone: '000-00000000',
      done: '已完成首批。',
      planned: resultClass === 'B' ? '年内完成。' : '',
      not_adopted: resultClass === 'C' ? '因条件限制。' : '',
      body: '您提出的提案收悉,现答复如下。',
      publishable: this.chance.chance(0.9),
      not_publishable_reason: '涉及未公开事项',
      ...(resultClass === 'B' ? { planned_until: dayFromNow(90) } : {}),
    };
  }
  // Who has not answered the present reply, this proposal's own and those merged into it: [proposal id, person id or null].
  async asked(view) {
    const list = [];
    for (const one of [view, ...(await Promise.all(view.merged.map((row) => this.view(row.id))))]) {
      const given = new Set(one.feedback.filter((f) => f.round === view.proposal.round).map((f) => f.person_id));
      const people = one.proposal.proposer_person_id
        ? one.signers.filter((s) => s.role !== 'SECONDER' && s.state === 'SIGNED').map((s) => s.person_id)
        : [null];
      for (const person of people)
        if (!given.has(person ?? '0') && !(person === null && given.size > 0)) list.push([one.proposal.id, person]);
    }
    return list;
  }
  async body(view, code) {
    const { chance } = this;
    switch (code) {
      case 'review':
        return this.reviewBody();
      case 'preliminary':
        return { result: 'FILED' };
      case 'propose-handlers':
      case 'assign':
        return { units: this.choice() };
      case 'request-return':
        return { reason: 'NOT_OUR_DUTY', note: '不属于本单位职责' };
      case 'decide-return': {
        const free = this.units.filter(
          (unit) => !view.assignments.some((one) => one.unit_id === unit && one.state !== 'VOID'),
        );
        const way = chance.pick(['deny', 'other', 'back']);
        return way === 'deny' || free.length === 0
          ? { grant: false, note: '属于该单位职责' }
          : { grant: true, note: '同意', ...(way === 'other' ? { unit_id: chance.pick(free) } : {}) };
      }
      case 'contact':
        return {
          moment: 'BEFORE',
          method: chance.pick(['FACE_TO_FACE', 'PHONE', 'MEETING']),
          person: '提案人',
          held_on: dayFromNow(0),
        };
      case 'co-opinion':
      case 'handling-plan':
        return { text: '支持,按职责配合。' };
      case 'request-extension':
        return { until: dayFromNow(130), reason: '需要立项' };
      case 'decide-extension':
        return { grant: chance.chance(0.7), note: '已研究' };
      case 'draft-reply':
        return this.reply();
      case 'check-reply':
        return chance.chance(0.85) ? { pass: true } : { pass: false, note: '没有正面回答' };
      case 'rehandle':
      case 'nominate-key':
      case 'return-draft':
        return { reason: '按规定办理' };
      case 'close':
        return { note: '已与提案人沟通' };
      case 'record-promise':
        return { state: chance.pick(['KEPT', 'KEPT', 'PARTLY', 'BROKEN']), note: '已查看' };
      case 'supervise':
        return { form: 'SITE_VISIT', held_on: dayFromNow(0), place: '现场', participants: '提案人', note: '了解进展' };
      case 'release':
        return { with_reply: view.replies.some((one) => one.state === 'SENT' && one.publishable) };
      default:
        return {};
    }
  }
  // One step; false where nobody can go on.
  async step(id) {
    const view = await this.view(id);
    if (ended(view)) return false;
    if (view.proposal.key_state === 'CANDIDATE') {
      await this.clients.chair.post(`/proposals/${id}/decide-key`, {
        key: this.chance.chance(0.6),
        note: '主席会议研究',
      });
      return true;
    }
    const chosen = this.choose(view, await this.steps(view));
    if (!chosen) return true; // chance declined every side step; the next time it may not
    const [client, code, assignment] = chosen;
    this.taken.set(code, (this.taken.get(code) ?? 0) + 1);
    if (code === 'feedback') {
      const waiting = await this.asked(view);
      const [of, person] = this.chance.pick(waiting);
      const [attitude, result] = [
        this.chance.pick(['SATISFIED', 'SATISFIED', 'BASICALLY', 'UNSATISFIED', 'NOT_STATED']),
        this.chance.pick(['SATISFIED', 'SATISFIED', 'SATISFIED', 'BASICALLY', 'UNSATISFIED', 'NOT_STATED']),
      ];
      await this.clients.proposal_committee.post(`/proposals/${of}/feedback`, {
        attitude,
        result,
        comment: '见纸质反馈表',
        ...(person ? { person_id: person } : {}),
      });
      return true;
    }
    const promise = view.promises.find((one) => one.state === 'OPEN');
    const path =
      code === 'record-promise'
        ? `/promises/${promise.id}/record`
        : assignment
          ? `/assignments/${assignment.id}/${code}`
          : `/proposals/${id}/${code}`;
    const after = await client.post(path, await this.body(view, code));
    if (code === 'review' && after.proposal.state === 'FILED') this.mains.push(id);
    if (code === 'check-reply' || code === 'assign') this.mains = this.mains.filter((one) => one !== id);
    return true;
  }
}
