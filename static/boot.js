// Starts the app on a page of ours, in all deliveries. ES5, because it is this script that tells old browsers
// what to do. A fragment that follows `parts.js`, in one function.
//
// It reads the manifest (a JSON block of the page), has the parts loaded, starts the wasm, and mounts an explorer
// in `#app`. What others may call is `window.gongxun`: { ready, search(query, {limit}), open(state) }.

var FORMAT = 'gongxun-site';
var VERSION = 1;
var manifest = null;
var parts = null;
// What `embed/frame.js` left, where this page is a frame.
var frame = window.__gongxunFrame;

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
  manifest = value;
  parts = partsOf(manifest, '', function (name) {
    var block = document.querySelector('script[data-part="' + name + '"]');
    return block ? block.textContent : null;
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
  words.textContent = '检索打不开。' + error.message + (/[#&]lang=en\b/.test(location.hash) ? ' Search did not start.' : '');
  var again = document.createElement('button');
  again.type = 'button';
  again.textContent = '重试';
  again.onclick = function () {
    location.reload();
  };
  status.appendChild(words);
  status.appendChild(again);
}

function options() {
  var site = manifest.parts.corpus && manifest.parts.corpus.path;
  return {
    kind: frame ? 'frame' : 'page',
    site: site ? location.href.replace(/[?#].*/, '').replace(/[^\/]*$/, '') : undefined,
    theme: frame && frame.theme,
    tell: frame && frame.tell
  };
}

function start() {
  if (!supported()) {
    if (frame) return frame.refused();
    var notice = document.getElementById('gongxun-old-browser');
    if (notice) notice.removeAttribute('hidden');
    return;
  }
  Promise.resolve()
    .then(function () {
      if (!parts) readManifest();
      document.getElementById('gongxun-status').hidden = false;
      if (typeof wasm_bindgen !== 'function') throw problem('missing', 'glue', '程序不完整。请重新获取。');
      return parts.run(wasm_bindgen);
    })
    .catch(function (error) {
      if (frame && typeof error.kind !== 'string') return frame.refused();
      // A page policy without 'wasm-unsafe-eval', or a browser that does not know that word yet.
      if (typeof error.kind !== 'string' && /unsafe-eval|Content Security Policy|disallowed by embedder/.test(error.message)) {
        error = problem('unsupported', 'wasm', '这个浏览器在本网站的安全设置下不能运行检索。请升级浏览器，或改用单文件版。');
      } else if (typeof error.kind !== 'string') {
        error = problem('crashed', 'wasm', '程序出错：' + error.message);
      }
      showError(error);
      settle.reject(error);
    });
}

/** Texts of this page, from elements that bear them or name their file. */
function shell() {
  return Promise.all(
    ['style', 'script', 'glue'].map(function (name) {
      var element = document.querySelector('[data-shell="' + name + '"]');
      var address = element.src || element.href;
      if (!address) return element.textContent;
      return fetch(address).then(function (response) {
        if (!response.ok) throw problem('missing', name, '程序找不到：' + address + '（' + response.status + '）。');
        return response.text();
      });
    })
  );
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

window.gongxun = offeredBy(ready, function (api, state) {
  return api.open(state);
});
window.gongxun.ready.catch(function () {});
window.__gongxun = {
  part: function (name) {
    return parts.part(name);
  },
  bytes: function (name) {
    return parts.bytes(name);
  },
  has: function (name) {
    return name in manifest.parts;
  },
  shell: shell,
  late: function () {
    return parts.late();
  },
  worker: function () {
    return parts.worker();
  },
  offer: function (mount) {
    mount(document.getElementById('app'), options());
  },
  started: settle.resolve,
  failed: settle.reject
};

// Files are asked for at once, beside the page's own parsing, but for those of LATER; blocks are not there yet. An
// address with words or a view will want the late part.
try {
  readManifest();
  var soon = /[#&](q|v)=[^&]/.test(location.hash) && 'late';
  Object.keys(manifest.parts).forEach(function (name) {
    if ((!LATER[name] || name === soon) && manifest.parts[name].path) parts.load(name).catch(function () {});
  });
} catch (e) {
  parts = null; // `start` reads it again and says what is wrong
}
document.addEventListener('DOMContentLoaded', start);
