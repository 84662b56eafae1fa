// Co-signing, submitting, sessions (DOMAIN §2.2 to §2.4).
import { When, Then, Given, defineParameterType } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { act, actOnAssignment, draftBody, idOf, inDays, personOf, viewAs } from '../support/proposals.mjs';
import { unit, ORDINALS } from '../support/accounts.mjs';
import { state } from '../support/vocabulary.mjs';

const KINDS = {
  委员个人提案: 'INDIVIDUAL',
  委员联名提案: 'JOINT',
  党派提案: 'COLLECTIVE_PARTY',
  界别提案: 'COLLECTIVE_SECTOR',
  小组提案: 'COLLECTIVE_GROUP',
};
defineParameterType({
  name: 'kind',
  regexp: new RegExp(Object.keys(KINDS).join('|')),
  transformer: (word) => KINDS[word],
});

async function write(world, who, title, more) {
  await world.attempt(async () => {
    const view = await (await world.as(who)).post('/proposals', draftBody(title, more), { once: true });
    world.proposals.set(title, view.proposal.id);
    return view;
  });
}

When('{who}删除提案{title}', async function (who, title) {
  await this.attempt(async () => (await this.as(who)).ask('DELETE', `/api/v1/proposals/${idOf(this, title)}`));
});
When('{who}邀请{who}附议{title}', async function (who, other, title) {
  await act(this, who, title, 'invite', { cosigners: [], seconders: [personOf(this, other)] });
});
Then('{title}是{kind}', async function (title, kind) {
  this.unasked();
  assert.equal((await viewAs(this, '提案委', title)).proposal.kind, kind);
});
Then('{title}的联名情况是', async function (title, table) {
  this.unasked();
  const roles = { FIRST: '第一提案人', COSIGNER: '联名', SECONDER: '附议' };
  const states = { SIGNED: '已签', REFUSED: '谢绝', EXPIRED: '过期', WAITING: '待签' };
  const people = new Map([...ORDINALS].map((sign) => [personOf(this, `委员${sign}`), `委员${sign}`]));
  const { signers } = await viewAs(this, '提案委', title);
  const found = signers.map((one) => ({
    委员: people.get(one.person_id),
    身份: roles[one.role],
    情况: states[one.state],
  }));
  const order = (a, b) => (a.委员 < b.委员 ? -1 : 1);
  assert.deepEqual(found.sort(order), table.hashes().sort(order));
});
When('{who}冒用{who}名义提交集体提案{title}', async function (who, other, title) {
  const { organisation_id } = this.account(other);
  await write(this, who, title, { submit: true, kind: 'COLLECTIVE_PARTY', organisation_id, stamp_confirmed: true });
});
When('{who}提交{kind}{title}', async function (who, kind, title) {
  const { organisation_id } = this.account(who);
  await write(this, who, title, { submit: true, kind, organisation_id });
});
When('{who}提交提案{title}，但{term}', async function (who, title, fault) {
  const faults = {
    案由是空的: { title: ' ' },
    案由有201个字: { title: '关'.repeat(201) },
    正文是空的: { body: '' },
    类别不在清单里: { category: 'NOTHING' },
    不同意公开又没有理由: { consents_to_publication: false },
  };
  if (!(fault in faults)) throw new Error(`no such fault: ${fault}`);
  await write(this, who, title, { submit: true, ...faults[fault] });
});
Then('{who}一共看到{int}件提案', async function (who, count) {
  this.unasked();
  assert.equal((await (await this.as(who)).get('/proposals?limit=100')).items.length, count);
});

Then('{title}属于{term}，是{term}', async function (title, session, word) {
  this.unasked();
  const view = await viewAs(this, '提案委', title);
  assert.equal(view.session_title, session);
  assert.equal(view.proposal.timing, { 大会提案: 'PLENARY', 平时提案: 'ORDINARY' }[word]);
});
When('办公室把本次会议的提案截止时间改到昨天', async function () {
  const office = await this.as('办公室');
  const { items } = await office.get('/sessions');
  await this.attempt(() =>
    office.ask(
      'PATCH',
      `/api/v1/sessions/${items[0].id}`,
      { deadline_at: `${inDays(-1)}T17:00:00+08:00` },
      { 'if-match': `"${items[0].version}"` },
    ),
  );
});
async function serial(world, title) {
  return (await viewAs(world, '提案委', title)).proposal.serial;
}
Then('{title}、{title}和{title}的流水号是{int}、{int}、{int}', async function (a, b, c, x, y, z) {
  this.unasked();
  assert.deepEqual([await serial(this, a), await serial(this, b), await serial(this, c)], [x, y, z]);
});
Then('{title}的流水号是{int}', async function (title, number) {
  this.unasked();
  assert.equal(await serial(this, title), number);
});
Then('{title}的案号是{int}', async function (title, number) {
  this.unasked();
  assert.equal((await viewAs(this, '提案委', title)).proposal.number, number);
});
When('办公室登记{who}{term}', async function (who, word) {
  const status = { 辞去: 'RESIGNED', 撤销资格: 'REVOKED', 暂停履职: 'SUSPENDED' }[word];
  await this.attempt(async () => {
    const office = await this.as('办公室');
    const path = `/api/v1/members/${personOf(this, who)}`;
    const { membership } = await office.ask('GET', path);
    return office.ask('PATCH', path, { status }, { 'If-Match': `"${membership.version}"` });
  });
});

// Brings a submitted proposal as far as a state on the way to a sole unit 甲.
const WAY = ['SUBMITTED', 'PRELIM_REVIEW', 'REVIEW', 'FILED', 'ASSIGNED', 'ACCEPTED'];
export async function bringTo(world, title, goal) {
  for (;;) {
    const now = (await viewAs(world, '提案委', title)).proposal.state;
    if (WAY.indexOf(now) >= WAY.indexOf(goal)) return;
    const sole = { units: [{ unit_id: unit(world.accounts, '甲').id, role: 'SOLE' }] };
    const steps = {
      SUBMITTED: ['take', {}],
      PRELIM_REVIEW: ['preliminary', { result: 'FILED' }],
      REVIEW: ['review', { result: 'FILED' }],
      FILED: ['assign', sole],
    };
    if (now === 'ASSIGNED') await actOnAssignment(world, '单位甲经办人', title, '甲', 'accept');
    else if (now in steps) await act(world, '提案委', title, ...steps[now]);
    else throw new Error(`《${title}》 is ${now}, not on the way to ${goal}`);
    world.unasked();
  }
}
Given('{title}办到{term}', async function (title, word) {
  await bringTo(this, title, state(word));
});
Then('{who}收到关于{title}的通知', async function (who, title) {
  this.unasked();
  const { items } = await (await this.as(who)).get('/notices?limit=100');
  assert.ok(
    items.some((item) => item.subject_id === idOf(this, title)),
    `${items.length} notices, none about 《${title}》`,
  );
});
Then('请求被拒绝', function () {
  this.expectRefusal();
});
