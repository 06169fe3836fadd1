// Fills <gongxun-explorer> elements, once `embed.js` found that one is near the viewport. One wasm instance and one
// archive serve all of a page. A fragment: `publish` puts it in one function with the glue, `parts.js` and SITE
// ({ manifest, blocks, style }), so that nothing but `window.gongxun` is left in the host's page.
//
// The host's page is not ours: its styles end at the shadow root, its address and storage are not touched, and
// whatever goes wrong here ends as a few words in the element, or as a frame where its policy refuses us.

var KEYS = { district: 'd', view: 'v', q: 'q', types: 't', from: 'from', to: 'to', lang: 'lang' };
// Inherited values of the host end here; a unit of its root's font size would not be ours.
var ROOM_STYLE =
  ':host{display:block}:host([hidden]){display:none}' +
  '.room{all:initial;display:block;container-type:inline-size;font-size:16px;direction:ltr}' +
  '.room .gx{--u:16px}.room .gx.elder{--u:21px}' +
  '.note{font:16px/1.75 sans-serif;padding:16px;border-left:3px solid #a31d1d;background:#f6f3ed;color:#1e1b18}' +
  '.note p{margin:0}.note button{font:inherit;margin-top:8px;padding:4px 16px}';

// What is said before there is a program to say it.
var WORDS = {
  zh: { lang: 'zh-CN', opening: '正在打开……', closed: '工会活动没有打开。', again: '重试' },
  en: { lang: 'en', opening: 'Opening…', closed: 'The explorer did not open.', again: 'Try again' }
};

var sheet = null;
var engine = null;
var offered = null;
var parts = null;
var explorers = [];
var settle = {};
var ready = new Promise(function (resolve) {
  settle.resolve = resolve;
});

/** What the wasm may call. */
var __gongxun = {
  part: function (name) {
    return parts.part(name);
  },
  bytes: function (name) {
    return parts.bytes(name);
  },
  late: function () {
    return parts.late();
  },
  offer: function (mount) {
    offered = mount;
  },
  started: settle.resolve,
  failed: function () {}
};

/** The wasm, running: a promise of its `mount`. */
function run(base) {
  if (!parts) {
    parts = partsOf(SITE.manifest, base, function (name) {
      return SITE.blocks[name];
    });
  }
  if (!engine) {
    Object.keys(SITE.manifest.parts).forEach(function (name) {
      if (!LATER[name]) parts.load(name).catch(function () {});
    });
    engine = parts.run(wasm_bindgen).then(function () {
      return offered;
    });
    engine.catch(function () {
      engine = null;
    });
  }
  return engine;
}

function valueOf(element, name) {
  var text = (element.getAttribute(name) || '').trim();
  var items = name === 'q' ? [text] : text.split(/[\s,，、]+/);
  return items.map(encodeURIComponent).join(',');
}

function hashOf(element) {
  var pairs = [];
  Object.keys(KEYS).forEach(function (name) {
    var value = valueOf(element, name);
    if (value) pairs.push(KEYS[name] + '=' + value);
  });
  return pairs.join('&');
}

/** Tells the host: `gongxun-open` an article, `gongxun-filter` for another question, with the state's keys. */
function tell(element, kind, hash) {
  if (kind === 'state') return;
  var detail = { hash: hash };
  new URLSearchParams(hash).forEach(function (value, key) {
    detail[key] = value;
  });
  element.dispatchEvent(new CustomEvent('gongxun-' + kind, { bubbles: true, composed: true, detail: detail }));
}

function fits() {
  return supported() && 'adoptedStyleSheets' in Document.prototype && CSS.supports('container-type', 'inline-size');
}

/**
 * Fills an element, and gives `gx` what updates and destroys it. Resolves when an explorer, or what is wrong,
 * stands in it; rejects where the host or the browser does not let it run, for a frame to take its place.
 */
function open(element, gx, base) {
  if (!fits()) return Promise.reject(new Error('this browser takes the frame'));
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(ROOM_STYLE + SITE.style);
  }
  var root = element.shadowRoot || element.attachShadow({ mode: 'open' });
  var room = document.createElement('div');
  var handle = null;
  var gone = false;
  root.adoptedStyleSheets = [sheet];
  root.textContent = '';
  root.appendChild(room);
  room.className = 'room';

  function words() {
    return WORDS[element.getAttribute('lang')] || WORDS.zh;
  }
  function note(room, text, retry, why) {
    say(room, words(), text, retry, why);
  }
  function fit() {
    var height = parseInt(element.getAttribute('height'), 10);
    room.style.height = height > 0 ? height + 'px' : '';
    room.style.overflow = height > 0 ? 'auto' : '';
  }
  fit();
  gx.update = function (name) {
    if (name === 'height') fit();
    else if (handle) handle.update(KEYS[name] || name, valueOf(element, name));
  };
  gx.destroy = function () {
    gone = true;
    if (handle) handle.destroy();
    explorers = explorers.filter(function (one) {
      return one !== handle;
    });
    root.textContent = '';
  };

  function fill() {
    var refused = false;
    var hear = function (event) {
      if (base.indexOf(event.blockedURI) === 0 || event.blockedURI.indexOf(base) === 0) refused = true;
    };
    document.addEventListener('securitypolicyviolation', hear);
    room.textContent = '';
    note(room, words().opening);
    return run(base)
      .then(
        function (mount) {
          if (gone) return;
          handle = mount(room, {
            kind: 'element',
            room: room,
            hash: hashOf(element),
            theme: element.getAttribute('theme') || 'auto',
            site: base,
            tell: function (kind, hash) {
              tell(element, kind, hash);
            }
          });
          explorers.push(handle);
        },
        function (error) {
          if (gone) return;
          if (refused || typeof error.kind !== 'string') throw error;
          room.textContent = '';
          note(room, words().closed, fill, error.message);
        }
      )
      .finally(function () {
        document.removeEventListener('securitypolicyviolation', hear);
      });
  }
  return fill();
}

function say(room, words, text, retry, why) {
  var box = document.createElement('div');
  box.className = 'note';
  box.lang = words.lang;
  box.setAttribute('role', retry ? 'alert' : 'status');
  [text, why].forEach(function (text, at) {
    if (!text) return;
    var line = document.createElement('p');
    if (at) line.lang = 'zh-CN';
    line.textContent = text;
    box.appendChild(line);
  });
  if (retry) {
    var again = document.createElement('button');
    again.type = 'button';
    again.textContent = words.again;
    again.onclick = function () {
      retry().catch(function () {});
    };
    box.appendChild(again);
  }
  room.appendChild(box);
}

if (!window.gongxun) {
  // A state is opened in the first explorer of the page.
  window.gongxun = offeredBy(ready, function (api, state) {
    if (explorers[0]) explorers[0].open(state);
  });
}
customElements.get('gongxun-explorer').open(open);
