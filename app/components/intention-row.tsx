import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { MonthText } from './date-text';
import { Filled, SLOT } from './filled';
import { Highlight, type TextSegment } from './highlight';
import { Link } from './link';
import { OrganisationName } from './organisation-name';
import { Money } from './price';
import { Row } from './rows';
import { Tag, type TagTone } from './tag';

export interface IntentionRowProps {
  url: string;
  title: string;
  highlight?: readonly TextSegment[] | null;
  organisation?: string | null;
  place?: string | null;
  /** 公开招标, 合作创新采购 … */
  method?: string | null;
  code?: string | null;
  budgetFen?: number | null;
  /** The month it is expected in, 'YYYY-MM'. */
  expectedMonth?: string | null;
  state?: { label: string; tone?: TagTone } | null;
  children?: ReactNode;
}

/** One purchase intention in a list. */
export function IntentionRow(props: IntentionRowProps) {
  return (
    <Row
      title={
        <Link href={props.url}>
          <Highlight text={props.title} segments={props.highlight} />
        </Link>
      }
      figure={
        <>
          <b>
            <Money fen={props.budgetFen} />
          </b>
          {props.expectedMonth ? (
            <span>
              <Filled text={m.common_expected_in({ month: SLOT })}>
                <MonthText month={props.expectedMonth} />
              </Filled>
            </span>
          ) : null}
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
        {props.method ? <span>{props.method}</span> : null}
        {props.state ? <Tag tone={props.state.tone}>{props.state.label}</Tag> : null}
        {props.code ? <span className="num">{props.code}</span> : null}
      </p>
      {props.children}
    </Row>
  );
}
