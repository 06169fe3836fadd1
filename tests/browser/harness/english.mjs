// What of an English page is still Chinese: texts that one sees and that no element says are Chinese.

import assert from 'node:assert/strict';
import { painted } from './browser.mjs';

/** Fails where a text within `selector` (in an open shadow root, too) holds an ideograph outside `lang="zh…"`. */
export async function assertEnglish(page, selector = 'body') {
  await painted(page);
  const found = await page.locator(selector).first().evaluate((start) => {
    const left = [];
    const look = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.currentNode; node; node = walker.nextNode()) {
        if (node.shadowRoot) look(node.shadowRoot);
        if (node.nodeType !== Node.TEXT_NODE || !/\p{Script=Han}/u.test(node.data)) continue;
        const element = node.parentElement;
        if (!element || element.closest('script, style, noscript, title, [hidden], .static-page')) continue;
        // A drawing's elements have the attribute alone.
        const lang = element.closest('[lang]')?.getAttribute('lang') ?? element.getRootNode().host?.lang ?? '';
        if (!lang.startsWith('zh')) left.push(node.data.trim());
      }
    };
    look(start.shadowRoot ?? start);
    return left;
  });
  assert.deepEqual(found, [], 'Chinese that is not marked as such');
}
