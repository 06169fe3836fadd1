// Pages of others: a server on a port of its own, thus of another origin, that shows what a story puts on it.

import { createServer } from 'node:http';

/** Starts it. `show(html, headers)` gives the address of a page that stands from then on; `stop()` ends it. */
export async function startHost() {
  const pages = [];
  const server = createServer((request, response) => {
    const page = pages[Number(new URL(request.url, 'http://host').pathname.slice(1))];
    if (request.url === '/0' || !page) return response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  pages.push(null);
  return {
    show(html, headers = {}) {
      const { port } = server.address();
      return `http://127.0.0.1:${port}/${pages.push({ html, headers }) - 1}`;
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
