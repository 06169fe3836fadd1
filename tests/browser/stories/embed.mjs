// In pages of others, on another origin: the element, the frame, what each turns into where it is refused, and that
// nothing of the host's is touched.

import assert from 'node:assert/strict';
import { assertAccessible } from '../harness/axe.mjs';
import { element, oldCms, plain, policed, shouting } from '../harness/hosts.mjs';
import { started, story, text } from '../harness/story.mjs';

const HEADING = '.heading h2';

/** Waits until an element's heading says this. */
const says = (page, heading, which = 'gongxun-explorer') =>
  page.locator(`${which} ${HEADING}`, { hasText: heading }).waitFor();
const inHost = (make) => ({ host: (site) => plain(make(site)) });

story('an element shows its district, and leaves the address alone', inHost((site) => element(site)), async ({ page, site }) => {
  await says(page, '2 篇文章，其中 2 项活动');
  const before = page.url();
  await page.locator('gongxun-explorer .hit-title a').first().click();
  await page.locator('gongxun-explorer .headline').waitFor();
  assert.equal(page.url(), before);
  assert.equal(await page.title(), '某区总工会');
  assert.deepEqual(await page.evaluate(() => [history.length, localStorage.length, document.cookie]), [2, 0, '']);
  await page.locator('gongxun-explorer .headline').press('Escape');
  await page.locator('gongxun-explorer .hits').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'GONGXUN-EXPLORER');
  const link = await page.locator('gongxun-explorer .hit-title a').first().getAttribute('href');
  assert.ok(link.startsWith(`${site}index.html#d=500112&a=`), link);
  await assertAccessible(page);
});

story('attributes are followed, and what the reader does is told', inHost((site) => element(site)), async ({ page }) => {
  await says(page, '2 篇文章，其中 2 项活动');
  await page.evaluate(() => {
    window.told = [];
    for (const name of ['gongxun-open', 'gongxun-filter']) {
      document.body.addEventListener(name, ({ type, composed, detail }) => told.push([type, composed, detail.d, detail.q, detail.a]));
    }
    document.querySelector('gongxun-explorer').setAttribute('district', '500102，500113');
  });
  await page.locator('gongxun-explorer .chip', { hasText: '涪陵区' }).waitFor();
  await page.evaluate(() => document.querySelector('gongxun-explorer').setAttribute('theme', 'dark'));
  await page.locator('gongxun-explorer .gx.theme-dark').waitFor();
  await page.evaluate(() => document.querySelector('gongxun-explorer').setAttribute('view', 'map'));
  await page.locator('gongxun-explorer .with-figure').waitFor();
  assert.deepEqual(await page.evaluate(() => told), []);
  await page.locator('gongxun-explorer #gongxun-q').fill('送清凉');
  await page.locator('gongxun-explorer .hit-title a').first().click();
  await page.locator('gongxun-explorer .headline').waitFor();
  const told = await page.evaluate(() => window.told);
  assert.deepEqual(told[0], ['gongxun-filter', true, '500102,500113', '送清凉', undefined]);
  assert.equal(told.at(-1)[0], 'gongxun-open');
  assert.match(told.at(-1)[4], /^aaaaaaaaaaa/);
});

story('a height of its own scrolls inside', inHost((site) => element(site, 'height="300"')), async ({ page }) => {
  await page.locator('gongxun-explorer .hits').waitFor();
  const height = () => page.evaluate(() => document.querySelector('gongxun-explorer').getBoundingClientRect().height);
  assert.equal(await height(), 300);
  await page.evaluate(() => document.querySelector('gongxun-explorer').removeAttribute('height'));
  assert.ok((await height()) > 600);
});

