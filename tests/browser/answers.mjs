// How long the views take from a change to its painting, on invented archives: until the first frame, in which the
// list or the figure that one looks at answers, and until the last, in which all that stands beside it has followed.
// A story's clock, not a test's: figures are of this machine and this minute.

import { newPage } from './harness/browser.mjs';
import { serve } from './harness/serve.mjs';

const RUNS = 9;
const SLOW = 4;

// From the event to the frame after it has been painted, and to the last one that changed anything.
const clock = () => {
  const painted = () =>
    new Promise((done) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      }),
    );
  window.__long = [];
  new PerformanceObserver((list) => window.__long.push(...list.getEntries().map((task) => task.duration))).observe({
    entryTypes: ['longtask'],
  });
  // Rows beyond the window are drawn two frames after the first; what comes when nothing has changed for long is not
  // waited for.
  const QUIET = 4;
  let changed = false;
  new MutationObserver(() => (changed = true)).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.__time = async (act) => {
    await painted();
    const begun = performance.now();
    act();
    const first = await painted();
    let last = first;
    changed = false;
    for (let quiet = 0; quiet < QUIET; quiet++) {
      const now = await painted();
      if (changed) [last, quiet, changed] = [now, -1, false];
    }
    return [first - begun, last - begun];
  };
};

const click = (selector, at) => (page) =>
  page.evaluate(
    ([selector, at]) => {
      const all = [...document.querySelectorAll(selector)];
      return window.__time(() => all[at % all.length].dispatchEvent(new MouseEvent('click', { bubbles: true, button: 0, cancelable: true })));
    },
    [selector, at],
  );
const type = (words) => (page) =>
  page.evaluate((words) => {
    const field = document.querySelector('#gongxun-q');
    return window.__time(() => {
      field.value = words;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  }, words);
const hover = (selector, at) => (page) =>
  page.evaluate(
    ([selector, at]) => {
      const all = [...document.querySelectorAll(selector)];
      const target = all[at % all.length];
      return window.__time(() => target.dispatchEvent(new FocusEvent('focusin', { bubbles: true })));
    },
    [selector, at],
  );

const CHANGES = [
  ['map: a district', '#v=map', (run) => click('.ranks button', run)],
  ['map: a district pointed at', '#v=map', (run) => hover('.unit-area', run)],
  ['map: a type', '#v=map', (run) => click('.facet:nth-of-type(2) .choice button', run), '.filters-toggle'],
  ['timeline: a month', '#v=timeline', (run) => click('.bars tr:not(.group) button', run)],
  ['timeline: zoom', '#v=timeline', () => click('.timeline .segmented button[aria-label="放大"]', 0)],
  ['timeline: stacked anew', '#v=timeline', (run) => click('.timeline .segmented[aria-label="按什么分色"] button', run + 1)],
  ['search: a filter', '', (run) => click('.choice button', run)],
  ['search: a word', '', (run) => type(['工会', '职工', '慰问', '发展', '重庆', '组织', '活动', '服务', '企业'][run % 9])],
];

/** Times the changes on each delivery. */
export async function answers(browser, gongxun, folders) {
  for (const folder of folders) {
    const server = await serve(gongxun, `${folder}/site`);
    for (const rate of [1, SLOW]) {
      console.log(`\n${folder.match(/bench\/views-(\d+)/)?.[1]} activities, CPU slowed ${rate}×: change to painted (ms)   first min  median   max   all median   max   tasks over 50 ms`);
      let hash;
      let view;
      for (const [name, at, change, first] of CHANGES) {
        if (view === undefined || hash !== at) {
          await view?.close();
          view = await newPage(browser);
          view.page.setDefaultTimeout(120_000);
          await view.page.addInitScript(clock);
          await view.page.goto(server.url + at);
          await view.page.waitForSelector('[data-state="ready"]');
          if (at === '#v=map') await view.page.waitForSelector('.unit-area');
          const session = await view.page.context().newCDPSession(view.page);
          await session.send('Emulation.setCPUThrottlingRate', { rate });
          hash = at;
        }
        if (first) await view.page.locator(first).click();
        const times = [];
        await view.page.evaluate(() => (window.__long.length = 0));
        for (let run = 0; run < RUNS; run++) times.push(await change(run)(view.page));
        const long = await view.page.evaluate(() => window.__long.length);
        const [soon, whole] = [0, 1].map((end) => times.map((ends) => ends[end]).sort((a, b) => a - b));
        const told = [soon[0], soon[RUNS >> 1], soon[RUNS - 1], whole[RUNS >> 1], whole[RUNS - 1]];
        const [min, median, max, allMedian, allMax] = told.map((ms) => ms.toFixed(0).padStart(6));
        console.log(`${name.padEnd(48)}${min} ${median} ${max}       ${allMedian} ${allMax}   ${long}`);
      }
      await view?.close();
    }
    server.stop();
  }
}
