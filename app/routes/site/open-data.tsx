import type { MetaFunction } from '@remix-run/node';
import { Facts } from '~/components/facts';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { Section } from '~/components/section';
import { productSorts, scenarioSorts } from '~/domain/search/search-query';
import { industries, maturities, scenarioCategories } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const loader = guard('public', () => null);

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.catalogue_open_data() }) }];

/** The doors for machines, with an address to try for each. */
export default function OpenDataPage() {
  const parameters = [
    { name: 'q', text: m.catalogue_api_q() },
    { name: 'type', text: m.catalogue_api_type() },
    { name: 'kind', text: m.catalogue_api_kind() },
    { name: 'industry', text: m.catalogue_api_industry({ values: industries.slice(0, 3).join('、') }) },
    { name: 'district', text: m.catalogue_api_district() },
    { name: 'zone', text: m.catalogue_api_zone() },
    {
      name: 'category',
      text: m.catalogue_api_category({ values: scenarioCategories.slice(0, 3).join('、') }),
    },
    { name: 'maturity', text: m.catalogue_api_maturity({ values: maturities.slice(0, 2).join('、') }) },
    { name: 'recognised', text: m.catalogue_api_recognised() },
    { name: 'used', text: m.catalogue_api_used() },
    { name: 'batch', text: m.catalogue_api_batch() },
    { name: 'yearMin, yearMax', text: m.catalogue_api_years() },
    { name: 'priceMin, priceMax', text: m.catalogue_api_price() },
    { name: 'status', text: m.catalogue_api_status() },
    { name: 'budgetMin, budgetMax', text: m.catalogue_api_budget() },
    {
      name: 'sort',
      text: m.catalogue_api_sort({ products: productSorts.join('、'), scenarios: scenarioSorts.join('、') }),
    },
    { name: 'limit', text: m.catalogue_api_limit() },
    { name: 'offset', text: m.catalogue_api_offset() },
  ];
  const answers = [
    { name: 'total', text: m.catalogue_api_total() },
    { name: 'engine', text: m.catalogue_api_engine() },
    { name: 'tookMs', text: m.catalogue_api_took() },
    { name: 'hits', text: m.catalogue_api_hits() },
  ];
  return (
    <>
      <PageHead title={m.catalogue_open_data()} lede={m.catalogue_open_data_lede()} />
      <div className="sections">
        <Section id="search" title={m.catalogue_api_search()}>
          <p className="prose">
            <code>GET /api/v1/search</code>
          </p>
          <h3 className="m">{m.catalogue_api_parameters()}</h3>
          <Names rows={parameters} />
          <h3 className="m mt-4">{m.catalogue_api_answer()}</h3>
          <Names rows={answers} />
          <p className="mt-3">
            {m.catalogue_api_try()}{' '}
            <a href="/api/v1/search?q=%E6%97%A0%E4%BA%BA%E6%9C%BA&type=product&limit=5">
              /api/v1/search?q=无人机&amp;type=product&amp;limit=5
            </a>
          </p>
        </Section>
        <Section id="items" title={m.catalogue_api_items()}>
          <p className="prose">
            <code>GET /api/v1/products/:code</code>
            <br />
            {m.catalogue_api_product()}
          </p>
          <p className="prose mt-3">
            <code>GET /api/v1/scenarios/:code</code>
            <br />
            {m.catalogue_api_scenario()}
          </p>
        </Section>
        <Section id="errors" title={m.catalogue_api_errors()}>
          <p className="prose">{m.catalogue_api_errors_text()}</p>
        </Section>
        <Section id="files" title={m.catalogue_api_files()}>
          <p className="prose">
            {m.catalogue_api_files_text()}{' '}
            <Link href={paths.publications()}>{m.catalogue_publications()}</Link>
          </p>
        </Section>
        <Section id="terms" title={m.catalogue_api_terms()}>
          <p className="prose">
            {m.catalogue_api_terms_text()} <Link href={paths.about()}>{m.catalogue_about()}</Link>
          </p>
        </Section>
      </div>
    </>
  );
}

function Names({ rows }: { rows: readonly { name: string; text: string }[] }) {
  return <Facts facts={rows.map((row) => ({ label: <code>{row.name}</code>, value: row.text }))} />;
}