story('two elements share one program and one archive', inHost((site) => element(site) + element(site, 'district="500113" view="map"')), async ({ page, site }) => {
  await says(page, '2 篇文章', 'gongxun-explorer:nth-of-type(1)');
  await page.locator('gongxun-explorer:nth-of-type(2) .with-figure').waitFor();
  await page.locator('gongxun-explorer:nth-of-type(1) #gongxun-q').fill('劳模');
  await says(page, '1 篇文章', 'gongxun-explorer:nth-of-type(1)');
  assert.equal(await page.locator('gongxun-explorer:nth-of-type(2) #gongxun-q').inputValue(), '');
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  for (const what of ['embed.js', 'assets/element-', 'assets/wasm-', 'data/corpus-']) {
    assert.equal(asked.filter((name) => name.startsWith(site + what)).length, 1, what);
  }
});

story('nothing but the stub is loaded until one comes near', inHost((site) => `<div style="height: 5000px"></div>${element(site)}`), async ({ page, site }) => {
  const asked = () => page.evaluate((site) => performance.getEntriesByType('resource').map(({ name }) => name.replace(site, '')), site);
  await page.waitForFunction(() => customElements.get('gongxun-explorer'));
  // Two frames: what an observer would tell at once, it has told by then.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual(await asked(), ['embed.js']);
  const stub = await (await page.request.get(`${site}embed.js`)).body();
  assert.ok(stub.length <= 2048, `${stub.length} bytes`);
  await page.evaluate(() => scrollTo(0, 5000));
  await says(page, '2 篇文章');
});

// Notes what the site's scripts listen to outside the elements, and what of theirs waits for the clock.
const count = () => {
  window.open_ = new Map();
  // The driver's own come from nowhere.
  const ours = () => /\/embed\.js|\/assets\//.test(new Error().stack);
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    const key = (type, listener) => `${type} ${(listener.__n ??= Math.random())}`;
    target.addEventListener = function (type, listener, ...rest) {
      if (ours()) open_.set(key(type, listener), type);
      return addEventListener.call(this, type, listener, ...rest);
    };
    target.removeEventListener = function (type, listener, ...rest) {
      open_.delete(key(type, listener));
      return removeEventListener.call(this, type, listener, ...rest);
    };
  }
  for (const [begin, end] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval'], ['requestAnimationFrame', 'cancelAnimationFrame']]) {
    const [start, stop] = [window[begin], window[end]];
    window[begin] = (run, ...rest) => {
      const id = start((...given) => (begin !== 'setInterval' && open_.delete(`${begin} ${id}`), run(...given)), ...rest);
      if (ours()) open_.set(`${begin} ${id}`, begin);
      return id;
    };
    window[end] = (id) => (open_.delete(`${begin} ${id}`), stop(id));
  }
};
const counting = { host: (site) => plain(element(site), `<script>(${count})()</script>`) };

story('an element that is taken away leaves nothing, and comes back', counting, async ({ page }) => {
  await says(page, '2 篇文章');
  // The figures listen to more than the lists do.
  for (const view of ['timeline', 'map', 'search']) {
    await page.evaluate((view) => document.querySelector('gongxun-explorer').setAttribute('view', view), view);
    await page.locator('gongxun-explorer .nav-link[aria-current]', { hasText: { timeline: '时间', map: '地区', search: '检索' }[view] }).waitFor();
  }
  await page.evaluate(() => document.querySelector('gongxun-explorer').setAttribute('view', 'timeline'));
  await page.locator('gongxun-explorer .nav-link[aria-current]', { hasText: '时间' }).waitFor();
  const left = () => page.evaluate(() => [...open_.values()].sort());
  await page.evaluate(() => (window.mine = document.querySelector('gongxun-explorer')).remove());
  await page.waitForFunction(() => !mine.shadowRoot.firstChild);
  // The stub's own listeners, for frames; no other, and no timer.
  assert.deepEqual(await left(), ['message', 'securitypolicyviolation']);
  await page.evaluate(() => document.querySelector('main').append(mine));
  await says(page, '2 篇文章');
  // Moving it is no coming and going.
  await page.locator('gongxun-explorer #gongxun-q').fill('劳模');
  await says(page, '1 篇文章');
  await page.evaluate(() => document.body.prepend(mine));
  await says(page, '1 篇文章');
  await page.evaluate(() => mine.remove());
  await page.waitForFunction(() => !mine.shadowRoot.firstChild);
  assert.deepEqual(await left(), ['message', 'securitypolicyviolation']);
});

