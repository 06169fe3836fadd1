// Long lists: all of it is there, only what is near the window is drawn, and nothing jumps.

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.mjs';
import { painted } from '../harness/browser.mjs';
import { started, story } from '../harness/story.mjs';

/** The rows within the window, as [number, distance from its top]. */
const seen = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.hits > .hit')]
      .map((row) => [Number(row.dataset.row), Math.round(row.getBoundingClientRect().top), row.getBoundingClientRect().bottom])
      .filter(([, top, bottom]) => bottom > 0 && top < innerHeight)
      .map(([row, top]) => [row, top]),
  );
const drawn = (page) => page.locator('.hits > .hit').count();

/** Presses a key until a row is drawn: a page that still grows or scrolls may take one for what it is doing. */
async function pressed(page, key, row) {
  const there = page.locator(`.hit[aria-posinset="${row}"]`);
  for (let tries = 0; tries < 20 && (await there.count()) === 0; tries++) {
    await page.keyboard.press(key);
    await there.waitFor({ timeout: 1000 }).catch(() => {});
  }
  await there.waitFor();
}

/** Scrolls, and waits until the rows there are drawn. */
async function scroll(page, to) {
  await page.evaluate((to) => scrollTo(0, to), to);
  await page.waitForFunction(() => {
    const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    return middle?.closest('.hit');
  });
  await painted(page);
}

story('a long list is whole, and drawn where one looks', { long: true }, async ({ page }) => {
  await started(page);
  const [, articles] = (await page.locator('.heading-note').innerText()).match(/(\d+) 篇/);
  assert.ok(Number(articles) > 200);
  assert.ok((await drawn(page)) < 30);
  assert.equal(await page.locator('.hit').first().getAttribute('aria-setsize'), articles);
  await pressed(page, 'End', articles);
  assert.ok((await drawn(page)) < 30);
  await pressed(page, 'Home', 1);
});

story('Back and Escape find the list where it was', { long: true }, async ({ page }) => {
  await started(page);
  await scroll(page, 20_000);
  const before = await seen(page);
  for (const back of [() => page.goBack(), () => page.keyboard.press('Escape')]) {
    const title = page.locator(`.hit[data-row="${before[1][0]}"] .hit-title a`);
    await title.click();
    await page.locator('.headline').waitFor();
    await back();
    await page.locator('.hits').waitFor();
    await painted(page);
    assert.deepEqual(await seen(page), before);
  }
  assert.equal(await page.evaluate(() => document.activeElement.closest('.hit')?.dataset.row), String(before[1][0]));
});

story('the row with the keyboard stays, and Tab goes on', { long: true }, async ({ page }) => {
  await started(page);
  const at = () => page.evaluate(() => Number(document.activeElement.closest('.hit')?.dataset.row));
  await page.locator('.hit-title a').first().focus();
  await scroll(page, 20_000);
  assert.equal(await at(), 0);
  for (let row = 1; row < 12; row++) {
    await page.keyboard.press('Tab');
    await painted(page);
    assert.equal(await at(), row);
  }
});

story('paper gets a part that is said', { long: true }, async ({ page }) => {
  await started(page);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.locator('.hit[data-row="199"]').waitFor({ state: 'attached' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.locator('.hit[data-row="199"]').waitFor({ state: 'detached' });
});

story('a long list is accessible', { long: true, context: { bypassCSP: true } }, async ({ page }) => {
  await started(page);
  await scroll(page, 9_000);
  await assertAccessible(page);
});
