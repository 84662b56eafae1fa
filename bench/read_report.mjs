// Where and of what a measurement was made.
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { ROOT } from '../tests/support/paths.mjs';
import { machine } from './server.mjs';

export function commit() {
  try {
    return execFileSync('git', ['-C', ROOT, 'rev-parse', '--short', 'HEAD']).toString().trim();
  } catch {
    return 'unknown';
  }
}

export function machineLine() {
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  return `${date} UTC; ${machine()}; load average ${loadavg()
    .map((load) => load.toFixed(1))
    .join(', ')}`;
}
