// Pages of others as they are met: each takes the address of the site and gives { html, headers }.

/** The two lines that a webmaster copies, with these attributes. */
export const element = (site, attributes = 'district="500112"') =>
  `<script src="${site}embed.js" async></script>\n` +
  `<gongxun-explorer ${attributes}><a href="${site}embed/500112.html">渝北区工会活动</a></gongxun-explorer>`;

/** A page of today with this in it. */
export const plain = (body, head = '') => ({
  html: `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>某区总工会</title><link rel="icon" href="data:,">${head}</head><body><main><h1>某区总工会</h1>${body}</main></body></html>`,
});

/** A host with a policy; `origin` is the site's. */
export const policed = (site, policy) => {
  const { origin } = new URL(site);
  return { ...plain(element(site)), headers: { 'Content-Security-Policy': policy(origin) } };
};

// What Prototype.js 1.6 and its contemporaries did to every page: natives replaced, everything extended.
const POLLUTED = `
  Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  Array.prototype.each = function (f) { for (var i = 0; i < this.length; i++) f(this[i]); return this; };
  Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
  Array.prototype.clone = function () { return [].concat(this); };
  Array.from = function (list) { var out = []; for (var i = 0; list && i < list.length; i++) out.push(list[i]); return out; };
  Function.prototype.bind = function (self) {
    var f = this, args = Array.prototype.slice.call(arguments, 1);
    return function () { return f.apply(self, args.concat(Array.prototype.slice.call(arguments))); };
  };
  Element.prototype.update = Element.prototype.show = Element.prototype.hide = function () { return this; };
  document.getElementsByClassName = function () { return []; };
  var $ = function (id) { return document.getElementById(id); };
  var wasm_bindgen = 'mine', base = 'mine', open = 'mine', parts = 'mine', app = 'mine';`;

/** A page of an old content management system: no doctype, tables, another script's globals, an #app of its own. */
export const oldCms = (body) => ({
  html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>某区总工会</title>
<style>
  body, td { font-size: 12px; line-height: 150%; font-family: 宋体; color: #00f; text-align: center; }
  a { color: #f00; } a:hover { position: relative; left: 1px; } img { border: 0; }
</style>
<script>${POLLUTED}</script></head>
<body bgcolor="#FFFFFF" topmargin="0"><center><table width="960" border="0" cellpadding="0" cellspacing="0">
<tr><td colspan="2"><div id="app">网站导航</div></td></tr>
<tr><td width="200" valign="top"><div id="list">通知公告</div></td><td width="760" valign="top">${body}</td></tr>
</table></center></body></html>`,
});

/** A page whose styles fight everything. */
export const shouting = (body) =>
  plain(
    body,
    `<style>
      html { font-size: 62.5%; }
      * { color: lime !important; font-family: cursive !important; font-size: 40px !important; line-height: 3 !important;
          text-transform: uppercase !important; letter-spacing: 9px !important; text-align: right !important; }
      div { float: left; } button { width: 300px; background: red !important; } svg { display: none !important; }
      input { border: 10px solid red !important; } ul { list-style: square !important; } a { display: none !important; }
    </style>`,
  );
