// Ids of another committee, ids of another kind and no ids at all, in the path, the query and the body; and input that is no input.
import test from 'node:test';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { inParallel, openOffice } from './office.mjs';
import { PERSONS } from './lifecycle.mjs';
import { Way, draft } from './way.mjs';

function clientsOf(office, among, persons) {
  return Object.fromEntries(persons.map((who) => [who, office.byLogin(PERSONS[who], among)]));
}

test('ids and input', async (t) => {
  const office = await openOffice();
  t.after(() => office.close());
  const clients = clientsOf(
    office,
    office.accounts,
    Object.keys(PERSONS).filter((who) => PERSONS[who] && !PERSONS[who].startsWith('other:')),
  );
  const id = (login, among = office.accounts) => office.account(login, among);
  const ids = {
    persons: {
      first: id('member1').person_id,
      cosigner: id('member2').person_id,
      invited: id('member3').person_id,
      stranger: id('member4').person_id,
    },
    unit: id('officer1').organisation_id,
    special_committee: id('special-committee-staff').organisation_id,
    accounts: { party_gov_leader: id('party-gov-leader').id, vice_chair: id('vice-chair').id },
  };
  const way = new Way(clients, ids);
  way.main = (await way.bring('FILED', '主案')).proposal.id;

  // The other committee's records, each of its kind.
  const theirs = clientsOf(office, office.others, [
    'first',
    'proposal_committee',
    'office',
    'office_gov',
    'officer',
    'leader',
  ]);
  const foreign = {
    person: id('member1', office.others).person_id,
    account: id('member1', office.others).id,
    unit: id('officer1', office.others).organisation_id,
    committee: (await theirs.office.get('/organisations?kind=SPECIAL_COMMITTEE')).items[0].id,
    sector: (await theirs.office.get('/organisations?kind=SECTOR')).items[0].id,
    term: (await theirs.office.get('/terms')).items[0].id,
    session: (await theirs.office.get('/sessions')).items[0].id,
  };
  const made = await theirs.first.post('/proposals', draft('东禾县的提案', { submit: true }), { once: true });
  foreign.proposal = made.proposal.id;
  for (const [action, body] of [
    ['take', {}],
    ['preliminary', { result: 'FILED' }],
    ['review', { result: 'FILED' }],
    ['assign', { units: [{ unit_id: foreign.unit, role: 'SOLE' }] }],
  ]) {
    await theirs.proposal_committee.post(`/proposals/${foreign.proposal}/${action}`, body);
  }
  const assigned = await theirs.proposal_committee.get(`/proposals/${foreign.proposal}`);
  foreign.assignment = assigned.assignments[0].id;
  foreign.deadline = assigned.deadlines[0].id;
  for (const [who, action, body] of [
    ['officer', 'accept', {}],
    ['officer', 'draft-reply', way.body('draft-reply')],
    ['leader', 'sign-reply', {}],
    ['office_gov', 'check-reply', { pass: true }],
  ]) {
    await theirs[who].post(
      `/assignments/${foreign.assignment}/${action}`,
      who === 'officer' && action === 'draft-reply'
        ? { ...body, result_class: 'B', planned_until: '2099-12-31' }
        : body,
    );
  }
  foreign.promise = (await theirs.proposal_committee.get(`/proposals/${foreign.proposal}`)).promises[0].id;
  foreign.look_back = (
    await theirs.proposal_committee.post('/look-backs', { title: '回头看', classes: ['B'] }, { once: true })
  ).look_back.id;
  foreign.notice = (await theirs.first.get('/notices')).items[0].id;
  foreign.web_session = (await theirs.first.get('/me/sessions'))[0].id;
  const upload = await theirs.first.send(
    'POST',
    `/api/v1/proposals/${(await theirs.first.post('/proposals', draft('东禾县的草稿'), { once: true })).proposal.id}/attachments?name=a.txt&owner=proposal`,
    new TextEncoder().encode('附件'),
  );
  assert.equal(upload.status, 201, JSON.stringify(upload.body));
  foreign.attachment = upload.body.id;

  const loaded = await theirs.proposal_committee.send(
    'POST',
    '/api/v1/reports?name=a.txt',
    new TextEncoder().encode('全年共收到提案142件。\n'),
  );
  assert.equal(loaded.status, 201, JSON.stringify(loaded.body));
  foreign.report = loaded.body.document.id;
  const mapping = { words: '共收到提案', unit: '件', indicator: 'proposals.received', example: '' };
  foreign.mapping = (await theirs.proposal_committee.post('/report-mappings', mapping)).mapping.id;

  const view = await way.bring('FILED', '关于审查的提案');
  const reviewing = await way.bring('REVIEW', '关于并案的提案');
  const written = await way.bring('DRAFT', '关于联名的提案');
  const returned = await way.bring('RETURN_REQUESTED', '关于退回的提案');
  const candidate = await way.bring('FILED, candidate', '关于重点的提案');
  const replied = await way.bring('REPLIED', '关于反馈的提案');
  const P = (action, one = view) => `/proposals/${one.proposal.id}/${action}`;
  const A = (action, one) => `/assignments/${one.assignments.at(-1).id}/${action}`;

  // [who, method, path, body]: the foreign id stands where the one of this committee belongs.
  const cases = (x) => [
    ['proposal_committee', 'GET', `/proposals/${x.proposal}`],
    ['proposal_committee', 'GET', `/proposals/${x.proposal}/history`],
    ['proposal_committee', 'GET', `/proposals/${view.proposal.id}/deadlines/${x.deadline}`],
    ['proposal_committee', 'GET', `/proposals/${x.proposal}/deadlines/${x.deadline}`],
    ['first', 'PUT', `/proposals/${x.proposal}`, draft('改写')],
    ['first', 'DELETE', `/proposals/${x.proposal}`],
    ...['submit', 'withdraw', 'feedback'].map((action) => [
      'first',
      'POST',
      `/proposals/${x.proposal}/${action}`,
      way.body(action, 'first', view),
    ]),
    ...[
      'take',
      'preliminary',
      'review',
      'merge',
      'propose-handlers',
      'assign',
      'end-feedback',
      'rehandle',
      'close',
      'archive',
      'nominate-key',
      'supervise',
      'supervision-report',
      'release',
      'unrelease',
    ].map((action) => [
      'proposal_committee',
      'POST',
      `/proposals/${x.proposal}/${action}`,
      way.body(action, 'proposal_committee', view),
    ]),
    ...['accept', 'request-return', 'contact', 'co-opinion', 'handling-plan', 'request-extension', 'draft-reply'].map(
      (action) => ['officer', 'POST', `/assignments/${x.assignment}/${action}`, way.body(action, 'officer', view)],
    ),
    ...['sign-reply', 'return-draft'].map((action) => [
      'leader',
      'POST',
      `/assignments/${x.assignment}/${action}`,
      way.body(action, 'leader', view),
    ]),
    ...['decide-return', 'decide-extension', 'check-reply', 'urge'].map((action) => [
      'office_gov',
      'POST',
      `/assignments/${x.assignment}/${action}`,
      way.body(action, 'office_gov', view),
    ]),
    ['proposal_committee', 'POST', `/promises/${x.promise}/record`, { state: 'KEPT', note: '已查看' }],
    ['proposal_committee', 'GET', `/look-backs/${x.look_back}`],
    ['proposal_committee', 'POST', `/look-backs/${x.look_back}/close`, {}],
    [
      'proposal_committee',
      'POST',
      `/look-backs/${x.look_back}/items/${view.proposal.id}`,
      { state: 'KEPT', note: '已查看' },
    ],
    ['proposal_committee', 'GET', `/attachments/${x.attachment}`],
    ['first', 'DELETE', `/attachments/${x.attachment}`],
    ...['', '/source', '/file', '/figures', '/counts'].map((part) => ['office', 'GET', `/reports/${x.report}${part}`]),
    ['office', 'PUT', `/reports/${x.report}`, { title: '改', about: '', own: true, source: '' }],
    ['office', 'DELETE', `/reports/${x.report}`],
    [
      'office',
      'POST',
      `/reports/${x.report}/repairs`,
      { kind: 'WIDE_SPACE', source_start: 0, source_end: 1, apply: false },
    ],
    ['office', 'GET', `/report-comparison?documents=${x.report}`],
    ['office', 'GET', `/report-comparison/sheet?documents=${x.report}`],
    ['office', 'DELETE', `/report-mappings/${x.mapping}`],
    ['office', 'GET', `/organisations/${x.unit}`],
    ['office', 'PATCH', `/organisations/${x.unit}`, { short_name: '改' }],
    ['office', 'PATCH', `/sessions/${x.session}`, { opens_on: '2026-01-02' }],
    [
      'office',
      'POST',
      '/sessions',
      {
        term_id: x.term,
        number: 9,
        opens_on: '2026-05-01',
        closes_on: '2026-05-03',
        window_opens_at: '2026-03-01T00:00:00+08:00',
        deadline_at: '2026-05-02T17:00:00+08:00',
      },
    ],
    ['office', 'GET', `/members/${x.person}`],
    ['office', 'PATCH', `/members/${x.person}`, { standing: true }],
    ['office', 'POST', '/members', { person_id: x.person }],
    ['office', 'POST', '/members', { name: '新人', sector_id: x.sector }],
    ['office', 'POST', '/members', { name: '新人', special_committee_id: x.committee }],
    [
      'office',
      'POST',
      '/organisations',
      { kind: 'HANDLING_UNIT', name: '新单位', subkind: 'GOVERNMENT', parent_id: x.unit },
    ],
    ['sys_admin', 'GET', `/accounts/${x.account}`],
    ['sys_admin', 'PATCH', `/accounts/${x.account}`, { disabled: true }],
    ['sys_admin', 'POST', `/accounts/${x.account}/reset-password`, {}],
    ['sys_admin', 'POST', '/accounts', { login: 'new-one', display_name: '新账号', person_id: x.person }],
    ['sec_admin', 'PUT', `/accounts/${x.account}/roles`, { roles: [{ role: 'CHAIR' }] }],
    [
      'sec_admin',
      'PUT',
      `/accounts/${id('member4').id}/roles`,
      { roles: [{ role: 'UNIT_OFFICER', organisation_id: x.unit }] },
    ],
    ['first', 'POST', `/notices/${x.notice}/read`, {}],
    ['first', 'DELETE', `/me/sessions/${x.web_session}`],
    ['first', 'POST', P('invite', written), { cosigners: [x.person] }],
    ['first', 'POST', P('invite', written), { cosigners: [], seconders: [x.person] }],
    [
      'party',
      'POST',
      '/proposals',
      draft('代表别人', { kind: 'COLLECTIVE_PARTY', organisation_id: x.unit, stamp_confirmed: true }),
    ],
    [
      'proposal_committee',
      'POST',
      P('review', reviewing),
      { result: 'MERGED', main_id: x.proposal, proposer_consulted: true, explanation: '相同' },
    ],
    [
      'proposal_committee',
      'POST',
      P('review', reviewing),
      { result: 'FILED', units: [{ unit_id: x.unit, role: 'SOLE' }] },
    ],
    ['proposal_committee', 'POST', P('merge'), { main_id: x.proposal, proposer_consulted: true, explanation: '相同' }],
    ['proposal_committee', 'POST', P('assign'), { units: [{ unit_id: x.unit, role: 'SOLE' }] }],
    ['proposal_committee', 'POST', P('propose-handlers'), { units: [{ unit_id: x.unit, role: 'SOLE' }] }],
    ['office_gov', 'POST', A('decide-return', returned), { grant: true, note: '同意', unit_id: x.unit }],
    ['chair', 'POST', P('decide-key', candidate), { key: true, note: '同意', special_committee_id: x.committee }],
    ['chair', 'POST', P('decide-key', candidate), { key: true, note: '同意', handling_leader_account_id: x.account }],
    [
      'chair',
      'POST',
      P('decide-key', candidate),
      { key: true, note: '同意', supervising_leader_account_id: x.account },
    ],
    [
      'proposal_committee',
      'POST',
      P('feedback', replied),
      { attitude: 'SATISFIED', result: 'SATISFIED', person_id: x.person },
    ],
    ['proposal_committee', 'POST', '/look-backs', { title: '回头看', classes: ['A'], session_id: x.session }],
  ];
  const send = (who, method, path, body) => {
    const headers = (method === 'PUT' || method === 'PATCH') && !path.endsWith('/roles') ? { 'if-match': '"1"' } : {};
    return clients[who].send(method, `/api/v1${path}`, body, headers);
  };
  const refuseAll = async (list, statuses) => {
    const before = await office.ledger();
    const wrong = [];
    await inParallel(list, 12, async ([who, method, path, body]) => {
      const { status, body: said } = await send(who, method, path, body);
      // A look-back at a session that is not ours finds nothing to look back at.
      const nothing = path === '/look-backs' && said?.code === 'nothing_found';
      if (!statuses.includes(status) && !nothing)
        wrong.push(
          `${who} ${method} ${path} ${JSON.stringify(body ?? '').slice(0, 120)} → ${status} ${said?.code ?? ''}`,
        );
    });
    assert.deepEqual(wrong, []);
    assert.equal(await office.ledger(), before, 'the ledgers have not grown');
  };

  await t.test('ids of the other committee are unknown here', () => refuseAll(cases(foreign), [404, 422]));
  await t.test('so are ids of another kind of record', () => {
    const kinds = Object.keys(foreign);
    const mixed = Object.fromEntries(
      kinds.map((kind) => [kind, kind === 'term' ? view.proposal.id : ids.accounts.vice_chair]),
    );
    // An account is an account, so where one is asked for it gets something else.
    mixed.account = view.proposal.id;
    return refuseAll(cases(mixed), [404, 422]);
  });
  await t.test('what is no id is refused', async () => {
    for (const bad of ['0', '-1', '01', 'abc', '9223372036854775808', '1e3', '%00', '1%2F2', '🙂']) {
      const faulty = Object.fromEntries(Object.keys(foreign).map((kind) => [kind, bad]));
      await refuseAll(cases(faulty), [400, 404, 405, 422]);
    }
  });
  await t.test('lists and figures asked for with a foreign id are empty or refused', async () => {
    for (const query of [
      `/proposals?session_id=${foreign.session}`,
      `/proposals?unit_id=${foreign.unit}`,
      `/statistics/received/records?session_id=${foreign.session}`,
      `/ledger?subject_kind=proposal&subject_id=${foreign.proposal}`,
    ]) {
      const { status, body } = await clients.proposal_committee.send('GET', `/api/v1${query}`);
      assert.ok(
        status === 404 || status === 422 || (status === 200 && body.items.length === 0),
        `${query} → ${status} ${JSON.stringify(body).slice(0, 200)}`,
      );
    }
    for (const scope of [`session_id=${foreign.session}`, `unit_id=${foreign.unit}`, `sector_id=${foreign.sector}`]) {
      const { status, body } = await clients.proposal_committee.send('GET', `/api/v1/statistics?${scope}`);
      if (status === 200) assert.equal(body.figures.find((one) => one.code === 'received').numerator, 0, scope);
      else assert.ok([404, 422].includes(status), `${scope} → ${status}`);
    }
    const listed = await clients.proposal_committee.get('/proposals?limit=100');
    assert.ok(!listed.items.some((row) => row.id === foreign.proposal));
  });

  await t.test('input that is no input', async () => {
    const raw = async (body, headers = {}, path = '/api/v1/proposals') => {
      const client = clients.first;
      const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(office.url + path, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          cookie,
          'x-csrf-token': client.csrf,
          origin: office.url,
          ...headers,
        },
      });
      return [response.status, (await response.json()).code];
    };
    const good = draft('关于输入的提案');
    const before = await office.ledger();
    const bytes = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));
    const tries = [
      ['an unknown field', JSON.stringify({ ...good, colour: 'red' }), {}, 422],
      ['a field of the wrong type', JSON.stringify({ ...good, title: 7 }), {}, 422],
      ['a code that does not exist', JSON.stringify({ ...good, kind: 'ROYAL' }), {}, 422],
      ['a missing field', JSON.stringify({ title: '缺' }), {}, 422],
      ['a list', '[]', {}, 422],
      ['nothing', '', {}, 400],
      ['cut off', '{"title":"', {}, 400],
      ['two values', '{} {}', {}, 400],
      ['a key twice', '{"title":"a","title":"b","body":"c","category":"SOCIETY"}', {}, 400],
      ['invalid UTF-8', bytes('{"title":"', [0xff, 0xfe], '","body":"b","category":"SOCIETY"}'), {}, 400],
      ['half of a surrogate pair', '{"title":"\\ud800","body":"b","category":"SOCIETY"}', {}, 400],
      ['a NUL', '{"title":"a\\u0000b","body":"b","category":"SOCIETY"}', {}, 400],
      ['too deep', `{"title":${'['.repeat(100)}${']'.repeat(100)}}`, {}, 400],
      ['very deep', '['.repeat(100_000), {}, 400],
      ['too large', JSON.stringify({ ...good, body: '长'.repeat(300_000) }), {}, 413],
      ['a form', 'title=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
      ['plain text', JSON.stringify(good), { 'content-type': 'text/plain' }, 415],
      ['another site', JSON.stringify(good), { origin: 'https://elsewhere.example' }, 403],
      ['no proof', JSON.stringify(good), { 'x-csrf-token': '' }, 403],
      ['a wrong proof', JSON.stringify(good), { 'x-csrf-token': clients.cosigner.csrf }, 403],
    ];
    for (const [what, body, headers, status] of tries) assert.equal((await raw(body, headers))[0], status, what);
    assert.equal(await office.ledger(), before, 'nothing was written');
    assert.equal(
      (await clients.first.send('GET', '/api/v1/proposals?colour=red')).status,
      400 + 22,
      'an unknown parameter',
    );
  });

  await t.test('cookies: forged, cut, of nobody, signed out', async () => {
    const [[name, value]] = [...clients.stranger.cookies];
    const statusWith = async (cookie) => (await fetch(`${office.url}/api/v1/me`, { headers: { cookie } })).status;
    assert.equal(await statusWith(`${name}=${value}`), 200);
    const other = value.slice(0, -1) + (value.endsWith('A') ? 'B' : 'A');
    for (const forged of [
      other,
      value.slice(0, 10),
      '',
      'null',
      value + value,
      value.toLowerCase(),
      'x'.repeat(5000),
    ]) {
      assert.equal(await statusWith(`${name}=${forged}`), 401, forged.slice(0, 30));
    }
    assert.equal(await statusWith(`other=${value}`), 401);
    // The token is bound to its own cookie: neither half of two sessions makes a third.
    const mixed = await fetch(`${office.url}/api/v1/notices/read-all`, {
      method: 'POST',
      headers: { cookie: `${name}=${value}`, 'x-csrf-token': clients.first.csrf, origin: office.url },
    });
    assert.equal(mixed.status, 403);
    await clients.stranger.signOut();
    assert.equal(await statusWith(`${name}=${value}`), 401, 'signed out');
  });

  await t.test('two editors: the second is told, and nothing is lost', async () => {
    const { proposal } = await way.bring('DRAFT', '关于两人同改的提案');
    const put = (title, version) =>
      clients.first.send(
        'PUT',
        `/api/v1/proposals/${proposal.id}`,
        draft(title),
        version ? { 'if-match': `"${version}"` } : {},
      );
    assert.equal((await put('没有说是哪一版')).status, 428);
    const both = await Promise.all([put('第一次修改', proposal.version), put('第二次修改', proposal.version)]);
    assert.deepEqual(both.map((one) => one.status).sort(), [200, 412]);
    const kept = both.find((one) => one.status === 200).body.proposal;
    assert.equal((await way.view(proposal.id)).proposal.title, kept.title);
    for (const wrong of ['W/"1"', '"abc"', '*', '"-1"']) {
      const { status } = await clients.first.send('PUT', `/api/v1/proposals/${proposal.id}`, draft('x'), {
        'if-match': wrong,
      });
      assert.ok([400, 412, 428, 422].includes(status), `${wrong} → ${status}`);
    }
  });

  await t.test('the same submission ten times at once makes one proposal', async () => {
    const once = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        clients.cosigner.send('POST', '/api/v1/proposals', draft('只算一件', { submit: true }), {
          'idempotency-key': once,
        }),
      ),
    );
    const made_ids = new Set(answers.filter((one) => one.status === 201).map((one) => one.body.proposal.id));
    assert.equal(made_ids.size, 1, answers.map((one) => one.status).join(' '));
    const again = await clients.cosigner.send('POST', '/api/v1/proposals', draft('只算一件', { submit: true }), {
      'idempotency-key': once,
    });
    assert.deepEqual(
      [again.status, again.body.proposal.id, again.headers.get('idempotent-replay')],
      [201, [...made_ids][0], 'true'],
    );
    assert.equal(
      (
        await clients.cosigner.send('POST', '/api/v1/proposals', draft('换了内容', { submit: true }), {
          'idempotency-key': once,
        })
      ).status,
      422,
    );
    // Another person's key of the same name is his own.
    const others = await clients.invited.send('POST', '/api/v1/proposals', draft('只算一件', { submit: true }), {
      'idempotency-key': once,
    });
    assert.equal(others.status, 201);
    assert.ok(!made_ids.has(others.body.proposal.id));
    const { items } = await clients.proposal_committee.get('/proposals?limit=100');
    assert.equal(items.filter((row) => row.title === '只算一件').length, 2);
  });

  await t.test('twenty people act on one proposal at once: one does it', async () => {
    const fresh = await way.bring('SUBMITTED', '关于同时接收的提案');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        clients[['proposal_committee', 'review_committee', 'plenary_team'][i % 3]].send(
          'POST',
          `/api/v1/proposals/${fresh.proposal.id}/take`,
          {},
        ),
      ),
    );
    assert.equal(answers.filter((one) => one.status === 200).length, 1);
    assert.ok(answers.every((one) => one.status === 200 || one.status === 409));
  });
});
