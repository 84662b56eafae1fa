// From the hand-over to the reply: the supervision office, a unit's officer and its leader.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage } from './support.mjs';
import { BODY, begin, now, pick, send, takeTask, tick } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('the supervision office hands a proposal to the unit that was proposed', async () => {
  const visitor = await district.visitor('supervision');
  const { page } = visitor;
  await takeTask(page, '交办');
  await send(await begin(page, '交办'), '交办');
  await now(page, /^已交办，等待.+签收。/);
  await checkPage(page, 'proposal-assigned');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

// Every unit that shares in the work has to say its part before the leader of the first one may sign.
async function shareOpinions(address) {
  const { assignments } = await (await district.client('clerk')).get(`/proposals/${address.split('/').at(-1)}`);
  for (const shared of assignments.filter((one) => one.role === 'CO' && one.state !== 'VOID' && !one.co_opinion)) {
    const { login } = district.accounts.find(
      (one) => one.organisation === shared.unit_name && one.role === 'UNIT_OFFICER',
    );
    if (shared.state === 'ASSIGNED') await (await district.client(login)).post(`/assignments/${shared.id}/accept`);
    const helper = await district.visitor(login);
    await helper.page.goto(address);
    const form = await begin(helper.page, '提交会办意见');
    await form.getByRole('textbox', { name: /^会办意见/ }).fill('已按职责提出配合措施,并明确了联系人和完成时间。');
    await send(form, '提交');
    await helper.page.getByText('已按职责提出配合措施').first().waitFor();
    assert.deepEqual(helper.faults, []);
    await helper.close();
  }
}

test('the officer accepts, talks to the proposer and drafts; the leader signs; the office lets the reply go', async () => {
  const officer = await district.visitor('unit');
  const { page } = officer;
  const title = await takeTask(page, '签收');
  await send(await begin(page, '签收'), '确认签收');
  await now(page, /已签收/);

  const contact = await begin(page, '登记联系');
  await tick(contact, '联系时机', '办前');
  await pick(page, contact, '联系方式', '电话');
  await contact.getByRole('textbox', { name: '谈了什么' }).fill('说明办理思路,听取提案者对时间安排的意见。');
  await send(contact, '登记');
  await page.getByText('与提案者的联系（1 次）').waitFor();

  const draft = await begin(page, '起草答复');
  await tick(draft, '办理结果类别', /^A/);
  for (const [label, text] of [
    [/^已落实事项/, '已出台协商与补偿的指引,三个小区完成加装。'],
    [/^答复全文/, BODY],
    [/^文号/, '青住建函〔2026〕88号'],
    [/^签发人/, '沈致远'],
    [/^联系人/, '许知行'],
    [/^联系电话/, '0570-0000000'],
  ])
    await draft.getByRole('textbox', { name: label }).fill(text);
  await send(draft, '提交领导签发');
  await now(page, /^答复已拟好/);
  await checkPage(page, 'reply-drafted');
  const address = page.url();
  assert.deepEqual(officer.faults, []);
  await officer.close();
  await shareOpinions(address);

  const leader = await district.visitor('unit-leader');
  await leader.page.goto('/tasks');
  await leader.page.getByRole('region', { name: '审签答复' }).getByRole('link', { name: title }).click();
  await send(await begin(leader.page, '签发答复'), '签发');
  await now(leader.page, /^答复已签发/);
  assert.deepEqual(leader.faults, []);
  await leader.close();

  const office = await district.visitor('supervision');
  await office.page.goto(address);
  const check = await begin(office.page, '审核答复');
  await tick(check, '决定', /^通过/);
  await send(check, '提交审核结果');
  await now(office.page, '已答复，请提案者反馈意见。');
  assert.deepEqual(office.faults, []);
  await office.close();
});
