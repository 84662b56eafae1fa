// Two small districts, each made once and copied for every test that wants to change it: the demo's, full of proposals, and an
// empty one with an account of every role and a second committee beside it (district.mjs).
import { mkdtempSync, readFileSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { makeDistrict } from './district.mjs';
import { runWell } from './program.mjs';
import { startCluster } from './postgresql.mjs';

// `engine`: "sqlite" or "postgresql". Returns { accounts, attachments, open(), close() }; open() gives a fresh copy as
// { url, remove() }. An account is { login, password, role, roles, name, committee, organisation }, from what the demo wrote.
export async function prepareFixture(engine, { durable = false, size = 'small' } = {}) {
  return templated(engine, durable, async (database, folder) => {
    const file = join(folder, 'accounts.json');
    // Files lie by their content, so every copy of the district may read the same ones.
    const attachments = join(folder, 'attachments');
    const words = ['--size', size, '--database', database, '--attachments', attachments, '--accounts-json', file];
    await runWell(['demo', '--prepare', ...words], { timeout: 300_000 });
    const { committee, password, accounts } = JSON.parse(readFileSync(file, 'utf8'));
    return { attachments, accounts: accounts.map((one) => ({ ...one, committee, password, role: one.roles[0] })) };
  });
}

// The same for the empty district; also { others }, the accounts of the second committee. Its accounts are signed in: Client.resume().
export async function prepareDistrict(engine, { durable = false } = {}) {
  return templated(engine, durable, (database) => makeDistrict(database));
}

async function templated(engine, durable, make) {
  const folder = mkdtempSync(join(tmpdir(), 'yizheng-fixture-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  let copies = 0;

  if (engine === 'sqlite') {
    const original = join(folder, 'template.db');
    const made = await make(`sqlite:${original}`, folder);
    // What made it has ended, so SQLite has folded its write-ahead log into the file.
    if (existsSync(`${original}-wal`)) throw new Error('a write-ahead log was left behind');
    return {
      ...made,
      async open() {
        const file = join(folder, `copy-${++copies}.db`);
        copyFileSync(original, file);
        const remove = async () => ['', '-wal', '-shm'].forEach((end) => rmSync(file + end, { force: true }));
        return { url: `sqlite:${file}`, file, remove };
      },
      async close() {
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }

  const cluster = await startCluster({ durable });
  await cluster.create('template_district');
  const made = await make(cluster.url('template_district'), folder);
  return {
    ...made,
    cluster,
    async open() {
      const name = `copy_${++copies}`;
      await cluster.create(name, 'template_district');
      return { url: cluster.url(name), name, remove: () => cluster.drop(name) };
    },
    async close() {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
