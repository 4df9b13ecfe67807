import type { EntryContext } from '@remix-run/node';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import handleRequest from './entry.server';

test('a page that throws while it is rendered fails its own request and nothing else', async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);
  process.on('unhandledRejection', note);
  const context = { nonce: 'n', requestId: 'r1', network: '', overloaded: false };
  // Without its manifest nothing can be rendered.
  const broken = {} as EntryContext;
  const request = new Request('http://site.example/');
  await expect(handleRequest(request, 200, new Headers(), broken, context)).rejects.toThrow(TypeError);
  await sleep(50);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});
