// The office checks a draft in a browser: what differs is found, an indicator corrected, a repair undone, reports compared.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage, PHONE } from './support.mjs';
import { heading, look, send } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

test('the demo has a draft whose wrong figures are found', async () => {
  const visitor = await district.visitor('office');
  const { page } = visitor;
  await page.goto('/reports');
  await heading(page, '已载入的报告').waitFor();
  await page.getByRole('link', { name: /讨论稿/ }).waitFor();
  // Each report says how its figures stand: our own against the records, those of others by their arithmetic.
  const row = (title) => page.getByRole('row', { name: title });
  await row(/讨论稿/)
    .getByText(/^≠ 不符 2$/)
    .waitFor();
  await row(/讨论稿/)
    .getByText(/算术有误 1 处/)
    .waitFor();
  await row(/松溪县/)
    .getByText(/^数字 \d+ 个$/)
    .waitFor();
  await row(/松溪县/)
    .getByText('算术无误')
    .waitFor();
  await checkPage(page, 'reports');
  await page.getByRole('link', { name: /讨论稿/ }).click();
  await page.locator('[data-test=filter-differs]').click();
  await page.locator('[data-test=next]').click();
  const panel = page.getByRole('complementary', { name: '数字详情' });
  await panel.getByText('不符').first().waitFor();
  await panel.getByText('记录', { exact: true }).waitFor();
  await panel.getByText(/背后的记录/).waitFor();
  await checkPage(page, 'report-differs');
  await page.locator('[data-test=filter-fails]').click();
  await page.locator('[data-test=next]').click();
  await panel.getByText('算不对').waitFor();
  await look(page, 'report-fails');
  // The records behind a figure are a list of their own.
  await page.locator('[data-test=filter-differs]').click();
  await page.locator('[data-test=next]').click();
  await panel.getByRole('link', { name: /背后的记录/ }).click();
  await page.getByRole('link', { name: '返回报告' }).waitFor();
  await checkPage(page, 'indicator-records');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('a pasted draft is checked; an indicator corrected by hand serves the next draft', async () => {
  const visitor = await district.visitor('office');
  const { page } = visitor;
  const paste = async (text) => {
    await page.goto('/reports');
    await page.getByRole('button', { name: '粘贴文字' }).click();
    await page.locator('[data-test=paste]').fill(text);
    await page.getByRole('radio', { name: '本会的（与记录比较）' }).check();
    await page.locator('[data-test=check]').click();
    await page.getByRole('article', { name: '报告正文' }).waitFor();
  };
  await paste('政协工作简报\n今年柜台簿子上共记下7件，，请予审议。\n');
  await page.getByRole('button', { name: /^7件/ }).click();
  const panel = page.getByRole('complementary', { name: '数字详情' });
  await panel.getByText('还没有对应的指标。', { exact: true }).waitFor();
  await panel.locator('[data-test=correct]').click();
  await panel.getByRole('combobox', { name: '这个数是哪个指标' }).fill('收到提案件数');
  await page
    .getByRole('option', { name: /收到提案件数/ })
    .first()
    .click();
  await panel.getByRole('textbox', { name: '句中的字' }).fill('柜台簿子上共记下');
  await look(page, 'report-mapping');
  await panel.locator('[data-test=keep]').click();
  await panel.getByText('人工指定').first().waitFor();
  await paste('我会柜台簿子上共记下8件。\n');
  await page.getByRole('button', { name: /^8件/ }).click();
  await panel.getByText('人工指定').first().waitFor();
  await page.goto('/reports/mappings');
  await page.getByText('柜台簿子上共记下', { exact: true }).waitFor();
  await checkPage(page, 'report-mappings');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('what cannot be read is refused on the page, with what to do', async () => {
  const visitor = await district.visitor('office');
  const { page } = visitor;
  const zip = Buffer.from('504b0304', 'hex');
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  for (const [name, bytes, told] of [
    ['空.txt', Buffer.alloc(0), '文件是空的'],
    ['空白.txt', Buffer.from('\n \n'), '文件里没有文字'],
    ['大.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'a'), '文件超过 20 MB'],
    ['长.txt', Buffer.from('全年收到提案十二件。'.repeat(72_000)), '超过 70 万字'],
    ['坏.docx', Buffer.concat([zip, Buffer.alloc(200, 7)]), '文件已损坏'],
    ['旧.doc', Buffer.concat([old, Buffer.alloc(4096)]), '请另存为 .docx'],
  ]) {
    await page.goto('/reports');
    await page
      .getByLabel('把文件拖到这里')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
    await page.getByRole('alert').getByText(told).waitFor();
  }
  await look(page, 'reports-refused');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('a report about another committee is read, not compared', async () => {
  const visitor = await district.visitor('office');
  const { page } = visitor;
  await page.goto('/reports');
  await page.getByRole('link', { name: /松溪县/ }).click();
  await page.getByRole('article', { name: '报告正文' }).waitFor();
  await page.locator('[data-test=filter-fails]').waitFor();
  assert.equal(await page.locator('[data-test=filter-differs]').count(), 0);
  await page.locator('[data-test=next]').click();
  await page.getByRole('complementary', { name: '数字详情' }).getByText('不与本委员会的记录比较').waitFor();
  await look(page, 'report-neighbour');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('a repair is shown with what stood there, and undone', async () => {
  const visitor = await district.visitor('office', { size: PHONE });
  const { page } = visitor;
  const { items } = await (await district.client('office')).get('/reports?own=true');
  const draft = items.find((one) => /讨论稿/.test(one.document.title));
  await page.goto(`/reports/${draft.document.id}`);
  await page.locator('[data-test=marks]').check();
  await page
    .getByRole('button', { name: /修复：重复的标点/ })
    .first()
    .click();
  const panel = page.getByRole('complementary', { name: '数字详情' });
  await panel.getByText('未修复').waitFor();
  await look(page, 'report-repair');
  await panel.locator('[data-test=accept]').click();
  await panel.getByText('人工决定').waitFor();
  await panel.locator('[data-test=undo]').click();
  await panel.getByText('未修复').waitFor();
  await panel.getByRole('button', { name: '在原文中查看' }).click();
  const source = page.getByRole('dialog', { name: '原文' });
  await source.getByText('解码后的原文', { exact: false }).waitFor();
  await look(page, 'report-source');
  await page.keyboard.press('Escape');
  await source.waitFor({ state: 'hidden' });
  await panel.getByRole('button', { name: '关闭', exact: true }).click();
  await page.getByRole('button', { name: '报告信息' }).click();
  const dialog = page.getByRole('dialog', { name: '报告信息' });
  await dialog.locator('input').first().fill('常务委员会工作报告（讨论稿）');
  await send(dialog, '保存');
  await heading(page, '常务委员会工作报告（讨论稿）').waitFor();
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('reports side by side: every cell opens its sentence', async () => {
  const visitor = await district.visitor('chair');
  const { page } = visitor;
  await page.goto('/reports');
  const ticks = page.getByRole('checkbox', { name: /常务委员会工作报告/ });
  await ticks.first().waitFor();
  for (const tick of await ticks.all()) await tick.check();
  await page.locator('[data-test=compare]').click();
  await page.getByRole('heading', { name: '报告对比' }).waitFor();
  await page.getByRole('img').last().waitFor();
  await checkPage(page, 'report-comparison');
  await page
    .getByRole('button', { name: /168 件|168件/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('全年共收到提案168件', { exact: false }).waitFor();
  await look(page, 'report-comparison-sentence');
  await dialog.getByRole('link', { name: '在报告中查看' }).click();
  await page.getByRole('complementary', { name: '数字详情' }).getByText('168件').first().waitFor();
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
