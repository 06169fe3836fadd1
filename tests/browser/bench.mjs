// How long a reader waits: from navigation to the app's first answer, on a fresh profile, over http on this
// machine and as a file. `cargo xtask bench` packages dist/ and sets DIST, ARCHIVES, GONGXUN and CHROMIUM.
// Figures are of this machine and this minute; run it twice before you believe a difference.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, newPage } from './harness/browser.mjs';
import { answers } from './answers.mjs';
import { serve } from './harness/serve.mjs';

const RUNS = 11;
const { CHROMIUM, DIST, GONGXUN } = process.env;
const QUERY = '#q=' + encodeURIComponent('工会');

// Noted in the page, so that the driver's own round trips are not counted.
const watch = () => {
  const note = (name, selector) => {
    if (!(name in window.__seen) && document.querySelector(selector)) {
      // The frame that paints it.
      window.__seen[name] = null;
      requestAnimationFrame(() => (window.__seen[name] = performance.now()));
    }
  };
  window.__seen = {};
  new MutationObserver(() => {
    note('words', '.articles li');
    note('app', '[data-state="ready"]');
    note('hit', '.hit');
  }).observe(document, { childList: true, subtree: true, attributes: true });
};

async function visit(browser, url) {
  const { page, close } = await newPage(browser);
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForFunction(() => window.__seen.hit);
  const seen = await page.evaluate(() => window.__seen);
  await close();
  return seen;
}

const server = await serve(GONGXUN, DIST);
const browser = await launch(CHROMIUM);
console.log(`${'navigation to … (ms)'.padEnd(28)}   min  median   max   (${RUNS} visits, Chromium ${browser.version()})`);
for (const [place, url] of [
  ['site', server.url],
  ['file', pathToFileURL(join(DIST, '工讯.html')).href],
]) {
  const visits = [];
  await visit(browser, url + QUERY); // the first one also warms the disk's cache
  for (let run = 0; run < RUNS; run++) visits.push(await visit(browser, url + QUERY));
  for (const name of Object.keys(visits[0])) {
    const times = visits.map((seen) => seen[name]).sort((a, b) => a - b);
    const [min, median, max] = [times[0], times[RUNS >> 1], times[RUNS - 1]].map((ms) => ms.toFixed(0).padStart(6));
    console.log(`${`${place}: ${name}`.padEnd(26)}${min} ${median} ${max}`);
  }
}
await answers(browser, GONGXUN, (process.env.ARCHIVES ?? '').split('\n').filter(Boolean));
await browser.close();
server.stop();
