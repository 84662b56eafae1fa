// The data to measure with: made once, kept in build/bench as long as what makes it stays the same.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ROOT } from '../tests/support/paths.mjs';
import { run } from '../tests/support/program.mjs';

export const FOLDER = join(ROOT, 'build', 'bench');
const DATABASE = join(FOLDER, 'data.db');
const SIZE = ['--proposals', process.env.YZ_BENCH_PROPOSALS ?? '100000', '--members', '5000', '--units', '500'];

// What decides how the data look: texts, tables, and the form of the index.
function stamp() {
  const hash = createHash('sha256').update(SIZE.join(' '));
  const sources = [
    'src/demo/{bench,text,reply,topic,phrase,place}*',
    'src/*/*_migrations.cpp',
    'src/store/{store_schema,search_b,search_m}*',
  ];
  for (const file of globSync(sources, { cwd: ROOT }).sort()) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

// Every proposal there is, in an order that has nothing to do with how they lie in the file.
export function allProposals(path) {
  const database = new DatabaseSync(path, { readOnly: true });
  const ids = database
    .prepare('SELECT CAST(id AS TEXT) AS id FROM proposals')
    .all()
    .map((row) => row.id);
  database.close();
  const mixed = (id) => createHash('md5').update(id).digest('hex');
  return ids
    .map((id) => [mixed(id), id])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, id]) => id);
}

// { path, district, seconds }: the database file and what `yizheng bench-data` told about it.
export async function prepareData(say) {
  const known = join(FOLDER, 'data.json');
  const wanted = stamp();
  if (existsSync(known)) {
    const kept = JSON.parse(readFileSync(known, 'utf8'));
    if (kept.stamp === wanted) return kept;
  }
  mkdirSync(FOLDER, { recursive: true });
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(DATABASE + end, { force: true });
  say(`making ${SIZE[1]} proposals (some minutes, once)`);
  const started = performance.now();
  const made = await run(['bench-data', '--database', `sqlite:${DATABASE}`, ...SIZE], { timeout: 3_600_000 });
  if (made.code !== 0) throw new Error(`yizheng bench-data ended with ${made.code}:\n${made.stderr}`);
  const data = {
    stamp: wanted,
    path: DATABASE,
    seconds: (performance.now() - started) / 1000,
    district: JSON.parse(made.stdout),
  };
  writeFileSync(known, JSON.stringify(data));
  return data;
}
