// Handling, replies, feedback, re-handling, closing, key proposals, publication (DOMAIN §2.7 to §2.12).
import { When, Given } from '@cucumber/cucumber';
import { act, actOnAssignment, inDays, viewAs } from '../support/proposals.mjs';
import { satisfaction } from '../support/vocabulary.mjs';
import { accountOf } from '../support/accounts.mjs';

const officer = (sign) => `单位${sign}经办人`;
const leader = (sign) => `单位${sign}领导`;

export function replyBody(resultClass, more = {}) {
  return {
    document_number: '〔示范〕1号',
    result_class: resultClass,
    signed_by: '单位负责人',
    contact_name: '经办同志',
    contact_phone: '000-00000000',
    done: '已会同有关街道完成首批六个小区的意见征询。',
    planned: '年内完成管线迁改并联审批的办法。',
    not_adopted: resultClass === 'C' ? '因条件限制,补偿标准暂不统一。' : '',
    body: '您提出的提案收悉。经认真研究,现将办理情况答复如下。感谢您对我区工作的关心和支持。',
    ...(resultClass === 'B' ? { planned_until: inDays(120) } : {}),
    publishable: true,
    ...more,
  };
}

When('{unit}在{term}与提案人沟通{title}，方式代码{term}', async function (sign, moment, title, method) {
  const code = { 办前: 'BEFORE', 办中: 'DURING', 办后: 'AFTER' }[moment];
  await actOnAssignment(this, officer(sign), title, sign, 'contact', {
    moment: code,
    method,
    person: '提案人',
    held_on: inDays(0),
    note: '已当面听取意见',
  });
});
When('{unit}对{title}提出会办意见{words}', async function (sign, title, text) {
  await actOnAssignment(this, officer(sign), title, sign, 'co-opinion', { text });
});
When('{unit}申请把{title}延期到{int}天后，理由是{words}', async function (sign, title, days, reason) {
  await actOnAssignment(this, officer(sign), title, sign, 'request-extension', { until: inDays(days), reason });
});
When('{who}同意{unit}延期办理{title}', async function (who, sign, title) {
  await actOnAssignment(this, who, title, sign, 'decide-extension', { grant: true, note: '情况属实,同意延期' });
});
When('{who}不同意{unit}延期办理{title}，理由是{words}', async function (who, sign, title, note) {
  await actOnAssignment(this, who, title, sign, 'decide-extension', { grant: false, note });
});
When('{unit}起草{title}的答复，办理结果{term}类', async function (sign, title, resultClass) {
  await actOnAssignment(this, officer(sign), title, sign, 'draft-reply', replyBody(resultClass));
});
When('{unit}领导签发{title}的答复', async function (sign, title) {
  await actOnAssignment(this, leader(sign), title, sign, 'sign-reply');
});
When('{unit}领导退回{title}的答复稿，理由是{words}', async function (sign, title, reason) {
  await actOnAssignment(this, leader(sign), title, sign, 'return-draft', { reason });
});
When('{who}审核通过{unit}对{title}的答复', async function (who, sign, title) {
  await actOnAssignment(this, who, title, sign, 'check-reply', { pass: true });
});
When('{who}退回{unit}对{title}的答复，理由是{words}', async function (who, sign, title, note) {
  await actOnAssignment(this, who, title, sign, 'check-reply', { pass: false, note });
});
When('{who}催办{unit}的{title}', async function (who, sign, title) {
  await actOnAssignment(this, who, title, sign, 'urge', { text: '临近办理时限,请抓紧答复。' });
});

// The usual way of one unit from its in-tray to the sent reply.
export async function replyInFull(world, who, title, sign, resultClass) {
  const current = (await viewAs(world, '提案委', title)).assignments;
  const steps = [
    ['draft-reply', officer(sign), replyBody(resultClass)],
    ['sign-reply', leader(sign), {}],
    ['check-reply', who, { pass: true }],
  ];
  if (current.some((one) => one.state === 'ASSIGNED')) steps.unshift(['accept', officer(sign), {}]);
  for (const [action, person, body] of steps) {
    await actOnAssignment(world, person, title, sign, action, body);
    world.unasked();
  }
}
Given('{unit}已签收并答复{title}，{who}已审核，办理结果{term}类', async function (sign, title, who, resultClass) {
  await replyInFull(this, who, title, sign, resultClass);
});
When('{unit}重新答复{title}，{who}审核通过，办理结果{term}类', async function (sign, title, who, resultClass) {
  await replyInFull(this, who, title, sign, resultClass);
});

When('{who}反馈{title}：对办理态度{term}，对办理结果{term}', async function (who, title, attitude, result) {
  await act(this, who, title, 'feedback', {
    attitude: satisfaction(attitude),
    result: satisfaction(result),
    contacted: 'FACE_TO_FACE',
  });
});
When(
  '{who}代{who}录入{title}的纸质反馈：对办理态度{term}，对办理结果{term}',
  async function (who, person, title, attitude, result) {
    const { person_id } = accountOf(this.accounts, person);
    await act(this, who, title, 'feedback', {
      attitude: satisfaction(attitude),
      result: satisfaction(result),
      person_id,
    });
  },
);
When('{who}要求重新办理{title}，理由是{words}', async function (who, title, reason) {
  await act(this, who, title, 'rehandle', { reason });
});
When('{who}办结{title}', async function (who, title) {
  await act(this, who, title, 'close');
});
When('{who}归档{title}', async function (who, title) {
  await act(this, who, title, 'archive');
});
When('{who}记录{title}的承诺事项{term}', async function (who, title, word) {
  const state = { 已兑现: 'KEPT', 部分兑现: 'PARTLY', 未兑现: 'BROKEN' }[word];
  const { promises } = await viewAs(this, who, title);
  await this.attempt(async () =>
    (await this.as(who)).post(`/promises/${promises[0].id}/record`, { state, note: '已实地查看' }),
  );
});

When('{who}推荐{title}为重点提案，理由是{words}', async function (who, title, reason) {
  await act(this, who, title, 'nominate-key', { reason });
});
When('{who}确定{title}为重点提案', async function (who, title) {
  await act(this, who, title, 'decide-key', {
    key: true,
    note: '主席会议审议通过',
    handling_leader: '分管副区长',
    supervising_leader: '分管副主席',
  });
});
When('{who}对{title}开展督办，形式代码{term}', async function (who, title, form) {
  await act(this, who, title, 'supervise', {
    form,
    held_on: inDays(0),
    place: '区政协会议室',
    participants: '提案人、承办单位',
    note: '现场了解办理进展',
  });
});

When('{who}公开{title}和答复', async function (who, title) {
  await act(this, who, title, 'release', { with_reply: true });
});
When('{who}公开{title}', async function (who, title) {
  await act(this, who, title, 'release', { with_reply: false });
});
When('{who}撤下公开的{title}，理由是{words}', async function (who, title, reason) {
  await act(this, who, title, 'unrelease', { reason });
});
