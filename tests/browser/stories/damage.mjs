// A corpus that cannot be read is said to be so, with what is wrong and a way on; never an empty page.

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.mjs';
import { story, text } from '../harness/story.mjs';

const NOT_FOUND = [/^console error: Failed to load resource: .* 404/];

story('a missing corpus', { damage: 'missing', expected: NOT_FOUND }, async ({ page }) => {
  assert.match(await text(page, '[data-state="error"]'), /资料找不到|没有资料/);
  await assertAccessible(page);
});

story('a truncated corpus', { damage: 'truncated' }, async ({ page }) => {
  assert.match(await text(page, '[data-state="error"]'), /资料不完整：应有 \d+ 字节，实有 \d+ 字节/);
});

story('a corpus of another version', { damage: 'version' }, async ({ page }) => {
  assert.match(await text(page, '[data-state="error"]'), /版本不符/);
});

story('a corpus that cannot be read is no answer to a search', { damage: 'truncated' }, async ({ page }) => {
  const outcome = await page.evaluate(() => window.gongxun.search('劳模').then(() => 'found', () => 'refused'));
  assert.equal(outcome, 'refused');
});
