// A real year: 298 proposals of one session, imported from their CSV and taken to their ends over HTTP.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { ROOT } from '../support/paths.mjs';
import { prepareDistrict } from '../support/fixture.mjs';
import { dayFromNow, ledgerHolds } from '../support/district.mjs';
import { run, startServer } from '../support/program.mjs';
import { Client } from '../support/client.mjs';
import { inParallel } from '../permissions/office.mjs';
import { differences, figuresOf } from './figures.mjs';
import { random } from './random.mjs';
import { Walk, ended } from './walk.mjs';

const FILE = [process.env.YIZHENG_REAL_PROPOSALS, join(ROOT, '../shared/data/proposals-2019.csv')].find(
  (one) => one && existsSync(one),
);
const SEED = Number(process.env.YIZHENG_SEED ?? 20190112);
const engine = process.env.YIZHENG_ENGINE ?? 'sqlite';
const skip = FILE
  ? false
  : 'the file of the real year is not at hand (../shared/data/proposals-2019.csv, or YIZHENG_REAL_PROPOSALS)';

test(`298 real proposals on ${engine}, seed ${SEED}`, { skip }, async (t) => {
  const fixture = await prepareDistrict(engine);
  const database = await fixture.open();
  const folder = mkdtempSync(join(tmpdir(), 'yizheng-real-'));
  let server;
  t.after(async () => {
    await server?.stop();
    await fixture.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const load = (...more) =>
    run(['import', 'proposals', FILE, '--committee', 'qinghe', '--database', database.url, ...more]);

  await t.test('a dry run counts, an import imports, a second import adds nothing', async () => {
    const dry = await load('--dry-run');
    assert.equal(dry.code, 0, dry.stdout + dry.stderr);
    assert.match(dry.stdout, /298 rows, 298 can be imported, 0 are there already, 0 are refused/);
    const real = await load();
    assert.match(real.stdout, /298 rows: 298 imported, 0 there already, 0 refused/);
    const again = await load();
    assert.equal(again.code, 0);
    assert.match(again.stdout, /298 rows: 0 imported, 298 there already, 0 refused/);
  });

  server = await startServer({
    database: database.url,
    args: ['--quiet', '--attachments', join(folder, 'attachments')],
  });
  const as = (account) => new Client(server.url).resume(account);
  const role = (code) => as(fixture.accounts.find((one) => one.role === code));
  const byUnit = (code) =>
    new Map(fixture.accounts.filter((one) => one.role === code).map((one) => [one.organisation_id, as(one)]));
  const clients = {
    proposal_committee: role('PROPOSAL_COMMITTEE'),
    chair: role('CHAIR'),
    office_gov: role('SUPERVISION_OFFICE_GOV'),
    office_party: role('SUPERVISION_OFFICE_PARTY'),
    officers: byUnit('UNIT_OFFICER'),
    leaders: byUnit('UNIT_LEADER'),
  };
  const walk = new Walk(random(SEED), clients, [...clients.officers.keys()]);
  const rows = [];
  const readRows = async () => {
    rows.length = 0;
    for (let after = ''; ;) {
      const page = await clients.proposal_committee.get(
        `/proposals?limit=100${after && `&after=${encodeURIComponent(after)}`}`,
      );
      rows.push(...page.items);
      if (!page.next) return;
      after = page.next;
    }
  };
  const compare = async (what) => {
    const views = [];
    await inParallel(rows, 8, async (row) => views.push(await walk.view(row.id)));
    const served = await clients.proposal_committee.get('/statistics');
    assert.equal(served.identity_holds, true);
    assert.deepEqual(differences(served.figures, figuresOf(views, dayFromNow(0))), [], what);
    return views;
  };

  await t.test('all are there, in the order of their numbers, with their whole texts', async () => {
    await readRows();
    assert.equal(rows.length, 298);
    assert.equal(new Set(rows.map((row) => row.id)).size, 298);
    const views = await compare('as imported');
    assert.ok(views.every((view) => view.body.length > 20 && view.proposal.title.length > 3 && view.proposal.category));
  });

  await t.test('each goes its way to an end', async () => {
    // In steps over all of them, so that proposals merge into others on their way; half-way the figures are compared too.
    let open = rows.map((row) => row.id);
    for (let pass = 0; open.length > 0; ++pass) {
      assert.ok(pass < 400, `${open.length} proposals come to no end, such as ${open[0]}`);
      const still = [];
      for (const id of open) if (await walk.step(id)) still.push(id);
      open = still;
      if (pass === 12) await compare('half-way');
    }
    await readRows();
    const views = await compare('at the end');
    assert.ok(views.every(ended));
    const figures = figuresOf(views, dayFromNow(0));
    const n = (code) => figures[code][0];
    assert.equal(n('received'), 298);
    assert.equal(n('in_review'), 0);
    assert.equal(
      n('received'),
      n('filed') +
        n('merged') +
        n('to_suggestion') +
        n('to_opinion_report') +
        n('as_letter') +
        n('not_filed') +
        n('withdrawn'),
    );
    for (const code of ['merged', 'to_suggestion', 'as_letter', 'not_filed', 'rehandled', 'second_assignments', 'key'])
      assert.ok(n(code) > 0, `chance left out ${code}`);
    t.diagnostic(
      `R=${n('received')} F=${n('filed')} M=${n('merged')} O=${n('to_suggestion')} Q=${n('to_opinion_report')} L=${n('as_letter')} N=${n('not_filed')} W=${n('withdrawn')}; steps: ${[...walk.taken].map(([code, times]) => `${code} ${times}`).join(', ')}`,
    );
  });

  await t.test('the records behind a figure are as many as it says', async () => {
    const { figures } = await clients.proposal_committee.get('/statistics');
    for (const figure of figures.filter(
      (one) =>
        !['member_participation', 'per_member', 'promise_kept_rate', 'supervision_acts', 'second_assignments'].includes(
          one.code,
        ),
    )) {
      for (const part of figure.rate ? ['numerator', 'denominator'] : ['numerator']) {
        const ids = new Set();
        for (let after = ''; ;) {
          const page = await clients.proposal_committee.get(
            `/statistics/${figure.code}/records?part=${part}&limit=100${after && `&after=${encodeURIComponent(after)}`}`,
          );
          page.items.forEach((row) => ids.add(row.id));
          if (!page.next) break;
          after = page.next;
        }
        assert.equal(ids.size, figure[part], `${figure.code}, ${part}`);
      }
    }
  });

  await t.test('any two characters of a title find it', async () => {
    const chance = random(SEED + 1);
    for (let i = 0; i < 40; ++i) {
      const { id, title } = chance.pick(rows);
      const plain = [...title].filter((c) => /[\u4e00-\u9fff]/.test(c)).join('');
      const at = Math.floor(chance.next() * (plain.length - 2));
      const words = plain.slice(at, at + 2);
      if (!title.includes(words)) continue;
      const ids = [];
      for (let offset = 0; offset <= 250; offset += 50) {
        const page = await clients.proposal_committee.get(
          `/proposals/search?q=${encodeURIComponent(words)}&limit=50&offset=${offset}`,
        );
        ids.push(...page.items.map((one) => one.proposal.id));
        if (page.items.length < 50) break;
      }
      assert.ok(ids.includes(id), `“${words}” of 《${title}》`);
    }
  });

  await t.test('the ledger holds', async () => {
    assert.equal(await server.stop(), 0);
    await ledgerHolds(database.url);
  });
});
