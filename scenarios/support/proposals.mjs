// What several steps need of a proposal: its id by title, its view, the assignment of a unit, texts of real length.
import { unit, accountOf } from './accounts.mjs';

export const BODY =
  '近年来,我区老旧小区加装电梯的需求持续增长,但在实际推进中仍存在意见难统一、资金筹措难、管线迁改慢等情况。经走访六个街道、座谈居民代表四十余人,' +
  '我们分析认为:一是低层住户的采光、噪声顾虑缺少规范的补偿办法;二是管线单位多头审批,平均用时超过五个月;三是建成后的维护责任不清。';
export const SUGGESTIONS =
  '一、由区住建部门牵头制定意见协商与补偿的指引;二、建立管线迁改的并联审批,把时限压到六十天以内;三、明确电梯维护的责任主体,探索保险加服务的办法。';

export function draftBody(title, more = {}) {
  return {
    title,
    body: BODY,
    suggestions: SUGGESTIONS,
    category: more.category ?? 'SOCIETY',
    consents_to_publication: true,
    ...more,
  };
}

export function idOf(world, title) {
  const id = world.proposals.get(title);
  if (!id) throw new Error(`no step before this one made a proposal《${title}》`);
  return id;
}

export async function viewAs(world, who, title, at = 0) {
  return (await world.as(who, at)).get(`/proposals/${idOf(world, title)}`);
}

// The living assignment of the unit 甲, 乙 … of a proposal.
export async function assignmentOf(world, title, sign, who = '提案委') {
  const { id } = unit(world.accounts, sign);
  const view = await viewAs(world, who, title);
  const found = view.assignments.filter((one) => one.unit_id === id && one.state !== 'VOID').at(-1);
  if (!found) throw new Error(`《${title}》 is not assigned to unit ${sign}`);
  return found;
}

// An action on a proposal; its answer (a ProposalView) or refusal stays in the world.
export async function act(world, who, title, action, body = {}) {
  await world.attempt(async () => (await world.as(who)).post(`/proposals/${idOf(world, title)}/${action}`, body));
}
export async function actOnAssignment(world, who, title, sign, action, body = {}) {
  const { id } = await assignmentOf(world, title, sign);
  await world.attempt(async () => (await world.as(who)).post(`/assignments/${id}/${action}`, body));
}

export function personOf(world, who) {
  const { person_id: id } = accountOf(world.accounts, who);
  if (!id) throw new Error(`the account of ${who} belongs to no person`);
  return id;
}

// How many days the clock of the scenario's servers is ahead.
export const clock = { offset: 0 };

// A date so many days from the scenario's today, in Chinese time.
export function inDays(days) {
  return new Date(Date.now() + ((days + clock.offset) * 24 + 8) * 3600_000).toISOString().slice(0, 10);
}
