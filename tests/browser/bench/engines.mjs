// The engine beside its peers, each in a fresh page of Chromium, on one invented archive: recall and precision
// against brute force, warm times, load and memory. `cargo xtask bench engines` sets ARCHIVE, ENGINE, CHROMIUM;
// ONLY=gongxun measures one engine alone.

import { createServer } from 'node:http';
import { readFile, rm } from 'node:fs/promises';
import { createReadStream, existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { launch } from '../harness/browser.mjs';
import { fragments, writePagefind } from './pagefind.mjs';

const { ARCHIVE, ENGINE, CHROMIUM, ONLY } = process.env;
const MODULES = join(import.meta.dirname, 'node_modules');
const TYPES = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };
const ENGINES = ONLY ? ONLY.split(',') : ['gongxun', 'includes', 'minisearch', 'pagefind'];

const pagefindDir = join(ARCHIVE, 'pagefind');
const docs = JSON.parse(await readFile(join(ARCHIVE, 'docs.json'), 'utf8'));
let [pagefindBuild, idOf] = [0, new Map()];
if (ENGINES.includes('pagefind')) {
  await rm(pagefindDir, { recursive: true, force: true });
  pagefindBuild = await writePagefind(docs, pagefindDir);
  idOf = await fragments(pagefindDir);
}
const queries = JSON.parse(await readFile(join(ARCHIVE, 'queries.json'), 'utf8'));

const folders = { '/archive/': ARCHIVE, '/engine/': ENGINE, '/modules/': MODULES, '/bench/': import.meta.dirname };
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  const found = Object.entries(folders).find(([prefix]) => path.startsWith(prefix));
  const file = found && join(found[1], path.slice(found[0].length));
  if (path === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
  if (!file || !existsSync(file)) return response.writeHead(404).end();
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${server.address().port}/`;

/** Runs one engine over all queries in a page of its own. */
async function measure(browser, engine) {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(address);
  const session = await context.newCDPSession(page);
  const run = await page.evaluate(async ({ engine, queries }) => {
    const { run } = await import('/bench/page.mjs');
    return run(engine, queries);
  }, { engine, queries: queries.map(({ terms }) => terms) });
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await context.close();
  return { ...run, memory: usedSize + run.buffers };
}

const percentile = (times, part) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];
const mean = (all) => all.reduce((sum, one) => sum + one, 0) / all.length;
const ms = (value) => value.toFixed(2);

const browser = await launch(CHROMIUM);
console.log(`\n${docs.length} articles, ${queries.length} queries, Chromium ${browser.version()}`);
if (pagefindBuild) console.log(`Pagefind's index took ${(pagefindBuild / 1000).toFixed(1)} s to build, natively`);
const classes = [...new Set(queries.map((query) => query.class))];
for (const engine of ENGINES) {
  const run = await measure(browser, engine);
  const rows = queries.map((query, at) => {
    const found = run.found[at].map((id) => (engine === 'pagefind' ? idOf.get(id) : id));
    const expected = new Set(query.expected);
    const right = found.filter((id) => expected.has(id)).length;
    return {
      class: query.class,
      recall: expected.size ? right / expected.size : 1,
      precision: found.length ? right / found.length : 1,
      time: run.times[at],
    };
  });
  const times = rows.map((row) => row.time);
  console.log(`\n${engine}: load ${run.load.toFixed(0)} ms, memory ${(run.memory / 1e6).toFixed(1)} MB, ` +
    `recall ${mean(rows.map((row) => row.recall)).toFixed(3)}, precision ${mean(rows.map((row) => row.precision)).toFixed(3)}, ` +
    `p50 ${ms(percentile(times, 0.5))} ms, p95 ${ms(percentile(times, 0.95))} ms`);
  for (const name of classes) {
    const own = rows.filter((row) => row.class === name);
    console.log(`  ${name.padEnd(14)} recall ${mean(own.map((row) => row.recall)).toFixed(2)}  precision ` +
      `${mean(own.map((row) => row.precision)).toFixed(2)}  p50 ${ms(percentile(own.map((row) => row.time), 0.5))}  ` +
      `p95 ${ms(percentile(own.map((row) => row.time), 0.95))} ms`);
  }
  for (const [what, all] of Object.entries(run.more)) {
    console.log(`  ${what}: p50 ${ms(percentile(all, 0.5))}, p95 ${ms(percentile(all, 0.95))}, most ${ms(Math.max(...all))} ms`);
  }
}
await browser.close();
server.close();
