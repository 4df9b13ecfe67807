import type { DirectoryResult } from '~/domain/search/directory-result';
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
import { resultTypes, tabHref, type ResultType } from './result-types';

export interface NoHitsProps {
  place: SearchPlace;
  query: SearchQuery;
  result: SearchResult;
  /** How many there are in the other tabs of the search page. */
  counts?: Partial<Record<ResultType, number>>;
  /** Where the search can be saved, to hear of what comes later. */
  saveHref?: string;
}

/** A page that helps when no product or scenario is found. */
export function NoHits({ place, query, result, counts, saveHref }: NoHitsProps) {
  const product = query.type === 'product';
  return (
    <NoHitsHelp
      query={query}
      conditions={countConditions(query)}
      clearHref={searchHref(query, place, withoutConditions)}
      counts={{ ...counts, ...result.counts }}
      near={result.near}
      saveHref={saveHref}
      all={
        <LinkButton tone="quiet" href={product ? paths.products() : paths.scenarios()}>
          {product ? m.site_all_products() : m.site_all_scenarios()}
        </LinkButton>
      }
    >
      <Filled text={m.site_tip_pinyin({ code: SLOT })}>
        <span className="nowrap">P-UAV-01</span>
      </Filled>
    </NoHitsHelp>
  );
}

const otherText: Record<ResultType, (found: { count: string }) => string> = {
  product: m.site_no_hits_products,
  scenario: m.site_no_hits_scenarios,
  publication: m.site_no_hits_publications,
  organisation: m.site_no_hits_organisations,
};

export interface NoHitsHelpProps {
  query: { q: string; type: ResultType; without?: SearchQuery['without'] };
  /** How many conditions narrow the list, and its address without them. */
  conditions: number;
  clearHref: string;
  counts: Partial<Record<ResultType, number>>;
  near: DirectoryResult['near'];
  saveHref?: string;
  /** The way to everything of this type. */
  all: React.ReactNode;
  /** What else than the name one may search by. */
  children: React.ReactNode;
}

/** What to do where nothing of a type is found. */
export function NoHitsHelp({
  query,
  conditions,
  clearHref,
  counts,
  near,
  saveHref,
  all,
  children,
}: NoHitsHelpProps) {
  const { q, type, without } = query;
  const own = counts[type] ?? 0;
  return (
    <Empty
      title={q ? m.site_no_hits_q({ q }) : m.site_no_hits()}
      actions={
        <>
          {conditions > 0 && own > 0 ? (
            <LinkButton tone="act" href={clearHref}>
              {m.site_no_hits_clear({ count: formatNumber(own) })}
            </LinkButton>
          ) : null}
          {resultTypes
            .filter((each) => q && each !== type && counts[each])
            .map((each) => (
              <LinkButton key={each} href={tabHref(each, q, without)}>
                {otherText[each]({ count: formatNumber(counts[each] ?? 0) })}
              </LinkButton>
            ))}
          {all}
        </>
      }
    >
      {near.length > 0 ? (
        <p className="cluster">
          <span>{m.site_near()}</span>
          {near.map((one) => (
            <Link key={one.url} className="solo" href={one.url}>
              {one.label}
            </Link>
          ))}
        </p>
      ) : null}
      <ul className="stack">
        {conditions > 0 ? <li>{m.site_tip_conditions()}</li> : null}
        <li>{m.site_tip_shorter()}</li>
        <li>{children}</li>
        <li>
          {m.site_tip_feedback()} <Link href={paths.feedback()}>{m.site_tip_feedback_link()}</Link>
        </li>
        {saveHref ? (
          <li>
            <Link href={saveHref}>{m.searches_save_link()}</Link>
          </li>
        ) : null}
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
