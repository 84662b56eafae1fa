// The door: everyone can sign in with keyboard alone, a wrong password is told, and no page keeps anyone out.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage } from './support.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('the sign-in page is good at both sizes and in each language', async () => {
  for (const language of ['zh-CN', 'zh-TW', 'en']) {
    const visitor = await district.visitor(null, { language });
    await visitor.page.goto('/sign-in');
    await checkPage(visitor.page, `sign-in-${language}`);
    assert.deepEqual(visitor.faults, []);
    await visitor.close();
  }
});

test('a wrong password is told, the right one opens the tasks, by keyboard alone', async () => {
  const { login, password } = district.account('clerk');
  const visitor = await district.visitor(null);
  const { page } = visitor;
  await page.goto('/sign-in');
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('记错了的密码 8Q');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await page.locator('input[name=password]').fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tasks');
  await checkPage(page, 'tasks');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('the list of 20 comes in at most 300 kB and asks no other host', async () => {
  const visitor = await district.visitor('clerk');
  await visitor.page.goto('/proposals');
  await visitor.page.waitForLoadState('networkidle');
  assert.ok(visitor.transferred.requests > 3, 'the page and its parts were loaded');
  assert.ok(visitor.transferred.bytes <= 300_000, `${visitor.transferred.bytes} bytes were transferred`);
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
