import { countedPurchaseStates, type purchaseStates, type trialResults } from '#db/schema/words';
import { groupBy } from '~/domain/group-by';

export type PurchaseState = (typeof purchaseStates)[number];

/** What must be known of a purchase to tell whether it was a first. */
export interface PurchaseFact {
  id: string;
  productId: string;
  buyerId: string;
  state: PurchaseState;
  contractedOn: string;
  acceptedOn: string | null;
  createdAt: Date;
}

/** What must be known of a trial to tell whether it was a first use. */
export interface TrialFact {
  id: string;
  productId: string;
  buyerId: string;
  result: (typeof trialResults)[number] | null;
  endedOn: string | null;
  createdAt: Date;
}

/** 首购, 首用; in the whole city or of one buyer. */
export interface FirstMark {
  kind: 'purchase' | 'use';
  scope: 'city' | 'own';
}

/** What one record stands for: its marks, and whether its buyer had bought before (复购). */
export interface RecordMarks {
  marks: FirstMark[];
  repurchase: boolean;
}

export interface DatedFirst {
  recordId: string;
  buyerId: string;
  on: string;
}

export interface Firsts {
  /** 首购（全市） */
  cityPurchase?: DatedFirst;
  /** 首用（全市） */
  cityUse?: DatedFirst;
  /** By the id of the purchase or trial; records that count for nothing are not in it. */
  byRecord: ReadonlyMap<string, RecordMarks>;
  /** How many buyers have bought, and how many have used it (trial passed or delivery accepted). */
  buyers: number;
  users: number;
}

/** A purchase counts from its contract on, unless it was called off or found void. */
export const countsAsPurchase = (state: PurchaseState) =>
  (countedPurchaseStates as readonly PurchaseState[]).includes(state);

/** Whether a contract was signed while one of the recognitions was valid. */
export const signedInWindow = (
  contractedOn: string,
  recognitions: readonly { state: string; validFromOn: string; validUntilOn: string }[],
) =>
  recognitions.some(
    (r) => r.state === 'recognised' && r.validFromOn <= contractedOn && contractedOn <= r.validUntilOn,
  );

/** Of the records of one day the one that was entered first comes first: the one rule, wherever firsts are shown. */
const entered = (a: Entered, b: Entered) =>
  a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
type Entered = { id: string; createdAt: Date };

// Sorting keeps the order of equals: records come in the order in which they were entered.
const byDay = (a: DatedFirst, b: DatedFirst) => a.on.localeCompare(b.on);

/** The firsts of one product, from all its records. Never ticked by anybody: a record entered late may move them. */
export function firstsOf(purchases: readonly PurchaseFact[], trials: readonly TrialFact[]): Firsts {
  const counted = purchases.filter((p) => countsAsPurchase(p.state)).sort(entered);
  const bought = counted
    .map((p): DatedFirst => ({ recordId: p.id, buyerId: p.buyerId, on: p.contractedOn }))
    .sort(byDay);
  const tried = [...trials]
    .sort(entered)
    .flatMap((t): DatedFirst[] =>
      t.result === 'passed' && t.endedOn ? [{ recordId: t.id, buyerId: t.buyerId, on: t.endedOn }] : [],
    )
    .sort(byDay);
  const accepted = counted
    .flatMap((p): DatedFirst[] =>
      p.acceptedOn ? [{ recordId: p.id, buyerId: p.buyerId, on: p.acceptedOn }] : [],
    )
    .sort(byDay);
  // On one day the trial came before the delivery that it led to.
  const used = [...tried, ...accepted].sort(byDay);

  const byRecord = new Map<string, RecordMarks>();
  const entry = (id: string) => {
    const known = byRecord.get(id) ?? { marks: [], repurchase: false };
    byRecord.set(id, known);
    return known;
  };
  const mark = (kind: FirstMark['kind'], facts: readonly DatedFirst[]) => {
    const seen = new Set<string>();
    for (const [index, fact] of facts.entries()) {
      const record = entry(fact.recordId);
      if (seen.has(fact.buyerId)) {
        if (kind === 'purchase') record.repurchase = true;
        continue;
      }
      seen.add(fact.buyerId);
      record.marks.push({ kind, scope: index === 0 ? 'city' : 'own' });
    }
    return seen.size;
  };
  const buyers = mark('purchase', bought);
  const users = mark('use', used);
  return { cityPurchase: bought[0], cityUse: used[0], byRecord, buyers, users };
}

/** The firsts of several products at once, by product. */
export function firstsByProduct(
  purchases: readonly PurchaseFact[],
  trials: readonly TrialFact[],
): Map<string, Firsts> {
  const bought = groupBy(purchases, (fact) => fact.productId);
  const tried = groupBy(trials, (fact) => fact.productId);
  return new Map(
    [...new Set([...bought.keys(), ...tried.keys()])].map((id) => [
      id,
      firstsOf(bought.get(id) ?? [], tried.get(id) ?? []),
    ]),
  );
}
