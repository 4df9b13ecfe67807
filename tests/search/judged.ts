import { readFileSync } from 'node:fs';
import { z } from 'zod';

const file = z.object({
  queries: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      query: z.string(),
      judgments: z.array(z.object({ id: z.string(), grade: z.number().min(0).max(3) })).default([]),
      expectNoResult: z.boolean().default(false),
    }),
  ),
});

/** A query with the codes that answer it, graded 3 (what was sought), 2 (very near) or 1 (touches it). */
export type Judged = {
  id: string;
  type: string;
  query: string;
  grades: Map<string, number>;
  nothing: boolean;
};

export function readJudged(path: string): Judged[] {
  const { queries } = file.parse(JSON.parse(readFileSync(path, 'utf8')));
  return queries.map(({ id, type, query, judgments, expectNoResult }) => ({
    id,
    type,
    query,
    grades: new Map(judgments.filter((one) => one.grade > 0).map((one) => [one.id, one.grade])),
    nothing: expectNoResult,
  }));
}

const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2);
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

export type Measures = { ndcg: number; recall: number; mrr: number };

/**
 * Of the first ten codes: nDCG with gains of 2^grade − 1; recall of what is graded 2 or 3 (at most ten count); the
 * reciprocal of the place of the first of them.
 */
export function measure(codes: readonly string[], grades: ReadonlyMap<string, number>): Measures {
  const first = codes.slice(0, 10).map((code) => grades.get(code) ?? 0);
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, 10);
  const good = ideal.filter((grade) => grade >= 2).length;
  const hit = first.findIndex((grade) => grade >= 2);
  return {
    ndcg: sum(first.map(gain)) / sum(ideal.map(gain)),
    recall: good ? first.filter((grade) => grade >= 2).length / good : 1,
    mrr: hit < 0 ? 0 : 1 / (hit + 1),
  };
}

export type Figures = Measures & { queries: number; nothingRight: number; nothingAsked: number };
export type Evaluation = {
  all: Figures;
  byType: Record<string, Figures>;
  each: { judged: Judged; codes: string[]; ndcg: number }[];
};

function figures(each: { judged: Judged; codes: string[] }[]): Figures {
  const asked = each.filter((one) => !one.judged.nothing);
  const nothing = each.filter((one) => one.judged.nothing);
  const measured = asked.map((one) => measure(one.codes, one.judged.grades));
  const mean = (key: keyof Measures) => sum(measured.map((one) => one[key])) / (measured.length || 1);
  return {
    queries: each.length,
    ndcg: mean('ndcg'),
    recall: mean('recall'),
    mrr: mean('mrr'),
    nothingAsked: nothing.length,
    nothingRight: nothing.filter((one) => one.codes.length === 0).length,
  };
}

/** Asks a ranker every query and measures what it says, over all and by type of query. */
export async function evaluate(
  queries: Judged[],
  ranker: (query: string) => Promise<string[]>,
): Promise<Evaluation> {
  const each: Evaluation['each'] = [];
  for (const judged of queries) {
    const codes = await ranker(judged.query);
    each.push({
      judged,
      codes,
      ndcg: judged.nothing ? Number(!codes.length) : measure(codes, judged.grades).ndcg,
    });
  }
  const types = [...new Set(queries.map((one) => one.type))].sort();
  const byType = types.map((type) => [type, figures(each.filter((one) => one.judged.type === type))]);
  return { all: figures(each), byType: Object.fromEntries(byType), each };
}
