import { Facts } from '~/components/facts';
import { Section } from '~/components/section';
import { Table, type Column } from '~/components/table';
import { maturityText } from '~/domain/products/product';
import type { ProductPage } from '~/domain/matching/product-page.server';
import { termLabel } from '~/domain/terms';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';

type Specification = ProductPage['specifications'][number];

/** What the product does, in figures, beside others where the enterprise compares; then what else is known of it. */
export function Specifications({ product }: { product: ProductPage }) {
  const compared = product.specifications.some((one) => one.domestic ?? one.foreign);
  const columns: Column<Specification>[] = [
    { key: 'name', head: m.catalogue_spec(), cell: (row) => row.name, rowHeader: true },
    {
      key: 'value',
      head: m.catalogue_spec_value(),
      cell: (row) => row.value,
      numeric: true,
      className: 'us',
    },
    ...(compared
      ? ([
          {
            key: 'domestic',
            head: m.catalogue_spec_domestic(),
            cell: (row) => row.domestic ?? '–',
            numeric: true,
          },
          {
            key: 'foreign',
            head: m.catalogue_spec_foreign(),
            cell: (row) => row.foreign ?? '–',
            numeric: true,
          },
        ] satisfies Column<Specification>[])
      : []),
  ];
  return (
    <Section
      id="specifications"
      title={m.catalogue_specs()}
      sub={
        compared ? m.catalogue_specs_sub_compared() : product.reported ? undefined : m.catalogue_specs_sub()
      }
    >
      {product.specifications.length > 0 ? (
        <Table
          columns={columns}
          rows={product.specifications}
          rowKey={(row, index) => `${index}-${row.name}`}
          labelledBy="specifications"
          variant={compared ? 'scroll' : 'fit'}
          unruled
        />
      ) : (
        <p className="soft">{m.catalogue_specs_none()}</p>
      )}
      <div className="mt-4">
        <Facts
          facts={[
            { label: m.catalogue_aliases(), value: product.aliases.join(m.catalogue_comma()) || null },
            { label: m.catalogue_english_name(), value: product.englishName },
            { label: m.catalogue_keywords(), value: product.keywords.join(m.catalogue_comma()) || null },
            { label: m.catalogue_maturity(), value: maturityText(product) },
            {
              label: m.catalogue_composition(),
              value: product.composition ? termLabel(product.composition) : null,
            },
            { label: m.catalogue_ip(), value: propertyText(product) },
            {
              label: m.catalogue_item(),
              value: product.procurementItem ? (
                <span className="num">{`${product.procurementItem.code} ${product.procurementItem.name ?? ''}`}</span>
              ) : null,
            },
            { label: m.catalogue_innovation(), value: product.innovation },
          ]}
        />
      </div>
    </Section>
  );
}

function propertyText(product: ProductPage) {
  const parts = [
    product.inventionPatents
      ? m.catalogue_ip_inventions({ count: formatNumber(product.inventionPatents) })
      : '',
    product.utilityModels ? m.catalogue_ip_models({ count: formatNumber(product.utilityModels) }) : '',
    product.softwareCopyrights
      ? m.catalogue_ip_software({ count: formatNumber(product.softwareCopyrights) })
      : '',
  ].filter(Boolean);
  return parts.join(m.catalogue_comma()) || null;
}
