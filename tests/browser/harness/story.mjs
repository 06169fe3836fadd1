// One behaviour, told once and run on each delivery: the site, the single file, and the single file in the
// Chromium 86 that stands for the office PC. `run.mjs` starts what it needs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newPage, launch, LIMIT } from './browser.mjs';
import { deliver } from './deliveries.mjs';

const { CHROMIUM, CHROMIUM_86, GONGXUN, STORIES_DIST } = process.env;

const stages = [
  { name: 'site', browser: () => browsers.now, address: (damage) => addresses.site(damage) },
  { name: 'file', browser: () => browsers.now, address: (damage) => addresses.file(damage) },
  { name: 'file in Chromium 86', browser: () => browsers.old, address: (damage) => addresses.file(damage) },
];

const browsers = {};
let addresses;

before(async () => {
  addresses = await deliver(STORIES_DIST, GONGXUN);
  browsers.now = await launch(CHROMIUM);
  browsers.old = await launch(CHROMIUM_86);
});

after(async () => {
  await browsers.now?.close();
  await browsers.old?.close();
  await addresses?.stop();
});

/**
 * Tells a story on every stage.
 * - `damage`: 'missing', 'truncated' or 'version', what is wrong with the corpus
 * - `hash`: the state that the page opens with
 * - `without`: global names that the browser lacks
 * - `context`: Playwright's options of the page, such as `{ javaScriptEnabled: false }`
 * - `expected`: patterns of what the console may say
 * - `stages`: names of stages, where a story does not hold on all
 */
export function story(title, options, tell) {
  const { damage, hash = '', without = [], context = {}, expected = [], stages: only } = options;
  for (const stage of stages.filter(({ name }) => !only || only.includes(name))) {
    test(`${title} (${stage.name})`, { timeout: 6 * LIMIT }, async () => {
      const { page, faults, close } = await newPage(stage.browser(), context);
      try {
        await page.addInitScript((names) => names.forEach((name) => delete globalThis[name]), without);
        await page.goto(stage.address(damage) + hash);
        await tell({ page, stage: stage.name });
        assert.deepEqual(faults().filter((fault) => !expected.some((pattern) => pattern.test(fault))), []);
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
  await page.waitForSelector('[data-phase="ready"]');
}
