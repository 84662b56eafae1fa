// What the server names by a code, the interface says in words: tasks and notices of the proposals room.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';

const folder = 'src/proposals';
const sources = readdirSync(folder)
  .filter((f) => f.endsWith('.cpp') && !f.endsWith('_test.cpp'))
  .map((f) => readFileSync(`${folder}/${f}`, 'utf8'))
  .join('\n');
const catalogue = (language, area) => JSON.parse(readFileSync(`web/src/locales/${language}/${area}.json`, 'utf8'));
const all = (pattern) => [...sources.matchAll(pattern)].flatMap((m) => m.slice(1).filter(Boolean));

const tasks = new Set([
  ...all(/collector\.add\("([a-z-]+)"/g),
  ...all(/add_assignments\(collector, "([a-z-]+)"/g),
  ...all(/states\("[^"]+", "([a-z-]+)"/g),
]);
const notices = new Set([
  ...all(/tell(?:_[a-z]+)?\("([a-z_]+)"/g),
  ...all(/tell(?:_[a-z]+)?\([^()]*? \? "([a-z_]+)" : "([a-z_]+)"/g),
  ...all(/"notice\.proposal\.([a-z_]+)"/g),
]);

test('the server names tasks and notices', () => {
  assert.ok(tasks.size >= 15, `found ${tasks.size} tasks`);
  assert.ok(notices.size >= 25, `found ${notices.size} notices`);
});

for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
  test(`every task and notice has words in ${language}`, () => {
    const words = catalogue(language, 'tasks').do;
    assert.deepEqual(
      [...tasks].filter((code) => !words[code]),
      [],
    );
    const texts = catalogue(language, 'notice').proposal;
    assert.deepEqual(
      [...notices].filter((code) => !texts[code]),
      [],
    );
  });
}
