import { LinkButton } from '~/components/button';
import { Dated } from '~/components/date-text';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Price } from '~/components/price';
import { Seal } from '~/components/seal';
import type { CompareLine, ComparedProduct } from '~/domain/products/compare';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { comparisonGroups, statedOnce } from './lines';

export interface ComparisonTableProps {
  products: readonly ComparedProduct[];
  onlyDifferences: boolean;
}

/** Products side by side, a line for each thing that one of them says; lines that differ are marked. */
export function ComparisonTable({ products, onlyDifferences }: ComparisonTableProps) {
  const groups = comparisonGroups(products)
    .map((group) => ({
      ...group,
      lines: group.lines.filter(
        (line) => line.values.some((value) => value !== null) && (line.differs || !onlyDifferences),
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <>
      <div className="table compare" tabIndex={0} role="region" aria-label={m.compare_title()}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{m.compare_what()}</span>
              </th>
              {products.map((product) => (
                <th key={product.code} scope="col">
                  <ProductHead product={product} codes={products.map(({ code }) => code)} />
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.label}>
              <tr className="group">
                <th scope="rowgroup" colSpan={products.length + 1}>
                  {group.label}
                </th>
              </tr>
              {group.lines.map((line) => (
                <Line key={line.label} line={line} several={products.length > 1} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <p className="scroll-hint">{m.common_table_scroll()}</p>
    </>
  );
}

function ProductHead({ product, codes }: { product: ComparedProduct; codes: readonly string[] }) {
  const { recognition } = product;
  return (
    <>
      {recognition ? <Seal kind={recognition.kind} inForce={recognition.inForce} size="s" /> : null}{' '}
      <Link href={paths.product(product.code)}>{product.name}</Link>
      <span className="meta">
        <Link href={paths.organisation(product.organisationCode)}>
          <OrganisationName name={product.organisationName} />
        </Link>
        <span className="num">{product.code}</span>
      </span>
      <span className="price">
        <Price minFen={product.priceMin} maxFen={product.priceMax} unit={product.priceUnit} />
      </span>
      <span className="cluster no-print">
        {product.reported ? null : (
          <LinkButton small href={paths.accountEnquire(product.code)}>
            {m.catalogue_enquire()}
            <span className="vh"> {product.name}</span>
          </LinkButton>
        )}
        <Link className="small" href={paths.compare(codes.filter((code) => code !== product.code))}>
          {m.compare_remove()}
          <span className="vh"> {product.name}</span>
        </Link>
      </span>
    </>
  );
}

function Line({ line, several }: { line: CompareLine; several: boolean }) {
  const differs = several && line.differs && !statedOnce(line);
  return (
    <tr className={differs ? 'differs' : undefined}>
      <th scope="row">
        {line.label}
        {differs ? <b className="mark"> {m.compare_differs()}</b> : null}
      </th>
      {line.values.map((value, column) => (
        <td key={column}>
          {value === null ? <span className="soft">{m.compare_unsaid()}</span> : <Dated text={value} />}
        </td>
      ))}
    </tr>
  );
}
