// The parts of a delivery: loaded once, checked against the manifest's size and checksum, and handed out; and what is
// offered to the pages around. ES5.
//
// A fragment: `publish` puts it in one function with `boot.js` (the page, the single file, the frame) or with
// `embed/element.js` (an element in another's page), and, for the latter, with the glue. The wasm's one edge is
// `__gongxun`, which both of them provide:
//
//   part(name)     -> Promise<string>; rejects with an Error that has `kind` and `part`: "missing" (not there,
//                     or the network failed), "damaged" (not the bytes that were published), "version" (made
//                     for another version of this program)
//   bytes(name)    -> Promise<Uint8Array>; rejects alike
//   has(name)      -> whether there is such a part; as shell, of a page of ours alone
//   shell()        -> Promise of the texts that this page is made of beside its parts: [style, script, glue]; a page
//                     of ours alone has them
//   late()         -> Promise<void>: the late part of the program is behind the first; at once where there is none
//   worker()       -> Promise of ask([json, bytes...]) -> Promise<[json, bytes...]>: the second wasm, in a worker, or in
//                     this page where the browser gives none
//   offer(mount)   the program runs: mount(element, options) puts an explorer there and returns
//                  { update(key, value), open(state), destroy() }, where key is one of the hash's or "theme".
//                  Options: kind "page" (owns the page's hash), "frame" (so, too, but drawn slim) or "element";
//                  for an element hash, theme and room (what scrolls); site (the folder of embed.js, where there
//                  is one); tell(kind, hash), called after what the reader does
//   started(api)   an explorer can search: `api` is { search(query, options), open(state) }
//   failed(error)  an explorer cannot go on and has said so in its place

var NAMES = {
  corpus: '资料',
  dict: '词典',
  index: '索引',
  map: '地图',
  settings: '设置',
  wasm: '程序',
  late: '程序',
  worker: '程序',
  'worker-script': '程序',
  towns: '地名',
  'all-towns': '地名',
  template: '页面',
  english: '英文界面'
};
// What is loaded when it is first asked for.
var LATER = {
  map: true,
  late: true,
  worker: true,
  'worker-script': true,
  towns: true,
  'all-towns': true,
  template: true,
  english: true
};

// What the glue and the wasm need: Chrome 71, Firefox 67, Safari 12.1 and later have all of it.
function supported() {
  return (
    typeof WebAssembly === 'object' &&
    typeof Promise === 'function' &&
    typeof fetch === 'function' &&
    typeof TextDecoder === 'function' &&
    typeof TextEncoder === 'function' &&
    typeof globalThis === 'object' &&
    typeof BigInt === 'function'
  );
}

function problem(kind, part, text) {
  var error = new Error(text);
  error.kind = kind;
  error.part = part;
  return error;
}

