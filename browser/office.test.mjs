// The committee's office tries a change of the calendar before it counts.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage } from './support.mjs';
import { heading, look } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

// A Monday to Friday soon: the one on which limits of working days that run now still count.
function soon() {
  const day = new Date(Date.now() + 8 * 3600_000);
  do day.setUTCDate(day.getUTCDate() + 1);
  while ([0, 6].includes(day.getUTCDay()));
  return { year: day.getUTCFullYear(), words: `${day.getUTCMonth() + 1}月${day.getUTCDate()}日` };
}

test('a day made free shows which deadlines would move, and nothing moves before saving', async () => {
  const visitor = await district.visitor('office');
  const { page } = visitor;
  const day = soon();
  const calendar = async () =>
    JSON.stringify((await (await district.client('office')).get(`/calendar?year=${day.year}`)).days);
  await page.goto('/calendar');
  await heading(page, '工作日历').waitFor();
  await heading(page, '节假日与调休').waitFor();
  await checkPage(page, 'calendar');
  const before = await calendar();
  if (!(await page.getByText(`${day.year} 年`, { exact: true }).isVisible()))
    await page.getByRole('button', { name: '下一年' }).click();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`(^|年)${day.words}.*工作日`) }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: '节日名称' }).fill('全区停电检修');
  await form.getByRole('button', { name: '改为放假' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '试算影响' }).click();
  await heading(page, /将调整 [1-9]\d* 个未到期的时限/).waitFor();
  await look(page, 'calendar-preview');
  await page.getByRole('columnheader', { name: '新日期' }).waitFor();
  assert.ok(
    await page.getByRole('button', { name: '保存', exact: true }).isEnabled(),
    'after the trial it may be saved',
  );
  await page.getByRole('button', { name: '取消', exact: true }).click();
  assert.equal(await calendar(), before);
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
