// Rules for every file of the repository: short enough to read at a sitting, and nothing left for later.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, existsSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../support/paths.mjs';

const MOST_LINES = 500;
const SOURCE = /\.(cpp|h|ts|vue|mjs|js|css|scss|sh|cmake|feature)$|^yz$/;
const GENERATED = /(^|\/)(locales\/|schema\.d\.ts$|openapi\.d\.ts$|package-lock\.json$)/;
// Written in two halves, so that this file does not find itself.
const LATER = new RegExp(`\\b(${'TO' + 'DO'}|${'FIX' + 'ME'}|${'XX' + 'X'})\\b`);

export function longFiles(files, linesOf) {
  return files.filter((name) => SOURCE.test(name) && !GENERATED.test(name) && linesOf(name) > MOST_LINES);
}

const files = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter((name) => name && existsSync(join(ROOT, name)));
const text = (name) => readFileSync(join(ROOT, name), 'utf8');
const linesOf = (name) => text(name).split('\n').length - 1;

test(`no source file is longer than ${MOST_LINES} lines`, () => {
  assert.ok(files.length > 20, 'git lists the files');
  assert.deepEqual(
    longFiles(files, linesOf).map((name) => `${name}: ${linesOf(name)} lines`),
    [],
  );
});

test('nothing is marked as left for later', () => {
  const found = files
    .filter((name) => !/\.(png|ico|woff2?|pdf|xlsx|db)$/.test(name) && !name.endsWith('package-lock.json'))
    .flatMap((name) =>
      text(name)
        .split('\n')
        .map((line, at) => ({ line, place: `${name}:${at + 1}` })),
    )
    .filter(({ line }) => LATER.test(line))
    .map(({ place, line }) => `${place} ${line.trim()}`);
  assert.deepEqual(found, []);
});

test('the rules themselves can fail', () => {
  assert.deepEqual(
    longFiles(['a.cpp', 'web/src/locales/en.ts', 'yz', 'b.json'], () => 501),
    ['a.cpp', 'yz'],
  );
  assert.ok(LATER.test('// ' + 'TO' + 'DO: later'));
});
