// Searching, publication pages, the ledger.
import { When, Then } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../../tests/support/program.mjs';

// The index follows within moments of a change.
Then('{who}很快查到{words}有{int}件', async function (who, words, count) {
  this.unasked();
  const client = await this.as(who);
  let found;
  for (let tries = 0; tries < 50; ++tries) {
    found = await client.get(`/proposals/search?q=${encodeURIComponent(words)}`);
    if (found.total === count) break;
    await sleep(100);
  }
  assert.equal(found.total, count);
  assert.equal(found.items.length, count);
});

Then('公开页上有{int}份答复，没有电话号码', async function (count) {
  this.unasked();
  const { committee } = this.account('提案委');
  const [id] = [...this.proposals.values()].slice(-1);
  const page = await (await this.as('公众')).get(`/public/${committee}/proposals/${id}`);
  assert.equal(page.replies.length, count);
  assert.doesNotMatch(JSON.stringify(page), /000-\d{8}/);
});

When('{who}核验台账', async function (who) {
  await this.attempt(async () => (await this.as(who)).post('/ledger/verify'));
});
Then('台账核验通过', function () {
  this.unasked();
  assert.equal(this.answer.holds, true);
  assert.deepEqual(this.answer.faults, []);
  assert.ok(this.answer.entries > 50);
});
When('{who}查看台账', async function (who) {
  await this.attempt(async () => (await this.as(who)).get('/ledger'));
});
async function length(world) {
  return (await (await world.as('审计管理员')).get('/ledger?limit=1')).items[0].entry.seq;
}
When('记下台账的长度', async function () {
  this.ledgerLength = await length(this);
});
Then('台账没有变长', async function () {
  assert.equal(await length(this), this.ledgerLength);
});
When('有人绕过程序把台账里的一条记录改掉', async function () {
  await this.servers.pop().stop();
  const database = new DatabaseSync(this.database.file);
  database.exec(
    "DROP TRIGGER IF EXISTS ledger_no_update; UPDATE ledger SET detail = '{}' WHERE action = 'proposal.review'",
  );
  database.close();
});
Then('离线核验指出台账被改动', async function () {
  const { code, stdout, stderr } = await run(['ledger', 'verify', '--database', this.database.url]);
  assert.equal(code, 1, stdout + stderr);
  assert.match(stdout + stderr, /[\u4e00-\u9fff]/);
});
