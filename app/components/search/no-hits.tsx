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
import { Link } from '../link';
import { LinkButton } from '../button';
import { Notice } from '../notice';
import { withoutConditions } from './conditions';

interface NoHitsProps {
  place: SearchPlace;
  query: SearchQuery;
  result: SearchResult;
}

/** A page that helps when nothing is found. */
export function NoHits({ place, query, result }: NoHitsProps) {
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
          <LinkButton tone="quiet" href={type === 'product' ? paths.products() : paths.scenarios()}>
            {type === 'product' ? m.site_all_products() : m.site_all_scenarios()}
          </LinkButton>
        </>
      }
    >
      <ul className="stack">
        {conditions > 0 ? <li>{m.site_tip_conditions()}</li> : null}
        <li>{m.site_tip_shorter()}</li>
        <li>{m.site_tip_pinyin()}</li>
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
