// Reading: an article with its activities, on what they rest, and the way back.

import assert from 'node:assert/strict';
import { started, story, text } from '../harness/story.mjs';

story('a hit opens with its activities, and closes', { hash: '#q=送清凉' }, async ({ page }) => {
  await started(page);
  await page.locator('.hit-title a', { hasText: '一周动态' }).click();
  assert.equal(await text(page, '.headline'), '一周动态');
  assert.equal(await page.locator('.record').count(), 3);
  assert.equal(await text(page, '.reader mark'), '送清凉');
  assert.match(await page.title(), /^一周动态 · /);
  await page.goBack();
  await page.locator('.hits').waitFor();
  assert.equal(await page.inputValue('#gongxun-q'), '送清凉');
});

story('an activity shows on what its date rests', { hash: '#a=aaaaaaaaaaa2&act=aaaaaaaaaaa2-00000004' }, async ({ page }) => {
  await started(page);
  assert.match(await text(page, '.record.target'), /2024年6月3日[^]*据“6月3日”/);
  await page.locator('.record.target .see').first().click();
  assert.equal(await text(page, '.evidence'), '6月3日');
});

story('a value of a record becomes a filter', { hash: '#a=aaaaaaaaaaa2' }, async ({ page }) => {
  await started(page);
  await page.locator('.record .value', { hasText: '涪陵区总工会' }).click();
  assert.match(await text(page, '.chip'), /组织单位\s*涪陵区总工会/);
  assert.equal(await text(page, '.heading h2'), '1 篇文章，其中 1 项活动');
});

story('a Traditional text is shown in Simplified', { hash: '#a=aaaaaaaaaaa3' }, async ({ page }) => {
  await started(page);
  assert.equal(await text(page, '.headline'), '勞模精神永放光芒');
  await page.locator('button', { hasText: '转为简体' }).click();
  assert.equal(await text(page, '.headline'), '劳模精神永放光芒');
});

story('text that looks like markup is text', { hash: '#a=aaaaaaaaaaa4' }, async ({ page }) => {
  await started(page);
  assert.match(await text(page, '.headline'), /<b>尖括号<\/b>/);
  assert.match(await text(page, '.para'), /<\/script><!-- 不是标记 -->/);
});

story('an article that is not there', { hash: '#a=nowhere' }, async ({ page }) => {
  await started(page);
  assert.match(await text(page, '.notice'), /没有编号为“nowhere”的文章/);
});

story('长者模式 and colours are remembered', { stages: ['site'] }, async ({ page }) => {
  await started(page);
  await page.locator('.tool', { hasText: '长者模式' }).click();
  await page.locator('.tool', { hasText: '明暗自动' }).click();
  await page.locator('.tool', { hasText: '浅色显示' }).click();
  await page.locator('.gx.elder.theme-dark').waitFor();
  await page.goto(page.url().split('#')[0]);
  await page.reload();
  await page.locator('.gx.elder.theme-dark').waitFor();
});

story('nothing is cut off or scrolls sideways on a phone', { context: { viewport: { width: 390, height: 844 } } }, async ({ page }) => {
  await started(page);
  for (const hash of ['', '#q=送清凉&elder=1', '#v=map', '#v=timeline', '#v=stats', '#v=about', '#a=aaaaaaaaaaa2&elder=1']) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.locator('.main > *').first().waitFor();
    const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= screen, `${hash}: ${wide} > ${screen}`);
  }
});
