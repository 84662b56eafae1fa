// The five seeds: claims, relations and repaired text against the gold.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { editDistance, isClose } from './read_program.mjs';

const REAL = new Set(['count', 'share', 'rate', 'money', 'money_per', 'change', 'rank']);
const overlaps = (a, b) => a.start < b.end && b.start < a.end;

// The program's claims in places of the seed, and its numbers that are none.
const placed = (reading) =>
  reading.claims.map((claim) => ({ ...claim, start: claim.source_start, end: claim.source_end }));

export function measureClaims(gold, readings) {
  const result = { found: 0, wanted: 0, right: 0, missed: [], wrong: [], values: [], byKind: new Map() };
  const checked = { unit: [], approx: [], kind: [], indicator: [], subject: [], scope: [] };
  const lists = { unit: (result.units = []), approx: (result.approximations = []), kind: (result.kinds = []) };
  result.indicators = lists.indicator = [];
  result.subjects = lists.subject = [];
  result.scopes = lists.scope = [];
  result.scopesBeyond = [];
  for (const [doc, reading] of Object.entries(readings)) {
    const ours = placed(reading);
    const used = new Set();
    const kindOf = (kind) => {
      if (!result.byKind.has(kind)) result.byKind.set(kind, { wanted: 0, right: 0, extra: 0 });
      return result.byKind.get(kind);
    };
    const there = gold
      .filter((one) => one.doc === doc)
      .map((one) => ({ ...one, start: one.at, end: one.at + [...one.quantity].length }));
    for (const one of there.filter((line) => REAL.has(line.kind))) {
      ++result.wanted;
      ++kindOf(one.kind).wanted;
      const hit = ours.find((claim) => !used.has(claim) && overlaps(claim, one));
      const what = `${doc} ${one.at} ${one.quantity}`;
      if (!hit) {
        result.missed.push(`${what} (${one.kind}) ${one.quote.slice(-40)}`);
        continue;
      }
      used.add(hit);
      if (!isClose(hit.value, one.value)) {
        result.values.push(`${what}: ${hit.value} for ${one.value}`);
        continue;
      }
      ++result.right;
      ++kindOf(one.kind).right;
      const wanted = {
        unit: one.unit.split('|'),
        approx: [one.approx],
        kind: [one.kind],
        indicator: [one.indicator],
        subject: [one.subject],
        scope: [one.scope],
      };
      if (!one.scope && hit.scope) result.scopesBeyond.push(`${what}: ${hit.scope} ${one.quote.slice(-40)}`);
      for (const [field, values] of Object.entries(wanted)) {
        if (!values[0]) continue;
        const holds = values.includes(hit[field]);
        checked[field].push(holds);
        if (!holds) lists[field].push(`${what}: ${hit[field]} for ${values.join('|')} ${one.quote.slice(-40)}`);
      }
    }
    for (const claim of ours) {
      ++result.found;
      if (used.has(claim)) continue;
      const line = there.find((one) => overlaps(claim, one));
      if (line?.kind === 'vague') {  // neither rewarded nor punished
        --result.found;
        continue;
      }
      ++kindOf(claim.kind).extra;
      result.wrong.push(`${doc} ${claim.start} ${claim.quantity} (${claim.kind}; the gold: ${line?.kind ?? 'nothing'})`);
    }
  }
  const share = (list) => list.filter(Boolean).length / list.length;
  result.precision = result.right / result.found;
  result.recall = result.right / result.wanted;
  for (const [field, list] of Object.entries(checked)) result[field] = share(list);
  return result;
}

export function claimsTable(claims) {
  const rows = [...claims.byKind].sort(([a], [b]) => a.localeCompare(b));
  return [
    '| kind | in the gold | found right | beyond the gold |',
    '|---|---|---|---|',
    ...rows.map(([kind, one]) => `| ${kind} | ${one.wanted} | ${one.right} | ${one.extra} |`),
    '',
  ].join('\n');
}

export function measureRelations(gold, readings) {
  const result = { missed: [], extra: [], alarms: [] };
  let right = 0;
  for (const [doc, reading] of Object.entries(readings)) {
    // Checks give places in the repaired text; the gold gives places in the seed.
    const source = new Map([...reading.claims, ...reading.others].map((one) => [one.start, one.source_start]));
    const ours = reading.checks.map((check) => ({
      ...check,
      parts: check.parts.map((part) => source.get(part.start)).sort((a, b) => a - b),
      total: check.total && source.get(check.total.start),
    }));
    const used = new Set();
    const near = (a, b) => a === b || (a != null && b != null && Math.abs(a - b) <= 1);
    for (const one of gold.filter((line) => line.doc === doc)) {
      const hit = ours.find(
        (check) =>
          !used.has(check) &&
          check.kind === one.kind &&
          near(check.total, one.total) &&
          check.parts.length === one.parts.length &&
          check.parts.every((part, at) => near(part, [...one.parts].sort((a, b) => a - b)[at])),
      );
      const what = `${doc} ${one.kind} [${one.parts}] → ${one.total ?? '-'} ${one.verdict}`;
      if (!hit) {
        result.missed.push(`${what}: not found; ${one.why}`);
        continue;
      }
      used.add(hit);
      const wrong = [];
      if (hit.verdict !== one.verdict) wrong.push(`verdict ${hit.verdict}`);
      if (one.computed != null && !(Math.abs(hit.computed - one.computed) <= 0.001 * Math.max(1, one.computed))) {
        wrong.push(`computed ${hit.computed} for ${one.computed}`);
      }
      if (one.base != null && hit.base !== one.base) wrong.push(`base ${hit.base} for ${one.base}`);
      if ((one.stated ?? null) !== (hit.stated ?? null)) wrong.push(`stated ${hit.stated} for ${one.stated}`);
      if (wrong.length > 0) {
        result.missed.push(`${what}: ${wrong.join(', ')}`);
      } else {
        ++right;
      }
    }
    for (const check of ours) {
      if (!used.has(check)) {
        result.extra.push(`${doc} ${check.kind} [${check.parts}] → ${check.total ?? '-'} ${check.verdict}: ${check.explanation.en}`);
      }
      // Nothing in the gold fails.
      if (check.verdict === 'fails') result.alarms.push(`${doc} ${check.explanation.en}`);
    }
  }
  result.recall = right / gold.length;
  return result;
}

export function measureText(shared, seeds, plain, probable) {
  const clean = readdirSync(join(shared, 'gold/seeds.clean'));
  return seeds.map(({ doc }, at) => {
    const wanted = readFileSync(
      join(
        shared,
        'gold/seeds.clean',
        clean.find((name) => name.startsWith(doc)),
      ),
      'utf8',
    );
    const length = [...wanted].length;
    return {
      doc,
      certain: editDistance(plain[at].text, wanted) / length,
      probable: editDistance(probable[at].text, wanted) / length,
    };
  });
}
