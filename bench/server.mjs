// Servers to measure, on copies of the data.
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, constants, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../tests/support/client.mjs';
import { BINARY, WEB_DIST } from '../tests/support/paths.mjs';
import { startServer } from '../tests/support/program.mjs';
import { FOLDER } from './data.mjs';

const PORT = Number(process.env.YZ_BENCH_PORT ?? 18800);

export function copyOf(data, name) {
  const path = join(FOLDER, `${name}.db`);
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(path + end, { force: true });
  copyFileSync(data.path, path, constants.COPYFILE_FICLONE);
  return path;
}

export function dropCopy(path) {
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(path + end, { force: true });
}

export async function serve(path, args = [], offset = 0) {
  const listen = `127.0.0.1:${PORT + offset}`;
  return startServer({
    database: `sqlite:${path}`,
    web: WEB_DIST,
    listen,
    args: ['--quiet', ...args],
    timeout: 60_000,
  });
}

// The cookie and CSRF proof of somebody who has signed in.
export async function signIn(server, district, login) {
  const client = new Client(server.url);
  await client.signIn({ committee: district.committee, login, password: district.password });
  return {
    client,
    cookie: [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    csrf: client.csrf,
  };
}

// Megabytes (10^6 bytes) by the kernel's account.
export function memoryOf(server) {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  const field = (name) => (Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)[1]) * 1024) / 1e6;
  return { rss: field('VmRSS'), peak: field('VmHWM'), anonymous: field('RssAnon'), file: field('RssFile') };
}

function cpuTicks(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

// Waits until a server's background work has ended (indexing, pages of proposals that another build had made), so that it
// is not measured with the next.
export async function quiet(server, most = 600_000) {
  const end = performance.now() + most;
  for (let calm = 0; calm < 3 && performance.now() < end;) {
    const before = cpuTicks(server.pid);
    await pause(500);
    calm = cpuTicks(server.pid) - before <= 2 ? calm + 1 : 0;
  }
}

// Milliseconds from the start of the process until /readyz answers 200.
export async function startTime(path) {
  const port = PORT + 9;
  const started = performance.now();
  const child = spawn(
    BINARY,
    ['serve', '--quiet', '--insecure-cookies', '--database', `sqlite:${path}`, '--listen', `127.0.0.1:${port}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  let ended = false;
  const exit = new Promise((resolve) => child.once('exit', () => resolve((ended = true))));
  try {
    while (!ended && performance.now() - started < 30_000) {
      if (await ready(port)) return performance.now() - started;
      await pause(2);
    }
    throw new Error('the server was not ready within 30 s');
  } finally {
    child.kill('SIGTERM');
    await exit;
  }
}

function ready(port) {
  return new Promise((resolve) => {
    const asked = request({ port, host: '127.0.0.1', path: '/readyz', agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

export function machine() {
  const model = /model name\s*:\s*(.*)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown processor';
  const cores = execFileSync('nproc').toString().trim();
  const memory = Number(/MemTotal:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8'))[1]) / 1024 / 1024;
  return `${model}, ${cores} cores, ${memory.toFixed(0)} GiB`;
}
