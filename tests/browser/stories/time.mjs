// The timeline: brushed, typed, zoomed, by pointer, keyboard and finger; upright on a phone.

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.mjs';
import { hashOf } from '../harness/browser.mjs';
import { started, story, text } from '../harness/story.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
// The driver drags by a protocol that Chromium 86 lacks.
const DRAGS = ['site', 'file'];
const pressed = (page) => text(page, '.timeline .segmented button[aria-pressed="true"]');

async function drag(page, from, to) {
  const box = await page.locator('.timeline .canvas').boundingBox();
  const y = box.y + 60;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * ((from + to) / 2), y, { steps: 4 });
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 });
  await page.mouse.up();
}

story('a brush sets the period, its edges move by key, Back undoes', { hash: '#v=timeline', stages: DRAGS }, async ({ page }) => {
  await started(page);
  await drag(page, 0.5, 0.999);
  await page.locator('.chip', { hasText: '时间' }).waitFor();
  assert.match(await hashOf(page), /^#from=2023-\d\d-\d\d&to=2024-06-\d\d&v=timeline$/);
  assert.equal(await text(page, '.heading h2'), '3 篇文章，其中 4 项活动');
  assert.equal(await page.locator('.handle').count(), 2);
  const before = await hashOf(page);
  await page.locator('.handle').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((old) => decodeURIComponent(location.hash) !== old, before);
  await page.goBack();
  await page.waitForFunction((old) => decodeURIComponent(location.hash) === old, before);
  await page.goBack();
  await page.locator('.chip').waitFor({ state: 'detached' });
  assert.equal(await hashOf(page), '#v=timeline');
});

story('exact dates are typed, and a bar is clicked', { hash: '#v=timeline' }, async ({ page }) => {
  await started(page);
  const from = page.locator('.date input').first();
  await from.fill('2024-13-1');
  await from.press('Enter');
  assert.match(await text(page, '.date-wrong'), /“2024-13-1”不是日期.*20240528/);
  assert.equal(await from.getAttribute('aria-invalid'), 'true');
  assert.equal(await page.locator('.chip').count(), 0);
  await from.fill('2024年6月1日');
  await from.press('Enter');
  await page.locator('.chip', { hasText: '2024年6月1日以后' }).waitFor();
  assert.equal(await from.inputValue(), '2024-06-01');
  assert.equal(await page.locator('.date-wrong').count(), 0);
  assert.equal(await text(page, '.heading h2'), '1 篇文章，其中 2 项活动');
  await page.locator('.dates .quiet').click();
  await page.locator('.chip').waitFor({ state: 'detached' });
  const bar = await page.locator('.density rect').last().boundingBox();
  await page.mouse.click(bar.x + bar.width / 2, bar.y + bar.height / 2);
  await page.locator('.chip', { hasText: '2024年6月' }).waitFor();
  // The sentence beneath the heading speaks of what is chosen.
  await page.mouse.move(5, 5);
  await page.locator('.timeline .figure-says', { hasText: '2024年6月' }).waitFor();
});

story('zoom by keys, buttons and wheel', { hash: '#v=timeline' }, async ({ page }) => {
  await started(page);
  const whole = await pressed(page);
  await page.locator('.timeline .canvas').focus();
  for (let times = 0; times < 6; times++) await page.keyboard.press('+');
  await page.waitForFunction(() => document.querySelector('.timeline .segmented button[aria-pressed="true"]').textContent === '日');
  await page.keyboard.press('0');
  await page.waitForFunction((old) => document.querySelector('.timeline .segmented button[aria-pressed="true"]').textContent === old, whole);
  const box = await page.locator('.timeline .canvas').boundingBox();
  await page.mouse.move(box.x + box.width * 0.95, box.y + 60);
  for (let turns = 0; turns < 6; turns++) await page.mouse.wheel(0, -240);
  await page.locator('.timeline .segmented button', { hasText: '看全部' }).click();
  assert.equal(await pressed(page), whole);
});

story('an activity on the timeline opens at its passage', { hash: '#v=timeline' }, async ({ page }) => {
  await started(page);
  await page.locator('.item').first().click({ position: { x: 3, y: 8 } });
  await page.locator('.record.target').waitFor();
  await page.goBack();
  await page.locator('.timeline .canvas').waitFor();
});

story('what has no date says why', { hash: '#v=timeline' }, async ({ page }) => {
  await started(page);
  const tray = page.locator('.tray details').first();
  await tray.locator('summary').click();
  assert.match(await tray.innerText(), /近日|没有提到/);
  await tray.locator('a').first().click();
  await page.locator('.record.target').waitFor();
});

story('upright on a phone', { hash: '#v=timeline', context: PHONE }, async ({ page }) => {
  await started(page);
  await page.locator('.up-row').first().waitFor();
  assert.equal(await page.locator('.timeline .canvas').count(), 0);
  assert.match(await text(page, '.up-header'), /2024年6月/);
  await page.locator('.up-header button').first().tap();
  await page.locator('.chip', { hasText: '2024年6月' }).waitFor();
  assert.equal(await page.locator('.up-row').count(), 2);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  await page.locator('.up-row').first().tap();
  await page.locator('.record.target').waitFor();
});

for (const colorScheme of ['light', 'dark']) {
  story(`the timeline is accessible in ${colorScheme}`, { hash: '#v=timeline&from=2024-05', stages: ['site'], context: { colorScheme } }, async ({ page }) => {
    await started(page);
    await page.locator('.map .legend').waitFor();
    await assertAccessible(page);
    await page.setViewportSize(PHONE.viewport);
    await page.locator('.up-row').first().waitFor();
    await assertAccessible(page);
  });
}
