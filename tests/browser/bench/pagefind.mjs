// Pagefind's index of the archive, and which article each of its results is.

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Builds the index into a folder; gives how long that took, in ms. */
export async function writePagefind(docs, folder) {
  const pagefind = await import('pagefind');
  const begun = performance.now();
  const { index } = await pagefind.createIndex();
  for (const { id, title, body } of docs) {
    await index.addCustomRecord({ url: `/${id}`, content: `${title}\n${body}`, language: 'zh', meta: { title } });
  }
  await index.writeFiles({ outputPath: folder });
  const took = performance.now() - begun;
  await pagefind.close();
  return took;
}

/** Article numbers by the ids that Pagefind gives its results. */
export async function fragments(folder) {
  const found = new Map();
  for (const name of await readdir(join(folder, 'fragment'))) {
    const text = gunzipSync(await readFile(join(folder, 'fragment', name))).toString('utf8');
    const { url } = JSON.parse(text.slice(text.indexOf('{')));
    found.set(name.replace(/\.pf_fragment$/, ''), Number(url.slice(1)));
  }
  return found;
}
