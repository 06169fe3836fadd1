// Searching: what is typed is found, filtered, undone, kept in the URL, and all of it by keyboard.

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.mjs';
import { hashOf } from '../harness/browser.mjs';
import { started, story, text } from '../harness/story.mjs';

const FOUND = '.heading h2';
const choose = (page, filter, value) =>
  page.locator('.facet', { hasText: filter }).locator('button', { hasText: value }).first().click();

/** Waits until the heading says this. */
async function says(page, heading) {
  await page.locator(FOUND, { hasText: heading }).waitFor();
}

story('勞模 is typed and 劳模 is found, and back', {}, async ({ page }) => {
  await started(page);
  await page.fill('#gongxun-q', '勞模');
  await says(page, '2 篇文章，其中 3 项活动');
  // In the words of the title, and in both scripts.
  const marked = new Set(await page.locator('.hits mark').allInnerTexts());
  assert.deepEqual([...marked].sort(), ['劳模', '勞模']);
  assert.equal(await hashOf(page), '#q=勞模');
  await page.fill('#gongxun-q', '劳模');
  await says(page, '2 篇文章，其中 3 项活动');
});

story('a district, then a month: list and counts follow; Back and reload', {}, async ({ page }) => {
  await started(page);
  await choose(page, '地区', '渝北区');
  await says(page, '2 篇文章，其中 2 项活动');
  await choose(page, '月份', '2024年6月');
  await says(page, '1 篇文章，其中 1 项活动');
  assert.deepEqual(await page.locator('.hit-title').allInnerTexts(), ['一周动态']);
  // Filters follow a frame later.
  await page.locator('.choice.chosen:has-text("渝北区") .choice-count', { hasText: /^1$/ }).waitFor();
  assert.equal(await page.locator('.chip').count(), 2);
  assert.equal(await hashOf(page), '#d=500112&from=2024-06-01&to=2024-06-30');
  await page.goBack();
  await says(page, '2 篇文章，其中 2 项活动');
  await page.reload();
  await started(page);
  await says(page, '2 篇文章，其中 2 项活动');
  await page.locator('.chip').click();
  await page.locator('.heading', { hasText: '全部 4 篇文章，6 项活动' }).waitFor();
});

story('a word that tells what was found apart narrows it', { hash: '#q=总工会' }, async ({ page }) => {
  await started(page);
  const word = page.locator('.keyword').first();
  await word.waitFor();
  await assertAccessible(page);
  const name = await word.innerText();
  await word.click();
  await page.waitForFunction((typed) => document.querySelector('#gongxun-q').value === typed, `总工会 ${name}`);
  assert.equal(await hashOf(page), `#q=总工会 ${name}`);
});

story('districts and months as views of their own', { hash: '#v=map' }, async ({ page }) => {
  await started(page);
  assert.match(await text(page, '.ranks tbody tr'), /渝北区|巴南区/);
  await page.locator('.ranks button', { hasText: '涪陵区' }).click();
  await says(page, '1 篇文章，其中 1 项活动');
  await page.locator('.nav-link', { hasText: '时间' }).click();
  await page.locator('.bars tr.chosen, .bars tr:not(.zero)', { hasText: '6月' }).first().waitFor();
  assert.equal(await hashOf(page), '#d=500102&v=timeline');
  assert.equal(await page.locator('.bars tr:not(.zero):not(.group) .number').last().innerText(), '1');
});

story('the keyboard alone', {}, async ({ page }) => {
  await started(page);
  await page.keyboard.press('/');
  await page.keyboard.type('送清凉');
  await says(page, '2 篇文章，其中 2 项活动');
  const focused = () => page.evaluate(() => document.activeElement.closest('.hit-title')?.textContent ?? '');
  for (let steps = 0; !(await focused()) && steps < 80; steps++) await page.keyboard.press('Tab');
  const title = await focused();
  assert.ok(title, 'Tab reaches the first hit');
  await page.keyboard.press('Enter');
  await page.locator('.headline').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.className), 'headline');
  await page.keyboard.press('Escape');
  await page.locator('.hits').waitFor();
  assert.equal(await focused(), title);
});

story('statistics count, filter and are copied', { hash: '#v=stats', context: { permissions: ['clipboard-read', 'clipboard-write'] }, stages: ['site'] }, async ({ page }) => {
  await started(page);
  await page.locator('.nav-link[aria-current]', { hasText: '统计' }).waitFor();
  await page.locator('.stats .ranks button', { hasText: '涪陵区' }).click();
  await says(page, '1 篇文章，其中 1 项活动');
  assert.equal(await hashOf(page), '#d=500102&v=stats');
  await page.locator('.stats .copy button').click();
  await page.locator('.copy-done').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^1 篇文章，其中 1 项活动\n\n类型\t活动\n/);
  assert.match(copied, /\n涪陵区\t1\n/);
});

story('pinyin on its way is not searched for', { stages: ['site'] }, async ({ page }) => {
  await started(page);
  await page.focus('#gongxun-q');
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'lao', selectionStart: 3, selectionEnd: 3 });
  assert.equal(await page.inputValue('#gongxun-q'), 'lao');
  assert.equal(await hashOf(page), '');
  await session.send('Input.insertText', { text: '劳模' });
  await says(page, '2 篇文章，其中 3 项活动');
});

story('nothing found says what can be done', { hash: '#q=火星&d=500112&v=table' }, async ({ page }) => {
  await started(page);
  assert.match(await text(page, '.notice'), /链接里的页面“table”有误/);
  await page.locator('.nothing button', { hasText: '去掉全部筛选' }).click();
  await page.locator('.nothing button', { hasText: '重新开始' }).click();
  await page.locator('.heading', { hasText: '全部 4 篇文章' }).waitFor();
});

story('scripts of the host search and open', {}, async ({ page }) => {
  const found = await page.evaluate(() => window.gongxun.search('送清凉', { limit: 1 }));
  assert.deepEqual([found.total, found.relaxed, found.hits.length], [2, false, 1]);
  const [hit] = found.hits;
  assert.match(hit.id, /^aaaaaaaaaaa[12]$/);
  assert.match(hit.date, /^2024-0[56]-/);
  assert.deepEqual(hit.marks.map(([from, to]) => hit.snippet.slice(from, to)), ['送清凉']);
  await page.evaluate(() => window.gongxun.open({ d: ['500112'], from: '2024-06', v: 'map' }));
  await says(page, '1 篇文章，其中 1 项活动');
});

for (const colorScheme of ['light', 'dark']) {
  for (const hash of ['', '#q=送清凉&elder=1', '#v=map&d=500112', '#v=timeline', '#v=stats', '#v=about', '#a=aaaaaaaaaaa2&q=送清凉']) {
    const options = { hash, context: { colorScheme, bypassCSP: true }, stages: ['site'] };
    story(`axe-core finds nothing serious at ${hash || 'the start'}, ${colorScheme}`, options, async ({ page }) => {
      await started(page);
      await assertAccessible(page);
    });
  }
}
