import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { memberships } from '#db/schema';
import { useDatabase } from '#tests/database';
import type { LeadDetail } from '~/domain/leads/lead-detail';
import { makeLeadWorld, openedLead } from '#tests/lead-world';
import type { LeadViewer } from '~/domain/leads/queue.server';
import { startSession } from '~/session/session.server';
import { action, loader } from './leads.$code/route';

useDatabase();

async function args(viewer: LeadViewer, code: string, form?: Record<string, string>) {
  const [member] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.userId, viewer.userId));
  const cookie = (await startSession(member!.id)).split(';')[0]!;
  const request = new Request(`http://localhost/account/leads/${code}`, {
    headers: { Cookie: cookie },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  return { request, params: { code }, context: {} } as unknown as Parameters<typeof loader>[0];
}
async function freshLead() {
  const world = await makeLeadWorld();
  return { ...world, code: await openedLead(world) };
}
const read = async (viewer: LeadViewer, code: string) =>
  (await loader(await args(viewer, code))) as { lead: LeadDetail };
type Refusal = {
  data: {
    conflict?: string;
    seenVersion?: number;
    values: Record<string, string>;
    errors?: Record<string, string>;
  };
  init: { status: number };
};

test('the page of a lead carries no contact before acceptance, and both after it', async () => {
  const { buyer, enterprise, code } = await freshLead();
  const before = await read(enterprise, code);
  expect(before.lead.contacts).toBeNull();
  expect(JSON.stringify(before)).not.toMatch(/example\.cn|13800002046|029-8000|王岚/);
  const accepted = (await action(
    await args(enterprise, code, { intent: 'accept', version: '1' }),
  )) as Response;
  expect(accepted.status).toBe(303);
  expect((await read(buyer, code)).lead.contacts?.enterprise).toMatchObject({
    person: '陈志远',
    officePhone: '029-80000002',
  });
});

test('whoever moves a lead second gets 409 with what they typed and what they had seen', async () => {
  const { buyer, enterprise, code } = await freshLead();
  await action(await args(buyer, code, { intent: 'withdraw', version: '1' }));
  const late = (await action(
    await args(enterprise, code, { intent: 'decline', version: '1', reason: '其他', note: '产线检修到三月' }),
  )) as unknown as Refusal;
  expect(late.init.status).toBe(409);
  expect(late.data).toMatchObject({
    conflict: 'changed',
    seenVersion: 1,
    values: { note: '产线检修到三月' },
  });
  const page = await read(enterprise, code);
  expect(page.lead.events.filter((event) => event.version > 1).map((event) => event.move)).toEqual([
    'withdraw',
  ]);
});

test('a wrong form comes back with 422, an unknown one with 400, and a lead of others is not found', async () => {
  const { enterprise, code } = await freshLead();
  const stranger = await makeLeadWorld();
  const wrong = (await action(
    await args(enterprise, code, { intent: 'decline', version: '1', reason: '' }),
  )) as unknown as Refusal;
  expect([wrong.init.status, Object.keys(wrong.data.errors ?? {})]).toEqual([422, ['reason']]);
  const unknown = (await action(
    await args(enterprise, code, { intent: 'constructor', version: '1' }),
  )) as unknown as Refusal;
  expect(unknown.init.status).toBe(400);
  const outside = await loader(await args(stranger.buyer, code)).catch((error: unknown) => error);
  expect(outside).toMatchObject({ init: { status: 404 } });
});
