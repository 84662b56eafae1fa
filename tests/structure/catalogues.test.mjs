import test from 'node:test';
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, catalogue, catalogueFaults, unknownKeys } from './catalogues.mjs';
import { ROOT } from '../support/paths.mjs';

const WEB = join(ROOT, 'web');
const skip = existsSync(join(WEB, 'src', 'locales', 'zh-Hans')) ? false : 'this copy has no web application';

test('Simplified, Traditional and English say the same things', { skip }, () => {
  const catalogues = new Map();
  for (const language of LANGUAGES) catalogues.set(language, catalogue(join(WEB, 'src', 'locales'), language));
  for (const [language, texts] of catalogues) assert.ok(texts.size > 0, `web/src/locales has texts in ${language}`);
  assert.deepEqual(catalogueFaults(catalogues), []);
  assert.deepEqual(unknownKeys(join(WEB, 'src'), catalogues.get('zh-Hans')), []);
});

test('gaps are found', () => {
  const faults = catalogueFaults(
    new Map([
      [
        'zh-Hans',
        new Map([
          ['a', '共 {n} 件'],
          ['b', '提案'],
        ]),
      ],
      [
        'en',
        new Map([
          ['a', '{m} proposals'],
          ['c', ' '],
        ]),
      ],
    ]),
  );
  assert.deepEqual(faults, [
    'en has other parameters than zh-Hans in a',
    'en lacks b',
    'zh-Hans lacks c',
    'en has an empty text for c',
  ]);
});
