import { z } from 'zod';
import { isDay } from '~/domain/calendar';
import { checkCreditCode, creditCodeMessage } from '~/domain/organisations/credit-code';
import { productKinds } from '~/domain/products/product';
import { batchNumber, publicationCode } from '~/domain/publications/publication';

const day = z
  .string()
  .refine((text) => isDay(text) && /^20/.test(text), 'is not a date YYYY-MM-DD of this century');
const code = z.string().regex(/^[A-Z]{1,3}-?[A-Z0-9-]{1,20}$/, 'is not a code such as P-PHO-04');
const name = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');
const provenance = z.string().min(1);
const wan = z.number().positive('must be above 0; leave it null when it is not settled').nullable();

/** Kept as it is written in the register, however it was typed. */
const creditCode = z
  .string()
  .check(({ value, issues }) => {
    const message = creditCodeMessage(value, 'en');
    if (message) issues.push({ code: 'custom', message, input: value });
  })
  .transform((typed) => checkCreditCode(typed).code);

const organisation = z.object({
  id: code,
  name,
  type: z.string().nullable(),
  district: z.string().nullable(),
  creditCode: creditCode.nullable(),
  fictional: z.boolean(),
  provenance,
});

/** The shapes of one row of each list of a world file; unknown further fields are ignored. */
export const rowSchemas = {
  enterprises: organisation.extend({
    shortName: name,
    zone: z.string().nullable(),
    industry: z.string().nullable(),
    gbt4754: z.string().nullable(),
    foundedYear: z.number().int().min(1800).max(2100).nullable(),
    description: z.string().nullable(),
    qualifications: z.array(z.string()),
  }),
  buyers: organisation,
  scenarios: z
    .object({
      id: code,
      title: name,
      category: name,
      publisherId: code,
      district: z.string().nullable(),
      zone: z.string().nullable(),
      need: z.string().trim().min(1, 'is empty'),
      requirements: z.array(z.string()),
      budgetWan: wan,
      openDate: day.nullable(),
      deadline: day.nullable(),
      cooperationMode: z.string().nullable(),
      contactDept: z.string().nullable(),
      provenance,
    })
    .refine((s) => !s.openDate || !s.deadline || s.openDate <= s.deadline, {
      path: ['deadline'],
      message: 'is before openDate',
    }),
  products: z.object({
    id: code,
    name,
    kind: z.enum(productKinds),
    industry: name,
    enterpriseId: code,
    summary: z.string().trim().min(1, 'is empty'),
    keySpecs: z.array(
      z.object({
        name: z.string(),
        value: z.string(),
        unit: z
          .string()
          .nullable()
          .transform((u) => u ?? ''),
      }),
    ),
    price: z
      .object({
        min: z.number().positive(),
        max: z.number().positive(),
        currency: z.literal('CNY'),
        per: z.string().min(1),
      })
      .refine((p) => p.min <= p.max, { path: ['max'], message: 'is below price.min' })
      .nullable(),
    trl: z.number().int().min(1).max(9).nullable(),
    maturity: z.string().nullable(),
    ip: z
      .object({
        inventionPatents: z.number().int().min(0),
        utilityModels: z.number().int().min(0),
        softwareCopyrights: z.number().int().min(0),
      })
      .nullable(),
    intendedScenarioIds: z.array(code),
    intendedCategories: z.array(z.string()),
    aliases: z.array(z.string().min(1).max(40)).max(10).default([]),
    englishName: z.string().max(120).nullable().default(null),
    keywords: z.array(z.string().min(1).max(40)).max(20).default([]),
    recognised: z
      .object({
        year: z.number().int().min(2000).max(2099),
        batch: z.string().refine((text) => batchNumber(text) !== undefined, 'names no batch such as 第一批'),
        date: day,
        validUntil: day,
      })
      .refine((r) => r.date <= r.validUntil, { path: ['validUntil'], message: 'is before date' })
      .nullable(),
    provenance,
    note: z.string().optional(),
  }),
  leads: z.object({
    id: code,
    buyerId: code,
    title: name,
    catalogCode2022: z.string().nullable(),
    quantity: z.number().int().positive().nullable(),
    unit: z.string().nullable(),
    budgetWan: wan,
    expectedMonth: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month YYYY-MM')
      .nullable(),
    method: z.string().nullable(),
    scenarioId: code.nullable(),
    stage: name,
    provenance,
  }),
} as const;

export type WorldList = keyof typeof rowSchemas;
/** The order in which the lists are read: a row may only point at what came before it or was there already. */
export const worldLists = ['enterprises', 'buyers', 'scenarios', 'products', 'leads'] as const;
export type WorldRows = { [L in WorldList]: z.infer<(typeof rowSchemas)[L]>[] };
/** A row that was refused: where it stands, its code when it has one, and why. */
export type WorldFault = { place: string; code?: string; reason: string };

