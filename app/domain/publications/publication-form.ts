import { z } from 'zod';
import { isDay } from '~/domain/calendar';
import * as m from '~/paraglide/messages';
import { publicationKinds } from './publication';

/** A text that has to be there. */
export const requiredText = (max: number, missing: () => string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(max, { error: () => m.bureau_error_too_long({ max }) });

/** A text that may be left out: null then. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: () => m.bureau_error_too_long({ max }) })
    .optional()
    .transform((text) => text || null);

/** A whole number between two others, typed in digits of any width. */
export const wholeNumber = (min: number, max: number, error: () => string) =>
  z
    .string({ error })
    .transform((typed) => {
      const text = typed.normalize('NFKC').trim();
      return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    })
    .refine((number) => number >= min && number <= max, { error });

/** A calendar day that has to be there. */
export const requiredDay = (error: () => string) => z.string({ error }).trim().refine(isDay, { error });

/** The version of the row that the form was made from. */
export const versionField = wholeNumber(1, 999_999_999, () => m.bureau_error_version());

export const publicationForm = z.object({
  kind: z.enum(publicationKinds, { error: () => m.bureau_publication_kind_error() }),
  year: wholeNumber(2000, 2100, () => m.bureau_year_error()),
  sequence: wholeNumber(1, 99, () => m.bureau_sequence_error()),
  /** null takes the usual title of that batch */
  title: optionalText(100),
  documentNumber: optionalText(60),
  authority: requiredText(80, () => m.bureau_authority_error()),
  issuedOn: requiredDay(() => m.bureau_issued_on_error()),
});
export type PublicationInput = z.output<typeof publicationForm>;

/** A step on a list or a scenario: the version that was seen. */
export const stepForm = z.object({ version: versionField });

/** A step that needs a reason. */
export const reasonForm = z.object({
  version: versionField,
  reason: requiredText(500, () => m.bureau_reason_error()),
});

/** A product taken into a catalogue: another authority's decision, with its window. */
export const catalogueRowForm = z
  .object({
    product: requiredText(200, () => m.bureau_row_product_error()),
    level: requiredText(20, () => m.bureau_row_level_error()),
    certificateNumber: optionalText(60),
    validFromOn: requiredDay(() => m.bureau_row_from_error()),
    validUntilOn: requiredDay(() => m.bureau_row_until_error()),
  })
  .refine((row) => row.validUntilOn >= row.validFromOn, {
    path: ['validUntilOn'],
    error: () => m.bureau_row_window_error(),
  });
export type CatalogueRowInput = z.output<typeof catalogueRowForm>;
