// The way of the proposal committee's office: take, preliminary review, review and file with a unit named.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage } from './support.mjs';
import { begin, heading, now, pick, send, takeTask, tick } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('the clerk takes a proposal, recommends filing, files it and names a unit', async () => {
  const visitor = await district.visitor('clerk');
  const { page } = visitor;
  const title = await takeTask(page, '接收新提案');
  await send(await begin(page, '受理'), '受理');
  await now(page, '提案委办公室正在初审。');

  const opinion = await begin(page, '初审');
  await tick(opinion, '审查结果', /^立案/);
  await send(opinion, '提交初审意见');
  await now(page, '初审完成，等待复审决定是否立案。');

  const decision = await begin(page, '复审决定');
  await decision.getByText('初审建议：立案').waitFor();
  await tick(decision, '承办方式', /^单办/);
  await pick(page, decision, '承办单位', '区教育局');
  await send(decision, '作出决定');
  await page.getByRole('region', { name: '办理情况' }).getByText('区教育局').waitFor();
  await checkPage(page, 'proposal-filed');

  const view = await (await district.client('clerk')).get(`/proposals/${page.url().split('/').at(-1)}`);
  assert.equal(view.proposal.title, title);
  assert.ok(view.proposal.number > 0, 'it has a case number');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('the review desk is good at both sizes', async () => {
  const visitor = await district.visitor('clerk');
  const { page } = visitor;
  await page.goto('/desks/review?pile=review');
  await heading(page, '审查').waitFor();
  await page.getByRole('region', { name: '现在到哪一步' }).waitFor();
  await checkPage(page, 'desk-review');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
