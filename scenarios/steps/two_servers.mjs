// Two servers on one PostgreSQL.
import { When, Then } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { draftBody, idOf, inDays } from '../support/proposals.mjs';
import { dueOn, packCalendar } from '../support/calendar.mjs';

When(
  '{who}在第{int}台服务器、{who}在第{int}台服务器同时各提交{int}件提案',
  async function (one, first, other, second, count) {
    const clients = [await this.as(one, first - 1), await this.as(other, second - 1)];
    this.submitted = await Promise.all(
      clients.flatMap((client) =>
        Array.from({ length: count }, (_, i) =>
          client.post('/proposals', draftBody(`第${i + 1}件`, { submit: true }), { once: true }),
        ),
      ),
    );
  },
);
Then('这些提案的流水号是1到{int}，一个不少', function (last) {
  const serials = this.submitted.map((view) => view.proposal.serial).sort((a, b) => a - b);
  assert.deepEqual(
    serials,
    Array.from({ length: last }, (_, i) => i + 1),
  );
});
When(
  '{who}在第{int}台服务器、{who}在第{int}台服务器同时接收{title}',
  async function (one, first, other, second, title) {
    const clients = [await this.as(one, first - 1), await this.as(other, second - 1)];
    this.taken = await Promise.all(
      clients.map((client) => client.send('POST', `/api/v1/proposals/${idOf(this, title)}/take`, {})),
    );
  },
);
Then('只有一次成功，另一次被告知状态已变', function () {
  assert.deepEqual(this.taken.map((answer) => answer.status).sort(), [200, 409]);
  assert.equal(this.taken.find((answer) => answer.status === 409).body.code, 'wrong_state');
});
When('{who}在第{int}台服务器上退出登录', async function (who, server) {
  // He was known on both.
  for (let at = 0; at < this.servers.length; ++at) await (await this.as(who, at)).get('/me');
  await (await this.as(who, server - 1)).signOut();
});
Then('{who}在第{int}台服务器上很快被要求重新登录', async function (who, server) {
  const client = await this.as(who, server - 1);
  let status;
  for (let tries = 0; tries < 30; ++tries) {
    ({ status } = await client.send('GET', '/api/v1/me'));
    if (status === 401) break;
    await sleep(100);
  }
  assert.equal(status, 401);
});
Then('{who}在第{int}台服务器上仍可以查看自己的任务', async function (who, server) {
  await (await this.as(who, server - 1)).get('/tasks');
});
When('{who}在第{int}台服务器上把{int}天后那天改为放假', async function (who, server, days) {
  const office = await this.as(who, server - 1);
  const day = inDays(days);
  await (await this.as(who, 1)).get('/calendar'); // the other has read the calendar before
  const answer = await office.send('GET', `/api/v1/calendar?year=${day.slice(0, 4)}`);
  const body = {
    announced: true,
    days: [...answer.body.days.filter((one) => one.day !== day), { day, name: '临时放假', off: true }],
  };
  await office.ask('PUT', `/api/v1/calendar/${day.slice(0, 4)}`, body, { 'if-match': answer.headers.get('etag') });
});
Then('在第{int}台服务器上按日历推算签收期限，{int}天后那天不算', async function (server, days) {
  const preview = await (
    await this.as('办公室', server - 1)
  ).get(`/deadlines/preview?rule=assignment.accept&start=${inDays(0)}`);
  const special = packCalendar().set(inDays(days), true);
  assert.equal(preview.deadline.due, dueOn('assignment.accept', inDays(0), special));
  assert.ok(preview.deadline.steps.every((step) => step.date !== inDays(days) || !step.counted));
});
