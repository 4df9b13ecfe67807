import { useLoaderData } from '@remix-run/react';
import { Facts } from '~/components/facts';
import { Link } from '~/components/link';
import { Words } from '~/components/page-head';
import { RecentSearches } from '~/components/search/recent-searches';
import { SearchBox } from '~/components/search-box';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { loader } from './route';

/** Searches that find something, in the words of the page. */
const examples = () => m.site_example_words().split(m.site_list_comma());

/** The search box with examples, and the ways in for each kind of reader. */
export function Hero() {
  const { mayListProducts } = useLoaderData<typeof loader>();
  return (
    <section className="with-side hero" aria-labelledby="home-title">
      <div>
        <h1 id="home-title" className="keep">
          <Words
            title={[
              m.site_home_title_products(),
              m.site_home_title_scenarios(),
              m.site_home_title_organisations(),
            ]}
          />
        </h1>
        <SearchBox big />
        <p className="examples">
          <span className="soft">{m.site_examples()}</span>
          {examples().map((example) => (
            <Link key={example} href={paths.search({ q: example })}>
              {example}
            </Link>
          ))}
        </p>
        <RecentSearches quiet />
      </div>
      <Facts
        ruled
        facts={[
          {
            label: m.site_for_buyers(),
            value: <Link href={paths.products()}>{m.site_for_buyers_text()}</Link>,
          },
          ...(mayListProducts
            ? [
                {
                  label: m.site_for_enterprises(),
                  value: <Link href={paths.accountProductNew()}>{m.site_for_enterprises_text()}</Link>,
                },
              ]
            : []),
          {
            label: m.site_for_unclear(),
            value: <Link href={paths.about()}>{m.site_for_unclear_text()}</Link>,
          },
        ]}
      />
    </section>
  );
}
