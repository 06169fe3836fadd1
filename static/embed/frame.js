// The page of a frame (embed.html), before it boots: takes its options from the query, tells the page around it how
// high it is, and turns into the static list where the program cannot run. ES5.
//
// What goes out is the height in CSS pixels and, to a host that the browser names, the state's hash and whether an
// article was opened or another question asked; nothing that comes in is listened to.
(function () {
  'use strict';

  var KEYS = { district: 'd', view: 'v', q: 'q', types: 't', from: 'from', to: 'to', lang: 'lang' };
  // The districts that have a list of their own; written by `publish`.
  var LISTS = 'gongxun:districts'.split(',');
  var options = {};
  location.search
    .slice(1)
    .split('&')
    .forEach(function (pair) {
      var at = pair.indexOf('=');
      try {
        if (at > 0) options[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1).replace(/\+/g, ' ')).trim();
      } catch (e) {
        // A value that is no text is none.
      }
    });

  function hashOf() {
    var pairs = [];
    Object.keys(KEYS).forEach(function (name) {
      // A key of the hash itself will do as well.
      var text = options[name] || options[KEYS[name]];
      if (!text) return;
      var items = name === 'q' ? [text] : text.split(/[\s,，、]+/);
      pairs.push(KEYS[name] + '=' + items.map(encodeURIComponent).join(','));
    });
    return pairs.join('&');
  }

  if (location.hash.length < 2 && hashOf()) history.replaceState(null, '', location.pathname + location.search + '#' + hashOf());

  // The host's origin as far as the browser tells; without it only the height goes out.
  function host() {
    if (location.ancestorOrigins && location.ancestorOrigins.length) return location.ancestorOrigins[0];
    var named = /^https?:\/\/[^\/]+/.exec(document.referrer);
    return named ? named[0] : null;
  }

  var last = 0;
  function send(hash, kind) {
    if (parent === window || (hash === undefined && !last)) return;
    var origin = host();
    // A page of its own without a host's origin (opaque) is written "null".
    if (origin && origin !== 'null') parent.postMessage({ gongxun: last, state: hash, kind: kind }, origin);
    else if (hash === undefined) parent.postMessage({ gongxun: last }, '*');
  }

  function measure() {
    var app = document.getElementById('app');
    var height = app ? Math.ceil(app.getBoundingClientRect().height) : 0;
    if (!height || height === last) return;
    last = height;
    send();
  }

  var fixed = parseInt(options.height, 10) > 0;
  if (!fixed && parent !== window && typeof ResizeObserver === 'function') {
    document.addEventListener('DOMContentLoaded', function () {
      new ResizeObserver(measure).observe(document.getElementById('app'));
    });
  }

  // The list that stands in the page for readers without script would flash by, and the frame's height with it.
  document.documentElement.className = 'gx-frame';

  window.__gongxunFrame = {
    theme: options.theme || 'auto',
    tell: function (kind, hash) {
      send(hash, kind === 'state' ? undefined : kind);
    },
    refused: function () {
      var wanted = /(?:^|[#&])d=(\d{6})(?:&|$)/.exec(location.hash);
      var list = wanted && LISTS.indexOf(wanted[1]) >= 0 ? wanted[1] : 'index';
      location.replace('embed/' + list + '.html');
    }
  };
})();
