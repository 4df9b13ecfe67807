import { expect, test } from 'vitest';
import { firstsByProduct, firstsOf, signedInWindow, type PurchaseFact, type TrialFact } from './firsts';

const bought = (
  id: string,
  buyerId: string,
  contractedOn: string,
  more: Partial<PurchaseFact> = {},
): PurchaseFact => ({
  id,
  buyerId,
  contractedOn,
  productId: 'p',
  state: 'contracted',
  acceptedOn: null,
  createdAt: new Date(0),
  ...more,
});
const tried = (
  id: string,
  buyerId: string,
  endedOn: string | null,
  result: TrialFact['result'] = 'passed',
): TrialFact => ({
  id,
  buyerId,
  endedOn,
  result,
  productId: 'p',
  createdAt: new Date(0),
});

test('the earliest contract is the first purchase of the city, each other buyer has a first of its own', () => {
  const firsts = firstsOf(
    [
      bought('c', 'grid', '2025-11-20'),
      bought('a', 'grid', '2024-09-18'),
      bought('b', 'water', '2025-03-14'),
    ],
    [],
  );
  expect(firsts.cityPurchase).toEqual({ recordId: 'a', buyerId: 'grid', on: '2024-09-18' });
  expect(firsts.byRecord.get('a')).toEqual({
    marks: [{ kind: 'purchase', scope: 'city' }],
    repurchase: false,
  });
  expect(firsts.byRecord.get('b')).toEqual({
    marks: [{ kind: 'purchase', scope: 'own' }],
    repurchase: false,
  });
  expect(firsts.byRecord.get('c')).toEqual({ marks: [], repurchase: true });
  expect(firsts.buyers).toBe(2);
});

test('a contract entered late moves the first', () => {
  const before = [bought('b', 'water', '2025-03-14')];
  expect(firstsOf(before, []).cityPurchase?.recordId).toBe('b');
  expect(firstsOf([...before, bought('a', 'grid', '2024-09-18')], []).cityPurchase?.recordId).toBe('a');
});

test('what is void, cancelled, ended early or not yet contracted is no purchase', () => {
  for (const state of ['voided', 'cancelled', 'terminated', 'planned', 'announced', 'awarded'] as const) {
    const firsts = firstsOf([bought('a', 'grid', '2024-01-01', { state, acceptedOn: '2024-02-01' })], []);
    expect(firsts.cityPurchase, state).toBeUndefined();
    expect(firsts.cityUse, state).toBeUndefined();
    expect(firsts.byRecord.size).toBe(0);
  }
});

test('a passed trial or an accepted delivery is use, whichever came first', () => {
  const trial = tried('t', 'grid', '2024-07-26');
  const delivery = bought('a', 'water', '2024-05-01', { state: 'accepted', acceptedOn: '2024-08-01' });
  expect(firstsOf([delivery], [trial]).cityUse).toEqual({ recordId: 't', buyerId: 'grid', on: '2024-07-26' });
  expect(firstsOf([delivery], []).cityUse).toEqual({ recordId: 'a', buyerId: 'water', on: '2024-08-01' });
  const both = firstsOf([delivery], [trial]).byRecord.get('a');
  expect(both?.marks).toEqual([
    { kind: 'purchase', scope: 'city' },
    { kind: 'use', scope: 'own' },
  ]);
});

test('of a trial and a delivery on one day the trial is the first use', () => {
  const delivered = bought('a', 'grid', '2026-11-24', { state: 'accepted', acceptedOn: '2026-11-24' });
  const firsts = firstsOf([delivered], [tried('t', 'grid', '2026-11-24')]);
  expect(firsts.cityUse?.recordId).toBe('t');
  expect(firsts.byRecord.get('a')?.marks).toEqual([{ kind: 'purchase', scope: 'city' }]);
});

test('a failed or running trial is no use', () => {
  const firsts = firstsOf([], [tried('f', 'grid', '2024-07-26', 'failed'), tried('r', 'grid', null, null)]);
  expect(firsts.cityUse).toBeUndefined();
  expect(firsts.users).toBe(0);
});

test('the order in which records are read does not matter', () => {
  const same = [bought('b', 'water', '2024-09-18'), bought('a', 'grid', '2024-09-18')];
  expect(firstsOf(same, []).cityPurchase?.recordId).toBe('a');
  expect(firstsOf([...same].reverse(), []).cityPurchase?.recordId).toBe('a');
});

test('of two contracts of one day the one entered first is the first', () => {
  const early = bought('b', 'water', '2024-09-18', { createdAt: new Date(1) });
  const late = bought('a', 'grid', '2024-09-18', { createdAt: new Date(2) });
  expect(firstsOf([late, early], []).cityPurchase?.recordId).toBe('b');
});

test('products are told apart', () => {
  const all = firstsByProduct(
    [bought('a', 'grid', '2024-01-01'), bought('b', 'grid', '2024-02-01', { productId: 'q' })],
    [],
  );
  expect(all.get('q')?.cityPurchase?.recordId).toBe('b');
  expect(all.get('q')?.byRecord.get('b')?.repurchase).toBe(false);
});

test('a contract is in the window on the first and the last day of a valid recognition', () => {
  const window = [{ state: 'recognised', validFromOn: '2024-06-30', validUntilOn: '2027-06-29' }];
  expect(signedInWindow('2024-06-30', window)).toBe(true);
  expect(signedInWindow('2027-06-29', window)).toBe(true);
  expect(signedInWindow('2024-06-29', window)).toBe(false);
  expect(signedInWindow('2025-01-01', [{ ...window[0]!, state: 'revoked' }])).toBe(false);
});
