import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import closeWithGrace from 'close-with-grace';
import express from 'express';
import { drainFor } from './server/drain';

// Thin on purpose: everything else is in server/app.ts, inside the Vite build. Importing app code here would
// give the process a second copy of it, with a second database handle.
type App = typeof import('./server/app.js');

if (existsSync('.env')) process.loadEnvFile('.env');
const production = process.env.NODE_ENV === 'production';

const bootstrap = express();
bootstrap.disable('x-powered-by');
bootstrap.disable('etag');
const http = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, bootstrap);
const drain = drainFor(http);
bootstrap.use(drain.middleware);

const app = await (production ? serveBuild() : serveThroughVite(http)).catch(giveUp);
const { host, port, drainMs } = await app.start().catch(giveUp);

http.on('error', giveUp);
http.listen(port, host, () => {
  const address = http.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  say('info', `listening on http://${name}:${address.port}`);
});

const logger = { error: (message: unknown) => say('error', String(message)) };
closeWithGrace({ delay: drainMs + 40_000, logger: logger as Console }, async ({ err, signal }) => {
  if (err) app.log.error({ err }, 'a fault that nobody caught');
  app.drain();
  await drain.leave(signal === 'SIGTERM' ? drainMs : 0);
  await app.stop();
});

/** A line for who reads along or, like the log of the application, one JSON object. */
function say(level: 'info' | 'error', msg: string) {
  const to = level === 'error' ? process.stderr : process.stdout;
  const line = { level: level === 'error' ? 50 : 30, time: Date.now(), msg };
  to.write(`${production && !to.isTTY ? JSON.stringify(line) : msg}\n`);
}

function giveUp(error: unknown): never {
  if (error instanceof Error && production) say('error', error.message);
  else console.error(error);
  process.exit(1);
}

/** Serves the built files, then hands over to the built application. */
async function serveBuild(): Promise<App> {
  const client = fileURLToPath(new URL('./client/', import.meta.url));
  const setHeaders = (res: express.Response) => res.setHeader('X-Content-Type-Options', 'nosniff');
  bootstrap.use(
    '/assets',
    express.static(`${client}assets`, {
      immutable: true,
      maxAge: '1y',
      index: false,
      redirect: false,
      setHeaders,
    }),
    (_req, res) => void res.status(404).type('text/plain').send('Not found'),
  );
  bootstrap.use(express.static(client, { maxAge: '1h', index: false, redirect: false, setHeaders }));
  const built = (await import(new URL('./server/index.js', import.meta.url).href)) as App;
  bootstrap.use(built.handler);
  return built;
}

/** Serves the sources through Vite, with hot replacement; the application is loaded anew when it changes. */
async function serveThroughVite(server: Server): Promise<App> {
  const { createServer: createVite } = await import('vite');
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' });
  const load = async () => (await vite.ssrLoadModule('./server/app.ts')) as App;
  bootstrap.use(vite.middlewares);
  bootstrap.use((req, res, next) => {
    load().then((current) => current.handler(req, res, next), next);
  });
  const first = await load();
  // The compiler inside the Remix plugin ends the process on SIGTERM before the search engine is stopped.
  process.removeAllListeners('SIGTERM');
  return {
    ...first,
    stop: async () => {
      await first.stop();
      await vite.close();
    },
  };
}
