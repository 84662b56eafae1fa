// A small district (district.mjs), made once and copied for every test that wants to change it.
import { mkdtempSync, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { makeDistrict } from './district.mjs';
import { startCluster } from './postgresql.mjs';

// `engine`: "sqlite" or "postgresql". Returns { accounts, others, open(), close() }; open() gives a fresh copy as
// { url, remove() }. An account is { login, password, role, name, committee, id, person_id, organisation_id, …, session };
// `others` are those of the second committee.
export async function prepareFixture(engine, { durable = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'yizheng-fixture-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  let copies = 0;

  if (engine === 'sqlite') {
    const original = join(folder, 'template.db');
    const district = await makeDistrict(`sqlite:${original}`);
    // Its server has ended, so SQLite has folded its write-ahead log into the file.
    if (existsSync(`${original}-wal`)) throw new Error('the server left a write-ahead log behind');
    return {
      ...district,
      async open() {
        const file = join(folder, `copy-${++copies}.db`);
        copyFileSync(original, file);
        const remove = async () => {
          ['', '-wal', '-shm'].forEach((end) => rmSync(file + end, { force: true }));
          rmSync(file.replace(/\.db$/, '-attachments'), { recursive: true, force: true });
        };
        return { url: `sqlite:${file}`, file, remove };
      },
      async close() {
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }

  const cluster = await startCluster({ durable });
  await cluster.create('template_district');
  const district = await makeDistrict(cluster.url('template_district'));
  return {
    ...district,
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
