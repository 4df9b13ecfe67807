import { organisationKindLabel } from '~/domain/organisations/organisation-kind';
import { publicationKindLabel } from '~/domain/publications/publication';
import {
  countDirectoryConditions,
  directoryHref,
  directoryParams,
  directorySortsOf,
  withoutDirectoryConditions,
  type DirectoryQuery,
} from '~/domain/search/directory-query';
import type { DirectoryResult } from '~/domain/search/directory-result';
import type { IgnoredValue } from '~/domain/search/search-query';
import { termLabel } from '~/domain/terms';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { LinkButton } from '../button';
import { DateText } from '../date-text';
import { Empty } from '../empty';
import { Facets, resultsId } from '../facets';
import { Highlight } from '../highlight';
import { Link } from '../link';
import { Notice } from '../notice';
import { OrganisationName } from '../organisation-name';
import { Pagination } from '../pagination';
import { Pills } from '../pills';
import { Row, Rows } from '../rows';
import { SortLinks } from '../sort-links';
import { ignoredText } from './conditions';
import { directoryConditions, directoryFacets } from './directory-conditions';
import { ExportLinks } from './export-links';
import { NoneListed, type NoneListedProps } from './none-listed';
import { sortText } from './words';

export interface DirectoryResultsProps {
  query: DirectoryQuery;
  ignored: readonly IgnoredValue[];
  result: DirectoryResult;
  pageSize: number;
  counts: NoneListedProps['counts'];
}

/** Publications or organisations with their conditions beside them. The address holds every state. */
export function DirectoryResults({ query, ignored, result, pageSize, counts }: DirectoryResultsProps) {
  const selected = countDirectoryConditions(query);
  const conditions = directoryConditions(query);
  const params = directoryParams({ ...query, page: 1 });
  const keep = (['q', 'type', 'sort'] as const).flatMap((name) => {
    const value = params[name];
    return value === undefined ? [] : [{ name, value }];
  });
  const choosable = result.total > 0 || selected > 0;
  return (
    <div className={choosable ? 'with-facets' : undefined}>
      {choosable ? (
        <Facets
          action="/search"
          groups={directoryFacets(query, result)}
          keep={keep}
          selected={selected}
          total={result.total}
        />
      ) : null}
      <section className="stack" id={resultsId} aria-label={m.site_results()}>
        {ignored.length > 0 ? (
          <Notice tone="plain">{m.site_ignored({ list: ignoredText(ignored) })}</Notice>
        ) : null}
        {result.total > 0 ? (
          <p className="lede-result" role="status">
            <b>{headText(query, result.total)}</b>
            {conditions.map(({ sentence }) => m.site_comma() + sentence).join('')}
            {m.site_full_stop()}
          </p>
        ) : null}
        <Pills
          pills={conditions}
          clearHref={selected > 1 ? directoryHref(query, withoutDirectoryConditions) : undefined}
        />
        {result.total > 0 ? (
          <DirectoryRows query={query} result={result} pageSize={pageSize} />
        ) : (
          <NoneListed query={query} result={result} counts={counts} />
        )}
        <Pagination
          page={query.page}
          pageSize={pageSize}
          total={result.total}
          hrefFor={(page) => directoryHref(query, { page })}
        />
      </section>
    </div>
  );
}

function headText({ q, type }: DirectoryQuery, total: number): string {
  const count = formatNumber(total);
  if (type === 'publication')
    return q ? m.site_found_publications_q({ count, q }) : m.site_found_publications({ count });
  return q ? m.site_found_organisations_q({ count, q }) : m.site_found_organisations({ count });
}

function DirectoryRows({
  query,
  result,
  pageSize,
}: Pick<DirectoryResultsProps, 'query' | 'result' | 'pageSize'>) {
  if (result.publications.length + result.organisations.length === 0) {
    return (
      <Empty
        title={m.site_page_beyond()}
        actions={<LinkButton href={directoryHref(query)}>{m.site_first_page()}</LinkButton>}
      >
        {m.site_page_beyond_text({ pages: formatNumber(Math.ceil(result.total / pageSize)) })}
      </Empty>
    );
  }
  return (
    <>
      <SortLinks
        links={directorySortsOf(query.type, query.q).map((sort) => ({
          label: sortText(sort),
          href: directoryHref(query, { sort }),
          current: sort === query.sort,
        }))}
      >
        <ExportLinks params={directoryParams({ ...query, page: 1 })} />
      </SortLinks>
      <Rows ordered label={m.site_results()}>
        {result.publications.map((row) => (
          <Row
            key={row.code}
            title={
              <Link href={paths.publication(row.code)}>
                <Highlight text={row.title} segments={result.highlights[row.code]} />
              </Link>
            }
            figure={<b>{m.catalogue_items({ count: formatNumber(row.items) })}</b>}
          >
            <p className="meta">
              <span>{publicationKindLabel(row.kind)}</span>
              <span>{row.authority}</span>
              {row.documentNumber ? <span>{row.documentNumber}</span> : null}
              <DateText on={row.issuedOn} />
            </p>
          </Row>
        ))}
        {result.organisations.map((row) => (
          <Row
            key={row.code}
            title={
              <Link href={paths.organisation(row.code)}>
                <OrganisationName name={row.name} segments={result.highlights[row.code]} />
              </Link>
            }
          >
            <p className="meta">
              <span>{organisationKindLabel(row.kind)}</span>
              {[row.category, row.industry, row.district]
                .filter((word) => word !== null && termLabel(word) !== organisationKindLabel(row.kind))
                .map((word) => (
                  <span key={word}>{termLabel(word!)}</span>
                ))}
            </p>
          </Row>
        ))}
      </Rows>
    </>
  );
}
