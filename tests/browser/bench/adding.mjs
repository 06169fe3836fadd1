// Bulletins added in the browser: how much text is read and indexed a second, and for how long the page hears nothing
// while that goes on. In a worker, and where there is none, in the page. `cargo xtask bench adding` sets DIST, ADDED,
// GONGXUN and CHROMIUM.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, newPage } from '../harness/browser.mjs';
import { serve } from '../harness/serve.mjs';

const { ADDED, CHROMIUM, DIST, GONGXUN } = process.env;
const LIMIT = 120_000;

const names = (await readdir(ADDED)).sort();
const files = await Promise.all(
  names.map(async (name) => ({ name, mimeType: 'text/plain', buffer: await readFile(join(ADDED, name)) })),
);
const bytes = files.reduce((sum, { buffer }) => sum + buffer.length, 0);

// How long the page was deaf: the longest stretch between two turns of its clock.
const watch = () => {
  let last = performance.now();
  const turn = () => {
    const now = performance.now();
    window.__longest = Math.max(window.__longest, now - last);
    last = now;
    setTimeout(turn, 0);
  };
  window.__longest = 0;
  turn();
};

/** Seconds of the processor's that all pages have had: what counts where other programs run, too. */
async function spent(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function add(browser, url, where) {
  const { page, close } = await newPage(browser);
  page.setDefaultTimeout(LIMIT);
  if (where === 'page') await page.addInitScript(() => delete globalThis.Worker);
  await page.goto(`${url}#v=add`);
  const input = page.locator('.add-choose input');
  await input.waitFor({ state: 'attached' });
  // The first file brings the worker and its tables.
  await input.setInputFiles(files.slice(0, 1));
  const button = page.getByRole('button', { name: /加入检索/ });
  await button.waitFor();
  await page.evaluate(watch);
  const said = [];
  for (const [what, act] of [
    ['read', () => input.setInputFiles(files.slice(1))],
    ['index', () => button.click()],
  ]) {
    const begun = { wall: performance.now(), cpu: await spent(browser) };
    await act();
    // Handing over the files is the driver's doing.
    await page.evaluate(() => (window.__longest = 0));
    if (what === 'read') await button.waitFor();
    else await page.getByRole('button', { name: /保存为语料/ }).waitFor();
    const seconds = (performance.now() - begun.wall) / 1000;
    const cpu = (await spent(browser)) - begun.cpu;
    const longest = await page.evaluate(() => window.__longest);
    const speed = (time) => (bytes / 1e6 / time).toFixed(2);
    said.push(`${what} ${speed(seconds)} MB/s (${speed(cpu)} a second of the processor's), longest wait ${longest.toFixed(0)} ms`);
  }
  const begun = performance.now();
  const { total } = await page.evaluate(() => window.gongxun.search('总工会'));
  const ms = performance.now() - begun;
  console.log(`in the ${where.padEnd(7)} ${said.join('; ')}; 总工会 found in ${total} articles in ${ms.toFixed(0)} ms`);
  await close();
}

const server = await serve(GONGXUN, DIST);
const browser = await launch(CHROMIUM);
console.log(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB of text, Chromium ${browser.version()}`);
for (const where of ['worker', 'page']) await add(browser, server.url, where);
await browser.close();
server.stop();
