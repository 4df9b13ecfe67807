import { Form } from '@remix-run/react';
import { RowTitle, titleHead } from '~/components/bureau/row-title';
import {
  budgetColumn,
  deadlineColumn,
  scenarioTitleColumn,
  statusColumn,
} from '~/components/bureau/scenario-columns';
import { Button } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { OrganisationName } from '~/components/organisation-name';
import { Table, type Column } from '~/components/table';
import { productKindLabel } from '~/domain/products/product';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Publication } from './route';

/** The official number of a row; before it has one, its place. */
const numberColumn = (): Column<{ rowNumber: number | null }> => ({
  key: 'n',
  head: m.bureau_col_number(),
  numeric: true,
  cell: (row, index) => row.rowNumber ?? index + 1,
});

/** The scenarios of a list in its order. */
export function Scenarios({ list }: { list: Publication }) {
  if (!list.scenarios.length)
    return <Empty title={m.bureau_list_empty()}>{m.bureau_list_empty_text()}</Empty>;
  return (
    <Table
      variant="cards"
      unruled
      label={m.bureau_scenarios_on_list()}
      rows={list.scenarios}
      rowKey={(row) => row.code}
      columns={[
        numberColumn(),
        scenarioTitleColumn(),
        budgetColumn(),
        deadlineColumn(),
        statusColumn(list.today),
      ]}
    />
  );
}

/** The products of a catalogue in its order; on a draft of one's own with a way to take each off. */
export function Products({ list }: { list: Publication }) {
  if (!list.products.length)
    return <Empty title={m.bureau_catalogue_empty()}>{m.bureau_catalogue_empty_text()}</Empty>;
  return (
    <Table
      variant="cards"
      unruled
      label={m.bureau_products_on_list()}
      rows={list.products}
      rowKey={(row) => row.id}
      columns={[
        numberColumn(),
        {
          ...titleHead(m.bureau_col_product()),
          cell: (row) => (
            <RowTitle name={row.name} href={paths.product(row.code)} code={row.code}>
              <span>{productKindLabel(row.kind)}</span>
              <span>
                <OrganisationName name={row.organisation} />
              </span>
            </RowTitle>
          ),
        },
        { key: 'level', head: m.bureau_row_level(), className: 'nowrap', cell: (row) => row.level },
        {
          key: 'certificate',
          head: m.bureau_row_certificate(),
          cell: (row) => row.certificateNumber ?? m.bureau_none(),
        },
        {
          key: 'until',
          head: m.bureau_row_until(),
          className: 'nowrap',
          cell: (row) => <DateText on={row.validUntilOn} />,
        },
        ...(list.editable
          ? [
              {
                key: 'act',
                head: m.bureau_col_act(),
                hideHead: true,
                className: 'nowrap',
                cell: (row: Publication['products'][number]) => (
                  <Form method="post">
                    <input type="hidden" name="row" value={row.id} />
                    <Button small name="intent" value="remove-product">
                      {m.bureau_row_remove()}
                      <span className="vh"> {row.name}</span>
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
