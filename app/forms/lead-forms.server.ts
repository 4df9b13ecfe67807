import { z } from 'zod';
import { addDays, isDay, todayOn } from '~/domain/calendar';
import type { Step } from '~/domain/leads/carry-out-step.server';
import { lossReasons, procurementMethodNames, terminationReasons } from '~/domain/terms';
import { parseAmount } from '~/forms/amount';
import * as m from '~/paraglide/messages';
import { parseValues, type FormResult, type FormValues } from './parse-form.server';

type Message = () => string;
const longest = 2000;

const text = (missing: Message, max = longest) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(max, { error: () => m.leads_too_long({ max }) });
const remarks = (max = longest) =>
  z
    .string()
    .trim()
    .max(max, { error: () => m.leads_too_long({ max }) })
    .optional()
    .transform((value) => value || null);
const choice = <const T extends readonly [string, ...string[]]>(values: T, missing: Message) =>
  z.enum(values, { error: missing });

/** A whole number as people type it, `1,200` or `１２`; empty is null. */
const wholeNumber = (value: string | undefined): number | null | undefined => {
  const plain = (value ?? '').normalize('NFKC').replace(/[\s,]/g, '');
  if (plain === '') return null;
  const number = /^\d{1,7}$/.test(plain) ? Number(plain) : NaN;
  return number >= 1 && number <= 1_000_000 ? number : undefined;
};
const quantity = z
  .string()
  .optional()
  .refine((value) => wholeNumber(value) !== undefined, { error: () => m.leads_quantity_wrong() })
  .transform((value) => wholeNumber(value) ?? null);

/** A day as a date field gives it or as people type it: 2026-3-5, 2026/03/05, 2026年3月5日. */
const dayText = (value: string) => {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(
    value.normalize('NFKC').trim(),
  );
  return found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : '';
};
const day = () =>
  z
    .string({ error: () => m.leads_f_day_missing() })
    .transform(dayText)
    .refine(isDay, { error: () => m.leads_f_day_missing() });
const pastDay = () =>
  day()
    .refine((on) => on <= todayOn(), { error: () => m.leads_f_day_future() })
    .refine((on) => on >= '2000-01-01', { error: () => m.leads_f_day_old() });

/** A month in any of the ways people type it: 2027-03, 2027-3, 2027年3月. */
const monthText = (value: string) => {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(value.normalize('NFKC').trim());
  const month = Number(found?.[2]);
  return found && month >= 1 && month <= 12 ? `${found[1]}-${String(month).padStart(2, '0')}` : '';
};
const comingMonth = () =>
  z
    .string({ error: () => m.leads_month_wrong() })
    .transform(monthText)
    .refine((month) => month !== '', { error: () => m.leads_month_wrong() })
    .refine((month) => month >= todayOn().slice(0, 7), { error: () => m.leads_month_past() })
    .refine((month) => month <= `${Number(todayOn().slice(0, 4)) + 10}-12`, {
      error: () => m.leads_month_far(),
    });

/** An amount whose unit may be typed behind it, which then counts more than the chosen one. */
export function amountOf(typed: string, unit: 'yuan' | 'wan'): number | undefined {
  const plain = typed.normalize('NFKC').trim();
  if (/(万|万元)$/.test(plain)) return parseAmount(plain, 'wan');
  if (plain.endsWith('元')) return parseAmount(plain, 'yuan');
  return parseAmount(plain, unit);
}
const wanAmount = () =>
  z
    .string({ error: () => m.leads_amount_missing() })
    .trim()
    .min(1, { error: () => m.leads_amount_missing() })
    .refine((typed) => amountOf(typed, 'wan') !== undefined, { error: () => m.leads_amount_wrong() })
    .transform((typed) => amountOf(typed, 'wan') ?? 0);

const withReason = {
  reason: choice(lossReasons, () => m.leads_f_reason_missing()),
  note: remarks(500),
};
const explained = <T extends { reason: string; note: string | null }>(value: T) =>
  value.reason !== '其他' || value.note !== null;
const explanation = { path: ['note'], error: () => m.leads_f_note_other() };
/** Say this too when other fields are wrong, so that nobody has to send the form twice to hear it. */
const always = () => true;

