// The office keeps the roll of members on its page: enters one, moves him, ends his membership and takes that back. Others only read.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, checkAxe, checkWidth, picture, PHONE, DESK } from './support.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

const dialog = (page) => page.getByRole('dialog').filter({ visible: true });

for (const size of [PHONE, DESK]) {
  test(`a member is entered, moved, ended and brought back at ${size.width} pixels`, async () => {
    const visitor = await district.visitor('office', { size });
    const { page } = visitor;
    const name = size === PHONE ? '欧阳试一' : '欧阳试二';
    const number = `T${size.width}`;
    await page.goto('/members');
    await page.getByRole('button', { name: '登记委员' }).click();
    const form = dialog(page);
    await form.getByLabel('姓名').waitFor();
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('请填写此项').waitFor();
    await form.getByLabel('姓名').fill(name);
    await form.getByLabel('性别').selectOption({ label: '女' });
    await form.getByLabel('手机').fill('13900000001');
    await form.getByLabel('委员编号').fill(number);
    await form.getByLabel('政治面貌').selectOption({ index: 2 });
    await form.getByLabel('界别').selectOption({ index: 1 });
    await form.getByLabel('专门委员会').selectOption({ index: 1 });
    await form.getByLabel('邮编').fill('12');
    await page.waitForTimeout(400); // the dialog has come to rest
    await picture(page, 'member-enter');
    await checkWidth(page, `entering a member at ${size.width}`);
    await checkAxe(page, `entering a member at ${size.width}`);
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('邮政编码是 6 位数字').waitFor();
    await form.getByLabel('邮编').fill('123456');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'hidden' });

    const find = async () => {
      await page.getByRole('search').getByLabel('姓名').fill(name);
      await page.getByRole('button', { name: '搜索' }).click();
      await page.getByText(name, { exact: true }).waitFor();
    };
    await find();
    await page.getByRole('button', { name: `修改 ${name}` }).click();
    const change = dialog(page);
    await change.getByLabel('政协职务').waitFor();
    assert.equal(await change.getByLabel('委员编号').inputValue(), number);
    await change.getByText('常务委员', { exact: true }).click();
    await change.getByLabel('任职状态').selectOption('RESIGNED');
    await page.waitForTimeout(400);
    await picture(page, 'member-change');
    await checkAxe(page, `changing a member at ${size.width}`);
    await change.getByRole('button', { name: '保存' }).click();
    await page.getByText('没有找到').waitFor();

    await page.getByLabel('名册').selectOption('former');
    await find();
    await page.getByText('第 10 届 · 已辞去').waitFor();
    await picture(page, 'members-former');
    await checkWidth(page, `former members at ${size.width}`);
    await page.getByRole('button', { name: `修改 ${name}` }).click();
    assert.ok(await dialog(page).getByLabel('常务委员').isChecked());
    await dialog(page).getByLabel('任职状态').selectOption('ACTIVE');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await page.getByText('没有找到').waitFor();
    await page.getByLabel('名册').selectOption('office');
    await find();
    await picture(page, 'members');
    await checkAxe(page, `the members at ${size.width}`);
    assert.deepEqual(visitor.faults, []);
    await visitor.close();
  });
}

test('a member reads the roll and changes nothing', async () => {
  const visitor = await district.visitor('member');
  const { page } = visitor;
  await page.goto('/members');
  await page.locator('.person__name').first().waitFor();
  assert.equal(await page.getByRole('button', { name: /登记/ }).count(), 0);
  assert.equal(await page.getByLabel('名册').count(), 0);
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});

test('someone of an earlier term is entered again, and keeps the data that are his own', async () => {
  const office = await district.client('office');
  const {
    items: [someone],
  } = (await office.send('GET', '/api/v1/members?limit=1')).body;
  const newest = Math.max(...(await office.send('GET', '/api/v1/terms')).body.items.map((term) => term.number));
  const { status } = await office.send('POST', '/api/v1/terms', {
    number: newest + 1,
    starts_on: '2032-01-01',
    ends_on: '2036-12-31',
  });
  assert.equal(status, 201);
  const visitor = await district.visitor('office', { language: 'en' });
  const { page } = visitor;
  await page.goto('/members');
  await page.getByLabel('Roll').selectOption('former');
  await page.getByRole('button', { name: `Enter in this term ${someone.name}` }).click();
  assert.equal(await dialog(page).getByLabel('Mobile').count(), 0);
  await dialog(page).getByLabel('Member’s number').fill('2001');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  const { body } = await office.send('GET', `/api/v1/members/${someone.person_id}`);
  assert.equal(body.membership.member_number, '2001');
  assert.deepEqual(visitor.faults, []);
  await visitor.close();
});
