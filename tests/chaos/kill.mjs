// node tests/chaos/kill.mjs [N] [sqlite|postgresql]: N times, kill the server (SIGKILL) at a random moment while eight members
// submit, start it again, and check that every acknowledged proposal is there and whole, that what was cut off is
// wholly there or not at all, and that the ledger verifies.
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareFixture } from '../support/fixture.mjs';
import { runWell, startServer } from '../support/program.mjs';
import { Load, sample } from './load.mjs';

const rounds = Number(process.argv[2] ?? 10);
const engine = process.argv[3] ?? 'sqlite';
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('usage: kill.mjs [N] [sqlite|postgresql]');
  process.exit(2);
}

const fixture = await prepareFixture(engine, { durable: true });
const database = await fixture.open();
const load = new Load(fixture.accounts);
let server = await startServer({ database: database.url });
await load.signIn(server.url);

const started = Date.now();
for (let round = 1; round <= rounds; ++round) {
  const before = new Set(load.acknowledged.keys());
  let stopped = false;
  const running = load.run(() => stopped);
  await sleep(20 + Math.random() * 700);
  stopped = true;
  await server.kill();
  await running;

  // Half of the time the ledger is read before the server has tidied up, half of the time after.
  const verify = () => runWell(['ledger', 'verify', '--database', database.url]);
  if (round % 2 === 0) await verify();
  server = await startServer({ database: database.url });
  if (round % 2 === 1) await verify();
  load.moveTo(server.url);
  const fresh = [...load.acknowledged.keys()].filter((id) => !before.has(id));
  await load.checkWhole([...fresh, ...sample(before, 20)]);
  const cut = load.unanswered.size;
  await load.checkCutOff();
  await load.settleUnanswered();
  if (round % 10 === 0 || round === rounds) await load.checkLists();
  await load.checkHistory(sample(fresh, 3));
  console.log(`${round}/${rounds}: ${fresh.length} acknowledged, ${cut} cut off; all whole`);
}
await load.checkWhole(load.acknowledged.keys());
await load.checkSearch(sample(load.acknowledged.keys(), 20));
const code = await server.stop();
if (code !== 0) throw new Error(`the server ended with ${code} when asked to stop`);
await runWell(['ledger', 'verify', '--database', database.url]);
await fixture.close();
if (load.acknowledged.size < rounds)
  throw new Error('too few submissions were acknowledged for this test to mean anything');
console.log(
  `${rounds} kills on ${engine} in ${Math.round((Date.now() - started) / 1000)} s: ${load.acknowledged.size} acknowledged proposals, none lost`,
);