const contractFields = {
  contractNumber: text(() => m.leads_f_contract_number_missing(), 60),
  contractedOn: pastDay(),
  amount: z
    .string({ error: () => m.leads_amount_missing() })
    .trim()
    .min(1, { error: () => m.leads_amount_missing() })
    .refine((typed) => amountOf(typed, 'yuan') !== undefined, { error: () => m.leads_amount_wrong() }),
  amountUnit: z.enum(['yuan', 'wan']).catch('wan'),
  method: choice(procurementMethodNames, () => m.leads_f_method_missing()),
  quantity,
  productName: remarks(200),
  producerName: remarks(200),
};
/** The contract with its amount in fen. */
function inFen<T extends { amount: string; amountUnit: 'yuan' | 'wan' }>(
  { amount, amountUnit, ...rest }: T,
  context: z.RefinementCtx,
) {
  const fen = amountOf(amount, amountUnit);
  if (fen === undefined)
    context.addIssue({ code: 'custom', path: ['amount'], message: m.leads_amount_wrong() });
  return { ...rest, amount: fen ?? 0 };
}

/** What each form of the lead page sends, by its intent. */
const steps = {
  accept: z.object({}),
  withdraw: z.object({}),
  reopen: z.object({}),
  reopen_enquiry: z.object({}),
  decline: z.object(withReason).refine(explained, explanation),
  close_lost: z.object(withReason).refine(explained, explanation),
  terminate: z
    .object({ reason: choice(terminationReasons, () => m.leads_f_reason_missing()), note: remarks(500) })
    .refine(explained, explanation),
  start_trial: z.object({
    site: text(() => m.leads_f_site_missing(), 100),
    startedOn: day().refine((on) => on >= addDays(todayOn(), -366) && on <= addDays(todayOn(), 366), {
      error: () => m.leads_f_day_year(),
    }),
  }),
  record_trial: z.object({
    result: choice(['passed', 'failed'], () => m.leads_f_result_missing()),
    endedOn: pastDay(),
    note: remarks(),
  }),
  start_procuring: z.object({
    method: choice(procurementMethodNames, () => m.leads_f_method_missing()),
    plannedMonth: comingMonth(),
    budget: wanAmount(),
  }),
  record_contract: z.object(contractFields).transform(inFen),
  record_delivery: z.object({
    acceptedOn: pastDay(),
    evidence: text(() => m.leads_f_evidence_missing(), 1000),
  }),
};
export type StepIntent = keyof typeof steps;
export const isStepIntent = (intent: unknown): intent is StepIntent =>
  typeof intent === 'string' && Object.hasOwn(steps, intent);

/** The step that a form of the lead page asks for. */
export function parseStep(intent: StepIntent, values: FormValues): FormResult<Step> {
  const parsed = parseValues(values, steps[intent] as z.ZodType<object>);
  return parsed.ok ? { ...parsed, data: { move: intent, ...parsed.data } as Step } : parsed;
}

export const letterForm = z.object({ body: text(() => m.leads_letter_missing(), 4000) });
export const confirmForm = z.object({});
export const correctForm = z
  .object({ ...contractFields, note: text(() => m.leads_f_correction_missing(), 500) })
  .transform(inFen);
export const disputeForm = z.object({ note: text(() => m.leads_f_dispute_missing(), 500) });

/** An enquiry; a budget is an amount in 万元 or openly undecided, which is not 0. */
export const enquiryForm = z
  .object({
    purpose: text(() => m.leads_purpose_missing()),
    quantity: z
      .string({ error: () => m.leads_quantity_missing() })
      .trim()
      .min(1, { error: () => m.leads_quantity_missing() })
      .refine((value) => typeof wholeNumber(value) === 'number', { error: () => m.leads_quantity_wrong() })
      .transform((value) => wholeNumber(value) ?? 1),
    unit: text(() => m.leads_unit_missing(), 10),
    budgetKind: choice(['known', 'open'], () => m.leads_budget_choose()),
    budget: z.string().trim().optional(),
    neededBy: comingMonth(),
    scenario: z
      .string()
      .trim()
      .max(40)
      .optional()
      .transform((value) => value || null),
  })
  .refine((value) => value.budgetKind !== 'known' || Boolean(value.budget), {
    path: ['budget'],
    error: () => m.leads_amount_missing(),
    when: always,
  })
  .refine(
    (value) => value.budgetKind !== 'known' || !value.budget || amountOf(value.budget, 'wan') !== undefined,
    {
      path: ['budget'],
      error: () => m.leads_amount_wrong(),
      when: always,
    },
  )
  .transform(({ budgetKind, budget, ...rest }) => ({
    ...rest,
    budget: budgetKind === 'known' && budget ? (amountOf(budget, 'wan') ?? null) : null,
  }));
