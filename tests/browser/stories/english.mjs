// The surface in English: chosen, kept, walked through, and nothing Chinese in it but what is data and marked so.

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.mjs';
import { hashOf } from '../harness/browser.mjs';
import { assertEnglish } from '../harness/english.mjs';
import { element, plain } from '../harness/hosts.mjs';
import { started, story, text } from '../harness/story.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const langOf = (page) => page.evaluate(() => document.documentElement.lang);
const english = (page) => page.waitForFunction(() => document.documentElement.lang === 'en');
const go = (page, name) => page.locator('.nav-link', { hasText: name }).click();
const fitsIn = (page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

story('English is chosen by keyboard, stays in the address, and every view speaks it', {}, async ({ page }) => {
  await started(page);
  assert.equal(await langOf(page), 'zh-CN');
  await page.getByRole('button', { name: 'English' }).focus();
  await page.keyboard.press('Enter');
  await english(page);
  assert.equal(await hashOf(page), '#lang=en');
  assert.match(await page.title(), /Gongxun/);
  assert.match(await text(page, '.heading-note'), /^All 4 articles, 6 activities/);
  await assertEnglish(page);

  await page.locator('#gongxun-q').fill('送清凉');
  await page.locator('.heading h2', { hasText: /^\d articles?, \d activit/ }).waitFor();
  await page.locator('.choice button', { hasText: 'Visits and relief' }).first().click();
  await page.locator('.chip', { hasText: 'Type' }).waitFor();
  // What is asked is Chinese in any language.
  assert.match(await hashOf(page), /^#q=送清凉&t=慰问帮扶&lang=en$/);
  await assertEnglish(page);
  await page.goBack();
  await page.locator('.chip').waitFor({ state: 'detached' });
  assert.equal(await langOf(page), 'en');

  await page.locator('.hit-title a').first().click();
  await page.locator('.record').first().waitFor();
  await assertEnglish(page);
  await go(page, 'Timeline');
  await page.locator('.timeline .figure-says').waitFor();
  await assertEnglish(page);
  await go(page, 'Map');
  await page.locator('.map .legend').waitFor();
  await assertEnglish(page);
  for (const [name, here] of [['Statistics', '.stats'], ['Add', '.add'], ['About', '.about']]) {
    await go(page, name);
    await page.locator(here).waitFor();
    await assertEnglish(page);
  }
});

story('the choice is kept on the device, and the address goes before it', { hash: '#v=stats&lang=en' }, async ({ page, site }) => {
  await english(page);
  await page.locator('.stats').waitFor();
  // A link in English imposes nothing.
  await page.goto('about:blank');
  await page.goto(`${site}#v=stats`);
  await started(page);
  assert.equal(await langOf(page), 'zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await english(page);
  await page.goto('about:blank');
  await page.goto(`${site}#v=stats`);
  await english(page);
  await page.reload();
  await english(page);
  await page.getByRole('button', { name: '中文' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN');
  assert.equal(await text(page, '.nav-link[aria-current]'), '统计');
});

story('a bulletin that is read is told of in English', { hash: '#v=add&lang=en' }, async ({ page }) => {
  await english(page);
  const bulletin = '渝中区总工会举办叉车技能竞赛\n\n6月31日，渝中区总工会举办叉车技能竞赛，60名选手参加。\n';
  const files = [['叉车.txt', bulletin], ['empty.txt', '']];
  await page.locator('.add-choose input').setInputFiles(
    files.map(([name, content]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })),
  );
  await page.locator('.add-file').nth(1).locator('.add-said').waitFor();
  await page.locator('.add-held').first().waitFor();
  assert.match(await text(page, '.add-held'), /^1 article, 1 activity$/);
  assert.match(await page.locator('.add-file').nth(1).innerText(), /Error: The file is empty\./);
  await page.locator('.add-notes summary').first().click();
  await assertEnglish(page);
  await assertAccessible(page);
});

story('a language that there is not is said', { hash: '#lang=tlh' }, async ({ page }) => {
  await started(page);
  assert.match(await text(page, '.notice'), /语言“tlh”/);
  assert.equal(await langOf(page), 'zh-CN');
});

story('English fits a phone', { hash: '#v=timeline&lang=en', context: PHONE, stages: ['site'] }, async ({ page }) => {
  await english(page);
  for (const view of ['timeline', 'map', 'stats', 'add', 'about', 'embed', 'search']) {
    await page.evaluate((view) => { location.hash = `#v=${view}&lang=en`; }, view);
    await page.locator('.nav-link[aria-current="page"], .embed-builder').first().waitFor();
    await assertEnglish(page);
    assert.ok(await fitsIn(page), `${view}: nothing sticks out`);
  }
  await assertAccessible(page);
});

const fails = { stages: ['site'], expected: [/Failed to load resource/] };

story('English that does not come is said, and asked for again', fails, async ({ page }) => {
  await started(page);
  await page.route('**/data/english-*', (route) => route.abort());
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('.notice', { hasText: 'English could not be loaded' }).waitFor();
  assert.equal(await text(page, '.nav-link[aria-current]'), '检索');
  await page.unroute('**/data/english-*');
  await page.locator('.notice button').click();
  await english(page);
  assert.equal(await page.locator('.notice').count(), 0);
});

const spoken = { host: (site) => plain(element(site, 'lang="en" view="timeline"')) };

story('an element speaks English where it is told to, and follows', spoken, async ({ page }) => {
  const heading = page.locator('gongxun-explorer .heading h2');
  await heading.filter({ hasText: /activit/ }).waitFor();
  await assertEnglish(page, 'gongxun-explorer');
  await assertAccessible(page);
  await page.evaluate(() => document.querySelector('gongxun-explorer').setAttribute('lang', 'zh'));
  await heading.filter({ hasText: '项活动' }).waitFor();
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

story('a frame speaks English where its address says so', { hash: 'embed.html#d=500112&lang=en', stages: ['site'] }, async ({ page }) => {
  await english(page);
  await page.locator('.heading h2', { hasText: /activit/ }).waitFor();
  await assertEnglish(page);
});
