import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DateText, InstantText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { Price } from '~/components/price';
import { Table } from '~/components/table';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { listOwnProducts } from '~/domain/products/own-products.server';
import { productKindLabel, productStateLabel } from '~/domain/products/product';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.account_nav_products() }) }];

export const loader = guard('enterprise', async ({ viewer }) => {
  const rows = await listOwnProducts(viewer.organisationId);
  return {
    today: todayOn(),
    products: rows.map((row) => ({
      code: row.code,
      name: row.name,
      kind: row.kind,
      industry: row.industry,
      state: row.state,
      updatedAt: row.updatedAt,
      hasOffering: row.offeringCode !== null,
      priceMin: row.priceMin,
      priceMax: row.priceMax,
      priceUnit: row.priceUnit,
      offerUntilOn: row.offerUntilOn,
      responses: row.responses,
      leads: row.leads,
    })),
  };
});

const tones = { draft: 'warn', published: 'ok', withdrawn: 'neutral' } as const;

export default function OwnProductsPage() {
  const { products, today } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.account_nav_products()} lede={m.account_products_lede()}>
        <div className="actions mt-3">
          <LinkButton tone="act" href={paths.accountProductNew()}>
            {m.account_product_new()}
          </LinkButton>
        </div>
      </PageHead>
      {products.length === 0 ? (
        <Empty title={m.account_products_empty()}>{m.account_products_empty_text()}</Empty>
      ) : (
        <Table
          variant="cards"
          label={m.account_nav_products()}
          rows={products}
          rowKey={(row) => row.code}
          columns={[
            {
              key: 'name',
              // Not a plain text: on phones this cell carries no label.
              head: <>{m.account_col_product()}</>,
              cell: (row) => (
                <>
                  <Link className="t strong" href={paths.accountProduct(row.code)}>
                    {row.name}
                  </Link>
                  <br />
                  <span className="small soft">
                    {productKindLabel(row.kind)} · {termLabel(row.industry)} ·{' '}
                    <span className="num">{row.code}</span>
                  </span>
                </>
              ),
            },
            {
              key: 'state',
              head: m.account_col_state(),
              className: 'nowrap',
              cell: (row) => <Tag tone={tones[row.state]}>{productStateLabel(row.state)}</Tag>,
            },
            {
              key: 'offering',
              head: m.account_col_offering(),
              cell: (row) =>
                row.hasOffering ? (
                  <span>
                    <Price minFen={row.priceMin} maxFen={row.priceMax} unit={row.priceUnit} />
                    {row.offerUntilOn ? (
                      <>
                        <br />
                        <span className={row.offerUntilOn < today ? 'small late' : 'small soft'}>
                          {row.offerUntilOn < today ? m.account_offering_ended() : m.account_offering_until()}{' '}
                          <DateText on={row.offerUntilOn} />
                        </span>
                      </>
                    ) : null}
                  </span>
                ) : row.state === 'published' ? (
                  <Link href={paths.accountOffering(row.code)}>{m.account_offering_publish()}</Link>
                ) : (
                  '—'
                ),
            },
            {
              key: 'responses',
              head: m.account_col_responses(),
              numeric: true,
              cell: (row) => row.responses,
            },
            { key: 'leads', head: m.account_col_leads(), numeric: true, cell: (row) => row.leads },
            {
              key: 'updated',
              head: m.account_col_updated(),
              className: 'nowrap',
              cell: (row) => <InstantText at={row.updatedAt} brief />,
            },
          ]}
        />
      )}
    </>
  );
}
