// The office keeps the organisations and the roll on their pages; two clerks do not overwrite each other.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkPage, PHONE, DESK } from './support.mjs';
import { look } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

const dialog = (page) => page.getByRole('dialog').filter({ visible: true });

for (const size of [PHONE, DESK]) {
  test(`a unit is made, changed, retired and revived at ${size.width} pixels`, async () => {
    const visitor = await district.visitor('office', { size });
    const { page } = visitor;
    const name = `区试验局${size.width}`;
    await page.goto('/organisations');
    await page.getByRole('button', { name: '新增组织' }).click();
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await dialog(page).getByText('请填写此项').waitFor();
    await dialog(page).getByLabel('名称').first().fill(name);
    await look(page, 'organisation-new');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await page.getByRole('main').getByRole('textbox', { name: '名称' }).fill(name);
    await page.getByRole('button', { name: `停用 ${name}` }).click();
    await page.getByText('已停用').waitFor();
    await page.getByRole('button', { name: `启用 ${name}` }).click();

    // A colleague changes the code meanwhile; what was typed here is kept, and his code, too.
    await page.getByRole('button', { name: `修改 ${name}` }).click();
    await dialog(page).getByLabel('简称').fill('试验');
    const colleague = await district.client('office');
    const { items } = await colleague.get('/organisations?kind=HANDLING_UNIT');
    const unit = items.find((one) => one.name === name);
    const changed = await colleague.send(
      'PATCH',
      `/api/v1/organisations/${unit.id}`,
      { code: `t${size.width}` },
      { 'if-match': `"${unit.version}"` },
    );
    assert.equal(changed.status, 200);
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await dialog(page).getByText('这条记录刚被别人修改过').waitFor();
    await look(page, 'organisation-changed-meanwhile');
    await dialog(page).getByRole('button', { name: '载入最新内容' }).click();
    await dialog(page).getByText('已载入最新内容').waitFor();
    assert.equal(await dialog(page).getByLabel('简称').inputValue(), '试验');
    assert.equal(await dialog(page).getByLabel('代码').inputValue(), `t${size.width}`);
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await page.getByRole('main').getByRole('textbox', { name: '名称' }).fill('');
    await checkPage(page, 'organisations');
    assert.deepEqual(visitor.faults, []);
    await visitor.close();
  });
}

test('a member another clerk has just changed is loaded anew, in Traditional characters', async () => {
  const visitor = await district.visitor('office', { language: 'zh-TW' });
  const { page } = visitor;
  const colleague = await district.client('office');
  const {
    items: [someone],
  } = await colleague.get('/members?limit=1');
  await page.goto('/members');
  await page.getByRole('button', { name: `修改 ${someone.name}` }).click();
  await dialog(page).getByLabel('工作單位').fill('清河區試驗中學');
  await dialog(page).getByLabel('界別').selectOption({ index: 0 });
  const { membership } = await colleague.get(`/members/${someone.person_id}`);
  const changed = await colleague.send(
    'PATCH',
    `/api/v1/members/${someone.person_id}`,
    { post: '校長' },
    { 'if-match': `"${membership.version}"` },
  );
  assert.equal(changed.status, 200);
  await dialog(page).getByRole('button', { name: '儲存' }).click();
  await dialog(page).getByText('這位委員的登記剛被別人修改過').waitFor();
  await look(page, 'member-changed-meanwhile');
  await dialog(page).getByRole('button', { name: '載入最新內容' }).click();
  await dialog(page).getByText('已載入最新內容').waitFor();
  assert.equal(await dialog(page).getByLabel('職務', { exact: true }).inputValue(), '校長');
  assert.equal(await dialog(page).getByLabel('工作單位').inputValue(), '清河區試驗中學');
  await dialog(page).getByRole('button', { name: '儲存' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  const now = (await colleague.get(`/members/${someone.person_id}`)).membership;
  assert.equal(now.employer, '清河區試驗中學');
  assert.equal(now.post, '校長');
  assert.equal(now.sector_id, undefined);
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
