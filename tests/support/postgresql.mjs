// A throw-away PostgreSQL 15 cluster of Debian's, in a temporary folder, for one test run.
import { spawn, execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { mkdtempSync, rmSync, chownSync, writeFileSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { tmpdir } from 'node:os';

const execute = promisify(execFile);
const BIN = '/usr/lib/postgresql/15/bin';
// PostgreSQL refuses to run as root, so there it runs as Debian's user postgres.
const AS_ROOT = process.getuid() === 0;

function command(program, args) {
  const path = join(BIN, program);
  return AS_ROOT ? ['runuser', ['-u', 'postgres', '--', path, ...args]] : [path, args];
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

// `durable`: fsync as in production (for tests that kill); without it, several times faster.
export async function startCluster({ durable = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'yizheng-postgresql-'));
  if (AS_ROOT) {
    const { stdout } = await execute('id', ['-u', 'postgres']);
    chownSync(folder, Number(stdout), -1);
  }
  const data = join(folder, 'data');
  const port = await freePort();
  const call = (program, ...args) => execute(...command(program, args), { cwd: '/', maxBuffer: 1 << 24 });
  await call('initdb', '-D', data, '-U', 'yizheng', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync');
  const settings = [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    `unix_socket_directories = '${folder}'`,
    'max_connections = 200',
    'shared_buffers = 64MB',
    'logging_collector = off',
    ...(durable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
  ];
  writeFileSync(join(data, 'postgresql.conf'), settings.join('\n') + '\n', { flag: 'a' });

  let server = null;
  let log = '';
  const start = async () => {
    const [program, args] = command('postgres', ['-D', data]);
    server = spawn(program, args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (log = (log + text).slice(-50_000)));
    }
    for (let tries = 0; tries < 300; ++tries) {
      if (server.exitCode !== null) throw new Error(`PostgreSQL ended:\n${log}`);
      try {
        await call('pg_isready', '-q', '-h', '127.0.0.1', '-p', String(port));
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    throw new Error(`PostgreSQL did not become ready:\n${log}`);
  };
  const postmaster = () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  // SIGINT: fast shutdown, sessions are ended; SIGQUIT: at once, with recovery at the next start, as after a crash.
  const halt = async (signal) => {
    if (server === null || server.exitCode !== null) return;
    const closed = once(server, 'close');
    try {
      process.kill(postmaster(), signal);
    } catch {
      server.kill(signal);
    }
    await closed;
  };
  process.on('exit', () => {
    if (server !== null && server.exitCode === null) {
      try {
        process.kill(postmaster(), 'SIGQUIT');
      } catch {
        server.kill('SIGQUIT');
      }
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  await start();
  const sql = (text, database = 'postgres') =>
    call(
      'psql',
      '-X',
      '-q',
      '-A',
      '-t',
      '-v',
      'ON_ERROR_STOP=1',
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-U',
      'yizheng',
      '-d',
      database,
      '-c',
      text,
    ).then(({ stdout }) => stdout.trim());
  return {
    port,
    url: (database) => `postgresql://yizheng@127.0.0.1:${port}/${database}`,
    sql,
    create: (database, template = 'template0') => sql(`create database ${database} template ${template}`),
    drop: (database) => sql(`drop database if exists ${database} with (force)`),
    start,
    halt,
    async stop() {
      await halt('SIGINT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
