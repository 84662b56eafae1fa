// A small fictional district with an account of every role, and a second committee beside it, made as people would:
// three administrators by the command line, everything else over HTTP.
import { run, runWell, startServer } from './program.mjs';
import { Client } from './client.mjs';

export const PASSWORD = 'qing-he-lantern-57';

// A date so many days from today, in Chinese time.
export function dayFromNow(days) {
  return new Date(Date.now() + (days * 24 + 8) * 3600_000).toISOString().slice(0, 10);
}

const UNITS = [
  ['HOUSING', '区住房和建设局', 'GOVERNMENT'],
  ['EDUCATION', '区教育局', 'GOVERNMENT'],
  ['WATER', '区水务局', 'GOVERNMENT'],
  ['TRAFFIC', '区交通运输局', 'GOVERNMENT'],
  ['UNITED', '区委统战部', 'PARTY'],
  ['COURT', '区人民法院', 'COURT'],
];
const OTHERS = [
  ['SECTOR', 'SECTOR_ONE', '教育界', ''],
  ['SECTOR', 'SECTOR_TWO', '科技界', ''],
  ['SPECIAL_COMMITTEE', 'LIVELIHOOD', '民生和社会事务委员会', ''],
  ['PARTICIPATING_UNIT', 'LEAGUE', '民盟清河区总支', 'PARTY'],
  ['PARTICIPATING_UNIT', 'WOMEN', '区妇女联合会', 'ORGANISATION'],
  ['ACTIVITY_GROUP', 'GROUP_ONE', '第一活动组', ''],
  ['MEMBER_STUDIO', 'STUDIO', '河畔委员工作室', ''],
  ['SUPERVISION_OFFICE', 'OFFICE_GOV', '区政府督查室', 'GOVERNMENT'],
  ['SUPERVISION_OFFICE', 'OFFICE_PARTY', '区委督查室', 'PARTY'],
];
const MEMBERS = ['方晓岚', '王若谷', '李志远', '丁一舟', '黄秋实', '戴小雨', '周望舒', '沈清和'];

// [login, name of the account, role, code of its organisation, number of its member]
function cast() {
  const all = [];
  MEMBERS.slice(0, 6).forEach((name, i) => all.push([`member${i + 1}`, name, 'MEMBER', '', i]));
  UNITS.forEach(([code, name], i) => {
    all.push([`officer${i + 1}`, `${name}经办人`, 'UNIT_OFFICER', code]);
    all.push([`leader${i + 1}`, `${name}负责人`, 'UNIT_LEADER', code]);
  });
  for (const [role, name, code, member] of [
    ['STANDING_MEMBER', '周望舒', '', 6],
    ['SECTOR_CONVENER', '沈清和', 'SECTOR_ONE', 7],
    ['CHAIR', '主席'],
    ['VICE_CHAIR', '副主席'],
    ['SECRETARY_GENERAL', '秘书长'],
    ['GROUP_LEADER', '第一活动组组长', 'GROUP_ONE'],
    ['PARTICIPATING_UNIT', '民盟清河区总支', 'LEAGUE'],
    ['SPECIAL_COMMITTEE_STAFF', '民生委干部', 'LIVELIHOOD'],
    ['MEMBER_STUDIO', '河畔委员工作室', 'STUDIO'],
    ['PROPOSAL_COMMITTEE', '提案委员会办公室'],
    ['PROPOSAL_REVIEW_COMMITTEE', '提案审查委员会'],
    ['PLENARY_PROPOSAL_TEAM', '大会提案组'],
    ['OPINION_EDITOR', '信息编辑'],
    ['OPINION_APPROVER', '信息审批'],
    ['OPINION_ISSUER', '信息签发'],
    ['SPECIAL_INFORMANT', '特邀信息员'],
    ['OPINION_CONTACT_POINT', '社情民意联系点'],
    ['SUPERVISION_OFFICE_GOV', '区政府督查室', 'OFFICE_GOV'],
    ['SUPERVISION_OFFICE_PARTY', '区委督查室', 'OFFICE_PARTY'],
    ['PARTY_GOV_LEADER', '分管副区长'],
    ['AUDITOR', '派驻纪检监察组'],
  ]) {
    all.push([role.toLowerCase().replaceAll('_', '-'), name, role, code ?? '', member]);
  }
  return all;
}
// Enough of another committee to have records of every kind.
const FEW = new Set(['member1', 'officer1', 'leader1', 'supervision-office-gov', 'proposal-committee']);

async function createCommittee(database, code, name) {
  const year = Number(dayFromNow(0).slice(0, 4));
  await runWell([
    'committee',
    'create',
    '--code',
    code,
    '--name',
    name,
    '--database',
    database,
    '--term',
    '10',
    '--session',
    '2',
    '--term-start',
    `${year - 1}-01-01`,
    '--session-opens',
    dayFromNow(10),
    '--session-closes',
    dayFromNow(13),
    '--window-opens',
    `${dayFromNow(-60)}T00:00:00+08:00`,
    '--deadline',
    `${dayFromNow(12)}T17:00:00+08:00`,
  ]);
}

