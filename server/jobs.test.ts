import { afterEach, expect, test, vi } from 'vitest';
import { db, write } from '#db/client.server';
import { attempts, formKeys, memberships, sessions } from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import { createOnce } from '~/domain/form-keys.server';
import { noteSearch } from '~/domain/search-terms/note-search.server';
import { searchTermsReport } from '~/domain/search-terms/report.server';
import { startJobs, stopJobs } from './jobs';

useWorld();
afterEach(() => void vi.useRealTimers());

test('a round clears what has expired; leaving stores what was counted', async () => {
  const { userId } = await viewerOf('enterprise');
  await createOnce(userId, ['old'], () => Promise.resolve('/somewhere'));
  await write(async (tx) => {
    await tx.update(formKeys).set({ endsAt: new Date(0) });
    await tx.insert(attempts).values({ key: 'over', count: 8, endsAt: new Date(0) });
    const [member] = await tx.select({ id: memberships.id }).from(memberships).limit(1);
    await tx.insert(sessions).values({ id: 'ended', membershipId: member!.id, expiresAt: new Date(0) });
  });
  for (let i = 0; i < 2; i++) noteSearch({ q: '无人机', type: 'product' }, 1, { network: `192.0.2.${i}` });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  startJobs();
  vi.advanceTimersByTime(20_000);
  await stopJobs();
  expect(await db.$count(formKeys)).toBe(0);
  expect(await db.$count(sessions)).toBe(0);
  expect(await db.$count(attempts)).toBe(0);
  expect((await searchTermsReport('product', 7)).searches).toBe(2);
});
