import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ListFilter } from '~/components/bureau/list-filter';
import { Listing, NothingFound } from '~/components/bureau/listing';
import { RowTitle, titleHead } from '~/components/bureau/row-title';
import { DateText } from '~/components/date-text';
import { SelectField } from '~/components/form-field';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { listProductsForBureau, productPageSize } from '~/domain/products/bureau-products.server';
import {
  isInForce,
  productKindLabel,
  productKinds,
  productStateLabel,
  recognitionLevelLabel,
} from '~/domain/products/product';
import { batchName } from '~/domain/publications/publication';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { pageOf, queryOf, wordOf } from './query.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_nav_products() }) }];

export const loader = guard('bureau', async ({ request }) => {
  const url = new URL(request.url);
  const q = queryOf(url);
  const kind = wordOf(url, 'kind', productKinds);
  const page = pageOf(url);
  const today = todayOn();
  const { rows, total } = await listProductsForBureau({ q, kind, page });
  return {
    q,
    kind,
    page,
    pageSize: productPageSize,
    total,
    rows: rows.map((row) => ({
      ...row,
      recognitions: row.recognitions.map((each) => ({ ...each, inForce: isInForce(each, today) })),
    })),
  };
});
type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];

export default function BureauProductsPage() {
  const list = useLoaderData<typeof loader>();
  const { q, kind } = list;
  return (
    <>
      <PageHead title={m.bureau_nav_products()} lede={m.bureau_products_lede()} />
      <ListFilter label={m.bureau_search_products()} words={q} state={`${q}-${kind}`}>
        <SelectField
          name="kind"
          label={m.bureau_product_kind()}
          defaultValue={kind}
          placeholder={m.bureau_any_kind()}
          options={productKinds.map((each) => ({ value: each, label: productKindLabel(each) }))}
          width="full"
        />
      </ListFilter>
      <p className="small soft mb-3">{m.bureau_found({ n: list.total })}</p>
      <Listing
        label={m.bureau_nav_products()}
        rows={list.rows}
        columns={[
          {
            ...titleHead(m.bureau_col_product()),
            cell: (row) => (
              <RowTitle
                name={row.name}
                href={row.state === 'published' ? paths.product(row.code) : undefined}
                code={row.code}
              >
                <span>{productKindLabel(row.kind)}</span>
                <span>{termLabel(row.industry)}</span>
              </RowTitle>
            ),
          },
          {
            key: 'organisation',
            head: m.bureau_col_maker(),
            cell: (row) => (
              <Link href={paths.bureauOrganisation(row.organisationCode)}>
                <OrganisationName name={row.organisation} />
              </Link>
            ),
          },
          {
            key: 'recognition',
            head: m.bureau_col_recognition(),
            cell: (row) => <Recognitions row={row} />,
          },
          {
            key: 'state',
            head: m.bureau_col_state(),
            className: 'nowrap',
            cell: (row) => productStateLabel(row.state),
          },
        ]}
        page={list.page}
        pageSize={list.pageSize}
        total={list.total}
        hrefFor={(page) => paths.bureauProducts({ words: q, kind, page })}
        empty={<NothingFound href={paths.bureauProducts()} />}
      />
    </>
  );
}

function Recognitions({ row }: { row: Row }) {
  if (!row.recognitions.length) return <span className="soft">{m.bureau_not_recognised()}</span>;
  return (
    <ul>
      {row.recognitions.map((each, index) => (
        <li key={index}>
          <span className="meta">
            <Tag tone={each.inForce ? 'ok' : 'neutral'}>
              {each.inForce
                ? m.bureau_recognition_in_force()
                : each.state === 'draft'
                  ? m.bureau_recognition_draft()
                  : m.bureau_recognition_not_in_force()}
            </Tag>
            <span>{recognitionLevelLabel(each.level)}</span>
            {each.publicationCode && each.publicationYear && each.publicationSequence ? (
              <Link href={paths.bureauPublication(each.publicationCode)}>
                {m.site_batch({
                  year: each.publicationYear,
                  batch: batchName(each.publicationSequence),
                  sequence: each.publicationSequence,
                })}
              </Link>
            ) : null}
            <span>
              {m.bureau_until()} <DateText on={each.validUntilOn} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
