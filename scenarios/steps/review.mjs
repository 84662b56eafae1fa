// Review, filing, merging, assignment, return and dispute (DOMAIN §2.5, §2.6).
import { When, Given } from '@cucumber/cucumber';
import { act, actOnAssignment, idOf } from '../support/proposals.mjs';
import { unit } from '../support/accounts.mjs';
import { reviewResult, unitRole } from '../support/vocabulary.mjs';

const choice = (world, sign, role) => ({ unit_id: unit(world.accounts, sign).id, role });

When('{who}接收{title}', async function (who, title) {
  await act(this, who, title, 'take');
});
When('{who}初审{title}，建议{term}', async function (who, title, result) {
  await act(this, who, title, 'preliminary', reviewBody(result));
});
When('{who}审查{title}，决定{term}', async function (who, title, result) {
  await act(this, who, title, 'review', reviewBody(result));
});
When('{who}审查{title}，决定不予立案，原因代码{term}，说明{words}', async function (who, title, reason, explanation) {
  await act(this, who, title, 'review', { result: 'NOT_FILED', reason, explanation });
});
When('{who}审查{title}，决定{term}，说明{words}', async function (who, title, result, explanation) {
  await act(this, who, title, 'review', { ...reviewBody(result), explanation });
});
When('{who}审查{title}，征得提案人同意后并入{title}', async function (who, title, main) {
  const body = {
    result: 'MERGED',
    main_id: idOf(this, main),
    proposer_consulted: true,
    explanation: '内容相同,合并办理',
  };
  await act(this, who, title, 'review', body);
});
When('{who}审查{title}，没有征求提案人意见就并入{title}', async function (who, title, main) {
  const body = {
    result: 'MERGED',
    main_id: idOf(this, main),
    proposer_consulted: false,
    explanation: '内容相同,合并办理',
  };
  await act(this, who, title, 'review', body);
});
When('{who}把已立案的{title}并入{title}', async function (who, title, main) {
  await act(this, who, title, 'merge', {
    main_id: idOf(this, main),
    explanation: '内容相同,合并办理',
    proposer_consulted: true,
  });
});

function reviewBody(word) {
  const result = reviewResult(word);
  const body = { result };
  if (result !== 'FILED') body.explanation = '经审查作出此决定,具体情况已与提案人沟通。';
  if (result === 'NOT_FILED') body.reason = 'EMPTY';
  if (result === 'MERGED' || result === 'TO_OPINION_REPORT') body.proposer_consulted = true;
  return body;
}

async function fileIt(world, title) {
  for (const [who, action, body] of [
    ['提案委', 'take', {}],
    ['提案委', 'preliminary', { result: 'FILED' }],
    ['提案委', 'review', { result: 'FILED' }],
  ]) {
    await act(world, who, title, action, body);
    world.unasked();
  }
}
Given('{title}已经立案', async function (title) {
  await fileIt(this, title);
});
Given('{title}已经立案并由{who}交{unit}单办', async function (title, who, sign) {
  await fileIt(this, title);
  await act(this, '提案委', title, 'propose-handlers', { units: [choice(this, sign, 'SOLE')] });
  this.unasked();
  await act(this, who, title, 'assign', { units: [choice(this, sign, 'SOLE')] });
  this.unasked();
});

When('{who}建议{title}由{unit}{term}', async function (who, title, sign, role) {
  await act(this, who, title, 'propose-handlers', { units: [choice(this, sign, unitRole(role))] });
});
When('{who}把{title}交{unit}单办', async function (who, title, sign) {
  await act(this, who, title, 'assign', { units: [choice(this, sign, 'SOLE')] });
});
When('{who}把{title}交{unit}主办、{unit}会办', async function (who, title, lead, co) {
  await act(this, who, title, 'assign', { units: [choice(this, lead, 'LEAD'), choice(this, co, 'CO')] });
});
When('{who}把{title}交{unit}主办、{unit}和{unit}会办', async function (who, title, lead, one, other) {
  await act(this, who, title, 'assign', {
    units: [choice(this, lead, 'LEAD'), choice(this, one, 'CO'), choice(this, other, 'CO')],
  });
});
When('{who}把{title}交{unit}和{unit}分办', async function (who, title, one, other) {
  await act(this, who, title, 'assign', { units: [choice(this, one, 'SEPARATE'), choice(this, other, 'SEPARATE')] });
});

When('{unit}签收{title}', async function (sign, title) {
  await actOnAssignment(this, `单位${sign}经办人`, title, sign, 'accept');
});
When('{unit}申请退回{title}，理由是{words}，建议改由{unit}办理', async function (sign, title, note, other) {
  const body = { reason: 'NOT_OUR_DUTY', note, proposed_unit_id: unit(this.accounts, other).id };
  await actOnAssignment(this, `单位${sign}经办人`, title, sign, 'request-return', body);
});
When('{who}同意{unit}退回{title}，改交{unit}', async function (who, sign, title, other) {
  await actOnAssignment(this, who, title, sign, 'decide-return', {
    grant: true,
    note: '职责不在该单位,同意改办',
    unit_id: unit(this.accounts, other).id,
  });
});
When('{who}同意{unit}退回{title}', async function (who, sign, title) {
  await actOnAssignment(this, who, title, sign, 'decide-return', { grant: true, note: '职责不在该单位,退回重新交办' });
});
When('{who}不同意{unit}退回{title}，理由是{words}', async function (who, sign, title, note) {
  await actOnAssignment(this, who, title, sign, 'decide-return', { grant: false, note });
});
