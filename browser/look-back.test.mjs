// A look-back: the clerk starts it, checks what was promised one by one, and ends it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage, PHONE } from './support.mjs';
import { heading, look, send, tick } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('the clerk looks back at what was promised', async () => {
  const visitor = await district.visitor('clerk');
  const { page } = visitor;
  await page.goto('/look-backs');
  await heading(page, '回头看').waitFor();
  await checkPage(page, 'look-backs');
  await page.getByRole('button', { name: '开始一次“回头看”' }).click();
  const form = page.getByRole('dialog', { name: '开始一次“回头看”' });
  await form.getByRole('button', { name: '开始一次“回头看”' }).click();
  await form.getByText('请填写').first().waitFor();
  await form.getByRole('textbox', { name: '名称' }).fill('承诺事项“回头看”');
  await form.getByText('提案者不满意的').click();
  await look(page, 'look-back-start');
  await send(form, '开始一次“回头看”');

  await heading(page, '承诺事项“回头看”').waitFor();
  const lines = page.getByRole('row').filter({ has: page.getByRole('button', { name: /登记检查结果/ }) });
  await lines.first().waitFor();
  const all = await lines.count();
  assert.ok(all > 1, 'the demo has promises to look back at');
  await page.getByText(`已检查 0 / ${all} 件`).waitFor();
  await checkPage(page, 'look-back');

  const check = async (result, note) => {
    await lines
      .filter({ hasText: '待落实' })
      .first()
      .getByRole('button', { name: /登记检查结果/ })
      .click();
    const record = page.getByRole('dialog', { name: '登记检查结果' });
    await tick(record, '落实情况', result);
    await record.getByRole('textbox').fill(note);
    await look(page, 'look-back-check');
    await send(record, '保存');
  };
  await check('已落实', '实地看过,两处助餐点均已开放。');
  await page.getByText('兑现率 100.00%').waitFor();
  await check('未落实', '尚未开工,已请承办单位说明。');
  await page.getByText(`已检查 2 / ${all} 件 · 兑现率 50.00%`).waitFor();
  await page.setViewportSize(PHONE);
  await look(page, 'look-back-half');

  await page.getByRole('button', { name: '结束“回头看”' }).click();
  const end = page.getByRole('dialog', { name: '结束“回头看”' });
  await end.getByText(`还有 ${all - 2} 件没有检查`).waitFor();
  await look(page, 'look-back-end');
  await end.getByRole('button', { name: '确定' }).click();
  await end.waitFor({ state: 'hidden' });
  await page.getByText(/结束$/).waitFor();
  assert.equal(await page.getByRole('button', { name: /登记检查结果/ }).count(), 0);
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