story('an old CMS in quirks mode, with natives replaced', { host: (site) => oldCms(element(site, 'district="500112" view="map"')) }, async ({ page }) => {
  await says(page, '2 篇文章，其中 2 项活动');
  assert.equal(await page.evaluate(() => document.compatMode), 'BackCompat');
  assert.equal(await text(page, '#app'), '网站导航');
  assert.deepEqual(await page.evaluate(() => [wasm_bindgen, base, parts, typeof __gongxun]), ['mine', 'mine', 'mine', 'undefined']);
  const style = await page.locator(`gongxun-explorer .ranks th`).first().evaluate((cell) => {
    const { color, fontSize, textAlign } = getComputedStyle(cell);
    return { color, fontSize, textAlign };
  });
  assert.deepEqual(style, { color: 'rgb(30, 27, 24)', fontSize: '16px', textAlign: 'left' });
  await page.locator('gongxun-explorer #gongxun-q').fill('劳模');
  await says(page, '1 篇文章');
});

story('styles that shout stay outside', { host: (site) => shouting(element(site)) }, async ({ page }) => {
  await says(page, '2 篇文章');
  const look = (selector) =>
    page.locator(`gongxun-explorer ${selector}`).first().evaluate((element) => {
      const { color, fontSize, float, display, letterSpacing, textTransform, borderTopWidth } = getComputedStyle(element);
      return { color, fontSize, float, display, letterSpacing, textTransform, borderTopWidth };
    });
  assert.deepEqual(await look('.heading h2'), {
    color: 'rgb(30, 27, 24)', fontSize: '20px', float: 'none', display: 'block', letterSpacing: 'normal', textTransform: 'none', borderTopWidth: '0px',
  });
  assert.equal((await look('.ask-icon')).display, 'block');
  assert.equal((await look('.ask input')).borderTopWidth, '0px');
  assert.notEqual((await look('.hit-title a')).display, 'none');
});

const REFUSED = [/^console error: .*(violates|Refused|Content Security Policy)/, /^console error: .*CompileError/];
const frame = (page) => page.frameLocator('gongxun-explorer iframe');

story('a host that refuses wasm gets the frame, as high as what it shows', {
  host: (site) => policed(site, (origin) => `default-src 'self'; script-src ${origin}; connect-src ${origin}; frame-src ${origin}`),
  expected: REFUSED,
}, async ({ page }) => {
  await frame(page).locator(HEADING, { hasText: '2 篇文章，其中 2 项活动' }).waitFor();
  await fits(page, 'gongxun-explorer iframe');
  await page.evaluate(() => document.querySelector('gongxun-explorer').setAttribute('district', '500113'));
  await frame(page).locator('.chip', { hasText: '巴南区' }).waitFor();
});

story('an element that is a frame tells the host what the reader does', {
  host: (site) => policed(site, (origin) => `default-src 'self'; script-src ${origin}/embed.js; frame-src ${origin}`),
  expected: REFUSED,
}, async ({ page }) => {
  await frame(page).locator(HEADING, { hasText: '2 篇文章' }).waitFor();
  await page.evaluate(() => {
    window.told = [];
    for (const name of ['gongxun-open', 'gongxun-filter']) {
      document.body.addEventListener(name, ({ type, target, detail }) => told.push([type, target.tagName, detail.d, detail.q, detail.a, detail.hash]));
    }
    // What another origin says in the same words is not believed.
    const other = document.createElement('iframe');
    document.body.append(other);
    other.contentWindow.parent.postMessage({ gongxun: 900, state: 'q=x', kind: 'open' }, '*');
  });
  await frame(page).locator('.nav-link', { hasText: '时间' }).click();
  await frame(page).locator('.with-figure').waitFor();
  await frame(page).locator('.nav-link', { hasText: '检索' }).click();
  await frame(page).locator('#gongxun-q').fill('送清凉');
  await frame(page).locator('.hit-title a').first().click();
  await frame(page).locator('.headline').waitFor();
  await page.waitForFunction(() => told.some(([type]) => type === 'gongxun-open'));
  const told = await page.evaluate(() => window.told);
  assert.deepEqual(told[0].slice(0, 5), ['gongxun-filter', 'GONGXUN-EXPLORER', '500112', '送清凉', undefined]);
  const [type, , , , article, hash] = told.at(-1);
  assert.equal(type, 'gongxun-open');
  assert.match(article, /^aaaaaaaaaaa/);
  assert.match(hash, /^q=.*&d=500112&a=aaaaaaaaaaa/);
});

