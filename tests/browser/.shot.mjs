import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] });
const B = `---
标题: 一周动态
发布: 重庆市总工会
日期: 2024-09-13
地区: 重庆市
---
渝中区总工会举办叉车技能竞赛

9月10日，渝中区总工会举办叉车技能竞赛，60名选手参加。

涪陵区总工会送清凉

9月12日，涪陵区总工会在建筑工地开展送清凉活动，慰问农民工80人。2月30日另有安排。
`;
const f = (name, c) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(c) });
for (const [w, h, tag, scheme] of [[1440, 900, '1440', 'light'], [390, 844, '390', 'light'], [390, 844, '390d', 'dark']]) {
  const page = await b.newPage({ viewport: { width: w, height: h }, colorScheme: scheme });
  page.on('console', (m) => console.log(m.text()));
  await page.goto(process.argv[2] + '#v=add');
  await page.waitForSelector('[data-state="ready"]');
  await page.screenshot({ path: `/tmp/wtapp-shots/add-empty-${tag}.png` });
  await page.locator('.add-choose input').setInputFiles([f('2024-09-13-一周动态.txt', B), f('扫描件.pdf', '%PDF-1.4 x'), f('导出.jsonl', '{"title":"甲区总工会送温暖","body":"慰问职工。"}\n不是一行\n')]);
  await page.getByRole('button', { name: /加入检索/ }).waitFor();
  await page.screenshot({ path: `/tmp/wtapp-shots/add-read-${tag}.png`, fullPage: true });
  await page.getByRole('button', { name: /加入检索/ }).click();
  await page.locator('.add-file.done').first().waitFor();
  await page.screenshot({ path: `/tmp/wtapp-shots/add-done-${tag}.png`, fullPage: true });
  await page.evaluate(() => { location.hash = '#q=叉车'; });
  await page.locator('.hit').first().waitFor();
  await page.screenshot({ path: `/tmp/wtapp-shots/hit-${tag}.png` });
  await page.close();
}
await b.close();
