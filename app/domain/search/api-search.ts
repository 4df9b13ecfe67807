import { z } from 'zod';
import { productKinds } from '#db/schema/words';
import { inferredKeys } from './search-query';

const many = (word: z.ZodType<string>) => z.array(word).max(20, 'at most 20 values');
const term = z.string().trim().min(1, 'must not be empty').max(40, 'at most 40 characters');
const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= from && n <= to, `must be between ${from} and ${to}`);

const schema = z
  .object({
    q: z.string().trim().max(200, 'at most 200 characters').default(''),
    type: z.enum(['product', 'scenario'], { error: 'must be product or scenario' }).default('product'),
    kind: many(z.enum(productKinds, { error: `must be one of ${productKinds.join(', ')}` })),
    industry: many(term),
    category: many(term),
    district: many(term),
    without: z.array(z.enum(inferredKeys, { error: `must be one of ${inferredKeys.join(', ')}` })).max(6),
    limit: whole(1, 100).default(20),
    offset: whole(0, 100_000).default(0),
  })
  .superRefine(({ type, kind, industry }, context) => {
    if (type === 'product') return;
    for (const [name, values] of Object.entries({ kind, industry })) {
      if (values.length)
        context.addIssue({ code: 'custom', path: [name], message: 'is a property of products only' });
    }
  });

/** The parameters of `GET /api/v1/search`, or what is wrong with them, in one line. Repeat a parameter for several values. */
export function readApiSearch(params: URLSearchParams) {
  const single = ['q', 'type', 'limit', 'offset'] as const;
  const repeated = single.find((name) => params.getAll(name).length > 1);
  if (repeated) return { ok: false as const, detail: `${repeated}: may be given once` };
  const one = Object.fromEntries(single.map((name) => [name, params.get(name) ?? undefined]));
  const lists = Object.fromEntries(
    (['kind', 'industry', 'category', 'district', 'without'] as const).map((name) => [
      name,
      params.getAll(name),
    ]),
  );
  const parsed = schema.safeParse({ ...one, ...lists });
  if (parsed.success) return { ok: true as const, data: parsed.data };
  const detail = parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`).join('; ');
  return { ok: false as const, detail };
}

export type ApiSearch = Extract<ReturnType<typeof readApiSearch>, { ok: true }>['data'];
