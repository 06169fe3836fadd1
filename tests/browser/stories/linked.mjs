// One state: what one figure is pointed at the others answer; every filter is a chip; what is mine stays here.

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.mjs';
import { started, story, text } from '../harness/story.mjs';

story('pointing at a district lights its time and its row', { hash: '#v=map' }, async ({ page }) => {
  await started(page);
  await page.locator('.map .unit-area').first().waitFor();
  await page.locator('.ranks tr', { hasText: '涪陵区' }).hover();
  await page.locator('.answer rect').first().waitFor();
  await page.locator('.map .unit-area.lit[aria-label^="涪陵区"]').waitFor();
  // Focus does the same.
  await page.mouse.move(5, 5);
  await page.locator('.answer rect').first().waitFor({ state: 'detached' });
  await page.locator('.map .unit-area[aria-label^="涪陵区"]').evaluate((unit) => unit.focus());
  await page.locator('.answer rect').first().waitFor();
  await page.locator('.ranks tr.lit', { hasText: '涪陵区' }).waitFor();
});

story('pointing at a month shows the map of that month', { hash: '#v=timeline' }, async ({ page }) => {
  await started(page);
  const says = page.locator('.map .figure-says');
  await says.filter({ hasText: '个地区中' }).waitFor();
  await page.locator('.bars tr', { hasText: '6月' }).first().hover();
  await says.filter({ hasText: '2024年6月1日至30日：' }).waitFor();
  await page.locator('.pointed').first().waitFor();
  await page.locator('.hit').first().hover();
  await page.locator('.item.lit').first().waitFor();
});

story('a filter from any view is a chip, and zero stays in sight', { hash: '#v=map' }, async ({ page }) => {
  await started(page);
  await page.locator('.ranks button', { hasText: '涪陵区' }).click();
  await page.locator('.filters-toggle').click();
  await page.locator('.facet', { hasText: '类型' }).locator('.choice:not(.zero) button').first().click();
  await page.locator('.chip').nth(1).waitFor();
  assert.ok((await page.locator('.facet .choice.zero').count()) > 0);
  assert.equal(await text(page, '.heading h2'), '1 篇文章，其中 1 项活动');
  await page.locator('.chip').first().click();
  await page.locator('.chip').nth(1).waitFor({ state: 'detached' });
  await page.goBack();
  await page.locator('.chip').nth(1).waitFor();
});

story('my district and people like me, kept on the device', {}, async ({ page }) => {
  await started(page);
  await page.locator('.mine select').first().selectOption({ label: '渝北区' });
  await page.locator('.mine-latest', { hasText: '渝北区最近的活动' }).waitFor();
  assert.equal(await page.evaluate(() => location.hash), '', 'it is in no address');
  await page.reload();
  await started(page);
  await page.locator('.mine-latest li').nth(1).waitFor();
  await page.locator('.mine-latest > a').click();
  await page.locator('.chip', { hasText: '渝北区' }).waitFor();
  await page.goBack();
  await page.locator('.mine .quiet').click();
  await page.locator('.mine-latest').waitFor({ state: 'detached' });
});

story('a device that remembers nothing does no harm', { without: ['localStorage'] }, async ({ page }) => {
  await started(page);
  await page.locator('.mine select').nth(1).selectOption({ index: 1 });
  await page.locator('.mine-latest').waitFor();
});

for (const colorScheme of ['light', 'dark']) {
  story(`what is mine is accessible in ${colorScheme}`, { stages: ['site'], context: { colorScheme } }, async ({ page }) => {
    await started(page);
    await page.locator('.mine select').first().selectOption({ index: 1 });
    await page.locator('.mine-latest').waitFor();
    await assertAccessible(page);
  });
}
