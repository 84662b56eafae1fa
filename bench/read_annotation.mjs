// Hand-made annotations of other reports: claims by place, in the ranges that were annotated.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isClose, readAll } from './read_program.mjs';

const REAL = new Set(['count', 'share', 'rate', 'money', 'money_per', 'change', 'rank']);
const lines = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

// Lines {"file","at","length","value","value_high","unit","approx","kind"} (kinds that are no claims included), ranges.jsonl
// {"file","from","to"[,"set"]}; or lines {"text","claims":[…]}, each a small text of its own. `set` is the beginning of a
// file's name, so that one set is measured apart from another.
export function measureAnnotation(folder, shared) {
  const ranges = existsSync(join(folder, 'ranges.jsonl')) ? lines(join(folder, 'ranges.jsonl')) : [];
  const sets = new Map();
  const set = (name) => {
    if (!sets.has(name)) sets.set(name, { wanted: 0, found: 0, right: 0, unit: 0, approx: 0, kind: 0, errors: [] });
    return sets.get(name);
  };
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl') && file !== 'ranges.jsonl')) {
    const all = lines(join(folder, name));
    const result = set(name.split('-')[0]);
    if (all[0]?.text != null) {
      smallTexts(all, result);
      continue;
    }
    for (const file of new Set(all.map((one) => one.file))) {
      const path = [join(folder, file), join(shared, 'data/reports', file)].find(existsSync);
      if (!path) throw new Error(`${name} names ${file}, which is neither beside it nor in data/reports`);
      const [reading] = readAll([path]);
      const inside = ranges.filter((one) => one.file === file && (!one.set || one.set === name.split('-')[0]));
      const ours = reading.claims
        .map((claim) => ({ ...claim, start: claim.source_start, end: claim.source_end }))
        .filter((claim) => inside.length === 0 || inside.some((one) => claim.start >= one.from && claim.start < one.to));
      compare(file, all.filter((one) => one.file === file).map(withEnd), ours, result);
    }
  }
  const share = (a, b) => `${((100 * a) / b).toFixed(1)} %`;
  const rows = [...sets].map(
    ([name, one]) =>
      `| ${name} | ${one.wanted} | ${share(one.right, one.found)} | ${share(one.right, one.wanted)} | ${share(one.unit, one.right)} | ${share(one.approx, one.right)} | ${share(one.kind, one.right)} |`,
  );
  return {
    table: `## Annotation ${folder}\n\n| set | claims | precision | recall | unit | approx | kind |\n|---|---|---|---|---|---|---|\n${rows.join('\n')}\n`,
    errors: [...sets].map(([name, one]) => [`annotation ${name}`, one.errors]),
  };
}

const withEnd = (one) => ({ ...one, start: one.at, end: one.at + one.length });

function smallTexts(all, result) {
  const folder = mkdtempSync(join(tmpdir(), 'yizheng-annotation-'));
  try {
    const files = all.map((one, at) => {
      const file = join(folder, `${at}.txt`);
      writeFileSync(file, one.text);
      return file;
    });
    readAll(files).forEach((reading, at) => {
      const wanted = all[at].claims.map((one) => withEnd({ length: [...one.quantity].length, ...one }));
      const ours = reading.claims.map((claim) => ({ ...claim, start: claim.source_start, end: claim.source_end }));
      compare(`text ${at + 1}`, wanted, ours, result);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compare(file, annotated, ours, result) {
  const used = new Set();
  const overlaps = (a, b) => a.start < b.end && b.start < a.end;
  for (const one of annotated.filter((line) => REAL.has(line.kind))) {
    ++result.wanted;
    const hit = ours.find((claim) => !used.has(claim) && overlaps(claim, one));
    if (!hit) {
      result.errors.push(`${file} ${one.at} ${one.quantity ?? one.value}: missed`);
      continue;
    }
    used.add(hit);
    if (!isClose(hit.value, one.value) || !isClose(hit.value_high ?? null, one.value_high ?? null)) {
      result.errors.push(`${file} ${one.at} ${hit.quantity}: value ${hit.value} for ${one.value}`);
      continue;
    }
    ++result.right;
    for (const field of ['unit', 'approx', 'kind']) {
      if (hit[field] === one[field]) {
        ++result[field];
      } else {
        result.errors.push(`${file} ${one.at} ${hit.quantity}: ${field} ${hit[field]} for ${one[field]}`);
      }
    }
  }
  for (const claim of ours) {
    ++result.found;
    if (used.has(claim)) continue;
    const line = annotated.find((one) => overlaps(claim, one));
    if (line?.kind === 'vague') {
      --result.found;
      continue;
    }
    result.errors.push(`${file} ${claim.start} ${claim.quantity}: taken for a claim (${line?.kind ?? 'not annotated'})`);
  }
}
