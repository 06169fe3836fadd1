// Chromium as we start it, and a page that notes whatever should not happen.

import { chromium } from 'playwright-core';

/** How long a page may take to do what a story waits for, in ms. */
export const LIMIT = 10_000;

export function launch(executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh page. `faults()` lists what it said in the console, threw, or asked of another origin. */
export async function newPage(browser, options) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  context.setDefaultTimeout(LIMIT);
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (isForeign(new URL(request.url()), page.url())) faults.push(`request: ${request.url()}`);
  });
  // The page writes its history once it has painted.
  const goBack = page.goBack.bind(page);
  page.goBack = async (...given) => {
    await painted(page);
    return goBack(...given);
  };
  if (Number.parseInt(browser.version()) < 105) await teachCheckVisibility(context, page);
  return { page, faults: () => faults, close: () => context.close() };
}

/** Waits until the next frame is painted, and what waits for that is done. */
export async function painted(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done)))));
}

/** The state in the address, decoded, as it is once the page has painted. */
export async function hashOf(page) {
  await painted(page);
  return page.evaluate(() => decodeURIComponent(location.hash));
}

function isForeign(url, pageUrl) {
  if (url.protocol === 'data:' || url.protocol === 'blob:') return false;
  if (pageUrl === 'about:blank') return !['127.0.0.1', ''].includes(url.hostname);
  if (url.protocol === 'file:') return url.pathname !== new URL(pageUrl).pathname;
  return url.origin !== new URL(pageUrl).origin;
}

// Playwright asks Element.checkVisibility, which came with Chromium 105, in a world of its own that init
// scripts do not reach.
async function teachCheckVisibility(context, page) {
  const session = await context.newCDPSession(page);
  const expression = 'Element.prototype.checkVisibility = function () { return this.getClientRects().length > 0; }';
  session.on('Runtime.executionContextCreated', ({ context: world }) => {
    if (world.name.startsWith('__playwright_utility')) {
      // A world may be gone before it has learnt; then nobody asks it.
      session.send('Runtime.evaluate', { expression, contextId: world.id }).catch(() => {});
    }
  });
  await session.send('Runtime.enable');
}
