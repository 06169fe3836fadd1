// In the page: loads one engine, asks it every query once, then so often that a busy machine shows less, and
// gives what it found and the median of the later times.

const WARM = 7;
const json = async (path) => (await fetch(path)).json();
const text = async (path) => (await fetch(path)).text();

function script(path) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    Object.assign(element, { src: path, onload: resolve, onerror: reject });
    document.head.append(element);
  });
}

const engines = {
  async gongxun() {
    await script('/engine/engine.js');
    const { memory } = await wasm_bindgen({ module_or_path: '/engine/engine_bg.wasm' });
    const [index, dict] = await Promise.all([fetch('/archive/index.bin').then((r) => r.arrayBuffer()), text('/archive/dict.txt')]);
    const bench = new wasm_bindgen.Bench(new Uint8Array(index), dict);
    const typed = ['s', 'so', 'gong', 'gh', 'sql', 'zgh', 'yb', '工', '工会', '总工会', '服务', '服务fu', '地区:', 'zhong', 'aaaa', '职工jn'];
    const timed = (what, all) => all.map((one) => {
      const times = Array.from({ length: WARM }, () => {
        const begun = performance.now();
        bench[what](one);
        return performance.now() - begun;
      });
      return times.sort((a, b) => a - b)[WARM >> 1];
    });
    return {
      find: (terms) => [...bench.find(terms.map((term) => `“${term}”`).join(' '))],
      buffers: () => memory.buffer.byteLength,
      more: () => ({
        'completion a key': timed('complete', typed),
        'near misses': timed('near', ['送青凉', '总工汇', '渝北取总工会', '火星人民', 'gonghui']),
        'matches in part': timed('sharing', ['职工服务中心活动', '火星上的工会', '渝北区总工会办公室']),
      }),
    };
  },

  async includes() {
    const docs = await json('/archive/docs.json');
    const fields = docs.map(({ title, body }) => [title, ...body.split('\n')].map((field) => field.toLowerCase()));
    return {
      find: (terms) => {
        const wanted = terms.map((term) => term.toLowerCase());
        const holds = (own) => wanted.every((term) => own.some((field) => field.includes(term)));
        return fields.flatMap((own, at) => (holds(own) ? [at] : []));
      },
    };
  },

  async minisearch() {
    const { default: MiniSearch } = await import('/modules/minisearch/dist/es/index.js');
    const { default: init, cut_for_search: cut } = await import('/modules/jieba-wasm/pkg/web/jieba_rs_wasm.js');
    const { memory } = await init();
    const docs = await json('/archive/docs.json');
    const search = new MiniSearch({ fields: ['title', 'body'], tokenize: (all) => cut(all, true).filter((word) => /[\p{L}\p{N}]/u.test(word)) });
    search.addAll(docs);
    return {
      find: (terms) => search.search(terms.join(' '), { combineWith: 'AND' }).map(({ id }) => id),
      buffers: () => memory.buffer.byteLength,
    };
  },

  async pagefind() {
    const pagefind = await import('/archive/pagefind/pagefind.js');
    await pagefind.options({ basePath: '/archive/pagefind/' });
    await pagefind.init();
    return { find: async (terms) => (await pagefind.search(terms.join(' '))).results.map(({ id }) => id) };
  },
};

export async function run(name, queries) {
  const begun = performance.now();
  const engine = await engines[name]();
  const load = performance.now() - begun;
  const found = [];
  const times = [];
  for (const terms of queries) {
    found.push(await engine.find(terms));
    const warm = [];
    for (let again = 0; again < WARM; again++) {
      const asked = performance.now();
      await engine.find(terms);
      warm.push(performance.now() - asked);
    }
    times.push(warm.sort((a, b) => a - b)[WARM >> 1]);
  }
  return { load, found, times, buffers: engine.buffers?.() ?? 0, more: engine.more?.() ?? {} };
}
