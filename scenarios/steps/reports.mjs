// Reports loaded, checked against the records, corrected and compared.
import { When, Then } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { inDays } from '../support/proposals.mjs';

async function load(world, who, bytes, query) {
  await world.attempt(async () => {
    const row = await (
      await world.as(who)
    ).ask('POST', `/api/v1/reports?${new URLSearchParams(query)}`, bytes, {
      'content-type': 'application/octet-stream',
    });
    world.reports = [...(world.reports ?? []), row.document.id];
    return row;
  });
}
const bytesOf = (text) => new TextEncoder().encode(text);
const latest = (world) => world.reports.at(-1);
const office = (world) => world.as('办公室');
async function view(world) {
  world.unasked();
  return (await office(world)).get(`/reports/${latest(world)}`);
}
async function claim(world, quantity) {
  const found = (await view(world)).claims.filter((one) => one.quantity === quantity);
  assert.equal(found.length, 1, `the report has one figure “${quantity}”`);
  return found[0];
}

When('{who}载入今年的报告草稿{words}', async function (who, text) {
  await load(this, who, bytesOf(`${text}\n`), { name: '草稿.txt', own: 'true', year: inDays(0).slice(0, 4) });
});
When('{who}载入邻区的报告{words}', async function (who, text) {
  const query = { name: '邻区.txt', own: 'false', about: '邻区政协', year: inDays(0).slice(0, 4) };
  await load(this, who, bytesOf(`${text}\n`), query);
});
When('{who}载入一个不是文字的文件', async function (who) {
  const picture = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
  ]);
  await load(this, who, picture, { name: '照片.png' });
});
When('{who}指定报告中{words}是{term}，句中有{words}', async function (who, quantity, indicator, words) {
  const { unit, sentence } = await claim(this, quantity);
  await this.attempt(async () =>
    (await this.as(who)).post('/report-mappings', { words, unit, indicator, example: sentence }),
  );
});
When('{who}取消人工指定的指标', async function (who) {
  const client = await this.as(who);
  const { items } = await client.get('/report-mappings');
  assert.equal(items.length, 1);
  await this.attempt(() => client.ask('DELETE', `/api/v1/report-mappings/${items[0].mapping.id}`));
});
async function choose(world, who, kind, apply) {
  const repair = (await view(world)).repairs.find((one) => one.kind === kind);
  assert.ok(repair, `the report has a repair ${kind}`);
  const { source_start, source_end } = repair;
  await world.attempt(async () =>
    (await world.as(who)).post(`/reports/${latest(world)}/repairs`, { kind, source_start, source_end, apply }),
  );
}
When('{who}撤销报告中{term}的修复', async function (who, kind) {
  await choose(this, who, kind, false);
});
When('{who}采用报告中{term}的修复', async function (who, kind) {
  await choose(this, who, kind, true);
});

Then('报告中{words}与记录不符，记录是{int}', async function (quantity, value) {
  const { record } = await claim(this, quantity);
  assert.equal(record.verdict, 'DIFFERS', record.zh);
  assert.equal(record.value, value);
});
Then('报告中{words}与记录相符', async function (quantity) {
  const { record } = await claim(this, quantity);
  assert.equal(record.verdict, 'AGREES', record.zh);
});
Then('报告中{words}没有对应的指标', async function (quantity) {
  const { record, indicator } = await claim(this, quantity);
  assert.equal(indicator, '');
  assert.equal(record.reason, 'no_indicator');
});
Then('报告的数字清单可以导出', async function () {
  this.unasked();
  const { status, headers } = await (await office(this)).send('GET', `/api/v1/reports/${latest(this)}/figures`);
  assert.equal(status, 200);
  assert.match(headers.get('content-type'), /spreadsheetml/);
});
Then('报告的正文有{words}', async function (words) {
  assert.ok((await view(this)).text.includes(words));
});
Then('报告的正文没有{words}', async function (words) {
  assert.ok(!(await view(this)).text.includes(words));
});
Then('报告的原文有{words}', async function (words) {
  this.unasked();
  const { text } = await (await office(this)).get(`/reports/${latest(this)}/source`);
  assert.ok(text.includes(words));
});
Then('并列时{term}依次是{words}', async function (code, quantities) {
  this.unasked();
  const { rows } = await (await office(this)).get(`/report-comparison?documents=${this.reports.join(',')}`);
  const row = rows.find((one) => one.indicator.code === code);
  assert.equal(row.cells.map((cell) => cell.mentions[0].quantity).join('、'), quantities);
});
