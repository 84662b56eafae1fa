// The desks on a phone: each opens from the menu, lists what lies on it, and keeps nobody out.
import test from 'node:test';
import assert from 'node:assert/strict';
import { openDistrict, PHONE } from './support.mjs';
import { look } from './hands.mjs';

let district;
test.before(async () => (district = await openDistrict()));
test.after(() => district?.close());

const DESKS = { supervision: ['交办', '答复审核'], unit: ['单位承办'], chair: ['重点提案'], clerk: ['公开'] };

for (const [login, desks] of Object.entries(DESKS)) {
  test(`${login}: ${desks.join(', ')}`, async () => {
    const visitor = await district.visitor(login, { size: PHONE });
    const { page } = visitor;
    await page.goto('/tasks');
    for (const desk of desks) {
      await page.getByRole('navigation', { name: '快捷导航' }).getByRole('button', { name: '更多' }).click();
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: desk, exact: true }).click();
      await page.getByRole('heading', { name: desk, level: 1 }).waitFor();
      await page.getByRole('navigation', { name: '分类' }).waitFor();
      await page.getByRole('main').getByRole('listitem').or(page.getByText('这里没有提案。')).first().waitFor();
      await look(page, `desk-${desk}`);
    }
    assert.deepEqual(visitor.faults, []);
    await visitor.close();
  });
}
