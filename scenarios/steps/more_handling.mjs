// Shapes of assignment, replies that lack something, feedback sheets, key proposals, look-backs (DOMAIN §2.6 to §2.11).
import { When, Then, Given } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { act, actOnAssignment, draftBody, idOf, personOf, viewAs } from '../support/proposals.mjs';
import { unit, ORDINALS } from '../support/accounts.mjs';
import { satisfaction, unitRole } from '../support/vocabulary.mjs';
import { replyBody, replyInFull } from './handling.mjs';
import { bringTo } from './signers.mjs';

When(/^提案委按(.+)交办《([^》]+)》$/, async function (words, title) {
  const units =
    words === '没有单位'
      ? []
      : words.split('、').map((one) => {
          const [, sign, role] = /^单位(.)(..)$/.exec(one);
          return { unit_id: unit(this.accounts, sign).id, role: unitRole(role) };
        });
  await act(this, '提案委', title, 'assign', { units });
});
When('{who}替{unit}签收{title}', async function (who, sign, title) {
  await actOnAssignment(this, who, title, sign, 'accept');
});
Then('{who}看不到{title}的答复', async function (who, title) {
  this.unasked();
  assert.deepEqual((await viewAs(this, who, title)).replies, []);
});
When('{unit}起草{title}的答复，办理结果{term}类，但没有落实时限', async function (sign, title, resultClass) {
  const { planned_until: _, ...body } = replyBody(resultClass);
  await actOnAssignment(this, `单位${sign}经办人`, title, sign, 'draft-reply', body);
});
When('{unit}起草{title}的答复，办理结果{term}类，答复不宜公开', async function (sign, title, resultClass) {
  const body = replyBody(resultClass, { publishable: false, not_publishable_reason: '涉及未公开的规划' });
  await actOnAssignment(this, `单位${sign}经办人`, title, sign, 'draft-reply', body);
});
When('{who}审核通过{unit}对{title}的答复，类别更正为{term}类', async function (who, sign, title, resultClass) {
  await actOnAssignment(this, who, title, sign, 'check-reply', {
    pass: true,
    result_class: resultClass,
    note: '按实际办理情况更正',
  });
});

// Figures as numerator/denominator, so that nothing hides in a rounded percentage.
async function figure(world, code) {
  const { figures, identity_holds: holds } = await (await world.as('提案委')).get('/statistics');
  assert.equal(holds, true, 'received = filed + merged + … + in review');
  return figures.find((one) => one.code === code);
}
const RATES = {
  办复率: 'reply_rate',
  按期办复率: 'on_time_reply_rate',
  满意率: 'satisfied_rate',
  承诺兑现率: 'promise_kept_rate',
  委员提交率: 'member_participation',
};
Then(/^统计中((?:(?:办复率|按期办复率|满意率|承诺兑现率|委员提交率)是\d+\/\d+，?)+)$/, async function (words) {
  this.unasked();
  for (const [, word, numerator, denominator] of words.matchAll(/(\S+?)是(\d+)\/(\d+)，?/g)) {
    const found = await figure(this, RATES[word]);
    assert.deepEqual([found.numerator, found.denominator], [Number(numerator), Number(denominator)], word);
  }
});
Then('统计中立案是{int}件，并案前立案是{int}件，并案是{int}件', async function (filed, before, merged) {
  this.unasked();
  const found = [];
  for (const code of ['filed', 'filed_before_merging', 'merged']) found.push((await figure(this, code)).numerator);
  assert.deepEqual(found, [filed, before, merged]);
});

