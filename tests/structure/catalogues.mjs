// The interface's catalogues: every language says everything, with the same parameters.
import { readFileSync, readdirSync } from 'node:fs';
import { join, basename } from 'node:path';

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];

function flatten(value, prefix, into) {
  for (const [name, member] of Object.entries(value)) {
    const key = prefix ? `${prefix}.${name}` : name;
    if (member !== null && typeof member === 'object') flatten(member, key, into);
    else into.set(key, member);
  }
  return into;
}

// The texts of one language, by key: locales/en/common.json holds "common.…", as web/src/locales/*/index.ts puts it together.
export function catalogue(folder, language) {
  const texts = new Map();
  for (const name of readdirSync(join(folder, language)).filter((one) => one.endsWith('.json'))) {
    flatten(JSON.parse(readFileSync(join(folder, language, name), 'utf8')), basename(name, '.json'), texts);
  }
  return texts;
}

const parameters = (text) =>
  [...new Set([...String(text).matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort().join(',');

// Faults between `catalogues`, a Map from language to its texts.
export function catalogueFaults(catalogues) {
  const faults = [];
  const all = new Set([...catalogues.values()].flatMap((texts) => [...texts.keys()]));
  const [first] = catalogues.keys();
  for (const key of [...all].sort()) {
    for (const [language, texts] of catalogues) {
      if (!texts.has(key)) faults.push(`${language} lacks ${key}`);
      else if (String(texts.get(key)).trim() === '') faults.push(`${language} has an empty text for ${key}`);
      else if (
        catalogues.get(first).has(key) &&
        parameters(texts.get(key)) !== parameters(catalogues.get(first).get(key))
      ) {
        faults.push(`${language} has other parameters than ${first} in ${key}`);
      }
    }
  }
  return faults;
}

// Keys written out in the code, as t('list.title') or $t("…"), that no catalogue has.
export function unknownKeys(source, texts) {
  const unknown = [];
  const files = readdirSync(source, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(vue|ts)$/.test(entry.name) && !/\.(test|spec)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    if (file.includes('/locales/')) continue;
    for (const match of readFileSync(file, 'utf8').matchAll(/(?<![\w.])\$?t\(\s*['"]([\w.-]+)['"]\s*[,)]/g)) {
      if (!texts.has(match[1])) unknown.push(`${file.slice(source.length + 1)}: ${match[1]}`);
    }
  }
  return unknown;
}
