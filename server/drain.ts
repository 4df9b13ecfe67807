import type { Server, ServerResponse } from 'node:http';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestHandler } from 'express';

// Imported by server.ts, outside the Vite build: nothing of the application may be imported here.

const shortTurnMs = 20;
const patienceMs = 10_000;

/**
 * How a server leaves without cutting anybody off. First every connection that is used learns with its next answer
 * that this was the last; then no more connections are taken; then what has arrived on those that are open is read
 * and answered. `http.close()` alone would cut connections whose request is still on its way through a busy loop.
 */
export function drainFor(http: Server) {
  const answering = new Set<ServerResponse>();
  let arrived = 0;
  let taken = 0;
  let leaving = false;
  http.on('connection', () => taken++);

  const middleware: RequestHandler = (_req, res, next) => {
    arrived++;
    answering.add(res);
    res.once('close', () => answering.delete(res));
    if (leaving) res.shouldKeepAlive = false;
    next();
  };

  /**
   * Waits until no connection waits to be taken: closing would cut those. Each turn of the event loop takes one, so
   * that a turn which took none leaves none behind.
   */
  async function noneWaits() {
    for (const until = Date.now() + patienceMs; Date.now() < until;) {
      const before = taken;
      await new Promise(setImmediate);
      await new Promise(setImmediate);
      if (taken === before) return;
    }
  }

  /** Waits for a short turn of the event loop: what has arrived on open connections is read then. */
  async function shortTurn() {
    for (const until = Date.now() + patienceMs; Date.now() < until;) {
      const from = performance.now();
      await new Promise(setImmediate);
      if (performance.now() - from < shortTurnMs) return;
    }
  }

  /** Waits until nothing is being answered and nothing more arrives. */
  async function quiet() {
    for (const until = Date.now() + patienceMs; Date.now() < until;) {
      const before = arrived;
      await sleep(100);
      await shortTurn();
      if (arrived === before && answering.size === 0) return;
    }
  }

  return {
    middleware,
    /** Resolves when the last answer is out. `ms`: how long connections are still taken. */
    async leave(ms: number) {
      leaving = true;
      for (const res of answering) if (!res.headersSent) res.shouldKeepAlive = false;
      await sleep(ms);
      await shortTurn();
      await noneWaits();
      // Not http.close(), which at once cuts every connection that has no request in hand.
      const closed = new Promise((resolve) => net.Server.prototype.close.call(http, resolve));
      await quiet();
      http.closeIdleConnections();
      await closed;
    },
  };
}