/** What is there already: organisations and scenarios by code, whose credit code is whose, lists that nobody imported. */
export type KnownWorld = {
  organisations: ReadonlyMap<string, { id: string; kind: string }>;
  scenarios: ReadonlyMap<string, string>;
  creditCodes: ReadonlyMap<string, string>;
  ownLists: ReadonlySet<string>;
};
const nothingKnown: KnownWorld = {
  organisations: new Map(),
  scenarios: new Map(),
  creditCodes: new Map(),
  ownLists: new Set(),
};
const organisationKinds: Partial<Record<WorldList, string>> = { enterprises: 'enterprise', buyers: 'buyer' };

const references: Record<WorldList, readonly { field: string; to: readonly WorldList[] }[]> = {
  enterprises: [],
  buyers: [],
  scenarios: [{ field: 'publisherId', to: ['buyers', 'enterprises'] }],
  products: [
    { field: 'enterpriseId', to: ['enterprises'] },
    { field: 'intendedScenarioIds', to: ['scenarios'] },
  ],
  leads: [
    { field: 'buyerId', to: ['buyers'] },
    { field: 'scenarioId', to: ['scenarios'] },
  ],
};

/**
 * Checks a world file row by row, against itself and what is `known`. Returns the rows that hold and the faults of those
 * that do not; a row that points at a missing or refused one is refused too.
 */
export function readWorld(file: unknown, known = nothingKnown): { rows: WorldRows; faults: WorldFault[] } {
  const rows: WorldRows = { enterprises: [], buyers: [], scenarios: [], products: [], leads: [] };
  const faults: WorldFault[] = [];
  const seen = new Map<string, WorldList>();
  const creditCodes = new Map(known.creditCodes);
  const lists = (file ?? {}) as Record<string, unknown>;
  for (const list of worldLists) {
    const given = lists[list];
    if (given === undefined) continue;
    if (!Array.isArray(given)) {
      faults.push({ place: list, reason: 'is not a list' });
      continue;
    }
    given.forEach((row: unknown, i) => {
      const place = `${list}[${i}]`;
      const id = (row as { id?: unknown } | null)?.id;
      const at = typeof id === 'string' ? { place, code: id } : { place };
      const parsed = rowSchemas[list].safeParse(row);
      if (!parsed.success) {
        for (const issue of parsed.error.issues)
          faults.push({ ...at, place: [place, ...issue.path].join('.'), reason: issue.message });
        return;
      }
      const wrong =
        wrongReference(list, parsed.data, seen, known) ?? collision(list, parsed.data, creditCodes, known);
      if (seen.has(parsed.data.id)) faults.push({ ...at, reason: `the code stands twice in the file` });
      else if (wrong) faults.push({ ...at, place: `${place}.${wrong.field}`, reason: wrong.reason });
      else {
        seen.set(parsed.data.id, list);
        if ('creditCode' in parsed.data && parsed.data.creditCode && !known.organisations.has(parsed.data.id))
          creditCodes.set(parsed.data.creditCode, parsed.data.id);
        (rows[list] as unknown[]).push(parsed.data);
      }
    });
  }
  if (worldLists.every((list) => lists[list] === undefined))
    faults.push({ place: 'file', reason: `has none of the lists ${worldLists.join(', ')}` });
  return { rows, faults };
}

type Wrong = { field: string; reason: string } | undefined;

/** Whether what a row would make is there already, and is something else. */
function collision(
  list: WorldList,
  row: WorldRows[WorldList][number],
  creditCodes: ReadonlyMap<string, string>,
  known: KnownWorld,
): Wrong {
  const there = known.organisations.get(row.id);
  if ('creditCode' in row) {
    if (there && there.kind !== organisationKinds[list])
      return { field: 'id', reason: 'is the code of another organisation' };
    const owner = there ? undefined : row.creditCode && creditCodes.get(row.creditCode);
    if (owner) return { field: 'creditCode', reason: `is the credit code of ${owner}` };
  }
  if ('recognised' in row && row.recognised) {
    const { year, batch } = row.recognised;
    const code = publicationCode('catalogue', year, batchNumber(batch)!);
    if (known.ownLists.has(code))
      return {
        field: 'recognised.batch',
        reason: `${code} was not imported; its rows are added in the application`,
      };
  }
  return undefined;
}

function wrongReference(
  list: WorldList,
  row: object,
  seen: ReadonlyMap<string, WorldList>,
  known: KnownWorld,
): Wrong {
  const isKnown = (code: string, to: WorldList) =>
    to === 'scenarios'
      ? known.scenarios.has(code)
      : known.organisations.get(code)?.kind === organisationKinds[to];
  for (const { field, to } of references[list]) {
    const value = (row as Record<string, unknown>)[field];
    for (const code of Array.isArray(value) ? (value as string[]) : value ? [value as string] : []) {
      const found = seen.get(code);
      if (found ? !to.includes(found) : !to.some((each) => isKnown(code, each)))
        return { field, reason: `there is no ${code}` };
    }
  }
  return undefined;
}
