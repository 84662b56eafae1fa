// The repository holds nothing but what we wrote: no passage of the real reports and proposals we learn from stands in it.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../support/paths.mjs';

const SHARED = process.env.YIZHENG_SHARED ?? join(ROOT, '..', 'shared');
const LENGTH = 14; // the longest names of the field that everybody writes have thirteen characters
const CHINESE = /\p{Script=Han}/gu;

export const passagesOf = (texts) => {
  const known = new Set();
  for (const text of texts) {
    for (let at = 0; at + LENGTH <= text.length; at += 1) known.add(text.slice(at, at + LENGTH));
  }
  return known;
};

// Passages of a text that are known, each told once: "line: words".
export function borrowed(text, known) {
  const found = [];
  for (let at = 0; at + LENGTH <= text.length; at += 1) {
    const passage = text.slice(at, at + LENGTH);
    if (!known.has(passage) || (passage.match(CHINESE)?.length ?? 0) < 10) continue;
    found.push(`${text.slice(0, at).split('\n').length}: ${passage}`);
    at += LENGTH - 1;
  }
  return found;
}

function realTexts() {
  const folders = ['seeds', 'gold/seeds.clean', 'data/reports'].map((name) => join(SHARED, name));
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.txt'));
  const proposals = join(SHARED, 'data', 'proposals-2019.csv');
  return (existsSync(proposals) ? [...files, proposals] : files).map((name) => readFileSync(name, 'utf8'));
}

test(
  'no passage of a real text stands in the repository',
  {
    skip: existsSync(join(SHARED, 'seeds')) ? false : `the real texts are not at ${SHARED}`,
  },
  () => {
    const known = passagesOf(realTexts());
    assert.ok(known.size > 100_000, 'the real texts were read');
    const names = execFileSync('git', ['-c', 'safe.directory=*', 'ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
      .split('\0')
      .filter((name) => name && existsSync(join(ROOT, name)) && !/\.(png|ico|woff2?|pdf|xlsx|db)$/.test(name));
    const found = names.flatMap((name) =>
      borrowed(readFileSync(join(ROOT, name), 'utf8'), known).map((place) => `${name}:${place}`),
    );
    assert.deepEqual(found, []);
  },
);

test('a borrowed passage is found, and the words everybody uses are not', () => {
  const known = passagesOf(['这一段话是为了检查而写的样文,别处没有。1234567890abcdefghij']);
  assert.deepEqual(borrowed('第一行\n前文这一段话是为了检查而写的样文后文', known), [
    '2: 这一段话是为了检查而写的样文',
  ]);
  assert.deepEqual(borrowed('为了检查而写的 1234567890abcdefghij', known), []);
});
