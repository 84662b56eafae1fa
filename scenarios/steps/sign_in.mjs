// Signing in and out, and what each may see of itself.
import { Given, When, Then } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { draftBody } from '../support/proposals.mjs';
import { Client } from '../../tests/support/client.mjs';

Given('示范区政协', function () {
  assert.ok(this.accounts.length > 0, 'the small district has accounts');
});

When('{who}登录', async function (who) {
  await this.attempt(async () => {
    const client = new Client(this.servers[0].url);
    await client.signIn(this.account(who));
    this.clients.set(`${who}@0`, client);
    return client.get('/me');
  });
});
When('{who}用错误的密码登录', async function (who) {
  const { committee, login } = this.account(who);
  await this.attempt(() => new Client(this.servers[0].url).signIn({ committee, login, password: '记错了的密码 8Q' }));
});
When('{who}连续{int}次用错误的密码登录', async function (who, times) {
  const { committee, login } = this.account(who);
  for (let i = 0; i < times; ++i) {
    if (i > 0) this.expectRefusal();
    await this.attempt(() =>
      new Client(this.servers[0].url).signIn({ committee, login, password: `记错了的密码 ${i}` }),
    );
  }
});
When('不存在的账号登录', async function () {
  const { committee, password } = this.account('委员甲');
  await this.attempt(() => new Client(this.servers[0].url).signIn({ committee, login: 'nobody-here', password }));
});
When('{who}退出登录', async function (who) {
  const client = await this.as(who);
  this.cookiesBefore = new Map(client.cookies);
  await this.attempt(() => client.signOut());
});
When('有人拿{who}退出前的会话继续访问', async function (who) {
  const thief = new Client(this.servers[0].url);
  thief.cookies = this.cookiesBefore;
  await this.attempt(() => thief.get('/me'));
});
When('{who}不带防伪凭证提交请求', async function (who) {
  const client = await this.as(who);
  const { csrf } = client;
  client.csrf = null;
  await this.attempt(() => client.ask('POST', '/api/v1/proposals', draftBody('别的网站代为提交的提案')));
  client.csrf = csrf;
});

Then('登录成功', function () {
  this.unasked();
  assert.ok(this.answer, 'the server answered who is signed in');
});
Then('服务器认得这是委员', function () {
  this.unasked();
  assert.ok(
    this.answer.roles.some((grant) => grant.role === 'MEMBER'),
    'the roles name MEMBER',
  );
});
Then('请求被拒绝，状态是{int}', function (status) {
  this.expectRefusal();
  assert.equal(this.refusal.status, status, this.refusal.message);
});
Then('请求被拒绝，状态是{int}，代码是{string}', function (status, code) {
  this.expectRefusal();
  assert.deepEqual([this.refusal.status, this.refusal.code], [status, code], this.refusal.message);
});
Then('拒绝的说明有中文和英文，并告诉人怎么办', function () {
  const problem = this.refusal.problem;
  const text = JSON.stringify(problem);
  assert.match(text, /[\u4e00-\u9fff]{4,}/, 'a Chinese text');
  assert.match(text, /[A-Za-z]{3,} [a-z]{2,}/, 'an English text');
});
Then('{who}可以查看自己的任务', async function (who) {
  const tasks = await (await this.as(who)).get('/tasks');
  assert.ok(Array.isArray(tasks.groups), 'the tasks come in groups');
});
