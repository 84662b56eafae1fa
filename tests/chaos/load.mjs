// Members who submit proposals without pause, and a notebook of what the server acknowledged to them.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '../support/client.mjs';

const PARAGRAPH = '经走访六个街道和四十余名居民代表,我们认为存在三个方面的问题,现提出如下建议,请有关单位研究办理。';

const MARKED = /^关于([0-9a-f-]{13})的提案$/;

// A body whose every part can be told from another's, so that a half-written one shows.
function bodyOf(mark) {
  return Array.from({ length: 30 }, (_, i) => `〔${mark}·${i}〕${PARAGRAPH}`).join('\n');
}

export class Load {
  acknowledged = new Map(); // proposal id → { mark, serial, who }
  unanswered = new Map(); // idempotency key → { mark, who }: sent, and cut off before an answer
  refusals = new Map(); // "status code" → how often
  answered = 0;

  constructor(accounts, people = 8) {
    this.members = accounts.filter((one) => one.role === 'MEMBER').slice(0, people);
    if (this.members.length === 0) throw new Error('the district has no member to sign in as');
    this.clerk = accounts.find((one) => one.role === 'PROPOSAL_COMMITTEE');
  }

  // Signs everyone in once; sessions are in the database, so they must outlive every restart.
  async signIn(origin) {
    this.clients = [];
    for (const member of this.members) {
      const client = new Client(origin);
      await client.signIn(member);
      this.clients.push(client);
    }
    this.reader = new Client(origin);
    await this.reader.signIn(this.clerk);
  }
  moveTo(origin) {
    for (const client of [...this.clients, this.reader]) client.origin = origin;
  }

  request(mark) {
    return {
      title: `关于${mark}的提案`,
      body: bodyOf(mark),
      category: 'SOCIETY',
      consents_to_publication: true,
      submit: true,
    };
  }

  async submitOne(client, who, mark = randomUUID().slice(0, 13), key = randomUUID()) {
    let answer;
    try {
      answer = await client.send('POST', '/api/v1/proposals', this.request(mark), { 'idempotency-key': key });
    } catch {
      this.unanswered.set(key, { mark, who });
      return 'cut off';
    }
    this.answered += 1;
    if (answer.status === 201) {
      const { id, serial } = answer.body.proposal;
      this.acknowledged.set(id, { mark, serial, who });
      this.unanswered.delete(key);
      return 'acknowledged';
    }
    const kind = `${answer.status} ${answer.body?.code ?? ''}`.trim();
    this.refusals.set(kind, (this.refusals.get(kind) ?? 0) + 1);
    // A refusal says that nothing was done; a 5xx may not know, so the record may or may not be there.
    if (answer.status >= 500) this.unanswered.set(key, { mark, who });
    return kind;
  }

  // Submits from every client until `stopped()`; after a failure a short breath.
  async run(stopped) {
    await Promise.all(
      this.clients.map(async (client, who) => {
        while (!stopped()) {
          if ((await this.submitOne(client, who)) !== 'acknowledged') await sleep(20);
        }
      }),
    );
  }

  // Every acknowledged proposal of `ids` is whole.
  async checkWhole(ids) {
    const waiting = [...ids];
    const worker = async () => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        const { mark, serial } = this.acknowledged.get(id);
        const view = await this.reader.get(`/proposals/${id}`);
        this.checkView(view, mark);
        if (view.proposal.serial !== serial)
          throw new Error(`proposal ${id} was acknowledged with serial ${serial} and now has ${view.proposal.serial}`);
      }
    };
    await Promise.all(Array.from({ length: 6 }, worker));
  }
  checkView(view, mark) {
    const { id, state, serial, title } = view.proposal;
    const faults = [];
    if (state !== 'SUBMITTED') faults.push(`its state is ${state}`);
    if (!(serial > 0)) faults.push('it has no serial number');
    if (title !== this.request(mark).title) faults.push(`its title is ${title}`);
    if (view.body !== bodyOf(mark)) faults.push('its body differs from what was sent');
    if (!view.signers.some((one) => one.role === 'FIRST')) faults.push('it has no first proposer');
    if (faults.length > 0) throw new Error(`proposal ${id} (${mark}) is half-done: ${faults.join('; ')}`);
  }

  // What was cut off is either wholly there or not at all, for the clerk and for who wrote it.
  async checkCutOff() {
    const marks = new Set([...this.unanswered.values()].map(({ mark }) => mark));
    const pages = [
      [this.reader, '/proposals?limit=100'],
      ...this.clients.map((client) => [client, '/proposals?mine=true&limit=100']),
    ];
    for (const [client, path] of pages) {
      for (const row of (await client.get(path)).items) {
        const mark = MARKED.exec(row.title)?.[1];
        if (marks.has(mark)) this.checkView(await client.get(`/proposals/${row.id}`), mark);
        else if (mark && !this.acknowledged.has(row.id))
          throw new Error(`${row.id} (${mark}) is there, but nobody asked for it`);
      }
    }
  }

  // Asking again with the same key makes exactly one, whether or not the first was done.
  async settleUnanswered() {
    for (const [key, { mark, who }] of [...this.unanswered]) {
      const result = await this.submitOne(this.clients[who], who, mark, key);
      if (result !== 'acknowledged') throw new Error(`the repeated submission ${mark} was answered: ${result}`);
    }
  }

  // All proposals of this run that the lists show: whole, known, each once, serial numbers without repetition.
  async checkLists() {
    const marks = new Map([...this.acknowledged].map(([id, { mark }]) => [mark, id]));
    const seen = new Set();
    const serials = new Set();
    let after = '';
    do {
      const page = await this.reader.get(
        `/proposals?state=SUBMITTED&limit=100${after && `&after=${encodeURIComponent(after)}`}`,
      );
      for (const row of page.items) {
        const mark = MARKED.exec(row.title)?.[1];
        if (!mark) continue; // the district's own
        if (marks.get(mark) !== row.id) throw new Error(`the list shows ${row.id} (${mark}), which nobody was told of`);
        if (seen.has(mark)) throw new Error(`the list shows ${mark} twice`);
        const serial = `${row.session_id}/${row.serial}`;
        if (serials.has(serial)) throw new Error(`the serial number ${serial} was given twice`);
        seen.add(mark);
        serials.add(serial);
      }
      after = page.next;
    } while (after);
    if (seen.size !== marks.size) throw new Error(`${marks.size} were acknowledged, but the list shows ${seen.size}`);
  }

  // The ledger page of a proposal names its submission.
  async checkHistory(ids) {
    for (const id of ids) {
      const { items } = await this.reader.get(`/proposals/${id}/history`);
      if (!items.some((item) => item.to_state === 'SUBMITTED'))
        throw new Error(`the history of ${id} does not know its submission`);
    }
  }

  // Search may follow within a second; it gets five here, on a busy machine.
  async checkSearch(ids) {
    for (const id of ids) {
      const { mark } = this.acknowledged.get(id);
      for (let tries = 0; ; ++tries) {
        const { items } = await this.reader.get(`/proposals/search?q=${encodeURIComponent(mark)}`);
        if (items.some((item) => item.proposal.id === id)) break;
        if (tries === 25) throw new Error(`search does not find the acknowledged ${mark}`);
        await sleep(200);
      }
    }
  }
}

export function sample(items, count) {
  const all = [...items];
  return Array.from(
    { length: Math.min(count, all.length) },
    () => all.splice(Math.floor(Math.random() * all.length), 1)[0],
  );
}
