// The real program, as a person or a service manager starts it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { BINARY, PATIENCE } from './paths.mjs';

const running = new Set();
// A test that ends in whatever way leaves no server behind.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

// Runs one command to its end: { code, stdout, stderr }.
export async function run(args, { timeout = 120_000 } = {}) {
  const child = spawn(BINARY, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const timer = setTimeout(() => child.kill('SIGKILL'), timeout * PATIENCE);
  const [code, signal] = await once(child, 'close').finally(() => {
    clearTimeout(timer);
    running.delete(child);
  });
  return { code: code ?? signal, stdout, stderr };
}

// The same for a command that must succeed; returns what it printed.
export async function runWell(args, options) {
  const result = await run(args, options);
  if (result.code !== 0) {
    throw new Error(`yizheng ${args.join(' ')} ended with ${result.code}:\n${result.stdout}\n${result.stderr}`);
  }
  return result.stdout;
}

// Starts `yizheng serve` and waits until it says that it listens.
export async function startServer({ database, web, listen = '127.0.0.1:0', args = [], timeout = 20_000 }) {
  const words = ['serve', '--database', database, '--listen', listen, '--insecure-cookies', ...args];
  if (web) words.push('--web', web);
  const child = spawn(BINARY, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let log = '';
  let ended = null;
  const closed = once(child, 'close').then(([code, signal]) => {
    ended = code ?? signal;
    running.delete(child);
    return ended;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => (log = (log + text).slice(-200_000)));
  const url = await new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the server did not say "listening on" within ${timeout * PATIENCE} ms:\n${said}\n${log}`));
    }, timeout * PATIENCE);
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += text;
      const match = /listening on (http:\/\/\S+:\d+)/.exec(said);
      if (match) {
        clearTimeout(timer);
        resolve(match[1]);
      }
    });
    closed.then((code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with ${code} before it listened:\n${said}\n${log}`));
    });
  });
  return {
    url,
    pid: child.pid,
    log: () => log,
    ended: () => ended,
    // As a service manager stops it; a server that does not go within ten seconds is a fault.
    async stop() {
      if (ended !== null) return ended;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000 * PATIENCE);
      const code = await closed;
      clearTimeout(late);
      return code;
    },
    // As a power cut does.
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
