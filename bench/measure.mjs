// Measures the figures of the first issue and writes bench/results.md. What is compared is measured in turns within one
// run (A B C A B C …) and compared round by round, so that a busy machine disturbs both sides alike.
import { allProposals, prepareData } from './data.mjs';
import { bareSqlite, wrk } from './load.mjs';
import { loadListPage } from './page.mjs';
import { writeResults } from './report.mjs';
import { copyOf, dropCopy, memoryOf, quiet, serve, signIn, startTime } from './server.mjs';

const SECONDS = Number(process.env.YZ_BENCH_SECONDS ?? 3);
const ROUNDS = Number(process.env.YZ_BENCH_ROUNDS ?? 5);
const PARTS = ['reads', 'search', 'memory', 'page', 'start', 'writes'];

const say = (text) => process.stderr.write(`${text}\n`);
export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const whole = (number) => Math.round(number).toLocaleString('en-US');

// Runs the kinds in turn, ROUNDS times: { kind: [result of each round] }.
async function inTurns(kinds) {
  const results = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
  for (let round = 0; round < ROUNDS; ++round) {
    for (const [kind, measure] of Object.entries(kinds)) results[kind].push(await measure());
    say(
      `  round ${round + 1}: ${Object.entries(results)
        .map(([kind, list]) => `${kind} ${whole(list[round].rate)}/s`)
        .join(', ')}`,
    );
  }
  return results;
}
const rates = (results) => median(results.map((result) => result.rate));
// The median of the rounds' own ratios.
const ratio = (results, base) => median(results.map((result, round) => result.rate / base[round].rate));

// The mark of page 1,000 at 20 a page.
async function pageThousand(client, filter) {
  let after = '';
  for (let page = 1; page < 1000; ++page) {
    const answer = await client.get(`/proposals?${filter}&limit=20${after && `&after=${after}`}`);
    if (!answer.next) throw new Error(`the list ends at page ${page}: too few proposals match ${filter}`);
    after = answer.next;
  }
  return after;
}

async function reads(server, district, clerk, ids) {
  const filter = `state=${district.state}&category=${district.category}`;
  const after = await pageThousand(clerk.client, filter);
  const load = (paths) => () => wrk(server.url, 'read.lua', { cookie: clerk.cookie, paths }, { seconds: SECONDS });
  const found = await inTurns({
    constant: load(['/api/v1/constant']),
    proposal: load(ids.map((id) => `/api/v1/proposals/${id}`)),
    'page 1': load([`/api/v1/proposals?${filter}&limit=20`]),
    'page 1,000': load([`/api/v1/proposals?${filter}&limit=20&after=${after}`]),
  });
  const one = ratio(found.proposal, found.constant);
  const first = ratio(found['page 1'], found.constant);
  const thousandth = ratio(found['page 1,000'], found.constant);
  const same = ratio(found['page 1,000'], found['page 1']);
  const percent = (share) => `${(share * 100).toFixed(1)} %`;
  return [
    {
      what: 'the limit: a constant, same server',
      must: '100 %',
      measured: `${whole(rates(found.constant))} requests/s`,
      holds: null,
    },
    {
      what: `one proposal, signed in, permissions checked (all ${whole(ids.length)} in random order)`,
      must: '≥ 40 % of the limit',
      measured: `${percent(one)} (${whole(rates(found.proposal))}/s)`,
      holds: one >= 0.4,
    },
    {
      what: `first page of 20, ${filter}, sorted by date`,
      must: '≥ 15 % of the limit',
      measured: `${percent(first)} (${whole(rates(found['page 1']))}/s)`,
      holds: first >= 0.15,
    },
    {
      what: 'page 1,000 of the same, by cursor',
      must: '≥ 15 % of the limit',
      measured: `${percent(thousandth)} (${whole(rates(found['page 1,000']))}/s)`,
      holds: thousandth >= 0.15,
    },
    {
      what: 'page 1,000 compared with page 1',
      must: 'as fast (≥ 0.95 ×, the noise of rounds)',
      measured: `${same.toFixed(2)} ×`,
      holds: same >= 0.95,
    },
  ];
}

// The scan for the rarest and the most frequent characters alike.
async function search(server, district, clerk) {
  const often = ['的', '一', '在', '建设', '问题', '建议', '社区', '工作', '服务群众', '进一步'];
  const queries = [...district.queries];
  for (let i = 0; i < queries.length; i += 10) queries[i] = often[(i / 10) % often.length];
  const paths = queries.map((q) => `/api/v1/proposals/search?q=${encodeURIComponent(q)}`);
  const rounds = [];
  for (let round = 0; round < ROUNDS; ++round) {
    rounds.push(await wrk(server.url, 'read.lua', { cookie: clerk.cookie, paths }, { clients: 8, seconds: SECONDS }));
    const last = rounds.at(-1);
    say(`  search: ${whole(last.rate)}/s, p50 ${last.p50} p95 ${last.p95} p99 ${last.p99} ms`);
  }
  const of = (name) => median(rounds.map((round) => round[name]));
  return [
    {
      what: `search, 1–4 characters (${queries.length} queries, one in ten of the most frequent), 8 clients`,
      must: 'p95 ≤ 30 ms',
      measured: `p50 ${of('p50').toFixed(1)}, p95 ${of('p95').toFixed(1)}, p99 ${of('p99').toFixed(1)} ms (${whole(rates(rounds))}/s)`,
      holds: of('p95') <= 30,
    },
  ];
}

