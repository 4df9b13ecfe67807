import { directoryHref, directoryTypes, type DirectoryType } from '~/domain/search/directory-query';
import {
  countConditions,
  searchHref,
  type SearchPlace,
  type SearchQuery,
} from '~/domain/search/search-query';
import type { SearchResult } from '~/domain/search/search-result';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { Empty } from '../empty';
import { Filled, SLOT } from '../filled';
import { Link } from '../link';
import { LinkButton } from '../button';
import { Notice } from '../notice';
import { withoutConditions } from './conditions';

export interface NoHitsProps {
  place: SearchPlace;
  query: SearchQuery;
  result: SearchResult;
  /** How many there are in the other tabs of the search page. */
  counts?: Partial<Record<DirectoryType, number>>;
}

/** A page that helps when nothing is found. */
export function NoHits({ place, query, result, counts }: NoHitsProps) {
  const { q, type } = query;
  const other = type === 'product' ? 'scenario' : 'product';
  const conditions = countConditions(query);
  return (
    <Empty
      title={q ? m.site_no_hits_q({ q }) : m.site_no_hits()}
      actions={
        <>
          {conditions > 0 && result.counts[type] > 0 ? (
            <LinkButton tone="act" href={searchHref(query, place, withoutConditions)}>
              {m.site_no_hits_clear({ count: formatNumber(result.counts[type]) })}
            </LinkButton>
          ) : null}
          {q && result.counts[other] > 0 ? (
            <LinkButton
              href={searchHref({ ...query, ...withoutConditions, type: other, sort: 'relevance' }, 'search')}
            >
              {other === 'scenario'
                ? m.site_no_hits_scenarios({ count: formatNumber(result.counts.scenario) })
                : m.site_no_hits_products({ count: formatNumber(result.counts.product) })}
            </LinkButton>
          ) : null}
          {q && counts
            ? directoryTypes
                .filter((each) => counts[each])
                .map((each) => (
                  <LinkButton
                    key={each}
                    href={directoryHref({ q, type: each, kind: [], district: [], page: 1 })}
                  >
                    {each === 'publication'
                      ? m.site_no_hits_publications({ count: formatNumber(counts[each] ?? 0) })
                      : m.site_no_hits_organisations({ count: formatNumber(counts[each] ?? 0) })}
                  </LinkButton>
                ))
            : null}
          <LinkButton tone="quiet" href={type === 'product' ? paths.products() : paths.scenarios()}>
            {type === 'product' ? m.site_all_products() : m.site_all_scenarios()}
          </LinkButton>
        </>
      }
    >
      {result.near.length > 0 ? (
        <p className="cluster">
          <span>{m.site_near()}</span>
          {result.near.map((one) => (
            <Link key={one.url} className="solo" href={one.url}>
              {one.label}
            </Link>
          ))}
        </p>
      ) : null}
      <ul className="stack">
        {conditions > 0 ? <li>{m.site_tip_conditions()}</li> : null}
        <li>{m.site_tip_shorter()}</li>
        <li>
          <Filled text={m.site_tip_pinyin({ code: SLOT })}>
            <span className="nowrap">P-UAV-01</span>
          </Filled>
        </li>
        <li>
          {m.site_tip_feedback()} <Link href={paths.feedback()}>{m.site_tip_feedback_link()}</Link>
        </li>
      </ul>
    </Empty>
  );
}

/** Where else a buyer can turn, below what was found. */
export function MoreHelp() {
  return (
    <Notice tone="plain">
      <p>
        {m.site_more_help()} <Link href={paths.intentions()}>{m.site_more_help_intentions()}</Link>
        {m.site_more_help_or()} <Link href={paths.feedback()}>{m.site_tip_feedback_link()}</Link>
        {m.site_full_stop()}
      </p>
    </Notice>
  );
}
