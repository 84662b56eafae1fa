// What must be true afterwards.
import { When, Then } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { assignmentOf, idOf, viewAs } from '../support/proposals.mjs';
import { assignmentState, satisfaction, state } from '../support/vocabulary.mjs';
import { runWell } from '../../tests/support/program.mjs';

Then('{title}的状态是{term}', async function (title, word) {
  this.unasked();
  const { proposal } = await viewAs(this, '提案委', title);
  assert.equal(proposal.state, state(word));
});
Then('{who}看到{title}的状态是{term}', async function (who, title, word) {
  this.unasked();
  const { proposal } = await viewAs(this, who, title);
  assert.equal(proposal.state, state(word));
});
Then('{unit}办理{title}的状态是{term}', async function (sign, title, word) {
  this.unasked();
  assert.equal((await assignmentOf(this, title, sign)).state, assignmentState(word));
});
Then('{unit}办理{title}计为二次交办', async function (sign, title) {
  this.unasked();
  assert.equal((await assignmentOf(this, title, sign)).second, true);
});
Then('{title}有流水号', async function (title) {
  this.unasked();
  assert.ok((await viewAs(this, '提案委', title)).proposal.serial > 0);
});
Then('{title}有案号', async function (title) {
  this.unasked();
  assert.ok((await viewAs(this, '提案委', title)).proposal.number > 0);
});
Then('{title}没有案号', async function (title) {
  this.unasked();
  assert.equal((await viewAs(this, '提案委', title)).proposal.number ?? null, null);
});
Then('{title}并入{title}', async function (title, main) {
  this.unasked();
  assert.equal((await viewAs(this, '提案委', title)).proposal.merged_into_id, idOf(this, main));
});
Then('{title}的办理结果是{term}类', async function (title, resultClass) {
  this.unasked();
  assert.equal((await viewAs(this, '提案委', title)).proposal.result_class, resultClass);
});
Then('{title}的结果满意度是{term}', async function (title, word) {
  this.unasked();
  assert.equal((await viewAs(this, '提案委', title)).proposal.satisfaction_result, satisfaction(word));
});
Then('{title}有{int}份答复', async function (title, count) {
  this.unasked();
  assert.equal((await viewAs(this, '提案委', title)).replies.filter((one) => one.state === 'SENT').length, count);
});
Then('{title}是重点提案', async function (title) {
  this.unasked();
  assert.equal((await viewAs(this, '提案委', title)).proposal.key_state, 'KEY');
});
Then('操作成功', function () {
  this.unasked();
  assert.ok(this.answer !== null, 'the server answered');
});
Then('两次得到同一件提案', function () {
  this.unasked();
  assert.equal(this.repeated[0], this.repeated[1]);
});

Then('{who}能看到{title}', async function (who, title) {
  this.unasked();
  assert.equal((await viewAs(this, who, title)).proposal.id, idOf(this, title));
});
Then('{who}看不到{title}', async function (who, title) {
  this.unasked();
  const answer = await (await this.as(who)).send('GET', `/api/v1/proposals/${idOf(this, title)}`);
  assert.ok([401, 403, 404].includes(answer.status), `the answer is ${answer.status}`);
  assert.ok(!JSON.stringify(answer.body).includes(title), 'the refusal does not tell the title');
});
Then('公众{term}{title}的公开页', async function (can, title) {
  this.unasked();
  const { committee } = this.account('提案委');
  const answer = await (
    await this.as('公众')
  ).send('GET', `/api/v1/public/${committee}/proposals/${idOf(this, title)}`);
  assert.equal(answer.status, can === '能看到' ? 200 : 404);
});
Then('{who}的任务中有{title}，要做的是{term}', async function (who, title, code) {
  this.unasked();
  const { groups } = await (await this.as(who)).get('/tasks');
  const mine = groups
    .filter((group) => group.items.some((row) => row.id === idOf(this, title)))
    .map((group) => group.code);
  assert.ok(mine.includes(code), `《${title}》 waits for ${who} as: ${mine.join(', ') || 'nothing'}`);
});
When('{who}查看{title}的办理过程', async function (who, title) {
  await this.attempt(async () => (await this.as(who)).get(`/proposals/${idOf(this, title)}/history`));
});
Then('办理过程依次有{words}', function (names) {
  this.unasked();
  const actions = this.answer.items.map((item) => item.action);
  let from = 0;
  for (const name of names.split('、')) {
    const at = actions.indexOf(name, from);
    assert.ok(at >= 0, `${name} follows in ${actions.join('、')}`);
    from = at + 1;
  }
});
When('{who}查找{words}', async function (who, words) {
  await this.attempt(async () => (await this.as(who)).get(`/proposals/search?q=${encodeURIComponent(words)}`));
});
Then('查找结果中有{title}', function (title) {
  this.unasked();
  assert.ok(
    this.answer.items.some((item) => item.proposal.id === idOf(this, title)),
    `${this.answer.total} hits, not this one`,
  );
});
Then('查找结果中没有{title}', function (title) {
  this.unasked();
  assert.ok(!this.answer.items.some((item) => item.proposal.id === idOf(this, title)));
});

When('另一台服务器连上同一个数据库', async function () {
  await this.addServer();
});
Then('{who}在第{int}台服务器上能看到{title}', async function (who, server, title) {
  this.unasked();
  assert.equal((await viewAs(this, who, title, server - 1)).proposal.id, idOf(this, title));
});
Then('台账完整无误', async function () {
  await runWell(['ledger', 'verify', '--database', this.database.url]);
});
