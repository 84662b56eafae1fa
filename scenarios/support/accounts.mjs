// The persons that scenarios speak of, and the roles of the program that they hold.
export const ROLES = {
  提案委: 'PROPOSAL_COMMITTEE',
  审查委员会: 'PROPOSAL_REVIEW_COMMITTEE',
  提案组: 'PLENARY_PROPOSAL_TEAM',
  政府督查室: 'SUPERVISION_OFFICE_GOV',
  党委督查室: 'SUPERVISION_OFFICE_PARTY',
  主席: 'CHAIR',
  副主席: 'VICE_CHAIR',
  秘书长: 'SECRETARY_GENERAL',
  办公室: 'OFFICE_STAFF',
  常委: 'STANDING_MEMBER',
  活动组组长: 'GROUP_LEADER',
  专委会干部: 'SPECIAL_COMMITTEE_STAFF',
  界别召集人: 'SECTOR_CONVENER',
  党派: 'PARTICIPATING_UNIT',
  党政领导: 'PARTY_GOV_LEADER',
  审计员: 'AUDITOR',
  系统管理员: 'SYS_ADMIN',
  安全管理员: 'SEC_ADMIN',
  审计管理员: 'AUDIT_ADMIN',
};
export const ORDINALS = '甲乙丙丁戊己';

export function ordinal(sign) {
  return ORDINALS.indexOf(sign);
}

// The units that have both an officer and a leader to sign in as, in a fixed order; those of the government first.
export function units(accounts) {
  const leaders = new Set(accounts.filter((one) => one.role === 'UNIT_LEADER').map((one) => one.organisation_id));
  const found = new Map();
  for (const one of accounts) {
    if (one.role !== 'UNIT_OFFICER' || !leaders.has(one.organisation_id) || found.has(one.organisation_id)) continue;
    found.set(one.organisation_id, { id: one.organisation_id, name: one.organisation, system: one.system });
  }
  const government = (unit) => (unit.system === 'GOVERNMENT' ? 0 : 1);
  return [...found.values()].sort((a, b) => government(a) - government(b) || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

export function unit(accounts, sign) {
  const found = units(accounts)[ordinal(sign)];
  if (!found) throw new Error(`the small district has no unit ${sign} with an officer and a leader`);
  return found;
}

// The account of a person named in a scenario: “委员甲”, “提案委”, “单位乙经办人”; null for “公众”.
export function accountOf(accounts, who) {
  if (who === '公众') return null;
  const member = /^委员([甲乙丙丁戊己])$/.exec(who);
  const officer = /^单位([甲乙丙丁戊己])(经办人|领导)$/.exec(who);
  let found;
  if (member) {
    found = accounts.filter((one) => one.role === 'MEMBER')[ordinal(member[1])];
  } else if (officer) {
    const { id } = unit(accounts, officer[1]);
    const role = officer[2] === '领导' ? 'UNIT_LEADER' : 'UNIT_OFFICER';
    found = accounts.find((one) => one.role === role && one.organisation_id === id);
  } else {
    found = accounts.find((one) => one.role === ROLES[who]);
  }
  if (!found) throw new Error(`the small district has no account for ${who}`);
  return found;
}
