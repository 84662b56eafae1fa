// The table, on the screen and, of a whole run, in bench/results.md.
import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../tests/support/paths.mjs';
import { machine } from './server.mjs';

function commit() {
  try {
    const git = (...args) =>
      execFileSync('git', ['-C', ROOT, ...args])
        .toString()
        .trim();
    const changed = git('status', '--porcelain', '--', 'src', 'web', 'cmake') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '');
  } catch {
    return 'unknown';
  }
}

export function writeResults(rows, { data, seconds, rounds, parts, complete }) {
  const cell = { true: 'yes', false: '**no**', null: '' };
  const table = [
    '| what | must reach | measured | holds |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row.what} | ${row.must} | ${row.measured} | ${cell[row.holds]} |`),
  ].join('\n');
  const text = `# Figures

Written by \`./yz bench\`; every ratio is between measurements of one run, taken in turns.

${table}

- Command: \`./yz bench${parts.map((part) => ` ${part}`).join('')}\`, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit()}.
- Machine: ${machine()}; load average when it ended: ${loadavg()
    .map((l) => l.toFixed(1))
    .join(', ')} (wrk runs on the same cores).
- ${rounds} rounds of ${seconds} s; medians of the rounds' ratios. 64 connections with keep-alive, search 8.
- Data: 100,000 invented proposals with their signers, assignments, replies, feedback, deadlines and ledger entries, 5,000 members, 500 units;
  made by \`yizheng bench-data\` in ${data.seconds.toFixed(0)} s with the search index; ${(statSync(data.path).size / 1e9).toFixed(1)} GB in one SQLite file.
- Submissions go without \`Idempotency-Key\`. Memory: VmRSS of the server that served the reads and searches above.
`;
  process.stdout.write(`${text}\n`);
  if (complete) writeFileSync(join(ROOT, 'bench', 'results.md'), text);
}
