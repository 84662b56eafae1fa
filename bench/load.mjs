// Load from a second process: wrk, and SQLite alone.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../tests/support/paths.mjs';
import { FOLDER } from './data.mjs';

const start = promisify(execFile);
const LUA = join(ROOT, 'bench');

// JSON as a Lua literal.
function lua(value) {
  if (Array.isArray(value)) return `{${value.map(lua).join(',')}}`;
  if (value && typeof value === 'object')
    return `{${Object.entries(value)
      .map(([key, v]) => `[${lua(key)}]=${lua(v)}`)
      .join(',')}}`;
  if (typeof value !== 'string') return String(value);
  const bytes = [...Buffer.from(value)];
  return `"${bytes.map((b) => (b < 32 || b === 34 || b === 92 || b > 126 ? `\\${String(b).padStart(3, '0')}` : String.fromCharCode(b))).join('')}"`;
}

// { rate, p50, p95, p99, max, requests, failed, bytes }: requests a second, milliseconds.
export async function wrk(url, script, input, { clients = 64, seconds }) {
  const file = join(FOLDER, 'input.lua');
  writeFileSync(file, `return ${lua(input)}\n`);
  const threads = Math.min(2, clients);
  const args = [
    '-t',
    String(threads),
    '-c',
    String(clients),
    '-d',
    `${seconds}s`,
    '--timeout',
    '30s',
    '-s',
    join(LUA, script),
    url,
  ];
  const { stdout } = await start('wrk', args, {
    env: { ...process.env, YZ_BENCH_INPUT: file, YZ_BENCH_LUA: LUA },
    timeout: (seconds + 60) * 1000,
  });
  const found = /RESULT (\{.*\})/.exec(stdout);
  if (!found) throw new Error(`wrk gave no result:\n${stdout}`);
  const result = JSON.parse(found[1]);
  if (result.failed > 0) throw new Error(`${result.failed} of ${result.requests} requests failed:\n${stdout}`);
  return { ...result, rate: result.requests / result.seconds };
}

export async function bareSqlite(text, seconds) {
  const file = join(FOLDER, 'text.txt');
  writeFileSync(file, text);
  const { stdout } = await start(join(ROOT, 'build/release/bare_sqlite'), [
    join(FOLDER, 'bare.db'),
    file,
    String(seconds),
  ]);
  const result = JSON.parse(stdout);
  return { ...result, rate: result.rows / result.seconds };
}
