// The rule of dependence: a room includes only rooms before it, and foreign parts stay in their rooms.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';

// docs/architecture.md says why. Rooms that do not exist yet are named too, so that they come at their place.
export const ORDER = [
  'base',
  'text',
  'store',
  'http',
  'identity',
  'committee',
  'proposals',
  'opinions',
  'consultations',
  'supervision',
  'activities',
  'records',
  'members',
  'indicators',
  'reports',
  'exchange',
  'demo',
  'cli',
];
// These meet through ledger entries, links and indicators, and never include one another.
export const DOMAIN = ['proposals', 'opinions', 'consultations', 'supervision', 'activities', 'records'];
// A part whose headers cost seconds a file, or whose types must not leak: the one room that may reach it.
export const KEPT = [
  { part: 'Boost.Beast', header: /^boost\/(beast|asio)[/.]/, room: 'http' },
  { part: 'SOCI', header: /^soci[/.]/, room: 'store' },
];

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(h|cpp)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function includesOf(file) {
  return [...readFileSync(file, 'utf8').matchAll(/^\s*#\s*include\s*["<]([^">]+)[">]/gm)].map((match) => match[1]);
}

// Returns the faults found under `source` (the folder src), as sentences.
export function roomFaults(source) {
  const faults = [];
  const includes = new Map(filesUnder(source).map((file) => [file.slice(source.length + 1), includesOf(file)]));
  const reached = new Map();
  // Every foreign header that a file reaches, directly or through the project's own headers.
  const reach = (file, path = new Set()) => {
    if (reached.has(file)) return reached.get(file);
    if (path.has(file)) return new Set();
    path.add(file);
    const all = new Set();
    for (const name of includes.get(file) ?? []) {
      if (includes.has(name)) for (const foreign of reach(name, path)) all.add(foreign);
      else all.add(name);
    }
    reached.set(file, all);
    return all;
  };
  for (const [file, names] of includes) {
    const room = file.includes('/') ? file.split('/')[0] : null; // null: main.cpp, above all rooms
    if (room !== null && !ORDER.includes(room)) {
      faults.push(`src/${file}: the room "${room}" has no place in the order of rooms (tests/structure/rooms.mjs)`);
      continue;
    }
    for (const name of names) {
      const other = name.split('/')[0];
      if (room === null || other === room || !ORDER.includes(other) || !existsSync(join(source, name))) continue;
      if (ORDER.indexOf(other) > ORDER.indexOf(room)) {
        faults.push(`src/${file} includes ${name}, but ${other} comes after ${room}`);
      } else if (DOMAIN.includes(room) && DOMAIN.includes(other)) {
        faults.push(`src/${file} includes ${name}, but the domain rooms do not include one another`);
      }
    }
    for (const { part, header, room: owner } of KEPT) {
      const found = [...reach(file)].find((name) => header.test(name));
      if (found && room !== owner)
        faults.push(`src/${file} reaches ${found}, but ${part} belongs in src/${owner} alone`);
    }
  }
  return faults;
}
