// What the search field offers while one types, and what a poor result offers.

import assert from 'node:assert/strict';
import { started, story } from '../harness/story.mjs';

const FIELD = '#gongxun-q';
const ROW = '.offers .offer';

story('initials offer words, taken by the keyboard', {}, async ({ page }) => {
  await started(page);
  const field = page.locator(FIELD);
  await field.pressSequentially('sql');
  await page.locator(ROW, { hasText: '送清凉' }).first().waitFor();
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  await field.press('ArrowDown');
  const active = await field.getAttribute('aria-activedescendant');
  assert.equal(await page.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  await field.press('Enter');
  assert.match(await field.inputValue(), /送清凉$/);
  assert.equal(await page.locator(ROW).count(), 0);
  await page.locator('.hit').first().waitFor();
});

story('a filter is completed from its key to its value by clicks', {}, async ({ page }) => {
  await started(page);
  const field = page.locator(FIELD);
  await field.pressSequentially('地');
  await page.locator(ROW, { hasText: '地区' }).last().click();
  assert.equal(await field.inputValue(), '地区:');
  const value = page.locator(ROW).first();
  const name = await value.locator('.offer-text').innerText();
  await value.click();
  assert.equal(await field.inputValue(), `地区:${name}`);
  assert.equal(await page.evaluate((id) => document.activeElement.matches(id), FIELD), true);
});

story('Escape closes the offers and nothing else', {}, async ({ page }) => {
  await started(page);
  const field = page.locator(FIELD);
  await field.pressSequentially('送');
  await page.locator(ROW).first().waitFor();
  await field.press('Escape');
  assert.equal(await page.locator(ROW).count(), 0);
  assert.equal(await field.inputValue(), '送');
});

story('a slip of the pen is offered right', { hash: '#q=送青凉' }, async ({ page }) => {
  await started(page);
  await page.locator('.near-query', { hasText: '送清凉' }).first().click();
  await page.locator('.hit mark', { hasText: '送清凉' }).first().waitFor();
  assert.equal(await page.locator(FIELD).inputValue(), '送清凉');
});
