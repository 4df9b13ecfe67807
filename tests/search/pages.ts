import type { LoaderFunction, LoaderFunctionArgs } from '@remix-run/node';
import { db } from '#db/client.server';
import { organisations, products, publications, scenarios } from '#db/schema';
import { loader as productApi } from '~/routes/api/api.v1.products.$code';
import { loader as scenarioApi } from '~/routes/api/api.v1.scenarios.$code';
import { loader as home } from '~/routes/site/_index/route';
import { loader as compare } from '~/routes/site/compare/route';
import { loader as intentions } from '~/routes/site/intentions._index';
import { loader as organisation } from '~/routes/site/organisations.$code';
import { loader as product } from '~/routes/site/products.$code/route';
import { loader as publication } from '~/routes/site/publications.$code/route';
import { loader as publicationCsv } from '~/routes/site/publications.$code[.]csv';
import { loader as publicationList } from '~/routes/site/publications._index';
import { loader as scenario } from '~/routes/site/scenarios.$code/route';
import { loader as search } from '~/routes/site/search';
import { hiddenWords } from './canaries';

/** What a visitor's browser is sent by a page or an address for machines; undefined where there is none. */
async function visit(loader: unknown, path: string, params: Record<string, string> = {}): Promise<unknown> {
  const request = new Request(`http://localhost${path}`);
  const args = { request, params, context: {} } as unknown as LoaderFunctionArgs;
  try {
    const said: unknown = await (loader as LoaderFunction)(args);
    return said instanceof Response ? await said.text() : said;
  } catch (thrown) {
    const { init } = thrown as { init?: ResponseInit };
    if (init?.status === 404) return undefined;
    throw thrown;
  }
}

const codes = async (
  table: typeof products | typeof scenarios | typeof publications | typeof organisations,
) => (await db.select({ code: table.code }).from(table)).map(({ code }) => code);
const each = async (loader: unknown, table: Parameters<typeof codes>[0]) => {
  const said: unknown[] = [];
  for (const code of await codes(table))
    said.push(await visit(loader, `/${encodeURIComponent(code)}`, { code }));
  return said;
};

const hiddenCodes = hiddenWords('product').map((word) => `P-${word.toUpperCase()}`);
const compared = ['P-UAV-01', ...hiddenCodes].map((code) => ['p', code]);

/** The pages of everything that has a code, whether a visitor may see it or not. */
export const pages = {
  products: () => each(product, products),
  scenarios: () => each(scenario, scenarios),
  organisations: () => each(organisation, organisations),
  publications: async () => [
    await each(publication, publications),
    await each(publicationCsv, publications),
    await visit(publicationList, '/publications'),
  ],
  records: async () => [await each(productApi, products), await each(scenarioApi, scenarios)],
  home: async () => [await visit(home, '/'), await visit(intentions, '/intentions')],
  search: (words: string) =>
    Promise.all(
      ['product', 'scenario', 'publication', 'organisation'].map((type) =>
        visit(search, `/search?${new URLSearchParams({ q: words, type })}`),
      ),
    ),
  compare: async (words: string) => [
    await visit(compare, `/compare?${new URLSearchParams({ add: words })}`),
    // the page names the codes that it does not know, as they were asked for
    JSON.stringify(await visit(compare, `/compare?${new URLSearchParams(compared)}`)).replace(
      JSON.stringify(hiddenCodes),
      '[]',
    ),
  ],
};
