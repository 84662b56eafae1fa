// What a scenario holds: a fresh copy of the small district, the servers on it, and who is signed in.
import { setWorldConstructor, World, BeforeAll, AfterAll, Before, After, setDefaultTimeout } from '@cucumber/cucumber';
import { prepareDistrict } from '../../tests/support/fixture.mjs';
import { PATIENCE } from '../../tests/support/paths.mjs';
import { startServer } from '../../tests/support/program.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { Client, Refused } from '../../tests/support/client.mjs';
import { accountOf } from './accounts.mjs';
import { clock } from './proposals.mjs';

setDefaultTimeout(60_000 * PATIENCE);
const engine = process.env.YIZHENG_ENGINE ?? 'sqlite';
let fixture;

BeforeAll({ timeout: 300_000 * PATIENCE }, async () => {
  fixture = await prepareDistrict(engine);
});
AfterAll(async () => {
  await fixture?.close();
});

class DistrictWorld extends World {
  servers = [];
  clients = new Map(); // by person
  proposals = new Map(); // title → id
  answer = null; // of the last action, where it succeeded
  refusal = null; // of the last action, where it was refused
  asked = true; // whether a step has dealt with the refusal
  accounts = fixture?.accounts ?? [];
  others = fixture?.others ?? []; // of another committee in the same database

  async open() {
    clock.offset = 0;
    this.database = await fixture.open();
    this.folder = mkdtempSync(join(tmpdir(), 'yizheng-scenario-'));
    await this.addServer();
  }
  async addServer() {
    const args = ['--attachments', join(this.folder, 'attachments')];
    if (clock.offset !== 0) args.push('--clock-offset', String(clock.offset));
    this.servers.push(await startServer({ database: this.database.url, args }));
    return this.servers.at(-1);
  }
  // Days pass: the server goes, and another comes whose clock is so much later. People stay signed in.
  async pass(days) {
    clock.offset += days;
    if ((await this.servers.pop().stop()) !== 0) throw new Error('the server did not stop cleanly');
    const { url } = await this.addServer();
    for (const client of this.clients.values()) client.origin = url;
  }
  async close() {
    const codes = [];
    for (const server of this.servers) codes.push(await server.stop());
    await this.database?.remove();
    rmSync(this.folder, { recursive: true, force: true });
    const wrong = codes.filter((code) => code !== 0);
    if (wrong.length > 0) throw new Error(`a server ended with ${wrong.join(', ')} when asked to stop`);
  }

  account(who) {
    return accountOf(this.accounts, who);
  }
  // The client of a person, signed in when the district was made, at the server `at` (0, 1, …).
  async as(who, at = 0) {
    const key = `${who}@${at}`;
    if (!this.clients.has(key)) {
      const client = new Client(this.servers[at].url);
      const account = this.account(who);
      if (account) client.resume(account);
      this.clients.set(key, client);
    }
    return this.clients.get(key);
  }
  // Runs an action and keeps its answer or its refusal, for the “那么” that follows.
  async attempt(action) {
    this.unasked();
    this.asked = false;
    this.answer = this.refusal = null;
    try {
      this.answer = await action();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.refusal = error;
    }
  }
  // A refusal that no step asked about would hide a broken scenario.
  unasked() {
    if (this.refusal && !this.asked) throw this.refusal;
  }
  expectRefusal() {
    if (!this.refusal) throw new Error('the request was not refused');
    this.asked = true;
    return this.refusal;
  }
}
setWorldConstructor(DistrictWorld);

Before(async function () {
  await this.open();
});
After(async function ({ result }) {
  if (result?.status === 'FAILED') {
    for (const server of this.servers) this.attach(server.log().slice(-4000), 'text/plain');
  }
  await this.close();
});
