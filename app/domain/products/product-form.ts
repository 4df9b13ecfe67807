import { z } from 'zod';
import * as m from '~/paraglide/messages';
import { compositions, industries, maturities, scenarioCategories } from '~/domain/terms';
import { productKinds, type Specification } from './product';

/** The fields of the product form that hold several values. */
export const productFormLists = ['specName', 'specValue', 'specUnit', 'intendedCategories'] as const;
/** More rows than this are no key specifications any more. */
export const maxSpecifications = 30;

const tooLong = (max: number) => ({ error: () => m.account_too_long({ max }) });
const optionalLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, tooLong(max))
    .default('')
    .transform((text) => text || null);
const oneOfOrNothing = (words: readonly string[], message: () => string) =>
  z
    .string()
    .default('')
    .refine((word) => word === '' || words.includes(word), { error: message })
    .transform((word) => word || null);
/** Names in one line, parted by commas of any kind; at most `most`, each at most 40 characters. */
const names = (most: number) =>
  z
    .string()
    .max(400, tooLong(400))
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split(/[,，、;；\n]+/)
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    ])
    .refine((all) => all.length <= most && all.every((name) => name.length <= 40), {
      error: () => m.account_names_wrong({ max: most }),
    });
const count = z
  .string()
  .default('')
  .transform((text) => text.normalize('NFKC').replace(/[\s,]/g, ''))
  .refine((text) => /^\d{0,5}$/.test(text), { error: () => m.account_count_wrong() })
  .transform((text) => (text === '' ? null : Number(text)));

const facts = z.object({
  name: z
    .string({ error: () => m.account_product_name_required() })
    .trim()
    .min(1, { error: () => m.account_product_name_required() })
    .max(80, tooLong(80)),
  model: optionalLine(80),
  aliases: names(10),
  englishName: optionalLine(120),
  keywords: names(20),
  kind: z.enum(productKinds, { error: () => m.account_product_kind_required() }),
  industry: z.enum(industries, { error: () => m.account_product_industry_required() }),
  procurementItemCode: z
    .string()
    .trim()
    .max(40, tooLong(40))
    .default('')
    .transform((text) => text.normalize('NFKC').toUpperCase() || null),
  composition: oneOfOrNothing(compositions, () => m.account_choice_unknown()),
  summary: z
    .string({ error: () => m.account_product_summary_required() })
    .trim()
    .min(20, { error: () => m.account_product_summary_short() })
    .max(2000, tooLong(2000)),
  innovation: optionalLine(2000),
  trl: z
    .string()
    .default('')
    .refine((text) => /^[1-9]?$/.test(text), { error: () => m.account_choice_unknown() })
    .transform((text) => (text === '' ? null : Number(text))),
  maturity: oneOfOrNothing(maturities, () => m.account_choice_unknown()),
  inventionPatents: count,
  utilityModels: count,
  softwareCopyrights: count,
  intendedCategories: z
    .array(z.enum(scenarioCategories, { error: () => m.account_choice_unknown() }))
    .default([])
    .transform((words) => [...new Set(words)]),
});

const cells = z.array(z.string().trim()).default([]);
/** Rows stand in three lists of the same order; an empty row is no row. */
const rows = z
  .object({ specName: cells, specValue: cells, specUnit: cells })
  .transform(({ specName, specValue, specUnit }, context) => {
    const specifications: Specification[] = [];
    specName.forEach((name, index) => {
      const value = specValue[index] ?? '';
      const unit = specUnit[index] ?? '';
      if (!name && !value && !unit) return;
      const refuse = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field, index], message });
      if (!name) refuse('specName', m.account_spec_name_required({ row: index + 1 }));
      if (!value) refuse('specValue', m.account_spec_value_required({ row: index + 1 }));
      if (name.length > 40 || value.length > 80 || unit.length > 20)
        refuse('specName', m.account_spec_too_long({ row: index + 1 }));
      specifications.push({ name, value, unit });
    });
    if (specifications.length > maxSpecifications)
      context.addIssue({
        code: 'custom',
        path: ['specName', 0],
        message: m.account_spec_too_many({ max: maxSpecifications }),
      });
    return { specifications };
  });

/** What an enterprise may say of a product: strings and lists in, clean values out. Both halves report at once. */
export const productForm = facts.and(rows);
export type ProductInput = z.output<typeof productForm>;
