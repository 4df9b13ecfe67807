import { eq } from 'drizzle-orm';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { db, write } from '#db/client.server';
import { organisations, products, scenarios, searchWords } from '#db/schema';
import { useWorld } from '#tests/world';
import { drainOutbox } from './outbox.server';
import { understand } from './query.server';
import { sources } from './sources.server';
import { refreshVocabulary, resetVocabulary, vocabulary } from './vocabulary.server';

useWorld();
beforeAll(async () => {
  await drainOutbox();
  await vocabulary();
});
afterEach(() => vi.restoreAllMocks());

/** A product with its stored words, as another process leaves them. */
async function addElsewhere(code: string, name: string, words: string, organisationId?: string) {
  const [like] = await db.select().from(products).where(eq(products.code, 'P-UAV-01'));
  const { id: _, ...row } = like!;
  return write(async (tx) => {
    const [made] = await tx
      .insert(products)
      .values({ ...row, code, name, organisationId: organisationId ?? row.organisationId })
      .returning({ id: products.id });
    await tx.insert(searchWords).values({ type: 'product', entityId: made!.id, words });
    return made!.id;
  });
}

test('while the words are read others have their turn', async () => {
  resetVocabulary();
  const begun = performance.now();
  let [last, longest] = [begun, 0];
  const turn = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await vocabulary();
  clearInterval(turn);
  expect(longest).toBeLessThan((performance.now() - begun) / 2);
});

test('what another process has added is added to the words and names at hand', async () => {
  await refreshVocabulary();
  const before = await vocabulary();
  const { size } = before;
  const everything = vi.spyOn(sources.product, 'idsAfter');
  const id = await addElsewhere('P-NEW-01', '嘀嘟测绘仪', '嘀嘟 测绘');
  expect(before.count('嘀嘟')).toBe(0);
  await refreshVocabulary();
  const after = await vocabulary();
  expect(after).toBe(before);
  expect(after.count('嘀嘟')).toBe(1);
  expect(after.size).toBe(size + 1);
  expect(after.names.get(id)?.label).toBe('嘀嘟测绘仪');
  await refreshVocabulary();
  expect(after.size).toBe(size + 1);
  expect(everything).not.toHaveBeenCalled();
});

test('what another process has changed is read anew; meanwhile searches go on, and go on if that fails', async () => {
  const id = await addElsewhere('P-NEW-02', '嗒咪测绘仪', '嗒咪');
  await refreshVocabulary();
  const before = await vocabulary();
  await write(async (tx) => {
    await tx.delete(searchWords).where(eq(searchWords.entityId, id));
    await tx.insert(searchWords).values({ type: 'product', entityId: id, words: '咕噜' });
  });
  const failing = vi.spyOn(sources.product, 'idsAfter').mockRejectedValue(new Error('no disk'));
  await expect(refreshVocabulary()).rejects.toThrow('no disk');
  expect(await vocabulary()).toBe(before);
  failing.mockRestore();
  const reading = refreshVocabulary();
  expect(await Promise.race([vocabulary(), reading.then(() => 'read first')])).toBe(before);
  await reading;
  const after = await vocabulary();
  expect(after).not.toBe(before);
  expect([after.count('嗒咪'), after.count('咕噜')]).toEqual([0, 1]);
});

test('a new organisation, a new district and a zone of a public scenario are known without a restart', async () => {
  const words = await vocabulary();
  const said = (q: string) => understand(q, words).said;
  expect(words.isOrganisation('嘟咪动力')).toBe(false);
  expect([said('秦汉县 无人机'), said('泾河新城 无人机')]).toEqual([[], []]);
  const [like] = await db.select().from(organisations).where(eq(organisations.kind, 'enterprise')).limit(1);
  const { id: _, creditCode: __, ...row } = like!;
  const made = await write(async (tx) => {
    const [organisation] = await tx
      .insert(organisations)
      .values({
        ...row,
        code: 'E-NEW',
        creditCode: null,
        name: '西安嘟咪动力（示例）有限公司',
        shortName: '嘟咪动力',
        district: '秦汉县',
      })
      .returning({ id: organisations.id });
    await tx
      .update(scenarios)
      .set({ zone: '泾河新城', updatedAt: new Date(Date.now() + 1) })
      .where(eq(scenarios.code, 'S-UXV-01'));
    await tx
      .update(scenarios)
      .set({ zone: '秘密新城', state: 'draft', updatedAt: new Date(Date.now() + 1) })
      .where(eq(scenarios.code, 'S-AI-01'));
    return organisation!.id;
  });
  await refreshVocabulary();
  expect(words.isOrganisation('嘟咪动力')).toBe(false);
  expect(said('秦汉县 无人机')).toEqual([]);
  await addElsewhere('P-NEW-03', '嘟咪测绘仪', '嘟咪', made);
  await refreshVocabulary();
  expect(words.isOrganisation('嘟咪动力')).toBe(true);
  expect(said('秦汉县 无人机')).toMatchObject([{ key: 'district', values: ['秦汉县'] }]);
  expect(said('泾河新城 无人机')).toMatchObject([{ key: 'zone', values: ['泾河新城'] }]);
  expect(said('秘密新城 无人机')).toEqual([]);
});
