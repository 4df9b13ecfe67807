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
}

/** What must be known of a trial to tell whether it was a first use. */
export interface TrialFact {
  id: string;
  productId: string;
  buyerId: string;
  result: (typeof trialResults)[number] | null;
  endedOn: string | null;
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

// Records of the same day keep one order whatever order they were read in.
const inOrder = (a: DatedFirst, b: DatedFirst) =>
  a.on === b.on ? (a.recordId < b.recordId ? -1 : 1) : a.on < b.on ? -1 : 1;

const byDay = (a: DatedFirst, b: DatedFirst) => a.on.localeCompare(b.on);

/** The firsts of one product, from all its records. Never ticked by anybody: a record entered late may move them. */
export function firstsOf(purchases: readonly PurchaseFact[], trials: readonly TrialFact[]): Firsts {
  const bought = purchases
    .filter((p) => countsAsPurchase(p.state))
    .map((p): DatedFirst => ({ recordId: p.id, buyerId: p.buyerId, on: p.contractedOn }))
    .sort(inOrder);
  const tried = trials
    .flatMap((t): DatedFirst[] =>
      t.result === 'passed' && t.endedOn ? [{ recordId: t.id, buyerId: t.buyerId, on: t.endedOn }] : [],
    )
    .sort(inOrder);
  const accepted = purchases
    .flatMap((p): DatedFirst[] =>
      countsAsPurchase(p.state) && p.acceptedOn
        ? [{ recordId: p.id, buyerId: p.buyerId, on: p.acceptedOn }]
        : [],
    )
    .sort(inOrder);
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
