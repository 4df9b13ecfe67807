// The built site with one address more, which tells how many SQL statements it has sent so far.
import http from 'node:http';
import express from 'express';
import { handler, start, stop } from '../../build/server/index.js';

await start();
const site = express().use(express.static('build/client', { index: false }), handler);
const server = http.createServer((request, response) => {
  if (request.url === '/__statements') return response.end(String(globalThis.__sqlStatements ?? 0));
  return site(request, response);
});
// Not console.log: with LOG_LEVEL=silent that is silent as well.
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`listening on http://127.0.0.1:${server.address().port}\n`),
);
process.on('SIGTERM', async () => {
  server.close();
  await stop();
  process.exit(0);
});
