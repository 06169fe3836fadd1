// embed.js: what a host page loads first. It defines <gongxun-explorer>, waits until one comes near the viewport,
// and only then fetches the rest. Where the host's policy refuses that, or the browser is too old for it, the
// element shows a frame; where that is refused, too, the link that stands within the element. Frames get the
// height that they ask for.
//
// 2 kB at most as published, where comments and indentation are taken out; so one name a thing, and short.
// Browsers with custom elements know ES2015; others see the link.
(() => {
const doc = document, me = doc.currentScript, tags = window.customElements, tag = 'gongxun-explorer';
if (!me || !tags || tags.get(tag)) return;
const base = me.src.replace(/[^/]*([?#].*)?$/, ''), site = new URL(base).origin;
const names = 'district view q types from to lang height theme'.split(' ');
const frames = new Set();
let more;
// The rest calls `open`, a property of the class, with the function that fills an element.
const load = () => more = more || new Promise((done, fail) => {
  const s = doc.createElement('script');
  E.open = done;
  s.onerror = () => fail(more = 0);
  s.nonce = me.nonce;
  s.src = base + 'gongxun:element';
  doc.head.append(s);
});
// What is done for an element while it is in the page: { update(name), destroy() }.
class E extends HTMLElement {
  static get observedAttributes() { return names; }
  connectedCallback() {
    if (this.gx) return;
    const near = new IntersectionObserver(seen => {
      if (!seen.some(one => one.isIntersecting)) return;
      near.disconnect();
      load().then(open => this.gx == gx && open(this, gx, base)).catch(() => this.gx == gx && frame(this, gx));
    }, { rootMargin: '400px' });
    const gx = this.gx = { update() {}, destroy() { near.disconnect(); } };
    near.observe(this);
  }
  // One that was only moved stays as it is.
  disconnectedCallback() {
    Promise.resolve().then(() => this.isConnected || (this.gx = this.gx && this.gx.destroy()));
  }
  attributeChangedCallback(name, old, now) {
    if (old != now && this.gx) this.gx.update(name);
  }
}
const frame = (el, gx) => {
  const f = doc.createElement('iframe'), root = el.shadowRoot || el.attachShadow({ mode: 'open' });
  const refused = e => /frame|child/.test(e.effectiveDirective) && !e.blockedURI.indexOf(site) && f.replaceWith(doc.createElement('slot'));
  const on = 'securitypolicyviolation';
  root.textContent = '';
  f.title = '工会活动';
  gx.update = () => {
    f.src = base + 'embed.html?' + names.map(name => name + '=' + encodeURIComponent(el.getAttribute(name) || '')).join('&');
    f.style = 'border:0;width:100%;height:' + (parseInt(el.getAttribute('height')) || 640) + 'px';
  };
  gx.destroy = () => {
    doc.removeEventListener(on, refused);
    frames.delete(f);
    f.remove();
  };
  doc.addEventListener(on, refused);
  gx.update();
  frames.add(f);
  root.append(f);
};
addEventListener('message', e => {
  if (e.origin == site && e.data && e.data.gongxun > 0)
    for (const f of [...frames, ...doc.querySelectorAll('iframe')])
      if (f.contentWindow == e.source) f.style.height = Math.min(e.data.gongxun, 2e4) + 'px';
});
tags.define(tag, E);
})();
