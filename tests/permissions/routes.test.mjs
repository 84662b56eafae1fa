// Every route of /openapi.json with every role: allowed or refused as routes.json says, and a refused call changes nothing.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inParallel, openOffice } from './office.mjs';

const { groups, routes } = JSON.parse(readFileSync(new URL('routes.json', import.meta.url)));
const groupOf = new Map(Object.entries(routes).flatMap(([group, list]) => list.map((route) => [route, group])));
// Called by someone allowed, these end his session or cost him his password; anonymous callers are tried all the same.
const SPARED = new Set(['POST /api/v1/sign-out', 'POST /api/v1/sign-in']);
const QUERY = {
  '/api/v1/proposals/search': '?q=x',
  '/api/v1/proposals/{id}/attachments': '?name=a.txt&owner=proposal',
  '/api/v1/reports': '?name=a.txt',
  '/api/v1/report-comparison': '?documents=1',
  '/api/v1/report-comparison/sheet': '?documents=1',
};

function call(client, route) {
  const [method, path] = route.split(' ');
  const target = path
    .replace('{committee}', 'qinghe')
    .replace('{year}', '2026')
    .replace('{code}', 'filing_rate')
    .replaceAll(/\{\w+\}/g, '1');
  const raw = path.endsWith('/attachments') || route === 'POST /api/v1/reports';
  const body = method === 'GET' || method === 'DELETE' ? undefined : raw ? new TextEncoder().encode('x') : {};
  const query = path === '/api/v1/reports' && method === 'GET' ? '' : (QUERY[path] ?? '');
  return client.send(method, target + query, body);
}

test('routes and roles', async (t) => {
  const office = await openOffice();
  t.after(() => office.close());
  const roles = [...new Set(office.accounts.map((one) => one.role))];
  const { body: openapi } = await office.anonymous.send('GET', '/openapi.json');
  const served = Object.entries(openapi.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );

  await t.test('the table names every route of the server, and no other', () => {
    assert.deepEqual([...groupOf.keys()].sort(), served.sort());
    assert.equal([...groupOf.keys()].length, Object.values(routes).flat().length, 'no route stands twice');
    for (const role of Object.values(groups).flat()) assert.ok(roles.includes(role), `the district has no ${role}`);
  });

  const refused = [];
  const allowed = [];
  for (const [route, group] of groupOf) {
    if (group !== 'anyone') refused.push({ route, role: 'anonymous', statuses: [401] });
    else if (!SPARED.has(route)) allowed.push({ route, role: 'anonymous' });
    for (const role of roles) {
      const may = group === 'anyone' || group === 'signed_in' || groups[group].includes(role);
      if (!may) refused.push({ route, role, statuses: [403] });
      else if (!SPARED.has(route)) allowed.push({ route, role });
    }
  }
  const clients = new Map(roles.map((role) => [role, office.byRole(role)]));
  clients.set('anonymous', office.anonymous);

  await t.test(`${refused.length} calls are refused and change nothing`, async () => {
    const before = await office.ledger();
    const wrong = [];
    await inParallel(refused, 16, async ({ route, role, statuses }) => {
      const { status, body } = await call(clients.get(role), route);
      if (!statuses.includes(status)) wrong.push(`${role} ${route} → ${status} ${body?.code ?? ''}`);
    });
    assert.deepEqual(wrong, []);
    assert.equal(await office.ledger(), before, 'the ledgers have not grown');
  });

  await t.test(`${allowed.length} calls are let in`, async () => {
    const wrong = [];
    await inParallel(allowed, 16, async ({ route, role }) => {
      const { status, body } = await call(clients.get(role), route);
      // What it then answers to an empty body or an id that does not exist is its own affair; but not that the role is wrong.
      const let_in = status !== 401 && body?.code !== 'permission_required' && status < 500;
      if (!let_in) wrong.push(`${role} ${route} → ${status} ${body?.code ?? ''}`);
    });
    assert.deepEqual(wrong, []);
  });
});
