// Measures the report reader against the gold of the five seeds, undamaged text and `opencc -c t2s`, and writes
// bench/results-read.md: the table of figures to reach, then the gold's figures by kind and the worst errors first.
//   bench/read.mjs [--quick] [--annotation FOLDER]…
// --quick leaves out speed and memory; --annotation measures hand-made annotations too (their format: docs/reading.md).
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../tests/support/paths.mjs';
import { measureAnnotation } from './read_annotation.mjs';
import { readAll } from './read_program.mjs';
import { claimsTable, measureClaims, measureRelations, measureText } from './read_seeds.mjs';
import { measureMemory, measureSpeed } from './read_speed.mjs';
import { measureUndamaged } from './read_undamaged.mjs';
import { commit, machineLine } from './read_report.mjs';

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const annotations = args.flatMap((word, at) => (word === '--annotation' ? [args[at + 1]] : []));
const shared = [process.env.YIZHENG_SHARED, join(ROOT, '../shared')].find((folder) => folder && existsSync(folder));
if (!shared) {
  process.stderr.write('The gold is not at hand: put it at ../shared, or name its folder in YIZHENG_SHARED.\n');
  process.stderr.write('找不到标注数据,请放在 ../shared,或用环境变量 YIZHENG_SHARED 指明。\n');
  process.exit(3);
}
const say = (text) => process.stderr.write(`${text}\n`);
const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const gold = {
  claims: lines(join(shared, 'gold/seeds.claims.jsonl')),
  relations: lines(join(shared, 'gold/seeds.relations.jsonl')),
};
const seeds = readdirSync(join(shared, 'seeds'))
  .filter((name) => /^\d{3}/.test(name))
  .sort()
  .map((name) => ({ doc: name.slice(0, 3), path: join(shared, 'seeds', name) }));

say('· Reading the seeds');
const plain = readAll(seeds.map((seed) => seed.path));
const probable = readAll(
  seeds.map((seed) => seed.path),
  ['--apply', 'probable'],
);
const readings = Object.fromEntries(seeds.map((seed, at) => [seed.doc, plain[at]]));
const claims = measureClaims(gold.claims, readings);
const relations = measureRelations(gold.relations, readings);
const texts = measureText(shared, seeds, plain, probable);
say('· Reading undamaged text');
const undamaged = measureUndamaged(shared);

const percent = (share) => (Number.isFinite(share) ? `${(share * 100).toFixed(2)} %` : '-');
const rows = [
  ['claims of the seeds: precision', '≥ 98 %', percent(claims.precision), claims.precision >= 0.98],
  ['claims of the seeds: recall', '≥ 98 %', percent(claims.recall), claims.recall >= 0.98],
  ['unit right, of those found', '≥ 98 %', percent(claims.unit), claims.unit >= 0.98],
  ['approximation right', '≥ 97 %', percent(claims.approx), claims.approx >= 0.97],
  ['kind right', '', percent(claims.kind), null],
  ['indicator right, of claims that have one', '≥ 90 %', percent(claims.indicator), claims.indicator >= 0.9],
  ['subject right (who did it), of claims that have one', '', percent(claims.subject), null],
  ['scope right (about what), of claims that have one', '', percent(claims.scope), null],
  ['scopes told that the gold has not', '', String(claims.scopesBeyond.length), null],
  ['relations of the gold with their verdict', '≥ 95 %', percent(relations.recall), relations.recall >= 0.95],
  ['relations told that the gold has not', '', String(relations.extra.length), null],
  [
    'false alarms (fails where the text is right)',
    '0',
    String(relations.alarms.length),
    relations.alarms.length === 0,
  ],
  ...texts.map((one) => [
    `edit distance of seed ${one.doc}: certain repairs; with probable ones`,
    '≤ 0.5 %',
    `${percent(one.certain)}; ${percent(one.probable)}`,
    Math.min(one.certain, one.probable) <= 0.005,
  ]),
  [
    `undamaged text: repairs but furniture, blanks and line breaks (${undamaged.files} files and proposals)`,
    '0',
    String(undamaged.changes.length),
    undamaged.changes.length === 0,
  ],
];
if (!quick) {
  const folder = mkdtempSync(join(tmpdir(), 'yizheng-bench-read-'));
  try {
    say('· Measuring speed against opencc (three rounds in turn)');
    const speed = measureSpeed(shared, folder);
    rows.push([
      'speed, all steps, one core, data/reports repeated to 50 MB',
      '≥ 1.5 × opencc -c t2s',
      `${speed.ratio.toFixed(2)} × (${speed.ours.toFixed(1)} MB/s; opencc ${speed.opencc.toFixed(1)} MB/s)`,
      speed.ratio >= 1.5,
    ]);
    say('· Measuring memory with 100 MB');
    const memory = measureMemory(shared, folder);
    rows.push(['most memory for a 100 MB file', '≤ 400 MB', `${memory.toFixed(0)} MB`, memory <= 400]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const annotated = annotations.map((folder) => measureAnnotation(folder, shared));

const cell = { true: 'yes', false: '**no**', null: '' };
const text = `# Figures of the report reader

Written by \`./yz bench read\`.

| what | must reach | measured | holds |
|---|---|---|---|
${rows.map(([what, must, measured, holds]) => `| ${what} | ${must} | ${measured} | ${cell[holds]} |`).join('\n')}

## The gold's claims by kind

${claimsTable(claims)}
${annotated.map((one) => one.table).join('\n')}
- ${machineLine()}; commit ${commit()}.
- Relations are compared by kind, places, verdict and computed value, claims by their place in the seed as it came.
`;
// The errors quote the seeds, so they are shown and not kept.
const errors = [
  ['claims missed', claims.missed],
  ['numbers taken for claims', claims.wrong],
  ['claims with a wrong value', claims.values],
  ['wrong indicators', claims.indicators],
  ['wrong units', claims.units],
  ['wrong approximations', claims.approximations],
  ['wrong kinds', claims.kinds],
  ['wrong subjects', claims.subjects],
  ['wrong scopes', claims.scopes],
  ['scopes beyond the gold', claims.scopesBeyond],
  ['relations missed or judged otherwise', relations.missed],
  ['relations beyond the gold', relations.extra],
  ['changes of undamaged text', undamaged.changes],
  ...annotated.flatMap((one) => one.errors),
]
  .filter(([, list]) => list.length > 0)
  .sort((a, b) => b[1].length - a[1].length)
  .map(([title, list]) => `\n${title} (${list.length}):\n${list.slice(0, 40).map((line) => `  ${line}`).join('\n')}`);
process.stdout.write(`${text}${errors.join('\n')}\n`);
if (!quick && annotations.length === 0) writeFileSync(join(ROOT, 'bench', 'results-read.md'), text);
