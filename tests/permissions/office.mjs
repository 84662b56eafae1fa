// One server on a copy of the district, and everyone in it signed in.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { prepareDistrict } from '../support/fixture.mjs';
import { ledgerHolds } from '../support/district.mjs';
import { startServer } from '../support/program.mjs';
import { Client } from '../support/client.mjs';

export async function openOffice(engine = 'sqlite') {
  const fixture = await prepareDistrict(engine);
  const database = await fixture.open();
  const folder = mkdtempSync(join(tmpdir(), 'yizheng-office-'));
  const server = await startServer({
    database: database.url,
    args: ['--quiet', '--attachments', join(folder, 'attachments')],
  });
  const client = (account) => new Client(server.url).resume(account);
  const office = {
    url: server.url,
    database,
    server,
    accounts: fixture.accounts,
    others: fixture.others,
    anonymous: new Client(server.url),
    byRole: (role, among = fixture.accounts) => client(among.find((one) => one.role === role)),
    byLogin: (login, among = fixture.accounts) => client(among.find((one) => one.login === login)),
    account: (login, among = fixture.accounts) => among.find((one) => one.login === login),
    async close() {
      const code = await server.stop();
      if (code !== 0) throw new Error(`the server ended with ${code}`);
      await ledgerHolds(database.url);
      await fixture.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const auditor = office.byRole('AUDIT_ADMIN');
  const strange = office.byLogin('proposal-committee', fixture.others);
  // The last number of both committees' ledgers; the second is read by its proposal committee.
  office.ledger = async () => {
    const last = async (reader) => (await reader.get('/ledger?limit=1')).items[0].entry.seq;
    return [await last(auditor), await last(strange)].join('/');
  };
  return office;
}

// Runs `work` over the items, so many at a time; stops at the first fault.
export async function inParallel(items, width, work) {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < items.length) await work(items[next++]);
    }),
  );
}
