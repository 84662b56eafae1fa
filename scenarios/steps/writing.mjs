// Writing, co-signing, submitting, withdrawing (DOMAIN §2.2 to §2.4).
import { When, Given } from '@cucumber/cucumber';
import { act, draftBody, idOf, personOf } from '../support/proposals.mjs';

async function write(world, who, title, more, at = 0) {
  await world.attempt(async () => {
    const view = await (await world.as(who, at)).post('/proposals', draftBody(title, more), { once: true });
    world.proposals.set(title, view.proposal.id);
    return view;
  });
}

When('{who}起草提案{title}', async function (who, title) {
  await write(this, who, title, {});
});
When('{who}提交提案{title}', async function (who, title) {
  if (this.proposals.has(title)) await act(this, who, title, 'submit');
  else await write(this, who, title, { submit: true });
});
Given('{who}已提交提案{title}', async function (who, title) {
  await write(this, who, title, { submit: true });
  this.unasked();
});
When('{who}提交提案{title}，不同意公开，理由是{words}', async function (who, title, reason) {
  await write(this, who, title, { submit: true, consents_to_publication: false, no_publication_reason: reason });
});
When('{who}提交集体提案{title}，已确认盖章', async function (who, title) {
  const { organisation_id } = this.account(who);
  await write(this, who, title, { submit: true, kind: 'COLLECTIVE_PARTY', organisation_id, stamp_confirmed: true });
});
When('{who}提交集体提案{title}，没有盖章', async function (who, title) {
  const { organisation_id } = this.account(who);
  await write(this, who, title, { submit: true, kind: 'COLLECTIVE_PARTY', organisation_id, stamp_confirmed: false });
});
When('{who}两次提交同一份提案{title}，使用同一个提交编号', async function (who, title) {
  const once = `scenario-${Date.now()}`;
  const client = await this.as(who);
  await this.attempt(async () => {
    const first = await client.post('/proposals', draftBody(title, { submit: true }), { once });
    const second = await client.post('/proposals', draftBody(title, { submit: true }), { once });
    this.proposals.set(title, first.proposal.id);
    this.repeated = [first.proposal.id, second.proposal.id];
    return second;
  });
});
When('{who}邀请{who}联名{title}', async function (who, other, title) {
  await act(this, who, title, 'invite', { cosigners: [personOf(this, other)] });
});
When('{who}邀请{who}和{who}联名{title}', async function (who, one, other, title) {
  await act(this, who, title, 'invite', { cosigners: [personOf(this, one), personOf(this, other)] });
});
When('{who}同意联名{title}', async function (who, title) {
  await act(this, who, title, 'cosign', { sign: true });
});
When('{who}谢绝联名{title}', async function (who, title) {
  await act(this, who, title, 'cosign', { sign: false });
});
When('{who}附议{title}', async function (who, title) {
  await act(this, who, title, 'second');
});
When('{who}撤回提案{title}，理由是{words}', async function (who, title, reason) {
  await act(this, who, title, 'withdraw', { reason });
});
When('{who}把{title}的案由改为{title}', async function (who, title, changed) {
  const client = await this.as(who);
  await this.attempt(async () => {
    const { proposal } = await client.get(`/proposals/${idOf(this, title)}`);
    const view = await client.ask('PUT', `/api/v1/proposals/${proposal.id}`, draftBody(changed), {
      'if-match': `"${proposal.version}"`,
    });
    this.proposals.set(changed, proposal.id);
    return view;
  });
});
When('{who}打开{title}后，别人先改了它，{who}再保存', async function (who, title, again) {
  const client = await this.as(who);
  const { proposal } = await client.get(`/proposals/${idOf(this, title)}`);
  const version = { 'if-match': `"${proposal.version}"` };
  await client.ask('PUT', `/api/v1/proposals/${proposal.id}`, draftBody(`${title}(先改)`), version);
  await this.attempt(async () =>
    (await this.as(again)).ask('PUT', `/api/v1/proposals/${proposal.id}`, draftBody(`${title}(后改)`), version),
  );
});
When('{who}在第{int}台服务器上提交提案{title}', async function (who, server, title) {
  await write(this, who, title, { submit: true }, server - 1);
});
