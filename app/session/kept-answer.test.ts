import type { ActionFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database';
import { guard } from './guard.server';

useDatabase();
const full = () =>
  Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }));
const args = (init: RequestInit) =>
  ({
    request: new Request('http://site.example/form', init),
    params: {},
    context: { nonce: '', requestId: 'r1' },
  }) as unknown as ActionFunctionArgs;
type Kept = { data: unknown; init: { status: number; headers: Record<string, string> } };

test('an action that finds the disk full answers with what was typed, but for passwords', async () => {
  const action = guard('public', async ({ request }) => {
    await request.formData();
    return full();
  });
  const body = new URLSearchParams([
    ['intent', 'publish'],
    ['name', '无人机'],
    ['area', '全国'],
    ['area', '可出口'],
    ['password', 'secret-1'],
  ]);
  const { data, init } = (await action(args({ method: 'POST', body }))) as unknown as Kept;
  expect(data).toEqual({
    unavailable: true,
    intent: 'publish',
    values: { intent: 'publish', name: '无人机', area: ['全国', '可出口'] },
    errors: {},
  });
  expect([init.status, init.headers['Retry-After']]).toEqual([503, '10']);
});

test('a loader throws 503', async () => {
  const thrown = await guard('public', full)(args({})).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ init: { status: 503 } });
});

const form = (type: string, body: string) => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': type },
});
test.each([
  [415, 'JSON', form('application/json', '{}')],
  [415, 'plain text', form('text/plain', 'a=1')],
  [415, 'nothing at all', { method: 'POST' }],
  [400, 'a form without the boundary it names', form('multipart/form-data; boundary=x', 'a=1')],
  [400, 'a form without a boundary', form('multipart/form-data', 'a=1')],
])('%i is the answer to %s', async (status, _, init) => {
  const action = guard('public', async ({ request }) => void (await request.formData()));
  const thrown = await action(args(init)).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ init: { status } });
});

test('any other failure stays what it is', async () => {
  const wrong = guard('public', () => Promise.reject(new TypeError('a bug')));
  await expect(wrong(args({ method: 'POST', body: new URLSearchParams({ a: '1' }) }))).rejects.toThrow(
    'a bug',
  );
});
