// The map: boundaries and tiles, by pointer and by keyboard; a table that says the same; a map that does not come.

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.mjs';
import { hashOf } from '../harness/browser.mjs';
import { started, story, text } from '../harness/story.mjs';

// The driver drags by a protocol that Chromium 86 lacks.
const DRAGS = ['site', 'file'];
const drawn = (page) => page.locator('.map .unit-area').first().waitFor();
const unit = (page, name) => page.locator(`.map .unit-area[aria-label^="${name}："]`);
const form = (page, name) => page.locator('.map .segmented button', { hasText: name }).click();
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? '');

story('a tile filters, another is added, Back takes it away', { hash: '#v=map' }, async ({ page }) => {
  await started(page);
  await drawn(page);
  await form(page, '方格');
  await unit(page, '渝北区').click();
  await page.locator('.chip', { hasText: '渝北区' }).waitFor();
  assert.equal(await text(page, '.heading h2'), '2 篇文章，其中 2 项活动');
  await unit(page, '涪陵区').click();
  await page.locator('.chip', { hasText: '涪陵区' }).waitFor();
  assert.equal(await hashOf(page), '#d=500112,500102&v=map');
  assert.equal(await unit(page, '涪陵区').getAttribute('aria-pressed'), 'true');
  await page.goBack();
  await page.locator('.chip', { hasText: '涪陵区' }).waitFor({ state: 'detached' });
  // The same units, whichever way they are drawn.
  await form(page, '地图');
  assert.equal(await unit(page, '渝北区').getAttribute('aria-pressed'), 'true');
});

story('the keyboard goes from neighbour to neighbour', { hash: '#v=map' }, async ({ page }) => {
  await started(page);
  await drawn(page);
  for (const way of ['地图', '方格']) {
    await form(page, way);
    await unit(page, '渝中区').evaluate((unit) => unit.focus());
    await page.keyboard.press('ArrowUp');
    // What lies to its north, on the map or among the tiles.
    assert.match(await focused(page), /^(江北区|渝北区|北碚区)：/, way);
    await page.keyboard.press('ArrowDown');
    assert.doesNotMatch(await focused(page), /^(江北区|渝北区|北碚区)：/, way);
  }
  await unit(page, '涪陵区').evaluate((unit) => unit.focus());
  await page.keyboard.press('Enter');
  await page.locator('.chip', { hasText: '涪陵区' }).waitFor();
  assert.match(await focused(page), /^涪陵区：1 项/);
});

story('zoom draws larger and comes back', { hash: '#v=map', stages: DRAGS }, async ({ page }) => {
  await started(page);
  await drawn(page);
  const width = async () => (await unit(page, '涪陵区').locator('path').boundingBox()).width;
  const whole = await width();
  await page.locator('.map .segmented button[aria-label="放大"]').click();
  await page.locator('.map-canvas.zoomed').waitFor();
  assert.ok((await width()) > whole * 1.8);
  const box = await page.locator('.map-canvas').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + box.height / 2, { steps: 3 });
  await page.mouse.up();
  assert.equal(await page.locator('.chip').count(), 0, 'a drag is no click');
  await page.locator('.map .segmented button', { hasText: '看全部' }).click();
  await page.locator('.map-canvas.zoomed').waitFor({ state: 'detached' });
  assert.ok(Math.abs((await width()) - whole) < 1);
});

story('the table says what the map says, and sorts', { hash: '#v=map' }, async ({ page }) => {
  await started(page);
  await drawn(page);
  const rows = page.locator('.ranks tbody tr');
  for (let at = 0; at < (await rows.count()); at++) {
    const [name, count] = [await rows.nth(at).locator('th').innerText(), await rows.nth(at).locator('.number').innerText()];
    assert.equal(await unit(page, name).getAttribute('aria-label'), `${name}：${count} 项`);
  }
  await page.locator('.segmented button', { hasText: '按代码' }).click();
  assert.equal((await rows.first().locator('th').innerText()).trim(), '万州区');
  // Zero and “no data” are told apart, and what is city-wide is not smeared over districts.
  assert.match(await text(page, '.map .legend'), /0 项/);
  assert.match(await text(page, '.map .credits'), /示意图，不作划界依据/);
});

story('a map that does not come leaves the table, and can be tried again', { stages: ['site'], expected: [/Failed to load resource|ERR_FAILED/] }, async ({ page }) => {
  await started(page);
  await page.route('**/map-*', (route) => route.abort());
  await page.locator('.nav-link', { hasText: '地区' }).click();
  await page.locator('.map-failed').waitFor();
  assert.ok((await page.locator('.ranks tbody tr').count()) > 2);
  await page.unroute('**/map-*');
  await page.locator('.map-failed button').click();
  await drawn(page);
});

for (const colorScheme of ['light', 'dark']) {
  story(`the map is accessible in ${colorScheme}`, { hash: '#v=map&d=500112', stages: ['site'], context: { colorScheme } }, async ({ page }) => {
    await started(page);
    await drawn(page);
    await assertAccessible(page);
    await form(page, '方格');
    await assertAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await assertAccessible(page);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  });
}
