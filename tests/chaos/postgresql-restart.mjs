// PostgreSQL crashes and comes back while members submit: requests fail clearly (503, and soon), then work again
// without anyone restarting the server, and nothing that was acknowledged is lost.
import { setTimeout as sleep } from 'node:timers/promises';
import assert from 'node:assert/strict';
import { prepareFixture } from '../support/fixture.mjs';
import { runWell, startServer } from '../support/program.mjs';
import { Client } from '../support/client.mjs';
import { Load, sample } from './load.mjs';

const fixture = await prepareFixture('postgresql', { durable: true });
const database = await fixture.open();
const load = new Load(fixture.accounts);
const server = await startServer({ database: database.url });
await load.signIn(server.url);

const stranger = new Client(server.url); // as a load balancer asks: without a session
const probe = async (path, client = stranger) => {
  const began = Date.now();
  const answer = await client.send('GET', path);
  return { ...answer, took: Date.now() - began };
};

for (const signal of ['SIGQUIT', 'SIGINT', 'SIGQUIT']) {
  let stopped = false;
  const before = load.acknowledged.size;
  const running = load.run(() => stopped);
  await sleep(500);
  assert.ok(load.acknowledged.size > before, 'submissions are acknowledged while the database is there');
  load.refusals.clear();
  await fixture.cluster.halt(signal);
  await sleep(1500);

  const read = await probe('/api/v1/proposals?limit=1', load.reader);
  assert.equal(read.status, 503, `a read without the database is answered ${read.status}`);
  assert.equal(read.body.code, 'database_unavailable');
  assert.ok(read.took < 10_000, `the refusal took ${read.took} ms`);
  assert.equal((await probe('/healthz')).status, 200, 'the process is alive');
  assert.equal((await probe('/readyz')).status, 503, 'and says that it is not ready');
  assert.ok(
    [...load.refusals.keys()].some((kind) => kind === '503 database_unavailable'),
    `submissions were answered: ${[...load.refusals.keys()].join(', ')}`,
  );
  assert.deepEqual(
    [...load.refusals.keys()].filter((kind) => !kind.startsWith('503')),
    [],
    'no other refusal',
  );

  await fixture.cluster.start();
  const until = Date.now() + 15_000;
  while ((await probe('/readyz')).status !== 200) {
    assert.ok(Date.now() < until, 'the server finds the database again within 15 seconds');
    await sleep(200);
  }
  const again = load.acknowledged.size;
  await sleep(1000);
  stopped = true;
  await running;
  assert.ok(load.acknowledged.size > again, 'submissions are acknowledged again');
  await load.settleUnanswered();
  await load.checkWhole(sample(load.acknowledged.keys(), 200));
  console.log(
    `${signal}: ${[...load.refusals].map(([kind, count]) => `${count} × ${kind}`).join(', ')}; ${load.acknowledged.size} acknowledged, those looked at whole`,
  );
}
await load.checkWhole(load.acknowledged.keys());
await load.checkLists();
assert.equal(await server.stop(), 0);
await runWell(['ledger', 'verify', '--database', database.url]);
await fixture.close();
