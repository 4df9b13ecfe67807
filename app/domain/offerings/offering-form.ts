import { z } from 'zod';
import { isDay } from '~/domain/calendar';
import { serviceAreas } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { trialPolicies } from './offering';

/** The fields of the offering form that hold several values. */
export const offeringFormLists = ['serviceAreas'] as const;
export const maxWarranty = 200;

const tooLong = (max: number) => ({ error: () => m.account_too_long({ max }) });
const optionalLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, tooLong(max))
    .default('')
    .transform((text) => text || null);
const digits = (text: string) => text.normalize('NFKC').replace(/[\s,]/g, '');

/**
 * The terms for one product: strings in, clean values out. `parseYuan` reads an amount in 元 as 分;
 * the last day must be later than `todayOn`.
 */
export function offeringForm({
  todayOn,
  parseYuan,
}: {
  todayOn: string;
  parseYuan: (text: string) => number | undefined;
}) {
  const amount = (message: () => string) =>
    z
      .string({ error: message })
      .default('')
      .transform((text, context) => {
        const fen = parseYuan(text);
        if (fen === undefined) context.addIssue({ code: 'custom', message: message() });
        return fen ?? 0;
      });
  const price = z
    .object({
      priceMin: amount(() => m.account_price_min_wrong()),
      priceMax: amount(() => m.account_price_max_wrong()),
    })
    .refine(({ priceMin, priceMax }) => priceMax >= priceMin, {
      path: ['priceMax'],
      error: () => m.account_price_order(),
    });
  const lastDay = z
    .object({
      validYear: z.string().default(''),
      validMonth: z.string().default(''),
      validDay: z.string().default(''),
    })
    .transform(({ validYear, validMonth, validDay }, context) => {
      const [year, month, day] = [validYear, validMonth, validDay].map(digits) as [string, string, string];
      const on = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['validYear'], message });
      if (!year && !month && !day) refuse(m.account_valid_until_required());
      else if (!isDay(on)) refuse(m.account_valid_until_wrong());
      else if (on <= todayOn) refuse(m.account_valid_until_past());
      return { validUntilOn: on };
    });
  const terms = z.object({
    priceUnit: z
      .string({ error: () => m.account_price_unit_required() })
      .trim()
      .min(1, { error: () => m.account_price_unit_required() })
      .max(10, tooLong(10)),
    leadTimeDays: z
      .string()
      .default('')
      .transform(digits)
      .refine((text) => text === '' || (/^\d{1,4}$/.test(text) && Number(text) > 0), {
        error: () => m.account_lead_time_wrong(),
      })
      .transform((text) => (text === '' ? null : Number(text))),
    trialPolicy: z.enum(trialPolicies, { error: () => m.account_trial_required() }),
    trialNote: optionalLine(200),
    warranty: optionalLine(maxWarranty),
    serviceAreas: z
      .array(z.enum(serviceAreas, { error: () => m.account_choice_unknown() }))
      .default([])
      .transform((words) => [...new Set(words)]),
    capacity: optionalLine(100),
  });
  return price.and(terms).and(lastDay);
}
export type OfferingInput = z.output<ReturnType<typeof offeringForm>>;
