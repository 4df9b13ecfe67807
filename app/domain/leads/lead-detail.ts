/** What the page of one lead shows, as find-lead.server.ts reads it. */
import type { ProductKind } from '~/domain/products/product';
import type { FirstMark, PurchaseState } from '~/domain/purchases/firsts';
import type { AwaitedSide, LeadMove, LeadSide, LeadState, StageView } from './lead';

export type Party = { code: string; name: string; shortName: string };
/** Whom to reach on one side; only ever read out after the enterprise has accepted. */
export type LeadContact = {
  person: string | null;
  phone: string | null;
  email: string | null;
  /** the organisation's own contact */
  officeName: string | null;
  officePhone: string | null;
};
export type LeadEvent = {
  id: string;
  kind: 'opened' | 'moved' | 'message' | 'confirmed' | 'disputed' | 'corrected' | 'trial_result';
  side: LeadSide;
  /** null while the two sides do not know each other */
  actor: string | null;
  fromState: LeadState | null;
  toState: LeadState | null;
  move: LeadMove | null;
  /** the version that the lead had after it */
  version: number;
  body: string | null;
  facts: EventFacts;
  marks: FirstMark[];
  at: Date;
};
export type EventFacts = {
  reason?: string;
  site?: string;
  startedOn?: string;
  endedOn?: string;
  result?: 'passed' | 'failed';
  method?: string;
  plannedMonth?: string;
  budget?: number;
  contractNumber?: string;
  contractedOn?: string;
  amount?: number;
  acceptedOn?: string;
};
export type LeadTrial = {
  site: string;
  startedOn: string;
  endedOn: string | null;
  result: 'passed' | 'failed' | null;
  note: string | null;
};
export type LeadPurchase = {
  code: string;
  state: PurchaseState;
  method: string;
  quantity: number | null;
  unit: string | null;
  amount: number;
  contractNumber: string;
  contractedOn: string;
  acceptedOn: string | null;
  acceptanceEvidence: string | null;
  confirmation: 'unconfirmed' | 'confirmed' | 'disputed';
  /** how the contract names them */
  productName: string | null;
  producerName: string | null;
  /** signed while a recognition of the product was valid */
  inWindow: boolean;
  /** whether the contract names product and producer as the snapshot does; null where nobody said */
  nameMatch: boolean | null;
  /** marks of the whole city that went to this record or left it, because of another record */
  moves: { kind: 'purchase' | 'use'; gained: boolean; at: Date }[];
  /** until when the enterprise is asked to confirm it */
  confirmByOn: string | null;
  disputeNote: string | null;
};
export type LeadDetail = {
  code: string;
  /** the side of whoever looks */
  side: 'buyer' | 'enterprise' | 'bureau';
  state: LeadState;
  version: number;
  origin: 'enquiry' | 'response' | 'introduction';
  purpose: string;
  quantity: number | null;
  unit: string | null;
  budget: number | null;
  neededBy: string | null;
  method: string | null;
  plannedMonth: string | null;
  procurementBudget: number | null;
  reason: string | null;
  reasonNote: string | null;
  contactsShared: boolean;
  awaited: AwaitedSide | undefined;
  waitingSince: Date;
  /** the day on which the lead lapses when nobody answers, `YYYY-MM-DD`; null while no answer is owed */
  lapsesOn: string | null;
  /** how many days the enterprise has to confirm a contract */
  confirmWithinDays: number;
  createdAt: Date;
  buyer: Party;
  enterprise: Party;
  product: {
    code: string;
    name: string;
    kind: ProductKind;
    isPublic: boolean;
    version: number;
    /** its name in that version; null when no snapshot was kept */
    keptName: string | null;
    currentVersion: number;
  };
  recognisedUntilOn: string | null;
  scenario: { code: string; title: string } | null;
  offering: { priceMin: number; priceMax: number; priceUnit: string } | null;
  responseMessage: string | null;
  purchase: LeadPurchase | null;
  trials: LeadTrial[];
  stages: (StageView & { on: Date | null; trialResult: 'passed' | 'failed' | null })[];
  /** newest first */
  events: LeadEvent[];
  /** null until the enterprise has accepted */
  contacts: { buyer: LeadContact; enterprise: LeadContact } | null;
  reopenedBefore: boolean;
};
