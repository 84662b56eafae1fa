// What is everybody's own: notices, personal data, and the devices one is signed in on.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage, PHONE } from './support.mjs';
import { heading, look } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('a member asks for a change of his data, the office refuses it with a reason, then approves another', async () => {
  const member = await district.visitor('member', { size: PHONE });
  const { page } = member;
  await page.goto('/profile');
  await heading(page, '个人资料').waitFor();
  await checkPage(page, 'profile');
  const mobile = page.getByRole('textbox', { name: '手机' });
  await mobile.fill('12');
  await page.getByRole('button', { name: '提交修改' }).click();
  await page.getByRole('alert').first().waitFor();
  await look(page, 'profile-fault');
  await mobile.fill('13900000009');
  await page.getByRole('button', { name: '提交修改' }).click();
  await heading(page, '等待审核的修改').waitFor();
  await checkPage(page, 'profile-pending');

  const office = await district.visitor('office');
  await office.page.goto('/person-changes');
  await office.page.getByText('13900000009').waitFor();
  await checkPage(office.page, 'person-changes');
  await office.page.getByRole('button', { name: '不通过' }).click();
  const refusal = office.page.getByRole('dialog');
  await refusal.getByRole('button', { name: '不通过' }).click();
  await refusal.getByText('请填写此项').waitFor();
  await refusal.getByRole('textbox').fill('请提供实名登记的号码');
  await look(office.page, 'person-change-refused');
  await refusal.getByRole('button', { name: '不通过' }).click();
  await refusal.waitFor({ state: 'hidden' });
  await office.page.getByText('没有这样的申请').waitFor();

  await page.goto('/notices');
  await page.getByText('请提供实名登记的号码').waitFor();
  await page.goto('/profile');
  await mobile.waitFor();
  assert.notEqual(await mobile.inputValue(), '13900000009');
  await mobile.fill('13900000010');
  await page.getByRole('button', { name: '提交修改' }).click();
  await heading(page, '等待审核的修改').waitFor();
  await office.page.reload();
  await office.page.getByRole('button', { name: '通过', exact: true }).click();
  await office.page.getByText('没有这样的申请').waitFor();
  await page.reload();
  await mobile.waitFor();
  assert.equal(await mobile.inputValue(), '13900000010');
  assert.deepEqual([...member.faults, ...office.faults], []);
  await office.close();
  await member.close();
});

test('a unit has no personal data, and is told so', async () => {
  const visitor = await district.visitor('unit');
  await visitor.page.goto('/profile');
  await visitor.page.getByText('这是单位账号，没有个人资料。').waitFor();
  await checkPage(visitor.page, 'profile-unit');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('notices are read one by one, or all at once', async () => {
  // Somebody of the demo to whom much has happened lately.
  let login;
  for (const one of ['unit', 'supervision', 'office', 'member', 'unit-leader', 'party', 'm010', 'm011', 'm012']) {
    const me = await (await district.client(one)).get('/me');
    if (me.unread_notices >= 2) login ??= one;
  }
  assert.ok(login, 'the demo has notices to read');
  const visitor = await district.visitor(login);
  const { page } = visitor;
  await page.goto('/notices');
  await heading(page, '通知').waitFor();
  const unread = page.getByRole('button', { name: '标为已读', exact: true });
  await unread.first().waitFor();
  await checkPage(page, 'notices');
  const before = await unread.count();
  await unread.first().click();
  await page.waitForFunction((n) => document.querySelectorAll('.notice--new').length < n, before);
  assert.equal(await unread.count(), before - 1);
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await unread.first().waitFor({ state: 'detached' });
  assert.ok(await page.getByRole('button', { name: '全部标为已读' }).isDisabled());
  await page.getByText('只看未读').click();
  await page.getByText('没有未读通知').waitFor();
  await look(page, 'notices-none');
  const link = page.getByRole('main').getByRole('link').first();
  await page.getByText('只看未读').click();
  await link.click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('a sign-in on another device is ended from here', async () => {
  const other = await district.visitor('member2');
  const visitor = await district.visitor('member2', { size: PHONE });
  const { page } = visitor;
  await page.goto('/devices');
  await page.getByText('本机').waitFor();
  const end = page.getByRole('button', { name: '结束登录' });
  assert.equal(await end.count(), 1);
  await checkPage(page, 'devices');
  await end.click();
  await end.waitFor({ state: 'detached' });
  await other.page.goto('/tasks');
  await other.page.getByRole('button', { name: '登录', exact: true }).waitFor();
  await page.goto('/tasks');
  await heading(page, /您好/).waitFor();
  assert.deepEqual([...visitor.faults, ...other.faults], []);
  await visitor.close();
  await other.close();
});
