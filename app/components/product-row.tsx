import type { ReactNode } from 'react';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { MonthText } from './date-text';
import { Filled, SLOT } from './filled';
import { Highlight, type TextSegment } from './highlight';
import { Link } from './link';
import { OrganisationName } from './organisation-name';
import { Price } from './price';
import { Row } from './rows';
import { Seal, Stamp, type SealKind } from './seal';
import { Tag } from './tag';

export interface ProductRowProps {
  url: string;
  name: string;
  /** The name cut where the search words are. */
  highlight?: readonly TextSegment[] | null;
  /** Left out for products that nobody has recognised. */
  kind?: SealKind | null;
  inForce?: boolean;
  /** Where the recognition stands, when it is neither in force nor expired: 公示中. */
  state?: string | null;
  organisation?: string | null;
  place?: string | null;
  maturity?: string | null;
  code?: string | null;
  /** At most two are shown. */
  specs?: readonly { label: string; value: string }[];
  /** The most telling first: of the city before one's own. */
  firsts?: readonly { kind: 'purchase' | 'use'; scope?: 'city' | 'own' }[];
  buyers?: number;
  users?: number;
  priceMinFen?: number | null;
  priceMaxFen?: number | null;
  priceUnit?: string | null;
  /** Whether an offering is open; without one there is no price to speak of. */
  hidePrice?: boolean;
  /** The last day of the recognition. */
  validUntilOn?: string | null;
  /** Below the figures: a box to tick. */
  pick?: ReactNode;
  /** Below the marks: requirement checks, a form to shortlist. */
  children?: ReactNode;
}

/** One product in a list. */
export function ProductRow(props: ProductRowProps) {
  const { kind, inForce = false, specs = [], hidePrice = false } = props;
  return (
    <Row
      seal={kind ? <Seal kind={kind} inForce={inForce} /> : undefined}
      title={
        <Link href={props.url}>
          <Highlight text={props.name} segments={props.highlight} />
        </Link>
      }
      figure={
        <>
          {hidePrice ? null : (
            <b>
              <Price minFen={props.priceMinFen} maxFen={props.priceMaxFen} unit={props.priceUnit} />
            </b>
          )}
          <Validity {...props} />
          {props.pick}
        </>
      }
    >
      <p className="meta">
        {props.organisation ? (
          <span>
            <OrganisationName name={props.organisation} />
          </span>
        ) : null}
        {props.place ? <span>{props.place}</span> : null}
        {props.maturity ? <span>{props.maturity}</span> : null}
        {props.code ? <span className="num">{props.code}</span> : null}
      </p>
      {specs.length > 0 ? (
        <dl className="spec">
          {specs.slice(0, 2).map((spec) => (
            <div key={spec.label}>
              <dt>{spec.label}</dt>
              <dd>{spec.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <Marks {...props} />
      {props.children}
    </Row>
  );
}

function Marks({ firsts = [], buyers = 0, users = 0 }: ProductRowProps) {
  if (firsts.length === 0 && buyers === 0 && users === 0) return null;
  return (
    <p className="marks">
      {firsts.map((first) => (
        <Stamp key={`${first.kind}-${first.scope ?? 'city'}`} kind={first.kind} scope={first.scope} />
      ))}
      {buyers > 0 ? <span>{buyersText(buyers)}</span> : null}
      {users > 0 ? <span>{usersText(users)}</span> : null}
    </p>
  );
}

function Validity({ kind, inForce, state, validUntilOn }: ProductRowProps) {
  if (!kind) return null;
  if (!inForce && state) return <Tag tone="info">{state}</Tag>;
  if (!validUntilOn) return null;
  const month = <MonthText month={validUntilOn} />;
  return inForce ? (
    <span>
      <Filled text={m.common_valid_until({ month: SLOT })}>{month}</Filled>
    </span>
  ) : (
    <Tag tone="warn">
      <Filled text={m.common_expired_in({ month: SLOT })}>{month}</Filled>
    </Tag>
  );
}

/** 3 家单位买过 */
export function buyersText(count: number): string {
  return m.common_buyers({ count: formatNumber(count) });
}

/** 1 家单位试用通过 */
export function usersText(count: number): string {
  return m.common_users({ count: formatNumber(count) });
}
