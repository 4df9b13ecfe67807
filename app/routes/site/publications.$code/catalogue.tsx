import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Seal, Stamp } from '~/components/seal';
import { Tag } from '~/components/tag';
import { productKindLabel, type ProductKind } from '~/domain/products/product';
import type { ProductLine } from '~/domain/publications/publications.server';
import { termLabel } from '~/domain/terms';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { Sheet, type SheetColumn } from './sheet';

/** The kinds in the order of the official list. */
export const kinds: readonly ProductKind[] = ['first-unit', 'first-batch', 'first-version'];

/** A catalogue of three-firsts products as the official table. */
export function Catalogue({ lines }: { lines: readonly ProductLine[] }) {
  const columns: SheetColumn<ProductLine>[] = [
    { key: 'number', head: m.catalogue_col_number(), cell: (line) => line.number, numeric: true },
    {
      key: 'name',
      head: m.catalogue_col_product(),
      cell: (line) => (
        <>
          {line.isPublic ? <Link href={paths.product(line.code)}>{line.name}</Link> : line.name}
          {line.state === 'revoked' ? <Tag tone="danger">{m.catalogue_revoked()}</Tag> : null}
          {line.state === 'suspended' ? <Tag tone="warn">{m.catalogue_suspended()}</Tag> : null}
        </>
      ),
    },
    {
      key: 'organisation',
      head: m.catalogue_col_maker(),
      cell: (line) => <OrganisationName name={line.organisationName} />,
    },
    {
      key: 'district',
      head: m.catalogue_col_district(),
      cell: (line) => (line.district ? termLabel(line.district) : '–'),
      nowrap: true,
    },
    {
      key: 'industry',
      head: m.catalogue_col_industry(),
      cell: (line) => termLabel(line.industry),
      nowrap: true,
    },
    {
      key: 'specs',
      head: m.catalogue_col_specs(),
      cell: (line) => line.specs || '–',
      small: true,
    },
    {
      key: 'firsts',
      head: m.catalogue_col_firsts(),
      nowrap: true,
      screenOnly: true,
      cell: (line) =>
        line.firsts.length === 0 ? (
          <span className="soft">{m.catalogue_none()}</span>
        ) : (
          <span className="cluster tight">
            {line.firsts.map((first) => (
              <Stamp key={first.kind} kind={first.kind} scope={first.scope} />
            ))}
          </span>
        ),
    },
  ];
  const groupOf = (line: ProductLine) => {
    const own = lines.filter((each) => each.kind === line.kind);
    const text = m.catalogue_kind_group({
      kind: productKindLabel(line.kind),
      count: formatNumber(own.length),
    });
    return {
      key: line.kind,
      head: (
        <span className="stamp">
          <Seal kind={line.kind} inForce={own.some((each) => each.inForce)} size="s" />
          {text}
        </span>
      ),
    };
  };
  return <Sheet label={m.catalogue_sheet_catalogue()} columns={columns} lines={lines} groupOf={groupOf} />;
}