async function writes(data) {
  const { district } = data;
  const paths = [copyOf(data, 'grouped'), copyOf(data, 'single')];
  const grouped = await serve(paths[0], [], 1);
  const single = await serve(paths[1], ['--commit-batch', '1'], 2);
  try {
    const bodies = district.drafts.map((draft) => JSON.stringify({ ...draft, submit: true }));
    const submit = async (server) => {
      const writers = [];
      for (const login of district.members.slice(0, 64)) {
        const { cookie, csrf } = await signIn(server, district, login);
        writers.push({ cookie, csrf });
      }
      return async () => {
        const result = await wrk(server.url, 'submit.lua', { writers, bodies }, { seconds: SECONDS });
        await quiet(server);
        return result;
      };
    };
    const middle = [...district.drafts].sort(
      (a, b) => a.body.length + a.suggestions.length - b.body.length - b.suggestions.length,
    )[Math.floor(district.drafts.length / 2)];
    const text = middle.body + middle.suggestions;
    const found = await inTurns({
      'bare SQLite': () => bareSqlite(text, SECONDS),
      submissions: await submit(grouped),
      'one a commit': await submit(single),
    });
    const part = median(found['bare SQLite'].map((bare, round) => bare.rate / found.submissions[round].rate));
    const gain = ratio(found.submissions, found['one a commit']);
    return [
      {
        what: `bare SQLite: rows of ${[...text].length} characters, 64 a commit, WAL, synchronous=FULL`,
        must: '',
        measured: `${whole(rates(found['bare SQLite']))} rows/s`,
        holds: null,
      },
      {
        what: 'submissions acknowledged after fsync, with ledger and search, 64 clients',
        must: '≥ 1/30 of bare SQLite',
        measured: `1/${part.toFixed(1)} (${whole(rates(found.submissions))}/s, p95 ${median(found.submissions.map((r) => r.p95)).toFixed(0)} ms)`,
        holds: part <= 30,
      },
      {
        what: 'the same compared with one commit a request',
        must: '≥ 2 ×',
        measured: `${gain.toFixed(2)} × (${whole(rates(found['one a commit']))}/s)`,
        holds: gain >= 2,
      },
    ];
  } finally {
    await grouped.stop();
    await single.stop();
    paths.forEach(dropCopy);
  }
}

function memory(server) {
  const m = memoryOf(server);
  return [
    {
      what: 'memory of the server with this data, after the load',
      must: '≤ 200 MB',
      measured: `${m.rss.toFixed(0)} MB (VmRSS; of it ${m.anonymous.toFixed(0)} anonymous, ${m.file.toFixed(0)} of files; highest ${m.peak.toFixed(0)})`,
      holds: m.rss <= 200,
    },
  ];
}

async function start(path) {
  const times = [];
  for (let round = 0; round < Math.max(5, ROUNDS); ++round) times.push(await startTime(path));
  say(`  start: ${times.map((t) => t.toFixed(0)).join(', ')} ms`);
  return [
    {
      what: 'start until /readyz answers',
      must: '≤ 300 ms',
      measured: `${median(times).toFixed(0)} ms (of ${times.length}: ${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`,
      holds: median(times) <= 300,
    },
  ];
}

async function page(server, clerk) {
  const loaded = await loadListPage(server, clerk.cookie);
  return [
    {
      what: `page of the interface, list of 20, Chromium, first load (${loaded.requests} requests)`,
      must: '≤ 300 kB, no other host',
      measured: `${loaded.kilobytes.toFixed(0)} kB, ${loaded.others.length} requests to other hosts`,
      holds: loaded.kilobytes <= 300 && loaded.others.length === 0,
    },
  ];
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  say(`There is no part ${unknown.join(', ')}; there are ${PARTS.join(' ')}. 没有这个部分。`);
  process.exit(2);
}
const wanted = (part) => chosen.length === 0 || chosen.includes(part);
const data = await prepareData(say);
const rows = [];
const readers = copyOf(data, 'readers');
const server = await serve(readers);
try {
  const clerk = await signIn(server, data.district, data.district.clerk);
  await quiet(server);
  const parts = {
    reads: () => reads(server, data.district, clerk, allProposals(data.path)),
    search: () => search(server, data.district, clerk),
    memory: () => memory(server),
    page: () => page(server, clerk),
  };
  for (const [part, measure] of Object.entries(parts)) {
    if (!wanted(part)) continue;
    say(`measuring: ${part}`);
    rows.push(...(await measure()));
  }
} finally {
  await server.stop();
}
if (wanted('start')) rows.push(...(await start(readers)));
dropCopy(readers);
if (wanted('writes')) {
  say('measuring: writes');
  rows.push(...(await writes(data)));
}
writeResults(rows, { data, seconds: SECONDS, rounds: ROUNDS, parts: chosen, complete: chosen.length === 0 });
process.exit(rows.every((row) => row.holds !== false) ? 0 : 1);
