import { suggestTerms } from '#search/suggest-terms.server';
import { suggest } from '#search/suggest.server';
import { paths } from '~/paths';

/** Something to try instead: a word, or the page of one product or scenario. */
export interface NearTo {
  type: 'term' | 'product' | 'scenario' | 'publication' | 'organisation';
  label: string;
  url: string;
}

const most = { terms: 4, names: 4 };

/** What comes nearest to words that find nothing: words of the field, then names. May be empty. */
export async function nearTo(q: string): Promise<NearTo[]> {
  const [terms, names] = await Promise.all([suggestTerms(q, most.terms), suggest(q, most.names)]);
  return [
    ...terms.map((term) => ({ type: 'term' as const, label: term, url: paths.search({ q: term }) })),
    ...names.map(({ type, label, code }) => ({
      type,
      label,
      url: type === 'product' ? paths.product(code) : paths.scenario(code),
    })),
  ];
}
