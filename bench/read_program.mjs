// Runs `yizheng read --json`; what the measures share.
import { spawnSync } from 'node:child_process';
import { BINARY } from '../tests/support/paths.mjs';

// The readings of files, in order.
export function readAll(files, more = []) {
  const child = spawnSync(BINARY, ['read', '--json', '--others', ...more, ...files], {
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  if (![0, 1].includes(child.status)) {
    throw new Error(`yizheng read ended with ${child.status ?? child.signal}:\n${child.stderr}`);
  }
  const readings = child.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  if (readings.length !== files.length) throw new Error(`${files.length} files, but ${readings.length} readings`);
  return readings;
}

export const isClose = (a, b) => a === b || (a != null && b != null && Math.abs(a - b) <= 1e-4 * Math.max(1, Math.abs(b)));

// The least number of characters to insert, delete or replace. Lines are matched first where they are the same in both, so
// that only what differs is compared letter by letter.
export function editDistance(a, b) {
  const from = a.split('\n');
  const to = b.split('\n');
  let first = 0;
  while (first < from.length && first < to.length && from[first] === to[first]) ++first;
  let last = 0;
  while (
    last < from.length - first &&
    last < to.length - first &&
    from[from.length - 1 - last] === to[to.length - 1 - last]
  ) {
    ++last;
  }
  return letters(
    [...from.slice(first, from.length - last).join('\n')],
    [...to.slice(first, to.length - last).join('\n')],
  );
}

function letters(from, to) {
  let row = Uint32Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; ++i) {
    const next = new Uint32Array(to.length + 1);
    next[0] = i;
    for (let j = 1; j <= to.length; ++j) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[to.length];
}
