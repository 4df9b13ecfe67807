import { asc, count, desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { intentions, products, publications, publicScenarioStates, scenarios } from '#db/schema';
import { paths } from '~/paths';
import { organisationsListed } from '../search/directory-entries.server';

/** How many addresses one part names; the protocol allows 50,000. */
export const addressesInPart = 10_000;

type Address = { path: string; changedAt?: Date };

const fixed = () =>
  [
    paths.home(),
    paths.scenarios(),
    paths.products(),
    paths.publications(),
    paths.intentions(),
    paths.policies(),
    paths.about(),
    paths.openData(),
    paths.accessibility(),
    paths.feedback(),
  ].map((path): Address => ({ path }));

const published = eq(products.state, 'published');
const open = inArray(scenarios.state, [...publicScenarioStates]);

/** Kinds of page: how many there are, and the addresses `from` … `from + addressesInPart`. */
const kinds: Record<string, { size(): Promise<number>; addresses(from: number): Promise<Address[]> }> = {
  pages: {
    size: async () => 1,
    async addresses() {
      const issued = await db
        .select({ code: publications.code, changedAt: publications.updatedAt })
        .from(publications)
        .where(eq(publications.state, 'published'))
        .orderBy(desc(publications.issuedOn), asc(publications.code))
        .limit(addressesInPart);
      return [
        ...fixed(),
        ...issued.map(({ code, changedAt }) => ({ path: paths.publication(code), changedAt })),
      ];
    },
  },
  scenarios: {
    size: () => db.$count(scenarios, open),
    async addresses(from) {
      const rows = await db
        .select({ code: scenarios.code, changedAt: scenarios.updatedAt })
        .from(scenarios)
        .where(open)
        .orderBy(asc(scenarios.code))
        .limit(addressesInPart)
        .offset(from);
      return rows.map(({ code, changedAt }) => ({ path: paths.scenario(code), changedAt }));
    },
  },
  products: {
    size: () => db.$count(products, published),
    async addresses(from) {
      const rows = await db
        .select({ code: products.code, changedAt: products.updatedAt })
        .from(products)
        .where(published)
        .orderBy(asc(products.code))
        .limit(addressesInPart)
        .offset(from);
      return rows.map(({ code, changedAt }) => ({ path: paths.product(code), changedAt }));
    },
  },
  organisations: {
    size: async () => (await organisationsListed.read()).length,
    async addresses(from) {
      const listed = await organisationsListed.read();
      return listed
        .slice(from, from + addressesInPart)
        .map(({ row }) => ({ path: paths.organisation(row.code) }));
    },
  },
  intentions: {
    size: async () => (await db.select({ n: count() }).from(intentions))[0]!.n,
    async addresses(from) {
      const rows = await db
        .select({ code: intentions.code })
        .from(intentions)
        .orderBy(asc(intentions.code))
        .limit(addressesInPart)
        .offset(from);
      return rows.map(({ code }) => ({ path: paths.intention(code) }));
    },
  },
};

const xml = (root: 'sitemapindex' | 'urlset', entries: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</${root}>
`;

/** Names the parts that together name every page a visitor may read (sitemaps.org). `site` is the public address. */
export async function sitemapIndex(site: string): Promise<string> {
  const parts: string[] = [];
  for (const [kind, { size }] of Object.entries(kinds)) {
    const most = Math.ceil((await size()) / addressesInPart);
    for (let number = 1; number <= most; number++) parts.push(`${kind}-${number}`);
  }
  return xml(
    'sitemapindex',
    parts.map((part) => `<sitemap><loc>${site}${paths.sitemapPart(part)}</loc></sitemap>`),
  );
}

/** One part by its name (products-2), or undefined when there is none of that name. Codes in addresses are encoded. */
export async function sitemapPart(part: string, site: string): Promise<string | undefined> {
  const [, kind = '', number = ''] = /^([a-z]+)-([1-9]\d{0,3})$/.exec(part) ?? [];
  if (!Object.hasOwn(kinds, kind)) return undefined;
  const addresses = await kinds[kind]!.addresses((Number(number) - 1) * addressesInPart);
  if (addresses.length === 0) return undefined;
  return xml(
    'urlset',
    addresses.map(({ path, changedAt }) => {
      const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
      return `<url><loc>${site}${path.replaceAll("'", '%27')}</loc>${changed}</url>`;
    }),
  );
}

/** What robots may read: pages, not searches, nor what is behind a sign-in. */
export const robotsText = (site: string) => `User-agent: *
Disallow: /search
Disallow: /compare
Disallow: /account
Disallow: /bureau
Disallow: /sign-in
Disallow: /mail/
Disallow: /feeds/
Disallow: /api/v1/suggest
Allow: /

Sitemap: ${site}${paths.sitemap()}
`;
