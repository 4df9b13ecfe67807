import { createRemixStub } from '@remix-run/testing';
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { LeadDetail, LeadPurchase } from '~/domain/leads/lead-detail';
import { LeadFacts } from './lead-facts';
import { LeadPurchaseFacts } from './lead-records';

afterEach(cleanup);

const purchase: LeadPurchase = {
  code: 'G-1',
  state: 'accepted',
  method: '竞争性谈判',
  quantity: 2,
  unit: '套',
  amount: 38_600_000,
  contractNumber: '18',
  contractedOn: '2026-10-17',
  acceptedOn: null,
  acceptanceEvidence: null,
  confirmation: 'confirmed',
  productName: null,
  producerName: null,
  inWindow: true,
  nameMatch: null,
  moves: [],
  confirmByOn: null,
  disputeNote: null,
};
const party = { code: 'O', name: '单位', shortName: '单位' };
const lead: LeadDetail = {
  code: 'L-1',
  side: 'buyer',
  state: 'delivered',
  version: 7,
  origin: 'enquiry',
  purpose: '巡护',
  quantity: 2,
  unit: '套',
  budget: 45_000_000,
  neededBy: null,
  method: '竞争性谈判',
  plannedMonth: '2026-11',
  procurementBudget: 45_000_000,
  reason: null,
  reasonNote: null,
  contactsShared: true,
  awaited: undefined,
  waitingSince: new Date('2026-11-26'),
  lapsesOn: null,
  confirmWithinDays: 15,
  createdAt: new Date('2026-10-01'),
  buyer: party,
  enterprise: party,
  product: {
    code: 'P-1',
    name: '机库',
    kind: 'first-unit',
    isPublic: true,
    version: 1,
    keptName: '机库',
    currentVersion: 1,
  },
  recognisedUntilOn: null,
  scenario: null,
  offering: null,
  responseMessage: null,
  purchase: null,
  trials: [],
  stages: [],
  events: [],
  contacts: null,
  reopenedBefore: false,
};

/** Name and value of every fact beside the letters, as one reads them. */
function facts(shown: LeadDetail) {
  const Stub = createRemixStub([
    {
      path: '/',
      Component: () => (
        <>
          <LeadFacts lead={shown} />
          <LeadPurchaseFacts lead={shown} />
        </>
      ),
    },
  ]);
  const { container } = render(<Stub />);
  const texts = (tag: string) => [...container.querySelectorAll(tag)].map((one) => one.textContent);
  return { names: texts('dt'), values: texts('dd') };
}

test('what the purchase record says is not said a second time beside it', () => {
  const { names, values } = facts({ ...lead, purchase });
  expect(names.length).toBeGreaterThan(8);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(values).size).toBe(values.length);
  expect(names).not.toContain('计划月份');
});

test('before a contract the plan stands among the facts, and its budget where it is another', () => {
  expect(facts(lead).names).toEqual(['产品', '用途', '数量', '预算', '采购方式', '计划月份']);
  cleanup();
  expect(facts({ ...lead, procurementBudget: 50_000_000 }).names).toContain('采购预算');
});

test('a contract over another quantity leaves what was asked for', () => {
  const { values } = facts({ ...lead, quantity: 3, purchase });
  expect(values).toEqual(expect.arrayContaining(['3 套', '2 套'].map((text) => text.replace(' ', '\u00a0'))));
});
