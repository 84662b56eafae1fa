// The chair decides what the year's key proposals are.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage } from './support.mjs';
import { begin, send, takeTask, tick } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('the chair makes a candidate a key proposal and names who leads', async () => {
  const visitor = await district.visitor('chair');
  const { page } = visitor;
  await takeTask(page, '确定重点提案');
  const form = await begin(page, '确定是否为重点提案');
  await tick(form, '决定', '确定为重点提案');
  // The account is told and has the proposal among its tasks; its name stands in the record.
  await form.getByRole('combobox', { name: /^领衔督办领导的账号/ }).press('Enter');
  await page.getByRole('option', { name: '孙永强' }).click();
  assert.equal(await form.getByRole('textbox', { name: /^领衔督办/ }).inputValue(), '孙永强');
  await form.getByRole('textbox', { name: /^决定依据/ }).fill('第十二次主席会议研究决定');
  await send(form, '提交决定');
  await page.getByRole('region', { name: '重点提案督办' }).getByText('孙永强').first().waitFor();
  await checkPage(page, 'key-proposal');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
