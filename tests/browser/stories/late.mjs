// The late part of the program: the first screen and reading go without it, and a view that needs it says so where it
// does not come. On the site alone, where it is a file that can be withheld.

import assert from 'node:assert/strict';
import { started, story, text } from '../harness/story.mjs';

const LATE = '**/assets/late-*.wasm';
const REFUSED = [/Failed to load resource|ERR_FAILED/];

story('the first screen, its filters and an article need no late part', { stages: ['site'] }, async ({ page }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  await started(page);
  await page.locator('.example', { hasText: /^渝北区$/ }).click();
  await page.locator('.chips .chip').first().waitFor();
  await page.locator('.hit-title a').first().click();
  await page.locator('.headline').waitFor();
  await page.goBack();
  await page.locator('.hit-title').first().waitFor();
  await page.locator('.tool').first().click();
  assert.deepEqual(asked.filter((url) => url.includes('/late-')), []);
});

story('a view whose part does not come says so, and can be tried again', { stages: ['site'], expected: REFUSED }, async ({ page }) => {
  await started(page);
  await page.route(LATE, (route) => route.abort());
  await page.locator('.nav-link', { hasText: '统计' }).click();
  assert.match(await text(page, '.notice[role="alert"]'), /程序载入失败：.*请检查网络/);
  await page.unroute(LATE);
  await page.locator('.notice[role="alert"] button').click();
  await page.locator('.stats table').first().waitFor();
});

story('without it, words are still found', { stages: ['site'], expected: REFUSED }, async ({ page }) => {
  await started(page);
  await page.route(LATE, (route) => route.abort());
  await page.fill('#gongxun-q', '送清凉');
  await page.locator('.hit mark').first().waitFor();
  // A question is taken for words until it can be read.
  await page.fill('#gongxun-q', '渝北区送清凉有多少人参加');
  await page.locator('.heading-note').waitFor();
  await page.unroute(LATE);
  await page.locator('.nav-link', { hasText: '关于' }).click();
  await page.locator('.notice[role="alert"] button').click();
  await page.locator('.about').waitFor();
  await page.goBack();
  await page.locator('.answer-sentence', { hasText: '300 人' }).waitFor();
});

story('each view opens by its address alone', {}, async ({ page }) => {
  for (const [view, shown] of [['timeline', '.times'], ['map', '.places'], ['stats', '.stats table'], ['about', '.about'], ['embed', '.embed-builder'], ['add', '.add-drop']]) {
    await page.evaluate((hash) => { location.hash = hash; }, `v=${view}`);
    await page.reload();
    await page.locator(shown).first().waitFor();
  }
});
