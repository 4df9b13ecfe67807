import { DateText } from '~/components/date-text';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Money } from '~/components/price';
import { Stamp } from '~/components/seal';
import { Section } from '~/components/section';
import { Table, type Column } from '~/components/table';
import { Tag } from '~/components/tag';
import type { ProductPage } from '~/domain/matching/product-page.server';
import type { ProductRecord } from '~/domain/products/products.server';
import { termLabel } from '~/domain/terms';
import { formatNumber, formatQuantity } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

/** Who used it and who bought it, as the records say. */
export function Records({ product }: { product: ProductPage }) {
  const columns: Column<ProductRecord>[] = [
    { key: 'date', head: m.catalogue_record_date(), cell: (row) => <DateText on={row.on} /> },
    {
      key: 'organisation',
      head: m.catalogue_record_buyer(),
      cell: (row) => (
        <Link href={paths.organisation(row.buyerCode)}>
          <OrganisationName name={row.buyerName} />
        </Link>
      ),
    },
    {
      key: 'method',
      head: m.catalogue_record_method(),
      cell: (row) =>
        row.type === 'trial'
          ? m.catalogue_record_trial({ days: formatNumber(row.days ?? 1) })
          : termLabel(row.method ?? ''),
    },
    {
      key: 'quantity',
      head: m.catalogue_record_quantity(),
      numeric: true,
      className: (row) => (row.quantity === null ? 'without' : undefined),
      cell: (row) => (row.quantity === null ? '–' : formatQuantity(row.quantity, row.unit)),
    },
    {
      key: 'amount',
      head: m.catalogue_record_amount(),
      numeric: true,
      className: (row) => (row.amount === null ? 'without' : undefined),
      cell: (row) => (row.amount === null ? '–' : <Money fen={row.amount} />),
    },
    { key: 'marks', head: m.catalogue_record_marks(), cell: (row) => <RecordMarks record={row} /> },
  ];
  return (
    <Section id="records" title={m.catalogue_records()} sub={m.catalogue_records_sub()}>
      {product.records.length === 0 ? (
        <p className="soft">
          {product.reported ? m.catalogue_records_reported() : m.catalogue_records_none()}{' '}
          <Link href={`${paths.about()}#firsts`}>{m.catalogue_records_how()}</Link>
        </p>
      ) : (
        <Table
          columns={columns}
          rows={product.records}
          rowKey={(row) => row.id}
          labelledBy="records"
          variant="buys"
          unruled
        />
      )}
    </Section>
  );
}

function RecordMarks({ record }: { record: ProductRecord }) {
  return (
    <span className="cluster tight">
      {record.marks.map((mark) => (
        <Stamp key={mark.kind} kind={mark.kind} scope={mark.scope} />
      ))}
      {record.inWindow ? <span className="soft small">{m.catalogue_in_window()}</span> : null}
      {record.repurchase ? <span>{m.catalogue_repurchase()}</span> : null}
      {record.confirmation === 'unconfirmed' ? (
        <span className="soft small">{m.domain_confirmation_unconfirmed()}</span>
      ) : null}
      {record.confirmation === 'disputed' ? <Tag tone="warn">{m.domain_confirmation_disputed()}</Tag> : null}
    </span>
  );
}
