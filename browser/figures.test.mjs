// What stands behind a number: each figure opens exactly its proposals, each date tells how it was counted.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage } from './support.mjs';
import { heading, look } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('a figure of the statistics opens as many proposals as it says', async () => {
  const visitor = await district.visitor('clerk');
  const { page } = visitor;
  await page.goto('/statistics');
  await heading(page, '件数').waitFor();
  await page.getByText(/^核对相符/).waitFor();
  await checkPage(page, 'statistics');
  const figure = page
    .getByRole('region', { name: '件数' })
    .getByRole('link', { name: /不予立案/ })
    .first();
  const number = Number(/\d+/.exec(await figure.innerText())[0]);
  assert.ok(number > 0, 'the demo has proposals that were not filed');
  await figure.click();
  await heading(page, new RegExp(`· ${number}$`)).waitFor();
  await page.getByRole('main').getByRole('list').getByRole('link').first().waitFor();
  assert.equal(await page.getByRole('main').getByRole('list').getByRole('link').count(), number);
  await checkPage(page, 'statistics-records');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('a date tells by which rule and which days it was counted', async () => {
  const visitor = await district.visitor('clerk');
  const { page } = visitor;
  const { items } = await (await district.client('clerk')).get('/proposals?state=HANDLING&limit=1');
  await page.goto(`/proposals/${items[0].id}`);
  await page.getByRole('button', { name: '为什么是这一天？' }).first().click();
  const why = page.getByRole('dialog', { name: '这个日期是怎么算出来的？' });
  await why.getByText('起算日').waitFor();
  await why.getByText('依据').waitFor();
  await look(page, 'why-this-date');
  await why.getByRole('button', { name: '关闭', exact: true }).click();
  await why.waitFor({ state: 'hidden' });
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
