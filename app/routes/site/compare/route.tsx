import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button, LinkButton } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Filled, SLOT } from '~/components/filled';
import { TextField } from '~/components/form-field';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { PrintButton } from '~/components/print-button';
import { SortLinks } from '~/components/sort-links';
import { todayOn } from '~/domain/calendar';
import { mostCompared, readComparedCodes } from '~/domain/products/compare';
import { findComparedCode, listComparedProducts } from '~/domain/products/compare-products.server';
import { siteUrl } from '~/env.server';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { ComparisonTable } from './table';

export const meta: MetaFunction = () => [
  { title: m.common_title({ page: m.compare_title() }) },
  { name: 'robots', content: 'noindex' },
];

export const loader = guard('public', async ({ request }) => {
  const params = new URL(request.url).searchParams;
  const typed = (params.get('add') ?? '').trim().slice(0, 100);
  const added = typed ? await findComparedCode(typed) : undefined;
  const { codes, more } = readComparedCodes([...params.getAll('p'), ...(added ? [added] : [])]);
  const today = todayOn();
  const products = await listComparedProducts(codes, today);
  const shown = products.map(({ code }) => code);
  return {
    products,
    more,
    unknown: codes.filter((code) => !shown.includes(code)),
    // What was typed stays in its field when it names no product.
    notFound: typed && !added ? typed : null,
    onlyDifferences: params.get('only') === 'differences' && products.length > 1,
    printedOn: today,
    address: siteUrl() + paths.compare(shown),
  };
});

export default function ComparePage() {
  const { products, more, unknown, notFound, onlyDifferences, printedOn, address } =
    useLoaderData<typeof loader>();
  const codes = products.map(({ code }) => code);
  return (
    <>
      <Breadcrumbs
        items={[{ label: m.common_nav_products(), href: paths.products() }, { label: m.compare_title() }]}
      />
      <PageHead
        title={m.compare_title()}
        lede={<span className="no-print">{m.compare_lede({ most: mostCompared })}</span>}
      />
      <div className="stack">
        {unknown.length > 0 ? (
          <Notice tone="warn">{m.compare_unknown({ codes: unknown.join(m.compare_comma()) })}</Notice>
        ) : null}
        {more.length > 0 ? (
          <Notice tone="warn">
            {m.compare_too_many({ most: mostCompared, codes: more.join(m.compare_comma()) })}
          </Notice>
        ) : null}
        {products.length === 0 ? (
          <Empty
            title={m.compare_none()}
            actions={
              <LinkButton tone="act" href={paths.products()}>
                {m.compare_find()}
              </LinkButton>
            }
          >
            {m.compare_none_text()}
          </Empty>
        ) : (
          <>
            {products.length > 1 ? (
              <SortLinks
                noPrint
                label={m.compare_show()}
                links={[
                  { label: m.compare_all(), href: paths.compare(codes), current: !onlyDifferences },
                  {
                    label: m.compare_differences(),
                    href: paths.compare(codes, { only: 'differences' }),
                    current: onlyDifferences,
                  },
                ]}
              >
                <PrintButton>{m.compare_print()}</PrintButton>
              </SortLinks>
            ) : null}
            <ComparisonTable products={products} onlyDifferences={onlyDifferences} />
            <p className="only-print sheet-foot">
              <span>
                <Filled text={m.compare_printed({ date: SLOT, site: m.common_site_name() })}>
                  <DateText on={printedOn} />
                </Filled>
              </span>
              <span>{address}</span>
            </p>
          </>
        )}
        {products.length < mostCompared ? (
          <Form method="get" action={paths.compare([])} className="filter no-print" key={codes.join()}>
            {codes.map((code) => (
              <input key={code} type="hidden" name="p" value={code} />
            ))}
            <TextField
              name="add"
              label={products.length > 0 ? m.compare_add() : m.compare_add_first()}
              hint={m.compare_add_hint({ count: formatNumber(mostCompared - products.length) })}
              error={notFound ? m.compare_add_none({ q: notFound }) : undefined}
              defaultValue={notFound ?? undefined}
            />
            <Button>{m.compare_add_act()}</Button>
          </Form>
        ) : null}
      </div>
    </>
  );
}
