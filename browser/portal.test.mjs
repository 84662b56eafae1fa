// Everybody may read what was released, on a phone and without an account.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage, PHONE } from './support.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('a visitor finds a released proposal and reads it', async () => {
  const visitor = await district.visitor(null, { size: PHONE });
  const { page } = visitor;
  await page.goto('/public');
  const list = page.getByRole('region', { name: '公开提案' });
  await list.getByRole('link').first().waitFor();
  await checkPage(page, 'portal');
  const title = (await list.getByRole('link').first().innerText()).trim();
  await page.getByRole('textbox', { name: '搜案由或正文' }).fill(title.slice(2, 12));
  await page.getByRole('button', { name: '搜索' }).click();
  await page.waitForURL('**?q=*');
  await list.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  await page.getByRole('heading', { name: '情况与分析' }).waitFor();
  await checkPage(page, 'portal-proposal');
  assert.ok(await page.getByRole('link', { name: '登录' }).isVisible(), 'nobody is signed in');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