Given('{who}和{who}联名的提案{title}已由{unit}答复', async function (first, second, title, sign) {
  const client = await this.as(first);
  const view = await client.post('/proposals', draftBody(title), { once: true });
  this.proposals.set(title, view.proposal.id);
  for (const [who, action, body] of [
    [first, 'invite', { cosigners: [personOf(this, second)] }],
    [second, 'cosign', { sign: true }],
    [first, 'submit', {}],
  ]) {
    await act(this, who, title, action, body);
    this.unasked();
  }
  await bringTo(this, title, 'FILED');
  await act(this, '提案委', title, 'assign', { units: [{ unit_id: unit(this.accounts, sign).id, role: 'SOLE' }] });
  this.unasked();
  await replyInFull(this, '政府督查室', title, sign, 'A');
});
Then('{title}的反馈是', async function (title, table) {
  this.unasked();
  const people = new Map([...ORDINALS].map((sign) => [personOf(this, `委员${sign}`), `委员${sign}`]));
  const { feedback } = await viewAs(this, '提案委', title);
  const found = feedback.map((one) => ({
    委员: people.get(one.person_id),
    态度: one.attitude,
    结果: one.result,
    纸质: one.on_paper ? '是' : '否',
  }));
  const wanted = table.hashes().map((one) => ({ ...one, 态度: satisfaction(one.态度), 结果: satisfaction(one.结果) }));
  const order = (a, b) => (a.委员 < b.委员 ? -1 : 1);
  assert.deepEqual(found.sort(order), wanted.sort(order));
});
When('{who}结束征询{title}', async function (who, title) {
  await act(this, who, title, 'end-feedback');
});
When(
  '{who}反馈{title}：对办理态度{term}，对办理结果{term}，意见是{words}',
  async function (who, title, attitude, result, comment) {
    await act(this, who, title, 'feedback', {
      attitude: satisfaction(attitude),
      result: satisfaction(result),
      contacted: 'PHONE',
      comment,
    });
  },
);

When('{who}确定{title}为重点提案，由{who}领办、{who}督办', async function (who, title, handling, supervising) {
  await act(this, who, title, 'decide-key', {
    key: true,
    note: '主席会议审议通过',
    handling_leader: '分管副区长',
    supervising_leader: '分管副主席',
    handling_leader_account_id: this.account(handling).id,
    supervising_leader_account_id: this.account(supervising).id,
  });
});
When('{who}确定{title}为重点提案，由{who}所在专委会督办', async function (who, title, staff) {
  await act(this, who, title, 'decide-key', {
    key: true,
    note: '主席会议审议通过',
    special_committee_id: this.account(staff).organisation_id,
  });
});
When('{unit}提交{title}的办理工作方案', async function (sign, title) {
  await actOnAssignment(this, `单位${sign}经办人`, title, sign, 'handling-plan', {
    text: '成立专班,六月底前完成选址,九月底前开放首批三处。',
  });
});
When('{who}提交{title}的督办报告', async function (who, title) {
  await act(this, who, title, 'supervision-report', { text: '实地视察三处,选址已定,建议加快采购。' });
});
When('{who}批示{title}{words}', async function (who, title, text) {
  await act(this, who, title, 'instruct', { text });
});

When('{who}开展{words}，检查{term}类答复', async function (who, name, resultClass) {
  await this.attempt(async () =>
    (await this.as(who)).post('/look-backs', { title: name, classes: [resultClass] }, { once: true }),
  );
  this.unasked();
  this.lookBack = this.answer.look_back.id;
});
Then('回头看的清单中有{title}', function (title) {
  assert.ok(this.answer.items.some((item) => item.proposal.id === idOf(this, title)));
});
When('{who}在回头看中记录{title}{term}', async function (who, title, word) {
  const result = { 已兑现: 'KEPT', 部分兑现: 'PARTLY', 未兑现: 'BROKEN' }[word];
  const path = `/look-backs/${this.lookBack}/items/${idOf(this, title)}`;
  await this.attempt(async () => (await this.as(who)).post(path, { state: result, note: '已到现场查看' }));
});
When('{who}结束回头看', async function (who) {
  await this.attempt(async () => (await this.as(who)).post(`/look-backs/${this.lookBack}/close`));
});
