// What a scenario holds: a fresh copy of the small district, the servers on it, and who is signed in.
import { setWorldConstructor, World, BeforeAll, AfterAll, Before, After, setDefaultTimeout } from '@cucumber/cucumber';
import { prepareFixture } from '../../tests/support/fixture.mjs';
import { startServer } from '../../tests/support/program.mjs';
import { Client, Refused } from '../../tests/support/client.mjs';
import { accountOf } from './accounts.mjs';

setDefaultTimeout(60_000);
const engine = process.env.YIZHENG_ENGINE ?? 'sqlite';
let fixture;

BeforeAll({ timeout: 300_000 }, async () => {
  fixture = await prepareFixture(engine);
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
  accounts = fixture?.accounts ?? [];

  async open() {
    this.database = await fixture.open();
    await this.addServer();
  }
  async addServer() {
    this.servers.push(await startServer({ database: this.database.url }));
    return this.servers.at(-1);
  }
  async close() {
    const codes = [];
    for (const server of this.servers) codes.push(await server.stop());
    await this.database?.remove();
    const wrong = codes.filter((code) => code !== 0);
    if (wrong.length > 0) throw new Error(`a server ended with ${wrong.join(', ')} when asked to stop`);
  }

  account(who) {
    return accountOf(this.accounts, who);
  }
  // The signed-in client of a person; signs in on first use, at the server `at` (0, 1, …).
  async as(who, at = 0) {
    const key = `${who}@${at}`;
    if (!this.clients.has(key)) {
      const client = new Client(this.servers[at].url);
      const account = this.account(who);
      if (account) await client.signIn(account);
      this.clients.set(key, client);
    }
    return this.clients.get(key);
  }
  // Runs an action and keeps its answer or its refusal, for the “那么” that follows.
  async attempt(action) {
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
    if (this.refusal) throw this.refusal;
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
