import {
  countConditions,
  searchHref,
  searchParams,
  sortsOf,
  type IgnoredValue,
  type SearchPlace,
  type SearchQuery,
} from '~/domain/search/search-query';
import type { SearchResult } from '~/domain/search/search-result';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { Empty } from '../empty';
import { Facets, resultsId } from '../facets';
import { LinkButton } from '../button';
import { Link } from '../link';
import { Notice } from '../notice';
import { Pagination } from '../pagination';
import { Pills } from '../pills';
import { Rows } from '../rows';
import { SortLinks } from '../sort-links';
import { CompareButton, ComparePick } from './compare-pick';
import { ignoredText, pillsOf, withoutConditions } from './conditions';
import { ExportLinks } from './export-links';
import { facetGroups } from './facet-groups';
import { ProductHit, ScenarioHit } from './hits';
import { MeantFor } from './meant-for';
import { MoreHelp, NoHits, type NoHitsProps } from './no-hits';
import { Partly } from './partly';
import { Summary } from './summary';
import { Why } from './why';
import { sortText } from './words';

export interface SearchResultsProps {
  place: SearchPlace;
  query: SearchQuery;
  ignored: readonly IgnoredValue[];
  result: SearchResult;
  pageSize: number;
  /** How many publications and organisations answer the same words, where they have tabs. */
  counts?: NoHitsProps['counts'];
}

/** A list of products or scenarios with its conditions beside it. The address holds every state. */
export function SearchResults(props: SearchResultsProps) {
  const { place, query, ignored, result, pageSize } = props;
  const params = searchParams({ ...query, page: 1 }, place);
  const keep = (['q', 'type', 'sort'] as const).flatMap((name) => {
    const value = params[name];
    return typeof value === 'string' ? [{ name, value }] : [];
  });
  const selected = countConditions(query);
  // Where the words alone find nothing there is nothing to choose from.
  const choosable = result.total > 0 || selected > 0;
  return (
    <div className={choosable ? 'with-facets' : undefined}>
      {choosable ? (
        <Facets
          action={`/${place}`}
          groups={facetGroups(query, result)}
          keep={keep}
          selected={selected}
          total={result.total}
        />
      ) : null}
      <section className="stack" id={resultsId} aria-label={m.site_results()}>
        {/* Only the ranking by words is simpler; a list without words is the same from either. */}
        {result.engine === 'database' && query.q ? (
          <Notice tone="warn">{m.site_simple_search()}</Notice>
        ) : null}
        {ignored.length > 0 ? (
          <Notice tone="plain">{m.site_ignored({ list: ignoredText(ignored) })}</Notice>
        ) : null}
        {result.total > 0 ? <Summary {...props} /> : null}
        <Pills
          pills={pillsOf(query, place, result.inferred)}
          clearHref={selected > 1 ? searchHref(query, place, withoutConditions) : undefined}
        />
        {result.total > 0 ? (
          <Hits {...props} />
        ) : (
          <NoHits {...props} saveHref={mayBeSaved(query) ? saveHref(query) : undefined} />
        )}
        {result.total > pageSize ? (
          <Pagination
            page={query.page}
            pageSize={pageSize}
            total={result.total}
            hrefFor={(page) => searchHref(query, place, { page })}
          />
        ) : null}
        {result.meantFor ? <MeantFor {...result.meantFor} /> : null}
        {result.total > 0 && query.q ? <MoreHelp /> : null}
      </section>
    </div>
  );
}

/** A search for something in particular can be saved. */
const mayBeSaved = (query: SearchResultsProps['query']) => Boolean(query.q) || countConditions(query) > 0;
const saveHref = (query: SearchResultsProps['query']) =>
  paths.accountSearchNew(searchParams({ ...query, page: 1 }, 'search'));

function Hits({ place, query, result, pageSize }: SearchResultsProps) {
  const empty = result.products.length === 0 && result.scenarios.length === 0;
  return (
    <>
      <SortLinks
        links={sortsOf(query.type, query.q).map((sort) => ({
          label: sortText(sort),
          href: searchHref(query, place, { sort }),
          current: sort === query.sort,
        }))}
      >
        {result.products.length > 1 ? <CompareButton /> : null}
        {empty ? null : <ExportLinks params={searchParams({ ...query, page: 1 }, 'search')} />}
        {mayBeSaved(query) ? <Link href={saveHref(query)}>{m.searches_save()}</Link> : null}
      </SortLinks>
      {empty ? (
        <Empty
          title={m.site_page_beyond()}
          actions={<LinkButton href={searchHref(query, place)}>{m.site_first_page()}</LinkButton>}
        >
          {m.site_page_beyond_text({ pages: formatNumber(Math.ceil(result.total / pageSize)) })}
        </Empty>
      ) : (
        <Rows ordered label={m.site_results()}>
          {result.products.map((row) => (
            <ProductHit
              key={row.id}
              row={row}
              highlight={query.q ? result.highlights[row.id] : undefined}
              pick={result.products.length > 1 ? <ComparePick code={row.code} name={row.name} /> : null}
            >
              <Why reasons={result.reasons[row.id]} />
              <Partly pieces={result.partly[row.id]} />
            </ProductHit>
          ))}
          {result.scenarios.map((row) => (
            <ScenarioHit
              key={row.id}
              row={row}
              todayOn={result.todayOn}
              highlight={query.q ? result.highlights[row.id] : undefined}
            >
              <Why reasons={result.reasons[row.id]} />
              <Partly pieces={result.partly[row.id]} />
            </ScenarioHit>
          ))}
        </Rows>
      )}
    </>
  );
}
