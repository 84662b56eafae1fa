// Days that pass, deadlines that explain themselves, calendars that change (DOMAIN §2.7, §2.10).
import { When, Then } from '@cucumber/cucumber';
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { idOf, inDays, viewAs } from '../support/proposals.mjs';
import { daysBetween, dueOn, packCalendar, plusDays } from '../support/calendar.mjs';
import { state } from '../support/vocabulary.mjs';

const RULES = { 申请退回: 'assignment.return', 反馈: 'feedback', 答复: 'reply' };

async function deadline(world, title, rule) {
  const { deadlines } = await viewAs(world, '提案委', title);
  const found = deadlines.filter((one) => one.rule === rule).at(-1);
  assert.ok(found, `《${title}》 has no deadline ${rule}; it has ${deadlines.map((one) => one.rule).join(', ')}`);
  return found;
}
async function passUntil(world, date) {
  const days = daysBetween(inDays(0), date);
  assert.ok(days > 0, 'time goes forward');
  await world.pass(days);
}

When('过了{int}天', async function (days) {
  this.unasked();
  await this.pass(days);
});
When(/^过了《([^》]+)》的(申请退回|反馈|答复)期限$/, async function (title, word) {
  this.unasked();
  await passUntil(this, plusDays((await deadline(this, title, RULES[word])).due_on, 1));
});
When('离{title}的答复期限还有{int}天', async function (title, days) {
  this.unasked();
  await passUntil(this, plusDays((await deadline(this, title, 'reply')).due_on, -days));
});
Then('{title}很快变为{term}', async function (title, word) {
  this.unasked();
  let now;
  for (let tries = 0; tries < 100; ++tries) {
    now = (await viewAs(this, '提案委', title)).proposal.state;
    if (now === state(word)) return;
    await sleep(100);
  }
  assert.equal(now, state(word));
});
Then('{title}的灯是{term}', async function (title, word) {
  this.unasked();
  const light = { 绿灯: 'GREEN', 黄灯: 'YELLOW', 橙灯: 'ORANGE', 红灯: 'RED' }[word];
  const client = await this.as('提案委');
  for (const one of ['GREEN', 'YELLOW', 'ORANGE', 'RED']) {
    const { items } = await client.get(`/proposals?light=${one}`);
    assert.equal(
      items.some((row) => row.id === idOf(this, title)),
      one === light,
      `listed under ${one}`,
    );
  }
});

Then('{title}的期限{words}与按日历推算的一致', async function (title, rule) {
  this.unasked();
  const row = await deadline(this, title, rule);
  const special = packCalendar();
  for (const day of this.holidays ?? []) special.set(day, true);
  assert.equal(row.start_on, inDays(0));
  assert.equal(row.due_on, dueOn(rule, row.start_on, special));
});
Then('{title}的期限{words}说得出是第几天、依据什么规定', async function (title, rule) {
  const row = await deadline(this, title, rule);
  const view = await (await this.as('提案委')).get(`/proposals/${idOf(this, title)}/deadlines/${row.id}`);
  assert.equal(view.steps.at(-1).date, row.due_on);
  assert.equal(view.steps.at(-1).number, view.rule.count);
  assert.match(view.rule.source, /[\u4e00-\u9fff]{4,}/);
  if (view.rule.unit !== 'WORKDAYS') return;
  assert.equal(view.steps.length, daysBetween(row.start_on, row.due_on), 'every day is told');
  assert.equal(view.steps.filter((step) => step.counted).length, view.rule.count);
});
Then('{title}的答复期限是{int}天后', async function (title, days) {
  this.unasked();
  const view = await viewAs(this, '提案委', title);
  assert.equal((await deadline(this, title, 'reply')).due_on, inDays(days));
  assert.equal(view.proposal.due_on, inDays(days));
});
Then('{title}的答复期限没有变', async function (title) {
  this.unasked();
  const row = await deadline(this, title, 'reply');
  assert.equal(row.due_on, dueOn('reply', row.start_on, packCalendar()));
  assert.equal(row.due_on, row.counted_due_on);
});

// The office's change of one day; the calendar of the year as it was, with this day off.
async function dayOff(world, day, preview) {
  const office = await world.as('办公室');
  const year = day.slice(0, 4);
  const answer = await office.send('GET', `/api/v1/calendar?year=${year}`);
  const days = answer.body.days.filter((one) => one.day !== day);
  const body = { announced: true, days: [...days, { day, name: '临时放假', off: true }], note: '按通知调整' };
  await world.attempt(() =>
    preview
      ? office.post(`/calendar/${year}/preview`, body)
      : office.ask('PUT', `/api/v1/calendar/${year}`, body, { 'if-match': answer.headers.get('etag') }),
  );
  world.unasked();
  if (!preview) (world.holidays ??= []).push(day);
}
When('办公室把{title}的申请退回期限那天改为放假', async function (title) {
  this.before = (await deadline(this, title, 'assignment.return')).due_on;
  await dayOff(this, this.before, false);
});
When('办公室试算把{title}的申请退回期限那天改为放假', async function (title) {
  this.before = (await deadline(this, title, 'assignment.return')).due_on;
  await dayOff(this, this.before, true);
});
When('办公室把{int}天后那天改为放假', async function (days) {
  await dayOff(this, inDays(days), false);
});
Then('{title}的申请退回期限顺延了', async function (title) {
  assert.ok((await deadline(this, title, 'assignment.return')).due_on > this.before);
});
Then('{title}的申请退回期限没有变', async function (title) {
  assert.equal((await deadline(this, title, 'assignment.return')).due_on, this.before);
});
Then('试算结果中有{title}', function (title) {
  assert.ok(
    this.answer.moves.some((move) => move.subject_id === idOf(this, title) && move.rule === 'assignment.return'),
    JSON.stringify(this.answer.moves),
  );
});
