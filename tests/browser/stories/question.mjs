// A plain question: one sentence above the list, each figure a way to its activities, each part removable.

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.mjs';
import { hashOf } from '../harness/browser.mjs';
import { started, story, text } from '../harness/story.mjs';

const SENTENCE = '.answer-sentence';

/** Waits until the sentence says this. */
async function says(page, words) {
  await page.locator(SENTENCE, { hasText: words }).waitFor();
}

story('a question is answered, and its figure opens the sentences', {}, async ({ page }) => {
  await started(page);
  await page.fill('#gongxun-q', '渝北区送清凉有多少人参加');
  await says(page, '渝北区 送清凉');
  assert.match(await text(page, SENTENCE), /300 人.*1 项活动/);
  // The list below is that of the reading: the words as such stand nowhere.
  await page.locator('.heading h2', { hasText: '1 篇文章，其中 1 项活动' }).waitFor();
  await page.locator(`${SENTENCE} .answer-figure`, { hasText: '1 项活动' }).click();
  await page.locator('.headline').waitFor();
  assert.match(await hashOf(page), /&act=aaaaaaaaaaa2-00000004/);
  await page.goBack();
  await says(page, '渝北区 送清凉');
});

story('a figure of several activities lists them', {}, async ({ page }) => {
  await started(page);
  await page.fill('#gongxun-q', '哪些区县送清凉最多');
  await says(page, '最多的是');
  await page.fill('#gongxun-q', '重庆市办过哪些活动');
  await says(page, '重庆市');
  await page.locator(`${SENTENCE} button.answer-figure`).first().click();
  const listed = await page.locator('.answer-opened li').count();
  assert.ok(listed > 1, `${listed} activities`);
  await page.locator('.answer-opened a').first().click();
  await page.locator('.headline').waitFor();
});

story('a part is taken away, and a reading becomes filters', {}, async ({ page }) => {
  await started(page);
  await page.fill('#gongxun-q', '2020年渝北区办过几次送清凉');
  await says(page, '没有查到活动');
  await page.locator('.answer .chip', { hasText: '2020年' }).click();
  await says(page, '1 项活动');
  assert.equal(await page.inputValue('#gongxun-q'), '渝北区办过几次送清凉');
  await page.locator('.answer a', { hasText: '改用筛选条件查' }).click();
  await page.waitForFunction(() => decodeURIComponent(location.hash) === '#d=500112&t=送清凉');
  assert.equal(await page.inputValue('#gongxun-q'), '');
});

story('an example question of the first screen is asked by a tap', {}, async ({ page }) => {
  await started(page);
  await page.locator('.example', { hasText: '？' }).first().click();
  await page.locator(SENTENCE).waitFor();
});

for (const colorScheme of ['light', 'dark']) {
  const options = { hash: '#q=哪些区县送清凉最多', context: { colorScheme, bypassCSP: true }, stages: ['site'] };
  story(`axe-core finds nothing serious in an answer, ${colorScheme}`, options, async ({ page }) => {
    await started(page);
    await page.locator(SENTENCE).waitFor();
    await assertAccessible(page);
  });
}
