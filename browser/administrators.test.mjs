// Three administrators, three powers: who makes accounts, who grants roles, who sees what all did.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage, PHONE } from './support.mjs';
import { heading, look } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

// Signs in by cookie, opens the front door, and is led to the first page of his own work.
async function administrator(login, title) {
  const visitor = await district.visitor(login);
  await visitor.page.goto('/');
  await heading(visitor.page, title).waitFor();
  const menu = visitor.page.getByRole('navigation', { name: '主导航' });
  const shown = await menu.getByRole('link').allInnerTexts();
  assert.ok(
    !shown.includes('我的待办') && !shown.includes('提案'),
    `${login} has nothing to do with proposals: ${shown}`,
  );
  assert.deepEqual(
    shown.filter((one) => ['账号管理', '角色授权', '操作台账'].includes(one.trim())),
    [title],
  );
  return visitor;
}

test('the system administrator makes an account, its owner must choose a password', async () => {
  const visitor = await administrator('sysadmin', '账号管理');
  const { page } = visitor;
  await page
    .getByRole('cell', { name: 'sysadmin' })
    .or(page.getByRole('button', { name: '重置密码' }))
    .first()
    .waitFor();
  await checkPage(page, 'accounts');
  await page.getByRole('button', { name: '新建账号' }).click();
  const form = page.getByRole('dialog', { name: '新建账号' });
  await form.getByRole('textbox', { name: '账号' }).fill('new-clerk');
  await form.getByRole('textbox', { name: '名称' }).fill('新来的干事');
  await form.getByRole('button', { name: '新建', exact: true }).click();
  const told = page.getByRole('dialog', { name: '一次性密码' });
  await told.waitFor();
  await look(page, 'first-password');
  const password = (await told.locator('code').last().innerText()).trim();
  assert.deepEqual(visitor.faults, []);
  await visitor.close();

  const owner = await district.visitor(null, { size: PHONE });
  await owner.page.goto('/sign-in');
  await owner.page.getByRole('textbox', { name: '账号' }).fill('new-clerk');
  await owner.page.locator('input[name=password]').fill(password);
  await owner.page.getByRole('button', { name: '登录', exact: true }).click();
  await owner.page.getByText('首次登录请先修改密码').waitFor();
  await look(owner.page, 'must-change-password');
  assert.deepEqual(owner.faults, []);
  await owner.close();
});

test('the security administrator sees at once which roles exclude each other', async () => {
  const visitor = await administrator('secadmin', '角色授权');
  const { page } = visitor;
  await page.getByRole('button', { name: '授权', exact: true }).first().waitFor();
  await checkPage(page, 'roles');
  await page.getByRole('textbox', { name: '搜索账号或名称' }).fill('auditadmin');
  await page.getByRole('button', { name: '搜索' }).click();
  await page.getByRole('row').filter({ hasText: 'auditadmin' }).getByRole('button', { name: '授权' }).click();
  const form = page.getByRole('dialog', { name: /的角色$/ });
  await form.getByRole('combobox', { name: '角色' }).selectOption({ label: '系统管理员' });
  await form.getByRole('alert').filter({ hasText: '不能与' }).waitFor();
  assert.ok(await form.getByRole('button', { name: '新增' }).isDisabled());
  await look(page, 'grant-refused');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('the audit administrator proves that no entry was changed', async () => {
  const visitor = await administrator('auditadmin', '操作台账');
  const { page } = visitor;
  await page.getByRole('button', { name: '校验台账' }).click();
  await page.getByText(/^台账完整：\d+ 条记录全部相符/).waitFor();
  await checkPage(page, 'ledger');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
