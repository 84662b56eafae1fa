// Every person × every action × every state: who may, does; everyone else is refused, and nothing changes.
import test from 'node:test';
import assert from 'node:assert/strict';
import { inParallel, openOffice } from './office.mjs';
import { ALLOWED, PERSONS, STATES, may } from './lifecycle.mjs';
import { Way } from './way.mjs';

const engine = process.env.YIZHENG_ENGINE ?? 'sqlite';

test(`the life cycle of proposals on ${engine}`, async (t) => {
  const office = await openOffice(engine);
  t.after(() => office.close());
  const find = (login) => (login.startsWith('other:') ? [login.slice(6), office.others] : [login, office.accounts]);
  const people = Object.keys(PERSONS);
  const clients = Object.fromEntries(
    people.map((who) => [who, PERSONS[who] ? office.byLogin(...find(PERSONS[who])) : office.anonymous]),
  );
  const accountOf = (who) => office.account(...find(PERSONS[who]));
  const ids = {
    persons: Object.fromEntries(
      ['first', 'cosigner', 'invited', 'stranger'].map((who) => [who, accountOf(who).person_id]),
    ),
    unit: accountOf('officer').organisation_id,
    special_committee: accountOf('committee_staff').organisation_id,
    accounts: { party_gov_leader: accountOf('party_gov_leader').id, vice_chair: accountOf('vice_chair').id },
  };
  const way = new Way(clients, ids);
  way.main = (await way.bring('FILED', '主案')).proposal.id;

  const views = new Map();
  await inParallel(STATES, 6, async (state) => views.set(state, await way.bring(state, `关于${state}的提案`)));
  await t.test('the ordinary way leads into every state', () => {
    for (const [state, view] of views) assert.equal(view.proposal.state, state.split(',')[0], state);
  });

  await t.test('the page offers exactly what may be done', async () => {
    const wrong = [];
    const checked = new Set(ALLOWED.map(([action]) => action));
    await inParallel(
      STATES.flatMap((state) => people.map((who) => [state, who])),
      16,
      async ([state, who]) => {
        const { status, body } = await clients[who].send('GET', `/api/v1/proposals/${views.get(state).proposal.id}`);
        const offered = status === 200 ? body.actions.map((one) => one.code).filter((code) => checked.has(code)) : [];
        const wanted = ALLOWED.map(([action]) => action).filter((action) => may(who, action, state));
        const differ = [...new Set(offered)]
          .filter((one) => !wanted.includes(one))
          .map((one) => `+${one}`)
          .concat(wanted.filter((one) => !offered.includes(one)).map((one) => `-${one}`));
        if (differ.length > 0) wrong.push(`${state}, ${who}: ${differ.join(' ')}`);
      },
    );
    assert.deepEqual(wrong, []);
  });

  const refused = STATES.flatMap((state) =>
    ALLOWED.flatMap(([action, on]) =>
      people.filter((who) => !may(who, action, state)).map((who) => [state, action, on, who]),
    ),
  );
  await t.test(`${refused.length} calls are refused and change nothing`, async () => {
    const versions = async () => {
      const found = {};
      for (const state of STATES) found[state] = (await way.view(views.get(state).proposal.id)).proposal.version;
      return found;
    };
    const before = { ledger: await office.ledger(), versions: await versions() };
    const wrong = [];
    await inParallel(refused, 24, async ([state, action, on, who]) => {
      const { status, body } = await way.call(who, action, on, views.get(state));
      if (![401, 403, 404, 409].includes(status))
        wrong.push(`${state}, ${who}, ${action} → ${status} ${body?.code ?? ''}`);
    });
    assert.deepEqual(wrong, []);
    assert.deepEqual({ ledger: await office.ledger(), versions: await versions() }, before);
  });

  const allowed = ALLOWED.flatMap(([action, on, persons]) =>
    Object.entries(persons).flatMap(([who, states]) => states.map((state) => [state, action, on, who])),
  );
  await t.test(`${allowed.length} calls go through, each on a proposal of its own`, async () => {
    const wrong = [];
    await inParallel(allowed, 12, async ([state, action, on, who]) => {
      const view = await way.bring(state, `关于${action}的提案`);
      const { status, body } = await way.call(who, action, on, view);
      if (status >= 300) {
        wrong.push(`${state}, ${who}, ${action} → ${status} ${body?.code} ${body?.field ?? ''}`);
      } else if (action !== 'delete' && (await way.view(view.proposal.id)).proposal.version <= view.proposal.version) {
        wrong.push(`${state}, ${who}, ${action}: the version has not grown`);
      }
    });
    assert.deepEqual(wrong, []);
  });
});
