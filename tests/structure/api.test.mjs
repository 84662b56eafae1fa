// The pages are typed by what the program says of its routes: both copies in web/ are the newest.
import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runWell } from '../support/program.mjs';
import { ROOT } from '../support/paths.mjs';

const WEB = join(ROOT, 'web');
const DOCUMENT = join(WEB, 'openapi.json');
const HOW = 'Run `yizheng openapi > web/openapi.json` and `npm run api` in web/, and commit both files.';

// Where two documents differ, as paths into them; a few are enough to know what was changed.
export function differences(said, kept, path = '') {
  if (Object.is(said, kept)) return [];
  const deep = (value) => typeof value === 'object' && value !== null;
  if (!deep(said) || !deep(kept)) return [path || '/'];
  const names = new Set([...Object.keys(said), ...Object.keys(kept)]);
  return [...names].flatMap((name) => differences(said[name], kept[name], `${path}/${name}`)).slice(0, 12);
}

test('web/openapi.json is what the program says of its routes', async () => {
  const said = await runWell(['openapi']);
  const kept = readFileSync(DOCUMENT, 'utf8');
  assert.deepEqual(differences(JSON.parse(said), JSON.parse(kept)), [], HOW);
  assert.ok(said === kept, `web/openapi.json is laid out otherwise. ${HOW}`);
});

const generator = join(WEB, 'node_modules', 'openapi-typescript', 'package.json');
test(
  'web/src/api/schema.d.ts is made from web/openapi.json',
  { skip: existsSync(generator) ? false : 'web/node_modules is not installed' },
  async () => {
    const {
      default: openapi,
      astToString,
      COMMENT_HEADER,
    } = createRequire(join(WEB, 'package.json'))('openapi-typescript');
    const made = COMMENT_HEADER + astToString(await openapi(pathToFileURL(DOCUMENT)));
    assert.ok(
      made === readFileSync(join(WEB, 'src', 'api', 'schema.d.ts'), 'utf8'),
      `schema.d.ts is not made from openapi.json. ${HOW}`,
    );
  },
);

test('a difference is found', () => {
  assert.deepEqual(differences({ a: 1, b: [1, 2], c: { d: null } }, { a: 1, b: [1, 3], c: {}, e: 0 }), [
    '/b/1',
    '/c/d',
    '/e',
  ]);
});
