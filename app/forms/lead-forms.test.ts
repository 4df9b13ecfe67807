import { expect, test } from 'vitest';
import { addDays, todayOn } from '~/domain/calendar';
import * as m from '~/paraglide/messages';
import { amountOf, enquiryForm, parseStep } from './lead-forms.server';
import { parseValues } from './parse-form.server';

const today = todayOn();
const enquiry = {
  purpose: ' 夜间巡护 ',
  quantity: '３',
  unit: '架',
  budgetKind: 'known',
  budget: '1,200',
  neededBy: `${Number(today.slice(0, 4)) + 1}年3月`,
  scenario: '',
};
const check = (values: Record<string, string>) => parseValues(values, enquiryForm);

test('an enquiry is read as people type it', () => {
  expect(check(enquiry)).toMatchObject({
    ok: true,
    data: {
      purpose: '夜间巡护',
      quantity: 3,
      budget: 1_200_000_000,
      neededBy: `${Number(today.slice(0, 4)) + 1}-03`,
      scenario: null,
    },
  });
  expect(check({ ...enquiry, budgetKind: 'open' })).toMatchObject({ ok: true, data: { budget: null } });
});

test('an empty enquiry names every field, and what was typed comes back', () => {
  const out = check({ purpose: ' ', budgetKind: 'known', neededBy: '明年' });
  expect(out.ok).toBe(false);
  if (out.ok) return;
  expect(Object.keys(out.errors).sort()).toEqual(['budget', 'neededBy', 'purpose', 'quantity', 'unit']);
  expect(out.values.neededBy).toBe('明年');
  expect(out.errors.budget).toBe(m.leads_amount_missing());
});

test('a month before this one is refused', () => {
  const out = check({ ...enquiry, neededBy: '2020-01' });
  expect(!out.ok && out.errors).toEqual({ neededBy: m.leads_month_past() });
});

test('a unit typed behind an amount counts more than the chosen one', () => {
  expect(amountOf('108.6', 'wan')).toBe(108_600_000);
  expect(amountOf('1,086,000元', 'wan')).toBe(108_600_000);
  expect(amountOf('108.6万元', 'yuan')).toBe(108_600_000);
  expect(amountOf('abc', 'yuan')).toBeUndefined();
});

test('其他 needs words, and other reasons do not', () => {
  const other = parseStep('decline', { reason: '其他', note: '  ' });
  expect(!other.ok && other.errors).toEqual({ note: m.leads_f_note_other() });
  expect(parseStep('decline', { reason: '价格' })).toMatchObject({
    ok: true,
    data: { move: 'decline', reason: '价格', note: null },
  });
  const none = parseStep('close_lost', { reason: '心情' });
  expect(!none.ok && Object.keys(none.errors)).toEqual(['reason']);
});

test('a contract is dated on a real day that is not in the future, and has an amount', () => {
  const contract = {
    contractNumber: 'HT-1',
    contractedOn: today,
    amount: '108.6',
    amountUnit: 'wan',
    method: '公开招标',
    quantity: '',
  };
  expect(parseStep('record_contract', contract)).toMatchObject({
    ok: true,
    data: { move: 'record_contract', amount: 108_600_000, quantity: null, contractedOn: today },
  });
  const wrong = parseStep('record_contract', {
    ...contract,
    contractedOn: addDays(today, 1),
    amount: '-1',
    quantity: '0',
  });
  expect(!wrong.ok && wrong.errors).toEqual({
    contractedOn: m.leads_f_day_future(),
    amount: m.leads_amount_wrong(),
    quantity: m.leads_quantity_wrong(),
  });
  const noDay = parseStep('record_contract', { ...contract, contractedOn: '2026-02-30' });
  expect(!noDay.ok && noDay.errors.contractedOn).toBe(m.leads_f_day_missing());
});
