/** Every address of the site as a function: nothing else writes a URL. */
const code = encodeURIComponent;
/** What stands behind the question mark. */
export type Query = Record<string, string | number | readonly string[] | undefined>;

/** `path` with the query's non-empty values; a list repeats its key. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const each of Array.isArray(value)
      ? (value as readonly string[])
      : [String(value as string | number)])
      search.append(key, each);
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

export const paths = {
  home: () => '/',
  search: (query: Query = {}) => withQuery('/search', query),
  searchExport: (format: 'csv' | 'xlsx', query: Query = {}) => withQuery(`/search/export.${format}`, query),
  scenarios: (query: Query = {}) => withQuery('/scenarios', query),
  scenario: (c: string) => `/scenarios/${code(c)}`,
  products: (query: Query = {}) => withQuery('/products', query),
  product: (c: string) => `/products/${code(c)}`,
  compare: (codes: readonly string[], query: Query = {}) => withQuery('/compare', { p: codes, ...query }),
  publications: (query: Query = {}) => withQuery('/publications', query),
  publication: (c: string) => `/publications/${code(c)}`,
  organisation: (c: string) => `/organisations/${code(c)}`,
  intentions: (query: Query = {}) => withQuery('/intentions', query),
  intention: (c: string) => `/intentions/${code(c)}`,
  policies: () => '/policies',
  about: () => '/about',
  accessibility: () => '/accessibility',
  openData: () => '/open-data',
  feedback: () => '/feedback',
  sitemap: () => '/sitemap.xml',
  sitemapPart: (part: string) => `/sitemap/${code(part)}.xml`,
  signIn: (returnTo?: string) => withQuery('/sign-in', { returnTo }),
  signOut: () => '/sign-out',
  preferences: () => '/preferences',
  account: () => '/account',
  accountProducts: () => '/account/products',
  accountProductNew: () => '/account/products/new',
  accountProduct: (c: string) => `/account/products/${code(c)}`,
  accountProductEdit: (c: string) => `/account/products/${code(c)}/edit`,
  accountOffering: (productCode: string) => `/account/products/${code(productCode)}/offering`,
  accountResponses: () => '/account/responses',
  accountRespond: (scenarioCode: string) => `/account/scenarios/${code(scenarioCode)}/respond`,
  accountScenarios: () => '/account/scenarios',
  accountScenarioResponses: (scenarioCode: string) => `/account/scenarios/${code(scenarioCode)}`,
  accountEnquire: (productCode: string) => `/account/products/${code(productCode)}/enquire`,
  accountLeads: (query: Query = {}) => withQuery('/account/leads', query),
  accountLead: (c: string) => `/account/leads/${code(c)}`,
  accountLeadProduct: (c: string) => `/account/leads/${code(c)}/product`,
  accountShortlists: (query: Query = {}) => withQuery('/account/shortlists', query),
  accountShortlist: (id: string, query: Query = {}) => withQuery(`/account/shortlists/${code(id)}`, query),
  accountShortlistAdd: (product: string) => withQuery('/account/shortlists/add', { product }),
  accountSearches: (query: Query = {}) => withQuery('/account/searches', query),
  accountSearchNew: (query: Query = {}) => withQuery('/account/searches/new', query),
  stopAlerts: (token: string) => `/mail/stop/${code(token)}`,
  searchFeed: (token: string) => `/feeds/${code(token)}.atom`,
  bureau: () => '/bureau',
  bureauPublications: () => '/bureau/publications',
  bureauPublicationNew: (query: { need?: string } = {}) => withQuery('/bureau/publications/new', query),
  bureauPublication: (c: string) => `/bureau/publications/${code(c)}`,
  bureauPublicationEdit: (c: string) => `/bureau/publications/${code(c)}/edit`,
  bureauPublicationPublish: (c: string) => `/bureau/publications/${code(c)}/publish`,
  bureauScenarios: (query: Query = {}) => withQuery('/bureau/scenarios', query),
  bureauScenarioNew: (query: { publication?: string; title?: string }) =>
    withQuery('/bureau/scenarios/new', query),
  bureauVocabulary: (query: Query = {}) => withQuery('/bureau/vocabulary', query),
  bureauVocabularyNew: (query: Query = {}) => withQuery('/bureau/vocabulary/new', query),
  bureauVocabularyGroup: (id: string, query: Query = {}) =>
    withQuery(`/bureau/vocabulary/${code(id)}`, query),
  bureauSearchTerms: (query: Query = {}) => withQuery('/bureau/search-terms', query),
  bureauScenario: (c: string) => `/bureau/scenarios/${code(c)}`,
  bureauScenarioEdit: (c: string) => `/bureau/scenarios/${code(c)}/edit`,
  bureauScenarioWithdraw: (c: string) => `/bureau/scenarios/${code(c)}/withdraw`,
  bureauProducts: (query: Query = {}) => withQuery('/bureau/products', query),
  bureauOrganisations: (query: Query = {}) => withQuery('/bureau/organisations', query),
  bureauOrganisation: (c: string) => `/bureau/organisations/${code(c)}`,
  bureauLeads: (query: Query = {}) => withQuery('/bureau/leads', query),
  bureauLead: (c: string) => `/bureau/leads/${code(c)}`,
  bureauLeadProduct: (c: string) => `/bureau/leads/${code(c)}/product`,
} as const;

/** A path on this site to go back to, or `fallback`: never another host, whatever was typed. */
export const safeReturnTo = (value: unknown, fallback = '/') =>
  typeof value === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : fallback;