story('a host that allows the stub alone gets the frame', {
  host: (site) => policed(site, (origin) => `default-src 'self'; script-src ${origin}/embed.js; frame-src ${origin}`),
  expected: REFUSED,
}, async ({ page }) => {
  await frame(page).locator(HEADING, { hasText: '2 篇文章' }).waitFor();
});

story('a strict host that allows what the notes say gets the element', {
  host: (site) => policed(site, (origin) => `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}; style-src 'none'; img-src data:`),
}, async ({ page }) => {
  await says(page, '2 篇文章');
  assert.equal(await page.locator('gongxun-explorer .heading h2').evaluate((h) => getComputedStyle(h).fontSize), '20px');
});

for (const [what, policy] of [
  ['frames, too,', (origin) => `default-src 'none'; script-src ${origin}/embed.js`],
  ['all of it', () => `default-src 'none'`],
]) {
  story(`a host that refuses ${what} shows the link`, { host: (site) => policed(site, policy), expected: REFUSED }, async ({ page, site }) => {
    const link = page.locator('gongxun-explorer a');
    await page.waitForFunction(() => !document.querySelector('gongxun-explorer').shadowRoot?.querySelector('iframe'));
    await link.waitFor();
    await page.goto(await link.getAttribute('href'));
    assert.equal(await text(page, 'h1'), '渝北区：最近的工会活动');
    assert.equal(await page.locator('ol li').count(), 2);
    assert.ok(page.url().startsWith(site));
  });
}

story('a frame by hand, with the height of what it shows', inHost((site) =>
  `<iframe src="${site}embed.html?district=500112&amp;theme=dark" width="600" title="工会活动"></iframe><script src="${site}embed.js" async></script>`,
), async ({ page }) => {
  const inner = page.frameLocator('iframe');
  await inner.locator('.gx.embedded.theme-dark').waitFor();
  await inner.locator(HEADING, { hasText: '2 篇文章' }).waitFor();
  await fits(page, 'iframe');
  const before = await page.locator('iframe').evaluate((frame) => frame.offsetHeight);
  await inner.locator('.nav-link', { hasText: '地区' }).click();
  await page.waitForFunction((before) => document.querySelector('iframe').offsetHeight !== before, before);
  await fits(page, 'iframe');
});

story('messages of others move no frame', inHost((site) =>
  `<iframe src="about:blank" height="100" title="别人的"></iframe>${element(site)}`,
), async ({ page }) => {
  await says(page, '2 篇文章');
  const height = await page.evaluate(async () => {
    const frame = document.querySelector('iframe');
    frame.contentWindow.eval(`parent.postMessage({ gongxun: 900 }, '*')`);
    await new Promise((done) => addEventListener('message', () => setTimeout(done), { once: true }));
    return frame.offsetHeight;
  });
  assert.equal(height, 104);
});

story('a frame where wasm is missing turns into the district\'s list', {
  ...inHost((site) => `<iframe src="${site}embed.html?district=500112" height="500" title="工会活动"></iframe>`),
  without: ['WebAssembly'],
}, async ({ page }) => {
  const inner = page.frameLocator('iframe');
  await inner.locator('h1', { hasText: '渝北区：最近的工会活动' }).waitFor();
  assert.equal(await inner.locator('script').count(), 0);
});

story('an old browser gets, through element and frame, the list', {
  ...inHost((site) => element(site)),
  stages: ['site in Chromium 86'],
  expected: [/^console error: .*Content Security Policy/],
}, async ({ page }) => {
  await frame(page).locator('h1', { hasText: '渝北区：最近的工会活动' }).waitFor();
});

