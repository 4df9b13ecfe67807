import { eq, sql } from 'drizzle-orm';
import { db } from '#db/client.server';
import { organisations, purchases, trials } from '#db/schema';
import {
  countsAsPurchase,
  signedInWindow,
  type FirstMark,
  type Firsts,
  type PurchaseState,
  type TrialFact,
} from '~/domain/purchases/firsts';

/** A dated line of who bought or used a product; a trial has no amount. */
export interface ProductRecord {
  id: string;
  type: 'purchase' | 'trial';
  on: string;
  buyerName: string;
  buyerCode: string;
  method: string | null;
  /** Of a trial: its length. */
  days: number | null;
  quantity: number | null;
  unit: string | null;
  amount: number | null;
  confirmation: 'unconfirmed' | 'confirmed' | 'disputed' | null;
  /** Signed while a recognition was valid. */
  inWindow: boolean;
  marks: FirstMark[];
  repurchase: boolean;
}

export type Use = Awaited<ReturnType<typeof listUse>>;
type Decision = { state: string; validFromOn: string; validUntilOn: string };

/** Contracts and trials of a product, with who made them, in one statement. */
export async function listUse(productId: string) {
  const rows = await db
    .select({
      source: sql<string>`'purchase'`.as('source'),
      id: purchases.id,
      productId: purchases.productId,
      buyerId: purchases.buyerId,
      buyerName: organisations.name,
      buyerCode: organisations.code,
      state: sql<string | null>`${purchases.state}`.as('state'),
      startedOn: sql<string>`${purchases.contractedOn}`.as('started_on'),
      endedOn: sql<string | null>`${purchases.acceptedOn}`.as('ended_on'),
      method: sql<string | null>`${purchases.method}`.as('method'),
      quantity: sql<number | null>`${purchases.quantity}`.as('quantity'),
      unit: purchases.unit,
      createdAt: purchases.createdAt,
      amount: sql<number | string | null>`${purchases.amount}`.as('amount'),
      confirmation: sql<ProductRecord['confirmation']>`${purchases.confirmation}`.as('confirmation'),
    })
    .from(purchases)
    .innerJoin(organisations, eq(organisations.id, purchases.buyerId))
    .where(eq(purchases.productId, productId))
    .unionAll(
      db
        .select({
          source: sql<string>`'trial'`.as('source'),
          id: trials.id,
          productId: trials.productId,
          buyerId: trials.buyerId,
          buyerName: organisations.name,
          buyerCode: organisations.code,
          state: sql<string | null>`${trials.result}`.as('state'),
          startedOn: sql<string>`${trials.startedOn}`.as('started_on'),
          endedOn: sql<string | null>`${trials.endedOn}`.as('ended_on'),
          method: sql<string | null>`null`.as('method'),
          quantity: sql<number | null>`null`.as('quantity'),
          unit: sql<string | null>`null`.as('unit'),
          createdAt: trials.createdAt,
          amount: sql<number | string | null>`null`.as('amount'),
          confirmation: sql<ProductRecord['confirmation']>`null`.as('confirmation'),
        })
        .from(trials)
        .innerJoin(organisations, eq(organisations.id, trials.buyerId))
        .where(eq(trials.productId, productId)),
    );
  const bought = rows
    .filter((row) => row.source === 'purchase')
    .map(({ startedOn, endedOn, state, amount, ...row }) => ({
      ...row,
      state: state as PurchaseState,
      contractedOn: startedOn,
      acceptedOn: endedOn,
      amount: Number(amount),
    }));
  const tried = rows
    .filter((row) => row.source === 'trial')
    .map(({ id, productId: of, buyerId, buyerName, buyerCode, startedOn, endedOn, state, createdAt }) => ({
      id,
      productId: of,
      buyerId,
      buyerName,
      buyerCode,
      startedOn,
      endedOn,
      createdAt,
      result: state as TrialFact['result'],
    }));
  return { bought, tried };
}

/** Contracts that count and trials that passed, the newest first. A failed trial stays between the two sides. */
export function recordsOf(use: Use, firsts: Firsts, decided: readonly Decision[]): ProductRecord[] {
  const marksOf = (id: string) => firsts.byRecord.get(id) ?? { marks: [], repurchase: false };
  const bought = use.bought
    .filter((p) => countsAsPurchase(p.state))
    .map((p): ProductRecord => ({
      id: p.id,
      type: 'purchase',
      on: p.contractedOn,
      buyerName: p.buyerName,
      buyerCode: p.buyerCode,
      method: p.method,
      days: null,
      quantity: p.quantity,
      unit: p.unit,
      amount: p.amount,
      confirmation: p.confirmation,
      inWindow: signedInWindow(p.contractedOn, decided),
      ...marksOf(p.id),
    }));
  const tried = use.tried.flatMap((t): ProductRecord[] =>
    t.result === 'passed' && t.endedOn
      ? [
          {
            id: t.id,
            type: 'trial',
            on: t.endedOn,
            buyerName: t.buyerName,
            buyerCode: t.buyerCode,
            method: null,
            days: Math.max(1, Math.round((Date.parse(t.endedOn) - Date.parse(t.startedOn)) / 86_400_000)),
            quantity: null,
            unit: null,
            amount: null,
            confirmation: null,
            inWindow: false,
            ...marksOf(t.id),
          },
        ]
      : [],
  );
  return [...bought, ...tried].sort((a, b) =>
    a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1,
  );
}
