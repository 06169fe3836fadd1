// What the stories run on: the site behind `gongxun serve`, and the single file under file://, whole and
// damaged. Each is a name, a folder and an address.

import { cp, mkdir, readFile, readdir, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32 } from './crc32.mjs';
import { serve } from './serve.mjs';

const DAMAGES = { missing, truncated, version };

/** Copies `dist` with damaged copies beside it, serves it, and returns the addresses and `stop()`. */
export async function deliver(dist, gongxun) {
  const folder = join(tmpdir(), `gongxun-stories-${process.pid}`);
  const site = join(folder, 'site');
  await cp(join(dist, 'site'), site, { recursive: true });
  await cp(join(dist, '工讯.html'), join(folder, '工讯.html'));
  await cp(join(dist, '../long/dist/site'), join(site, 'long'), { recursive: true });
  for (const [name, damage] of Object.entries(DAMAGES)) {
    const copy = join(site, 'damaged', name);
    await mkdir(copy, { recursive: true });
    await cp(join(dist, 'site'), copy, { recursive: true });
    await damage(siteParts(copy));
    await cp(join(dist, '工讯.html'), join(folder, `${name}.html`));
    await damage(fileParts(join(folder, `${name}.html`)));
  }
  const server = await serve(gongxun, folder);
  const file = (name) => pathToFileURL(join(folder, name)).href;
  return {
    site: (damage) => server.url + (damage ? `damaged/${damage}/` : ''),
    long: () => `${server.url}long/`,
    file: (damage) => file(damage ? `${damage}.html` : '工讯.html'),
    async stop() {
      server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

// A corpus that is not there, that was cut off, and that a newer program made and published whole.

async function missing(corpus) {
  await corpus.remove();
}

async function truncated(corpus) {
  const text = await corpus.read();
  await corpus.write(text.slice(0, text.length / 2));
}

async function version(corpus) {
  const text = (await corpus.read()).replace('"version":1', '"version":2');
  await corpus.write(text);
  await corpus.enter(text);
}

function siteParts(folder) {
  const page = pageManifest(join(folder, 'index.html'));
  const path = async () => {
    const data = join(folder, 'data');
    return join(data, (await readdir(data)).find((name) => name.startsWith('corpus-')));
  };
  return {
    read: async () => readFile(await path(), 'utf8'),
    write: async (text) => writeFile(await path(), text),
    remove: async () => unlink(await path()),
    enter: page.enter,
  };
}

function fileParts(path) {
  const block = /(<script type="application\/json" data-part="corpus">)([^<]*)<\/script>/;
  const change = async (make) => writeFile(path, make(await readFile(path, 'utf8')));
  return {
    read: async () => (await readFile(path, 'utf8')).match(block)[2],
    write: (text) => change((page) => page.replace(block, (_, open) => `${open}${text}</script>`)),
    remove: () => change((page) => page.replace(block, '')),
    enter: pageManifest(path).enter,
  };
}

/** The manifest of a page: `enter` makes it agree with the text of a changed corpus. */
function pageManifest(path) {
  const block = /(id="gongxun-manifest">)([^<]*)</;
  return {
    async enter(text) {
      const page = await readFile(path, 'utf8');
      const manifest = JSON.parse(page.match(block)[2]);
      const bytes = new TextEncoder().encode(text);
      Object.assign(manifest.parts.corpus, { bytes: bytes.length, crc32: crc32(bytes) });
      await writeFile(path, page.replace(block, (_, open) => `${open}${JSON.stringify(manifest)}<`));
    },
  };
}
