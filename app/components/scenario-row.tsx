import type { ReactNode } from 'react';
import type { DeadlineGranularity } from '~/domain/scenarios/scenario';
import { Deadline } from './date-text';
import { Highlight, type TextSegment } from './highlight';
import { Link } from './link';
import { OrganisationName } from './organisation-name';
import { Money } from './price';
import { Row } from './rows';
import { Seal } from './seal';
import { Tag, type TagTone } from './tag';

export interface ScenarioRowProps {
  url: string;
  title: string;
  highlight?: readonly TextSegment[] | null;
  organisation?: string | null;
  place?: string | null;
  field?: string | null;
  /** How they mean to work together or buy. */
  mode?: string | null;
  code?: string | null;
  /** A state worth a word, with its colour; open scenarios show their deadline instead. */
  state?: { label: string; tone?: TagTone } | null;
  /** Still open for responses: a solid seal. */
  open?: boolean;
  budgetFen?: number | null;
  /** A budget that was never said is not shown as unset. */
  hideBudget?: boolean;
  deadlineOn: string | null;
  deadlineGranularity: DeadlineGranularity;
  todayOn: string;
  /** One sentence of what is needed. */
  summary?: string | null;
  hideSeal?: boolean;
  children?: ReactNode;
}

/** One scenario in a list. */
export function ScenarioRow(props: ScenarioRowProps) {
  const { open = true, hideBudget = false, hideSeal = false } = props;
  return (
    <Row
      seal={hideSeal ? undefined : <Seal kind="scenario" inForce={open} />}
      title={
        <Link href={props.url}>
          <Highlight text={props.title} segments={props.highlight} />
        </Link>
      }
      figure={
        <>
          {hideBudget ? null : (
            <b>
              <Money fen={props.budgetFen} />
            </b>
          )}
          {props.state ? <Tag tone={props.state.tone}>{props.state.label}</Tag> : null}
          {open && props.deadlineOn ? (
            <span>
              <Deadline
                on={props.deadlineOn}
                granularity={props.deadlineGranularity}
                todayOn={props.todayOn}
              />
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
        {[props.place, props.field, props.mode].map((text, index) =>
          text ? <span key={index}>{text}</span> : null,
        )}
        {props.code ? <span className="num">{props.code}</span> : null}
      </p>
      {props.summary ? <p className="small">{props.summary}</p> : null}
      {props.children}
    </Row>
  );
}
