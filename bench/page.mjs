// The first load of the list page in Debian's Chromium: what crosses the network, and who is asked.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CHROMIUM, FLAGS } from '../browser/chromium.mjs';
import { ROOT } from '../tests/support/paths.mjs';

// { kilobytes, requests, others, rows, milliseconds }: kB (10^3 bytes) with headers, as they came over the wire.
export async function loadListPage(server, cookie) {
  const { chromium } = createRequire(join(ROOT, 'browser', 'package.json'))('playwright-core');
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      baseURL: server.url,
    });
    const [name, value] = cookie.split('=');
    await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0,
      requests = 0;
    const others = new Set();
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    page.on('request', (request) => {
      const asked = new URL(request.url());
      if (!['data:', 'blob:'].includes(asked.protocol) && asked.origin !== server.url) others.add(asked.host);
    });
    const started = performance.now();
    await page.goto('/proposals', { waitUntil: 'networkidle', timeout: 60_000 });
    const links = page.locator('a[href*="/proposals/"]');
    await links.nth(19).waitFor({ timeout: 30_000 });
    const milliseconds = performance.now() - started;
    return { kilobytes: bytes / 1000, requests, others: [...others], rows: await links.count(), milliseconds };
  } finally {
    await browser.close();
  }
}
