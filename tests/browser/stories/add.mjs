// Adding bulletins in the browser: they are read here, found with the rest, marked, saved, and taken away again.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertAccessible } from '../harness/axe.mjs';
import { started, story, text } from '../harness/story.mjs';

const BULLETIN = `---
标题: 一周动态
发布: 重庆市总工会
日期: 2024-06-14
地区: 重庆市
---
渝中区总工会举办叉车技能竞赛

6月11日，渝中区总工会举办叉车技能竞赛，60名选手参加。

涪陵区总工会送清凉

6月12日，涪陵区总工会在建筑工地开展送清凉活动，慰问农民工80人。
`;

const file = (name, content) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
const choose = (page, ...files) => page.locator('.add-choose input').setInputFiles(files);
const button = (page, name) => page.getByRole('button', { name });
const go = (page, hash) => page.evaluate((hash) => { location.hash = hash; }, hash);

/** The heading's two counts: articles and activities. */
async function counts(page) {
  return (await text(page, '.heading h2')).match(/\d+/g).map(Number);
}

story('a bulletin is added, found, counted, and taken away again', {}, async ({ page }) => {
  await started(page);
  await go(page, '#q=叉车');
  await page.locator('.nothing, .heading-note').first().waitFor();

  await page.locator('.nav-link', { hasText: '添加简报' }).click();
  await choose(page, file('2024-06-14.txt', BULLETIN));
  await button(page, '加入检索（2 篇）').click();
  await page.locator('.add-file.done').waitFor();
  assert.equal(await page.evaluate(() => typeof window.__gongxunWorker), 'undefined', 'it ran in a worker');
  assert.match(await text(page, '.add-held'), /2 篇文章，2 项活动/);
  await assertAccessible(page);

  await go(page, '#q=叉车');
  await page.locator('.hit mark', { hasText: '叉车' }).first().waitFor();
  assert.deepEqual(await counts(page), [1, 1]);
  assert.equal(await text(page, '.hit .new-mark'), '新添加，未保存');
  await page.locator('.hit-title a').click();
  await page.locator('.reader .new-mark').waitFor();

  await go(page, '#q=送清凉');
  await page.locator('.hit').nth(2).waitFor();
  assert.deepEqual(await counts(page), [3, 3]);
  await go(page, '#q=送清凉&d=500102');
  await page.locator('.hit .new-mark').waitFor();
  assert.deepEqual(await counts(page), [1, 1]);
  const { total } = await page.evaluate(() => window.gongxun.search('叉车'));
  assert.equal(total, 1);

  await go(page, '#v=map');
  await page.locator('.figure-title, .map, svg').first().waitFor();
  await go(page, '#v=add');
  await button(page, '移除 2024-06-14.txt').click();
  await page.locator('.add-file').waitFor({ state: 'detached' });
  await go(page, '#q=送清凉');
  await page.locator('.hit').nth(1).waitFor();
  assert.deepEqual(await counts(page), [2, 2]);
});

story('what is there already is said and not added twice', { hash: '#v=add' }, async ({ page }) => {
  await started(page);
  const again = '{"id":"aaaaaaaaaaa2","title":"一周动态","date":"2024-06-07","body":"又一次。"}\n';
  await choose(page, file('again.jsonl', again));
  await page.locator('.add-known', { hasText: '已有' }).waitFor();
  assert.equal(await text(page, '.add-status'), '没有新的文章');
  assert.equal(await button(page, /加入检索/).count(), 0);
});

story('a bad file says how, and the others are read', { hash: '#v=add' }, async ({ page }) => {
  await started(page);
  const lines = '{"title":"甲区总工会送温暖","body":"慰问职工。"}\n不是一行\n';
  await choose(page, file('扫描.pdf', '%PDF-1.4\n%\xe2\xe3'), file('a.jsonl', lines), file('空.txt', ''));
  await page.locator('.add-file').nth(2).locator('.add-status', { hasText: '不能读' }).waitFor();
  const [pdf, jsonl] = await page.locator('.add-file').allInnerTexts();
  assert.match(pdf, /PDF/);
  assert.match(pdf, /另存为 \.docx/);
  assert.match(jsonl, /1 篇文章/);
  assert.match(jsonl, /第 2 行/);
  await assertAccessible(page);
});

async function downloaded(page, label, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, label).click()]);
  assert.match(download.suggestedFilename(), name);
  return readFile(await download.path(), 'utf8');
}

/** What would be downloaded, of a browser whose downloads Playwright does not hear of. */
async function heldBack(page, label) {
  await page.evaluate(() => {
    window.saved = new Promise((resolve) => {
      const own = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        resolve(blob.text());
        return own.call(URL, blob);
      };
    });
  });
  await button(page, label).click();
  return page.evaluate(() => window.saved);
}

