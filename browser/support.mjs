// A district with its pages, and people who look at them in Debian's Chromium.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { ROOT, WEB_DIST } from '../tests/support/paths.mjs';
import { prepareFixture } from '../tests/support/fixture.mjs';
import { startServer } from '../tests/support/program.mjs';
import { Client } from '../tests/support/client.mjs';
import { CHROMIUM, FLAGS } from './chromium.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = join(ROOT, 'build', 'screenshots');
// The first and the last size at which every page must be good.
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1440, height: 900 };

// An account of the demo by its login: "clerk", "member2", "unit-education" …
function accountOf(accounts, login) {
  const found = accounts.find((one) => one.login === login);
  assert.ok(found, `the demo has an account "${login}"`);
  return found;
}

export async function openDistrict() {
  mkdirSync(PICTURES, { recursive: true });
  const fixture = await prepareFixture('sqlite');
  const database = await fixture.open();
  const server = await startServer({
    database: database.url,
    web: WEB_DIST,
    args: ['--attachments', fixture.attachments],
  });
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  return {
    url: server.url,
    accounts: fixture.accounts,
    browser,
    account: (who) => accountOf(fixture.accounts, who),
    // A client of the API, to prepare what a page then shows.
    async client(who) {
      const client = new Client(server.url);
      await client.signIn(accountOf(fixture.accounts, who));
      return client;
    },
    visitor: (who, options) => visit(browser, server.url, who && accountOf(fixture.accounts, who), options),
    async close() {
      await browser.close();
      const code = await server.stop();
      await fixture.close();
      assert.equal(code, 0, 'the server stops when asked');
    },
  };
}

// A person's own browser window, signed in unless `account` is null. Notes every fault that a page must not have.
async function visit(browser, url, account, { size = DESK, language = 'zh-CN' } = {}) {
  const context = await browser.newContext({ viewport: size, locale: language, baseURL: url, reducedMotion: 'reduce' });
  const faults = [];
  const transferred = { bytes: 0, requests: 0 };
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    // Chromium writes one such line for every answer ≥ 400, also for those that the page deals with.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (!['data:', 'blob:'].includes(asked.protocol) && asked.origin !== url)
      faults.push(`request to another host: ${asked.origin}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`);
  });
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    transferred.bytes += encodedDataLength;
    transferred.requests += 1;
  });
  if (account) {
    const client = new Client(url);
    await client.signIn(account);
    await context.addCookies(
      [...client.cookies].map(([name, value]) => ({ name, value, url, httpOnly: true, sameSite: 'Lax' })),
    );
  }
  return { page, context, faults, transferred, close: () => context.close() };
}

// No violation that keeps somebody out: axe's "serious" and "critical".
export async function checkAxe(page, where) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  const grave = violations
    .filter((one) => ['serious', 'critical'].includes(one.impact))
    .map(
      (one) =>
        `${one.id} (${one.impact}): ${one.help}\n    ${one.nodes
          .slice(0, 5)
          .map((node) => `${node.target.join(' ')} — ${node.failureSummary?.split('\n')[1]?.trim() ?? ''}`)
          .join('\n    ')}`,
    );
  assert.deepEqual(grave, [], `accessibility of ${where}`);
}

// Nothing sticks out to the right, so that a phone need not be pushed sideways.
export async function checkWidth(page, where) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, globalThis.innerWidth]);
  assert.ok(content <= window, `${where} is ${content} pixels wide in a window of ${window}`);
}

export async function picture(page, name) {
  const { width } = page.viewportSize();
  await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true, animations: 'disabled' });
}

// The page at both sizes: pictures, axe, width.
export async function checkPage(page, name) {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    await page.waitForLoadState('networkidle');
    await picture(page, name);
    await checkWidth(page, `${name} at ${size.width}`);
    await checkAxe(page, `${name} at ${size.width}`);
  }
}
