// Starts the app, in both deliveries. ES5, because it is this script that tells old browsers what to do.
//
// It reads the manifest (a JSON block of the page), loads the parts that the manifest names, checks size and
// checksum of each, and hands them to the wasm. A part is either a file beside the page or a block in it;
// nothing beyond this script knows which. What the wasm may call:
//
//   __gongxun.part(name)    -> Promise<string>; rejects with an Error that has `kind` and `part`:
//                              "missing" (not there, or the network failed), "damaged" (not the bytes that
//                              were published), "version" (made for another version of this program)
//   __gongxun.started(api)  the app can search: `api` is { search(query, options), open(state) }
//   __gongxun.failed(error) the app cannot go on and has said so in the page
//
// What others may call is `window.gongxun`: { ready, search(query, {limit}), open(state) }.
(function () {
  'use strict';

  var FORMAT = 'gongxun-site';
  var VERSION = 1;
  var NAMES = { corpus: '资料', dict: '词典', map: '地图', settings: '设置', wasm: '程序' };
  var manifest = null;
  var loads = {};
  var retry = {};

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

  function readManifest() {
    var block = document.getElementById('gongxun-manifest');
    var value;
    try {
      value = JSON.parse(block.textContent);
    } catch (e) {
      throw problem('damaged', 'manifest', '页面不完整，可能没有下载或复制完。请重新获取。');
    }
    if (value.format !== FORMAT || value.version !== VERSION) {
      throw problem(
        'version',
        'manifest',
        '页面与程序的版本不同：需要 ' + FORMAT + ' ' + VERSION + '，实为 ' + value.format + ' ' + value.version + '。请重新生成网站。'
      );
    }
    return value;
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

  function fetched(name, entry) {
    var label = NAMES[name] || name;
    // A second try must not be answered from the cache that gave the bad bytes.
    return fetch(entry.path, { cache: retry[name] ? 'reload' : 'default' }).then(
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
    var block = document.querySelector('script[data-part="' + name + '"]');
    if (!block) throw problem('missing', name, '文件里没有' + (NAMES[name] || name) + '。');
    var text = block.textContent;
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

  function showError(error) {
    var status = document.getElementById('gongxun-status');
    if (!status) return;
    status.textContent = '';
    status.hidden = false;
    status.setAttribute('data-state', 'error');
    status.setAttribute('role', 'alert');
    var words = document.createElement('p');
    words.textContent = '检索打不开。' + error.message;
    var again = document.createElement('button');
    again.type = 'button';
    again.textContent = '重试';
    again.onclick = function () {
      location.reload();
    };
    status.appendChild(words);
    status.appendChild(again);
  }

  function start() {
    if (!supported()) {
      var notice = document.getElementById('gongxun-old-browser');
      if (notice) notice.removeAttribute('hidden');
      return;
    }
    Promise.resolve()
      .then(function () {
        if (!manifest) manifest = readManifest();
        document.getElementById('gongxun-status').hidden = false;
        return load('wasm');
      })
      .then(function (bytes) {
        if (typeof wasm_bindgen !== 'function') throw problem('missing', 'glue', '程序不完整。请重新获取。');
        return wasm_bindgen({ module_or_path: bytes });
      })
      .catch(function (error) {
        // A page policy without 'wasm-unsafe-eval', or a browser that does not know that word yet.
        if (typeof error.kind !== 'string' && /unsafe-eval|Content Security Policy/.test(error.message)) {
          error = problem('unsupported', 'wasm', '这个浏览器在本网站的安全设置下不能运行检索。请升级浏览器，或改用单文件版。');
        } else if (typeof error.kind !== 'string') {
          error = problem('crashed', 'wasm', '程序出错：' + error.message);
        }
        showError(error);
        settle.reject(error);
      });
  }

  if (!supported()) {
    document.addEventListener ? document.addEventListener('DOMContentLoaded', start) : window.attachEvent('onload', start);
    return;
  }

  var settle = {};
  var ready = new Promise(function (resolve, reject) {
    settle.resolve = resolve;
    settle.reject = reject;
  });
  // A page that never looks at `ready` is no reason for a message in the console.
  ready.catch(function () {});

  window.gongxun = {
    ready: ready.then(function () {}),
    search: function (query, options) {
      return ready.then(function (api) {
        return api.search(query, options || {});
      });
    },
    open: function (state) {
      return ready.then(function (api) {
        return api.open(state);
      });
    }
  };
  window.gongxun.ready.catch(function () {});
  window.__gongxun = { part: part, started: settle.resolve, failed: settle.reject };

  // Files are asked for at once, beside the page's own parsing; blocks are not there yet.
  try {
    manifest = readManifest();
    Object.keys(manifest.parts).forEach(function (name) {
      // The map is large, and only its views need it.
      if (manifest.parts[name].path && name !== 'map') load(name).catch(function () {});
    });
  } catch (e) {
    manifest = null; // `start` reads it again and says what is wrong
  }
  document.addEventListener('DOMContentLoaded', start);
})();
