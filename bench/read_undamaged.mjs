// Undamaged text must stay as it is: the reports of governments, and proposals of a real year.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAll } from './read_program.mjs';

const ALLOWED = new Set(['page_chrome', 'wide_space', 'line_break']);

export function measureUndamaged(shared) {
  const folder = mkdtempSync(join(tmpdir(), 'yizheng-undamaged-'));
  try {
    const reports = readdirSync(join(shared, 'data/reports')).map((name) => join(shared, 'data/reports', name));
    const proposals = table(readFileSync(join(shared, 'data/proposals-2019.csv'), 'utf8'))
      .slice(1)
      .map((cells, at) => {
        const file = join(folder, `${at + 1}.txt`);
        writeFileSync(file, `${cells.reduce((a, b) => (b.length > a.length ? b : a), '')}\n`);
        return file;
      })
      .filter((file) => readFileSync(file, 'utf8').trim() !== '');
    const files = [...reports, ...proposals];
    const changes = readAll(files).flatMap((reading, at) =>
      reading.repairs
        .filter((repair) => repair.applied && !ALLOWED.has(repair.kind))
        .filter((repair) => repair.kind !== 'traditional_script' || !traditional(files[at]))
        .map(
          (repair) =>
            `${files[at].split('/').pop()} ${repair.start} ${repair.kind} ${JSON.stringify(repair.original)} → ${JSON.stringify(repair.replacement)}`,
        ),
    );
    return { files: files.length, changes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A proposal that came in Traditional characters is folded, and rightly so.
function traditional(file) {
  const characters = [...readFileSync(file, 'utf8')];
  const only = new Set('為會國過這個們來時說對經關開發務業產應將還實現與學習長門問題員設計劃');
  return characters.filter((one) => only.has(one)).length > characters.length * 0.02;
}

// RFC 4180.
function table(text) {
  const rows = [[]];
  const pattern = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/gy;
  for (let match; (match = pattern.exec(text)); ) {
    const cell = match[1].startsWith('"') ? match[1].slice(1, -1).replaceAll('""', '"') : match[1];
    rows.at(-1).push(cell.replace(/^\uFEFF/, ''));
    if (match[2] === '') break;
    if (match[2] !== ',') rows.push([]);
  }
  return rows.filter((row) => row.some(Boolean));
}
