// Everyone reads in the own script and size: traditional Chinese, English, large type, high contrast.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage } from './support.mjs';
import { heading } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('the language changes at once, and stays after reloading', async () => {
  const visitor = await district.visitor('clerk');
  const { page } = visitor;
  await page.goto('/proposals');
  for (const [language, title, tag] of [
    ['繁體中文', '提案', 'zh-Hant'],
    ['English', 'Proposals', 'en'],
  ]) {
    await page.getByRole('button', { name: /显示与语言|顯示與語言/ }).click();
    await page.getByRole('button', { name: language, exact: true }).click();
    await page.keyboard.press('Escape');
    await page.locator(`html[lang="${tag}"]`).waitFor();
    await heading(page, title).waitFor();
    await page.reload();
    await heading(page, title).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), tag);
    await checkPage(page, `proposals-${tag}`);
    await page.goto('/tasks');
    await page.getByRole('region').first().waitFor();
    await checkPage(page, `tasks-${tag}`);
    await page.goto('/proposals');
  }
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('large type and high contrast make letters larger and break no page', async () => {
  const visitor = await district.visitor('member');
  const { page } = visitor;
  await page.goto('/tasks');
  await page.getByRole('region').first().waitFor();
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
  const before = await size();
  await page.getByRole('button', { name: '显示与语言' }).click();
  await page.getByText('大字号', { exact: true }).click();
  await page.getByText('高对比度', { exact: true }).click();
  await page.keyboard.press('Escape');
  assert.ok((await size()) >= before * 1.15, `letters grow from ${before} to ${await size()} pixels`);
  await checkPage(page, 'tasks-large');
  await page.goto('/proposals/new');
  await heading(page, '写提案').waitFor();
  await checkPage(page, 'write-large');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
