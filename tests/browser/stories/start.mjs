// The page before, without and just after the app.

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.mjs';
import { started, story, text } from '../harness/story.mjs';

story('words stand in the page without script', { context: { javaScriptEnabled: false } }, async ({ page }) => {
  assert.equal(await text(page, 'h1'), '故事测试站');
  assert.match(await text(page, 'noscript'), /JavaScript/);
  const articles = await page.locator('.articles li').allInnerTexts();
  assert.ok(articles[0].startsWith('2024-06-07 一周动态'), articles[0]);
  assert.ok(articles.some((line) => line.includes('写在五月：<b>尖括号</b>')), 'text is text');
  assert.match(await text(page, 'footer'), /某ICP备00000000号/);
});

story('the app starts and shows what the corpus holds', {}, async ({ page }) => {
  await started(page);
  assert.equal(await page.title(), '故事测试站');
  assert.equal(await page.locator('.static-page').count(), 0);
});

story('scripts of the host find window.gongxun', {}, async ({ page }) => {
  assert.deepEqual(await page.evaluate(() => Object.keys(window.gongxun).sort()), ['open', 'ready', 'search']);
  await page.evaluate(() => window.gongxun.ready);
  await started(page);
});

story('axe-core finds nothing serious', {}, async ({ page }) => {
  await started(page);
  await assertAccessible(page);
});

const old = { without: ['WebAssembly'] };

story('an old browser is told what to open the page with', old, async ({ page }) => {
  assert.match(await text(page, '#gongxun-old-browser'), /极速模式/);
  assert.equal(await page.locator('.articles li').count(), 4);
  await assertAccessible(page);
});
