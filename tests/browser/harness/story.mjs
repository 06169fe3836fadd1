// One behaviour, told once and run on each delivery: the site, the single file, and the single file in the
// Chromium 86 that stands for the office PC. `run.mjs` starts what it needs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPage, launch, LIMIT } from './browser.mjs';
import { deliver } from './deliveries.mjs';
import { startHost } from './host.mjs';

const { CHROMIUM, CHROMIUM_86, GONGXUN, STORIES_DIST } = process.env;

const stages = [
  { name: 'site', browser: () => browsers.now, address: (damage) => addresses.site(damage) },
  { name: 'file', browser: () => browsers.now, address: (damage) => addresses.file(damage) },
  // Where a story asks for it: this browser does not know 'wasm-unsafe-eval', so the site is its static pages.
  { name: 'site in Chromium 86', asked: true, browser: () => browsers.old, address: (damage) => addresses.site(damage) },
  { name: 'file in Chromium 86', browser: () => browsers.old, address: (damage) => addresses.file(damage) },
];

const browsers = {};
let addresses;
let host;

before(async () => {
  addresses = await deliver(STORIES_DIST, GONGXUN);
  host = await startHost();
  browsers.now = await launch(CHROMIUM);
  browsers.old = await launch(CHROMIUM_86);
});

after(async () => {
  await browsers.now?.close();
  await browsers.old?.close();
  host?.stop();
  await addresses?.stop();
});

/**
 * Tells a story on every stage.
 * - `damage`: 'missing', 'truncated' or 'version', what is wrong with the corpus
 * - `long`: told of an archive whose lists are long, on the site alone
 * - `hash`: the state that the page opens with
 * - `host`: a page of another origin instead, told on the site alone: from the site's address to { html, headers }
 * - `without`: global names that the browser lacks
 * - `context`: Playwright's options of the page, such as `{ javaScriptEnabled: false }`
 * - `expected`: patterns of what the console may say, and of requests elsewhere
 * - `stages`: names of stages, where a story does not hold on all
 */
export function story(title, options, tell) {
  const { damage, long, hash = '', host: pageOf, without = [], context = {}, expected = [], stages: only } = options;
  const told = only ?? ((pageOf || long) && ['site']);
  for (const stage of stages.filter(({ name, asked }) => (told ? told.includes(name) : !asked))) {
    test(`${title} (${stage.name})`, { timeout: 6 * LIMIT }, async () => {
      const { page, faults, close } = await newPage(stage.browser(), context);
      try {
        await page.addInitScript((names) => names.forEach((name) => delete globalThis[name]), without);
        const site = long ? addresses.long() : stage.address(damage);
        const hosted = pageOf?.(site);
        await page.goto(hosted ? host.show(hosted.html, hosted.headers) : site + hash);
        await tell({ page, site, stage: stage.name });
        const asked = (fault) => hosted && fault.startsWith(`request: ${site}`);
        const unexpected = (fault) => !asked(fault) && !expected.some((pattern) => pattern.test(fault));
        assert.deepEqual(faults().filter(unexpected), []);
      } finally {
        await close();
      }
    });
  }
}

/** The text of the first element that `selector` finds, once it is there. */
export async function text(page, selector) {
  return (await page.locator(selector).first().innerText()).trim();
}

/** Waits until the app has its corpus. */
export async function started(page) {
  await page.waitForSelector('[data-state="ready"]');
}