const saved = (page, stage, label, name) =>
  stage.includes('86') ? heldBack(page, label) : downloaded(page, label, name);

story('everything is saved as a corpus', { hash: '#v=add' }, async ({ page, stage }) => {
  await started(page);
  await choose(page, file('2024-06-14.txt', BULLETIN));
  await button(page, /加入检索/).click();
  await page.locator('.add-file.done').waitFor();
  const corpus = JSON.parse(await saved(page, stage, /保存为语料/, /^corpus\.json$/));
  assert.equal(corpus.format, 'gongxun-corpus');
  const titles = corpus.bulletins.flatMap(({ articles }) => articles.map(({ title }) => title));
  assert.ok(titles.includes('渝中区总工会举办叉车技能竞赛') && titles.includes('劳模宣讲走进车间'), titles.join());
});

// The one that was saved is a page of its own.
const SAVED = [/^request: file:.*gongxun-/];

story('a new single file holds what was added, and adds in its turn', { hash: '#v=add', expected: SAVED }, async ({ page, stage }) => {
  await started(page);
  await choose(page, file('2024-06-14.txt', BULLETIN));
  await button(page, /加入检索/).click();
  await page.locator('.add-file.done').waitFor();
  const content = await saved(page, stage, '保存为新的 U 盘文件', /^工讯-\d{4}-\d\d-\d\d\.html$/);
  await page.locator('.add-saved', { hasText: '下载文件夹' }).waitFor();

  const folder = await mkdtemp(join(tmpdir(), 'gongxun-'));
  const path = join(folder, '工讯.html');
  await writeFile(path, content);
  // It is the story that goes there, and not the page.
  await page.goto('about:blank');
  await page.goto(pathToFileURL(path).href + '#q=叉车');
  await page.locator('.hit mark', { hasText: '叉车' }).first().waitFor();
  assert.deepEqual(await counts(page), [1, 1]);
  assert.equal(await page.locator('.new-mark').count(), 0, 'it is part of the archive now');
  await go(page, '#v=map&d=500102');
  await page.locator('.unit-area').first().waitFor();
  await go(page, '#v=add');
  await choose(page, file('a.jsonl', '{"title":"甲区总工会送温暖","body":"慰问职工。"}\n'));
  await button(page, /加入检索/).click();
  await page.locator('.add-file.done').waitFor();
  await rm(folder, { recursive: true });
});

story('a browser without workers reads in the page', { hash: '#v=add', without: ['Worker'] }, async ({ page }) => {
  await started(page);
  await choose(page, file('2024-06-14.txt', BULLETIN));
  await button(page, /加入检索/).click();
  await page.locator('.add-file.done').waitFor();
  assert.equal(await page.evaluate(() => typeof window.__gongxunWorker.start), 'function');
});

story('a worker that broke down is replaced', { hash: '#v=add' }, async ({ page }) => {
  await started(page);
  const said = await page.evaluate(() =>
    __gongxun.worker().then((ask) => ask(null)).then(() => 'an answer', (error) => error.message),
  );
  assert.match(said, /程序出错/);
  await choose(page, file('2024-06-14.txt', BULLETIN));
  await button(page, /加入检索/).click();
  await page.locator('.add-file.done').waitFor();
});

// “渝中区总工会举办叉车技能竞赛” with a date and a sentence, as an old Windows editor saves it.
const GBK =
  'd3e5d6d0c7f8d7dcb9a4bbe1bed9b0ecb2e6b3b5bcbcc4dcbebac8fc0d0a0d0a32303234c4ea36d4c23131c8d5a3acd3e5d6d0c7f8d7dc' +
  'b9a4bbe1bed9b0ecb2e6b3b5bcbcc4dcbebac8fca1a30d0a';

story('a file of an old editor is read, its encoding said', { hash: '#v=add' }, async ({ page }) => {
  await started(page);
  await choose(page, file('gbk.txt', Buffer.from(GBK, 'hex')));
  await page.locator('.add-titles', { hasText: '渝中区总工会举办叉车技能竞赛' }).waitFor();
  await page.locator('.add-notes summary').click();
  await page.locator('.add-notes', { hasText: 'GB18030' }).waitFor();
});

story('a dropped file is taken', { hash: '#v=add' }, async ({ page }) => {
  await started(page);
  const dropped = await page.evaluateHandle((content) => {
    const held = new DataTransfer();
    held.items.add(new File([content], '拖来.txt'));
    return held;
  }, BULLETIN);
  await page.dispatchEvent('.add-drop', 'drop', { dataTransfer: dropped });
  await page.locator('.add-held', { hasText: '2 篇文章' }).waitFor();
});
