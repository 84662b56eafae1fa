// Time limits counted anew from the pack's files, to compare with what the program says. Independent of its C++ on purpose.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../tests/support/paths.mjs';

const DAY = 86_400_000;
const at = (date) => Date.parse(`${date}T00:00:00Z`);
const text = (ms) => new Date(ms).toISOString().slice(0, 10);
export const plusDays = (date, days) => text(at(date) + days * DAY);
export const daysBetween = (from, to) => Math.round((at(to) - at(from)) / DAY);

// Every special day of the pack: date → true where it is off.
export function packCalendar() {
  const days = new Map();
  const file = readFileSync(join(ROOT, 'packs/default/calendar.toml'), 'utf8');
  for (const [, from, to, worked] of file.matchAll(/from = ([\d-]+), to = ([\d-]+), worked = \[([^\]]*)\]/g)) {
    for (let ms = at(from); ms <= at(to); ms += DAY) days.set(text(ms), true);
    for (const day of worked
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean))
      days.set(day, false);
  }
  return days;
}

function rule(code) {
  const file = readFileSync(join(ROOT, 'packs/default/deadlines.toml'), 'utf8');
  const part = file.split(/^\[deadline\./m).find((one) => one.startsWith(`${code}]`) || one.startsWith(`"${code}"]`));
  return { count: Number(/count = (\d+)/.exec(part)[1]), unit: /unit = "(\w+)"/.exec(part)[1] };
}

function plusMonths(date, months) {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return text(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

// The last day in time of a limit that starts on `start`.
export function dueOn(code, start, special) {
  const off = (date) => special.get(date) ?? [0, 6].includes(new Date(at(date)).getUTCDay());
  const { count, unit } = rule(code);
  let date = start;
  if (unit === 'WORKDAYS') {
    for (let left = count; left > 0; left -= off(date) ? 0 : 1) date = plusDays(date, 1);
    return date;
  }
  date = unit === 'DAYS' ? plusDays(start, count) : plusMonths(start, count);
  while (off(date)) date = plusDays(date, 1);
  return date;
}
