// Speed beside opencc, which is what a user would run over a report first; and the most memory.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BINARY } from '../tests/support/paths.mjs';

function repeated(shared, file, bytes) {
  const folder = join(shared, 'data/reports');
  const all = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  writeFileSync(file, Buffer.concat(Array(Math.ceil(bytes / all.length)).fill(all)).subarray(0, wholeEnd(all, bytes)));
}
// A cut inside a character would be a repair of its own.
const wholeEnd = (all, bytes) => {
  let end = bytes;
  while ((all[end % all.length] & 0xc0) === 0x80) --end;
  return end;
};

// Seconds of processor time on one core, all output to /dev/null.
function seconds(command, args) {
  const child = spawnSync(
    'taskset',
    ['-c', '0', 'bash', '-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null', 'bash', command, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 24 },
  );
  const times = child.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  if (!(times[0] > 0)) throw new Error(`${command} could not be measured:\n${child.stderr}`);
  return times[0] + times[1];
}

export function measureSpeed(shared, folder) {
  const file = join(folder, '50.txt');
  repeated(shared, file, 50e6);
  const size = statSync(file).size / 1e6;
  const rounds = Array.from({ length: 3 }, () => ({
    opencc: size / seconds('opencc', ['-c', 't2s', '-i', file]),
    ours: size / seconds(BINARY, ['read', '--json', file]),
  }));
  const median = (list) => [...list].sort((a, b) => a - b)[1];
  return {
    ratio: median(rounds.map((round) => round.ours / round.opencc)),
    ours: median(rounds.map((round) => round.ours)),
    opencc: median(rounds.map((round) => round.opencc)),
  };
}

export function measureMemory(shared, folder) {
  const file = join(folder, '100.txt');
  repeated(shared, file, 100e6);
  const child = spawnSync('/usr/bin/time', ['-f', '%M', BINARY, 'read', '--json', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  const kilobytes = Number(child.stderr.trim().split('\n').at(-1));
  if (!(kilobytes > 0)) throw new Error(`memory could not be measured:\n${child.stderr}`);
  return kilobytes / 1024;
}