var CRC_TABLE = (function () {
  var table = [];
  for (var n = 0; n < 256; n++) {
    var c = n;
    for (var k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    table.push(c >>> 0);
  }
  return table;
})();

function crc32(bytes) {
  var c = 0xffffffff;
  for (var i = 0; i < bytes.length; i++) c = (c >>> 8) ^ CRC_TABLE[(c ^ bytes[i]) & 255];
  return ('0000000' + ((c ^ 0xffffffff) >>> 0).toString(16)).slice(-8);
}

function verified(name, entry, bytes) {
  var label = NAMES[name] || name;
  if (bytes.length !== entry.bytes) {
    throw problem('damaged', name, label + '不完整：应有 ' + entry.bytes + ' 字节，实有 ' + bytes.length + ' 字节。');
  }
  if (crc32(bytes) !== entry.crc32) {
    throw problem('damaged', name, label + '已损坏：校验值与发布时的不同。');
  }
  return bytes;
}

/** The second wasm in a worker; `gone` is called when it has broken down, and another has to take its place. */
function beside(url, wasm, gone) {
  return new Promise(function (resolve, reject) {
    var thread = new Worker(url);
    var waiting = {};
    var count = 0;
    var ran = false;
    function broke(words) {
      var error = problem('crashed', 'worker', '程序出错：' + words);
      thread.terminate();
      // One that never ran has nothing to be replaced: the page takes its place.
      if (ran) gone();
      reject(error);
      Object.keys(waiting).forEach(function (number) {
        waiting[number].reject(error);
      });
      waiting = {};
    }
    function ask(message) {
      return new Promise(function (done, failed) {
        waiting[++count] = { resolve: done, reject: failed };
        thread.postMessage([count, message]);
      });
    }
    thread.onerror = function (event) {
      event.preventDefault();
      broke(event.message || '');
    };
    thread.onmessage = function (event) {
      var number = event.data[0];
      if (!event.data[1]) return broke(event.data[2]);
      if (number === 0) {
        ran = true;
        return resolve(ask);
      }
      waiting[number].resolve(event.data[1]);
      delete waiting[number];
    };
    thread.postMessage([0, wasm]);
  });
}

/** The second wasm in this page, where a turn of the browser's passes between two messages. */
function within(url, wasm, gone) {
  return new Promise(function (resolve, reject) {
    var script = document.createElement('script');
    script.src = url;
    script.onload = resolve;
    script.onerror = function () {
      reject(problem('missing', 'worker', '程序载入失败。请检查网络。'));
    };
    document.head.appendChild(script);
  })
    .then(function () {
      return window.__gongxunWorker.start(wasm);
    })
    .then(function (answer) {
      return function (message) {
        return new Promise(function (resolve) {
          setTimeout(resolve, 0);
        }).then(function () {
          try {
            return answer(message);
          } catch (error) {
            gone();
            throw problem('crashed', 'worker', '程序出错：' + error.message);
          }
        });
      };
    });
}

/** What the pages around us may call (`window.gongxun`), once `ready` has its `api`; `open` opens a state. */
function offeredBy(ready, open) {
  return {
    ready: ready.then(function () {}),
    search: function (query, options) {
      return ready.then(function (api) {
        return api.search(query, options || {});
      });
    },
    open: function (state) {
      return ready.then(function (api) {
        return open(api, state);
      });
    }
  };
}

/** What loads the parts of `manifest`: files under `base`, or blocks whose text `blockOf(name)` gives. */
function partsOf(manifest, base, blockOf) {
  var loads = {};
  var retry = {};

  function fetched(name, entry) {
    var label = NAMES[name] || name;
    // A second try must not be answered from the cache that gave the bad bytes.
    return fetch(base + entry.path, { cache: retry[name] ? 'reload' : 'default' }).then(
      function (response) {
        if (!response.ok) throw problem('missing', name, label + '找不到：' + entry.path + '（' + response.status + '）。');
        return response.arrayBuffer().then(
          function (buffer) {
            return new Uint8Array(buffer);
          },
          function () {
            throw problem('damaged', name, label + '没有下载完：' + entry.path + '。');
          }
        );
      },
      function () {
        throw problem('missing', name, label + '载入失败：' + entry.path + '。请检查网络。');
      }
    );
  }

  function inline(name, entry) {
    var text = blockOf(name);
    if (typeof text !== 'string') throw problem('missing', name, '文件里没有' + (NAMES[name] || name) + '。');
    try {
      if (entry.encoding === 'base64') {
        var raw = atob(text);
        var bytes = new Uint8Array(raw.length);
        for (var i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
        return bytes;
      }
      return new TextEncoder().encode(entry.encoding === 'json-string' ? JSON.parse(text) : text);
    } catch (e) {
      throw problem('damaged', name, (NAMES[name] || name) + '不完整，可能没有下载或复制完。请重新获取文件。');
    }
  }

  function load(name) {
    if (!loads[name]) {
      loads[name] = Promise.resolve()
        .then(function () {
          var entry = manifest.parts[name];
          if (!entry) throw problem('missing', name, '没有' + (NAMES[name] || name) + '。');
          if (!entry.path) return verified(name, entry, inline(name, entry));
          return fetched(name, entry).then(function (bytes) {
            return verified(name, entry, bytes);
          });
        })
        .catch(function (error) {
          loads[name] = null;
          retry[name] = true;
          throw error;
        });
    }
    return loads[name];
  }

  function part(name) {
    return load(name).then(function (bytes) {
      return new TextDecoder().decode(bytes);
    });
  }

  // What has been handed over once is not kept a second time.
  function bytes(name) {
    return load(name).then(function (loaded) {
      loads[name] = null;
      return loaded;
    });
  }

  var asks = null;

  function gone() {
    asks = null;
  }

  function worker() {
    if (!asks) {
      asks = Promise.all([bytes('worker'), bytes('worker-script')]).then(function (loaded) {
        var path = manifest.parts['worker-script'].path;
        // A policy that allows files of the site allows no blobs; under file:// it is the other way round.
        var url = path ? new URL(base + path, document.baseURI).href : URL.createObjectURL(new Blob([loaded[1]], { type: 'text/javascript' }));
        return beside(url, loaded[0], gone).catch(function () {
          return within(url, loaded[0], gone);
        });
      });
      asks.catch(gone);
    }
    return asks;
  }

  var begun = {};
  var first = new Promise(function (resolve) {
    begun.resolve = resolve;
  });
  var behind = null;

  /** Starts the program by its glue. */
  function run(glue) {
    return load('wasm')
      .then(function (bytes) {
        return glue({ module_or_path: bytes });
      })
      .then(begun.resolve);
  }

  // The late part shares memory and table with the first, and puts its functions into the table as it starts.
  function late() {
    if (!manifest.parts.late) return Promise.resolve();
    if (!behind) {
      behind = Promise.all([first, bytes('late')]).then(function (both) {
        return WebAssembly.instantiate(both[1], { first: both[0] }).then(
          function () {},
          function (error) {
            throw problem('crashed', 'late', '程序出错：' + error.message);
          }
        );
      });
      behind.catch(function () {
        behind = null;
      });
    }
    return behind;
  }

  return { load: load, part: part, bytes: bytes, worker: worker, run: run, late: late };
}
