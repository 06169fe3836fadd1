// embed.js: what a host page loads first. It defines <gongxun-explorer>, waits until one comes near the viewport,
// and only then fetches the rest. Where the host's policy refuses that, or the browser is too old for it, the
// element shows a frame, which says by messages what the element tells by events; where that is refused, too, the
// link that stands within the element. Frames get the height that they ask for.
//
// 2 kB at most as published, where comments and indentation are taken out; so one name a thing, and short.
// Browsers with custom elements know ES2015; others see the link.
(() => {
const doc = document, me = doc.currentScript, ce = window.customElements, tag = 'gongxun-explorer';
if (!me || !ce || ce.get(tag)) return;
const base = me.src.replace(/[^/]*([?#].*)?$/, ''), site = new URL(base).origin,
  names = 'district view q types from to lang height theme'.split(' '),
  all = new Set(), Q = URLSearchParams, make = n => doc.createElement(n);
let more;
// The rest calls `open`, a property of the class, with the function that fills an element.
const load = () => more = more || new Promise((ok, no) => {
  const s = make('script');
  E.open = ok;
  s.onerror = () => no(more = 0);
  s.nonce = me.nonce;
  s.src = base + 'gongxun:element';
  doc.head.append(s);
});
// What is done for an element while it is in the page: { update(name), destroy() }.
class E extends HTMLElement {
  connectedCallback() {
    if (this.gx) return;
    const io = new IntersectionObserver(x => {
      if (!x.some(s => s.isIntersecting)) return;
      io.disconnect();
      load().then(f => this.gx == gx && f(this, gx, base)).catch(() => this.gx == gx && frame(this, gx));
    }, { rootMargin: '400px' }), gx = this.gx = { update() {}, destroy() { io.disconnect(); } };
    io.observe(this);
  }
  // One that was only moved stays as it is.
  disconnectedCallback() {
    Promise.resolve().then(() => this.isConnected || (this.gx = this.gx && this.gx.destroy()));
  }
  attributeChangedCallback(n, old, now) {
    if (old != now && this.gx) this.gx.update(n);
  }
}
E.observedAttributes = names;
const frame = (el, gx) => {
  const f = make('iframe'), root = el.shadowRoot || el.attachShadow({ mode: 'open' });
  root.textContent = '';
  f.title = '工会活动';
  f.el = el;
  gx.update = () => {
    f.src = base + 'embed.html?' + new Q(names.map(n => [n, el.getAttribute(n) || '']));
    f.style = 'border:0;width:100%;height:' + (parseInt(el.getAttribute('height')) || 640) + 'px';
  };
  gx.destroy = () => {
    all.delete(f);
    f.remove();
  };
  gx.update();
  all.add(f);
  root.append(f);
};
// A policy that refuses one of our frames (frame-src, child-src) refuses all.
addEventListener('securitypolicyviolation', e => {
  if (/fra|chi/.test(e.effectiveDirective) && !e.blockedURI.indexOf(site)) all.forEach(f => f.replaceWith(make('slot')));
});
addEventListener('message', e => {
  const d = e.data;
  if (e.origin == site && d && d.gongxun >= 0)
    for (const f of [...all, ...doc.querySelectorAll('iframe')])
      if (f.contentWindow == e.source) {
        if (d.gongxun) f.style.height = Math.min(d.gongxun, 2e4) + 'px';
        // As the element tells: the state, and its keys.
        if (f.el && d.kind) f.el.dispatchEvent(new CustomEvent('gongxun-' + d.kind, {
          bubbles: 1, composed: 1, detail: Object.fromEntries([...new Q(d.state), ['hash', d.state]])
        }));
      }
});
ce.define(tag, E);
})();
