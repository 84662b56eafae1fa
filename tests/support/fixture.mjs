// A small district, made once by the program's own generator, and copied for every test that wants to change it.
import { mkdtempSync, readFileSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { runWell } from './program.mjs';
import { startCluster } from './postgresql.mjs';

// `engine`: "sqlite" or "postgresql". Returns { accounts, open(), close() }; open() gives a fresh copy as
// { url, remove() }. An account is { login, password, role, name, committee, … } as `yizheng demo --prepare` wrote it.
export async function prepareFixture(engine, { durable = false, size = 'small' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'yizheng-fixture-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const accountsFile = join(folder, 'accounts.json');
  const prepare = (database) =>
    runWell(['demo', '--prepare', '--size', size, '--database', database, '--accounts-json', accountsFile], { timeout: 300_000 });
  const accounts = () => JSON.parse(readFileSync(accountsFile, 'utf8'));
  let copies = 0;

  if (engine === 'sqlite') {
    const original = join(folder, 'template.db');
    await prepare(`sqlite:${original}`);
    // The generator has ended, so SQLite has folded its write-ahead log into the file.
    if (existsSync(`${original}-wal`)) throw new Error('yizheng demo --prepare left a write-ahead log behind');
    return {
      accounts: accounts(),
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
  await prepare(cluster.url('template_district'));
  return {
    accounts: accounts(),
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
