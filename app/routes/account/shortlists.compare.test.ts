import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { memberships, products } from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import { addToShortlist, createShortlist } from '~/domain/shortlists/shortlists.server';
import { startSession } from '~/session/session.server';
import { loader } from './shortlists.$id/route';

useWorld();
let id: string;
let cookie: string;
const codes = Array.from({ length: 7 }, (_, n) => `P-UAV-0${n + 1}`);
const add = async (some: string[]) => {
  const buyer = await viewerOf('buyer');
  for (const code of some) expect(await addToShortlist(buyer, id, code, '')).toBe('added');
};

beforeAll(async () => {
  const buyer = await viewerOf('buyer');
  const made = await createShortlist(buyer, '巡检无人机');
  if (!made.ok) throw new Error(made.reason);
  id = made.id;
  const [member] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.userId, buyer.userId));
  cookie = (await startSession(member!.id)).split(';')[0]!;
});

/** The page of the shortlist with these products ticked and the button pressed, or without. */
const open = (ticked?: string[]) => {
  const address = new URL(`http://localhost/account/shortlists/${id}`);
  if (ticked)
    address.search = String(new URLSearchParams([['compare', '1'], ...ticked.map((code) => ['p', code])]));
  const request = new Request(address, { headers: { Cookie: cookie } });
  return loader({ request, params: { id }, context: {} } as unknown as Parameters<typeof loader>[0]);
};
const leadsTo = async (ticked: string[]) => {
  const thrown: unknown = await open(ticked).then(
    () => undefined,
    (answer: unknown) => answer,
  );
  return thrown instanceof Response ? thrown.headers.get('Location') : undefined;
};

test('a short list is ticked whole, a longer one leaves the choice', async () => {
  await add(codes.slice(0, 1));
  expect((await open()).compare).toBeUndefined();
  await add(codes.slice(1, 5));
  expect((await open()).compare).toEqual({ ticked: codes.slice(0, 5), problem: undefined });
  await add(codes.slice(5));
  expect((await open()).compare).toEqual({ ticked: [], problem: undefined });
});

test('two to five ticked products are compared, in the order of the list', async () => {
  expect(await leadsTo([codes[6]!, codes[2]!])).toBe(`/compare?p=${codes[2]}&p=${codes[6]}`);
  const five = await leadsTo(codes.slice(2));
  expect(new URL(five!, 'http://localhost').searchParams.getAll('p')).toEqual(codes.slice(2));
});

test('with fewer or more the page stays, says so, and keeps the ticks', async () => {
  expect((await open([])).compare).toEqual({ ticked: [], problem: 'few' });
  expect((await open([codes[3]!, 'P-PHO-01'])).compare).toEqual({ ticked: [codes[3]], problem: 'few' });
  expect((await open(codes.slice(1))).compare).toEqual({ ticked: codes.slice(1), problem: 'many' });
});

test('what was withdrawn is not compared', async () => {
  await write(
    async (tx) =>
      void (await tx.update(products).set({ state: 'withdrawn' }).where(eq(products.code, codes[0]!))),
  );
  expect((await open([codes[0]!, codes[1]!])).compare).toEqual({ ticked: [codes[1]], problem: 'few' });
});
