// A member's way: tasks, a proposal written and signed by a colleague, submitted; and the answer to a reply.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage, PHONE } from './support.mjs';
import { BODY, SUGGESTIONS, begin, heading, look, now, send, takeTask, tick } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('a member writes a proposal, a colleague signs on a phone, the member submits', async () => {
  const title = '关于规范老旧小区加装电梯全流程服务的提案';
  const visitor = await district.visitor('member');
  const { page } = visitor;
  await page.goto('/tasks');
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '写提案' }).click();
  await heading(page, '写提案').waitFor();
  await page.getByRole('textbox', { name: /^案由/ }).fill(title);
  await tick(page, '类别', '社会建设');
  await page.getByRole('textbox', { name: /^情况分析/ }).fill(BODY);
  await page.getByRole('textbox', { name: /^建议/ }).fill(SUGGESTIONS);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.waitForURL('**/proposals/*/edit');
  await checkPage(page, 'write');

  const invitation = await begin(page, '邀请联名或附议');
  await invitation.getByRole('textbox', { name: '联名人' }).fill('谭国栋');
  await invitation.getByRole('checkbox', { name: /^谭国栋/ }).check();
  await send(invitation, '发出邀请');
  await page.getByRole('region', { name: '联名与附议' }).getByText('谭国栋').waitFor();

  const colleague = await district.visitor('member2', { size: PHONE });
  assert.equal(await takeTask(colleague.page, '请您联名'), title);
  await checkPage(colleague.page, 'cosign');
  const answer = await begin(colleague.page, '联名回复');
  await tick(answer, '您的决定', /^同意联名/);
  await send(answer, '提交回复');
  await colleague.page.getByText('已签名').first().waitFor();
  assert.deepEqual(colleague.faults, []);
  await colleague.close();

  await page.reload();
  const invited = page.getByRole('region', { name: '联名与附议' }).getByRole('listitem').filter({ hasText: '谭国栋' });
  await invited.getByText('已签名').waitFor();
  await send(await begin(page, '提交提案'), '确认提交');
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await now(page, '已提交，等待提案委办公室受理。');
  await checkPage(page, 'proposal-submitted');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('a member answers both questions about a reply', async () => {
  const visitor = await district.visitor('member', { size: PHONE });
  const { page } = visitor;
  await takeTask(page, '对答复反馈意见');
  const form = await begin(page, '反馈意见');
  await tick(form, '对办理态度', '满意');
  await form.getByRole('button', { name: '提交反馈' }).click();
  await form.getByRole('alert').filter({ hasText: '请选择' }).waitFor(); // one question is not enough
  await look(page, 'feedback-half');
  await tick(form, '对办理结果', '基本满意');
  await send(form, '提交反馈');
  await page.getByRole('region', { name: '提案者反馈' }).getByText('基本满意').first().waitFor();
  await checkPage(page, 'feedback-given');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