// The first administrators and the office: { login → first password }.
async function createAdministrators(database, committee) {
  const made = {};
  for (const [login, name, role] of [
    ['sys-admin', '系统管理员', 'SYS_ADMIN'],
    ['sec-admin', '安全管理员', 'SEC_ADMIN'],
    ['audit-admin', '审计管理员', 'AUDIT_ADMIN'],
    ['office-staff', '办公室', 'OFFICE_STAFF'],
  ]) {
    const said = await runWell([
      'user',
      'create',
      login,
      '--name',
      name,
      '--role',
      role,
      '--committee',
      committee,
      '--database',
      database,
    ]);
    made[login] = { password: /first password: (\S+)/.exec(said)[1], role, name };
  }
  return made;
}

// Signs in with the first password and sets the district's common one.
async function begin(url, committee, login, first) {
  const client = new Client(url);
  await client.signIn({ committee, login, password: first });
  const me = await client.post('/me/password', { current_password: first, new_password: PASSWORD });
  client.csrf = me.csrf_token;
  return { client, me };
}

async function eachOf(list, work, width = 4) {
  const waiting = [...list];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
    }),
  );
}

async function furnish(url, committee, people, first) {
  const accounts = [];
  const keep = (login, name, role, { client, me }, organisation) =>
    accounts.push({
      login,
      password: PASSWORD,
      role,
      name,
      committee,
      committee_id: me.committee_id,
      id: me.account_id,
      person_id: me.person_id ?? null,
      organisation_id: organisation?.id ?? null,
      organisation: organisation?.name ?? null,
      system: organisation?.subkind ?? null,
      session: { cookies: [...client.cookies], csrf: client.csrf },
    });
  const staff = {};
  for (const [login, { password, role, name }] of Object.entries(first)) {
    staff[login] = await begin(url, committee, login, password);
    keep(login, name, role, staff[login]);
  }
  const office = staff['office-staff'].client;
  const organisations = new Map();
  for (const [kind, code, name, subkind] of [
    ...OTHERS,
    ...UNITS.map(([code, name, system]) => ['HANDLING_UNIT', code, name, system]),
  ]) {
    organisations.set(
      code,
      await office.post('/organisations', { kind, code, name, ...(subkind ? { subkind } : {}) }, { once: true }),
    );
  }
  const members = [];
  for (const [i, name] of MEMBERS.entries()) {
    const view = await office.post(
      '/members',
      {
        name,
        gender: i % 2 ? 'M' : 'F',
        phone: `000-1000000${i}`,
        member_number: `10-${i + 1}`,
        party: i === 1 ? 'CDL' : 'NO_PARTY',
        sector_id: organisations.get(i % 2 ? 'SECTOR_TWO' : 'SECTOR_ONE').id,
        special_committee_id: organisations.get('LIVELIHOOD').id,
        activity_group_id: organisations.get('GROUP_ONE').id,
        standing: i === 6,
      },
      { once: true },
    );
    members.push(view.person_id);
  }
  await eachOf(people, async ([login, name, role, code, member]) => {
    const organisation = organisations.get(code);
    const made = await staff['sys-admin'].client.post('/accounts', {
      login,
      display_name: name,
      ...(member === undefined ? {} : { person_id: members[member] }),
    });
    const roles = [{ role, ...(organisation ? { organisation_id: organisation.id } : {}) }];
    await staff['sec-admin'].client.ask('PUT', `/api/v1/accounts/${made.account.id}/roles`, { roles });
    keep(login, name, role, await begin(url, committee, login, made.password), organisation);
  });
  const order = new Map(people.map(([login], i) => [login, i]));
  accounts.sort((a, b) => (order.get(a.login) ?? 1e6) - (order.get(b.login) ?? 1e6));
  return accounts;
}

// { accounts, others }: of the district "qinghe", and of the committee "donghe" in the same database.
export async function makeDistrict(database) {
  await createCommittee(database, 'qinghe', '政协清河区委员会');
  await createCommittee(database, 'donghe', '政协东禾县委员会');
  const first = {
    qinghe: await createAdministrators(database, 'qinghe'),
    donghe: await createAdministrators(database, 'donghe'),
  };
  // A password of full cost takes a tenth of a second of a core; two hundred of them are not what is tested here.
  const server = await startServer({ database, args: ['--fast-hashes'] });
  try {
    const accounts = await furnish(server.url, 'qinghe', cast(), first.qinghe);
    const others = await furnish(
      server.url,
      'donghe',
      cast().filter(([login]) => FEW.has(login)),
      first.donghe,
    );
    return { accounts, others };
  } finally {
    await server.stop();
  }
}

export async function ledgerHolds(database) {
  const { code, stdout, stderr } = await run(['ledger', 'verify', '--database', database]);
  if (code !== 0) throw new Error(`the ledger does not hold:\n${stdout}\n${stderr}`);
  return stdout;
}