for (const [damage, words, expected] of [
  ['missing', /资料找不到/, [/^console error: Failed to load resource: .* 404/]],
  ['truncated', /资料不完整/, []],
]) {
  story(`a ${damage} corpus is a few words in the element, and the host goes on`, { ...inHost((site) => element(site)), damage, expected }, async ({ page }) => {
    assert.match(await text(page, 'gongxun-explorer [role="alert"]'), words);
    assert.equal(await text(page, 'main > h1'), '某区总工会');
    assert.ok((await page.locator('gongxun-explorer').boundingBox()).height < 400);
  });
}

story('the keyboard within an element, and the host\'s own elsewhere', inHost((site) => `<input id="own">${element(site)}`), async ({ page }) => {
  await says(page, '2 篇文章');
  await page.focus('#own');
  await page.keyboard.type('/');
  assert.equal(await page.inputValue('#own'), '/');
  await page.locator('gongxun-explorer .chip').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('劳模');
  await says(page, '1 篇文章');
  const outline = await page.locator('gongxun-explorer .chip').evaluate((chip) => (chip.focus(), getComputedStyle(chip).outlineStyle));
  assert.equal(outline, 'solid');
});

story('scripts of the host search the archive of an element', inHost((site) => element(site)), async ({ page }) => {
  await says(page, '2 篇文章');
  const found = await page.evaluate(() => window.gongxun.search('送清凉', { limit: 1 }));
  assert.deepEqual([found.total, found.hits.length], [2, 1]);
  await page.evaluate(() => window.gongxun.open({ q: '劳模', d: '500112' }));
  await says(page, '1 篇文章');
});

story('the builder: choose, look, copy', { hash: '#v=embed&d=500112', stages: ['site'], context: { permissions: ['clipboard-read', 'clipboard-write'] } }, async ({ page, site }) => {
  await started(page);
  const code = (at) => page.locator('.snippet code').nth(at).innerText();
  assert.match(await code(0), /<gongxun-explorer district="500112">/);
  await page.selectOption('#gongxun-e-view', 'map');
  await page.selectOption('#gongxun-e-district', '500113');
  await page.selectOption('#gongxun-e-height', '480');
  await page.frameLocator('.embed-preview iframe').locator('.with-figure').waitFor();
  await page.frameLocator('.embed-preview iframe').locator('.chip', { hasText: '巴南区' }).waitFor();
  assert.match(await code(0), /embed\.js" async><\/script>\n<gongxun-explorer district="500113" view="map" height="480"><a href="https:\/\/example\.org\/gongxun\/embed\/500113\.html">巴南区工会活动<\/a>/);
  assert.match(await code(1), /^<iframe src="https:\/\/example\.org\/gongxun\/embed\.html\?district=500113&amp;view=map&amp;height=480" title="巴南区工会活动"/);
  await page.locator('.snippet button').first().click();
  await page.locator('.copy-done', { hasText: '已复制' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code(0));
  await assertAccessible(page);
});

story('the single file says that a site is what can be embedded', { hash: '#v=embed', stages: ['file'] }, async ({ page }) => {
  await started(page);
  await page.locator('.snippet').first().waitFor();
  assert.equal(await page.locator('.embed-preview').count(), 0);
});

/** Waits until a frame is as high as what it shows. */
async function fits(page, selector) {
  await page.waitForFunction(async (selector) => {
    const [host, inner = selector] = selector.split(' ');
    const frame = host === inner ? document.querySelector(host) : document.querySelector(host).shadowRoot.querySelector(inner);
    return frame.offsetHeight > 300 && /px$/.test(frame.style.height);
  }, selector);
  const handle = await page.locator(selector).elementHandle();
  const inner = await handle.contentFrame();
  const [content, shown] = await inner.evaluate(() => [document.getElementById('app').getBoundingClientRect().height, innerHeight]);
  assert.ok(Math.abs(content - shown) <= 8, `${content} in ${shown}`);
}
