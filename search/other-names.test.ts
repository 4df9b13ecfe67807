import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { db } from '#db/client.server';
import { memberships, products, scenarios } from '#db/schema';
import { changeProduct, findCodes } from '#tests/search/items';
import { useWorld, viewerOf } from '#tests/world';
import { action } from '~/routes/account/products.$code_.edit';
import { action as create } from '~/routes/account/products.new';
import { startSession } from '~/session/session.server';
import { find } from './find.server';
import type { ItemType } from './item.server';
import { drainOutbox } from './outbox.server';

useWorld();
beforeAll(drainOutbox);

/** The codes that the database finds, the best first. */
async function codes(q: string, type: ItemType = 'product') {
  const found = await findCodes({ type, q, limit: 20 });
  expect(found.engine).toBe('database');
  return found.codes;
}

test('a product is found by its other names and by its English name', async () => {
  expect(await codes('蜂鸟侠')).toEqual([]);
  expect(await codes('Whirligig')).toEqual([]);
  await changeProduct('P-UAV-01', { aliases: ['蜂鸟侠'], englishName: 'Whirligig Sentinel' });
  await drainOutbox();
  expect(await codes('蜂鸟侠')).toEqual(['P-UAV-01']);
  expect(await codes('whirligig sentinel')).toEqual(['P-UAV-01']);
});

test('the form of a product keeps its other names and its English name, new and changed', async () => {
  const { userId } = await viewerOf('enterprise');
  const [member] = await db.select().from(memberships).where(eq(memberships.userId, userId));
  const cookie = (await startSession(member!.id)).split(';')[0]!;
  const post = (code: string | undefined, fields: Record<string, string>) => {
    const body = new URLSearchParams({
      intent: 'publish',
      name: '系留式巡检无人机',
      kind: 'first-unit',
      industry: '无人机',
      summary: '为城市高压走廊巡检而做的系留式无人机，可连续留空二十四小时。',
      specName: '留空时间',
      specValue: '24',
      specUnit: 'h',
      ...fields,
    });
    const request = new Request('http://localhost/account/products', {
      method: 'POST',
      headers: { Cookie: cookie },
      body,
    });
    const args = { request, params: { code }, context: {} } as unknown as Parameters<typeof action>[0];
    return (code ? action(args) : create(args)) as Promise<Response>;
  };
  const made = await post(undefined, { aliases: '拴绳侠、系留机', englishName: 'Zephyrine Hawk' });
  expect(made.status).toBe(303);
  const code = /products\/([^?]+)/.exec(made.headers.get('Location')!)![1]!;
  const stored = async () => {
    const [row] = await db.select().from(products).where(eq(products.code, code));
    return { aliases: row!.aliases, englishName: row!.englishName, version: row!.version };
  };
  expect(await stored()).toEqual({
    aliases: ['拴绳侠', '系留机'],
    englishName: 'Zephyrine Hawk',
    version: 1,
  });
  await drainOutbox();
  expect((await codes('拴绳侠'))[0]).toBe(code);

  const changed = await post(code, {
    version: '1',
    aliases: '系留机，空中灯塔',
    englishName: 'Zephyrine Kestrel',
  });
  expect(changed.status).toBe(303);
  expect(await stored()).toEqual({
    aliases: ['系留机', '空中灯塔'],
    englishName: 'Zephyrine Kestrel',
    version: 2,
  });
  await drainOutbox();
  expect(await codes('空中灯塔')).toContain(code);
  expect((await codes('zephyrine kestrel'))[0]).toBe(code);
});

test.each([
  ['hydrogen', 'product', 5, /制氢|储氢|加氢|氢燃料/],
  ['hydrogen', 'scenario', 3, /氢/],
  ['氫能', 'product', 5, /制氢|储氢|加氢|氢燃料/],
  ['氫能', 'scenario', 3, /氢/],
  ['硅光', 'product', 2, /硅光/],
] as const)(
  '%s finds what it should: first of each %s the %i that are named so',
  async (q, type, most, name) => {
    const { ids } = await find({ type, q, limit: most });
    const table = type === 'product' ? products : scenarios;
    const title = type === 'product' ? products.name : scenarios.title;
    const rows = await db.select({ id: table.id, title }).from(table);
    const titles = ids.map((id) => rows.find((row) => row.id === id)!.title);
    expect(titles).toHaveLength(most);
    expect(titles.filter((one) => !name.test(one))).toEqual([]);
  },
);
