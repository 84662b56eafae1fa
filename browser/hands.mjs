// What a person does with a page: reads, presses, chooses, fills in. Everything is found by the words one sees.
import { checkAxe, checkPage, checkWidth, picture } from './support.mjs';

// A whole text of the length that the committee's rules ask for.
export const BODY =
  '近年来,我区老旧小区加装电梯的需求持续增长,但在实际推进中仍存在意见难统一、资金筹措难、管线迁改慢等情况。经走访六个街道、座谈居民代表四十余人,' +
  '我们分析认为:一是低层住户的采光、噪声顾虑缺少规范的补偿办法;二是管线单位多头审批,平均用时超过五个月;三是建成后的维护责任不清。';
export const SUGGESTIONS =
  '一、由区住建部门牵头制定意见协商与补偿的指引;二、建立管线迁改的并联审批,把时限压到六十天以内;三、明确电梯维护的责任主体,探索保险加服务的办法。';

export const heading = (page, name) => page.getByRole('heading', { name }).first();

// The tasks page, tried at both sizes; then the first proposal that waits under this heading. Gives its title.
export async function takeTask(page, task) {
  await page.goto('/tasks');
  await heading(page, task).waitFor();
  await checkPage(page, `tasks-${task}`);
  const link = page.getByRole('region', { name: task }).getByRole('link').first();
  const title = (await link.innerText()).trim();
  await link.click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
  return title;
}

// Presses an action of the proposal and gives its open dialog, tried for accessibility there and then.
export async function begin(page, action) {
  const button = page.getByRole('main').getByRole('button', { name: action, exact: true }).first();
  const more = page.getByRole('button', { name: '更多操作' }).first();
  await button.or(more).first().waitFor();
  if (!(await button.isVisible())) await more.click();
  await button.click();
  const dialog = page.getByRole('dialog', { name: action });
  await dialog.getByRole('button').last().waitFor();
  await look(page, `dialog-${action}`);
  return dialog;
}

// Sends the dialog's form and waits until it is gone: the server has taken it.
export async function send(dialog, button) {
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' }).catch(async (late) => {
    const told = (await dialog.getByRole('alert').allInnerTexts()).join(' ');
    throw new Error(`"${button}" was not taken: ${told || late.message}`);
  });
}

// A large tile, in the group with this legend.
export const tick = (scope, legend, tile) =>
  scope.getByRole('group', { name: legend }).getByRole('radio', { name: tile, exact: true }).check();

// One entry of a list that opens. `force`: the list's own placeholder lies over its field, and passes the click on.
export async function pick(page, scope, label, entry) {
  await scope.getByRole('combobox', { name: label }).click({ force: true });
  await page.getByRole('option', { name: entry }).first().click();
}

// What the proposal page says of where the proposal stands.
export const now = (page, words) => page.getByRole('region', { name: '现在到哪一步' }).getByText(words).waitFor();

// What one sees now: kept as a picture, tried for accessibility and width.
export async function look(page, name) {
  await picture(page, name);
  await checkWidth(page, name);
  await checkAxe(page, name);
}
