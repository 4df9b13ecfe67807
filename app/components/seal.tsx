import * as m from '~/paraglide/messages';

export type SealKind = 'first-unit' | 'first-batch' | 'first-version' | 'scenario';
export type SealSize = 's' | 'm' | 'l';

export interface SealProps {
  kind: SealKind;
  /** Solid when in force, an outline when not. */
  inForce?: boolean;
  size?: SealSize;
  /** Hide it from assistive technology where the words stand beside it. */
  decorative?: boolean;
}

export interface MarkProps {
  /** A first purchase 购 or a first use 用. */
  kind: 'purchase' | 'use';
  /** Solid for a first in the whole city, an outline for the first of one organisation. */
  scope?: 'city' | 'own';
  size?: SealSize;
  decorative?: boolean;
}

const drawings = {
  'first-unit': 'tai',
  'first-batch': 'pi',
  'first-version': 'ban',
  scenario: 'shi',
} as const;

function kindText(kind: SealKind): string {
  switch (kind) {
    case 'first-unit':
      return m.common_kind_first_unit();
    case 'first-batch':
      return m.common_kind_first_batch();
    case 'first-version':
      return m.common_kind_first_version();
    case 'scenario':
      return m.common_kind_scenario();
  }
}

/** The square seal of a recognised product or a published scenario. */
export function Seal({ kind, inForce = true, size = 'm', decorative = false }: SealProps) {
  const id = `seal-${drawings[kind]}${inForce ? '' : '-line'}${size === 's' ? '-s' : ''}`;
  const text = `${kindText(kind)}${sealState(kind, inForce)}`;
  return <Drawing id={id} off={!inForce} size={size} text={decorative ? undefined : text} />;
}

function sealState(kind: SealKind, inForce: boolean): string {
  if (kind === 'scenario') return inForce ? m.common_seal_scenario_open() : m.common_seal_scenario_closed();
  return inForce ? m.common_seal_in_force() : m.common_seal_not_in_force();
}

/** The round mark of a first purchase or first use. */
export function Mark({ kind, scope = 'city', size = 's', decorative = false }: MarkProps) {
  const id = `mark-${kind === 'purchase' ? 'buy' : 'use'}${scope === 'own' ? '-line' : ''}${size === 'l' ? '' : '-s'}`;
  return <Drawing id={id} size={size} text={decorative ? undefined : markText(kind, scope)} />;
}

/** A mark with its words beside it: 全市首购. */
export function Stamp({ kind, scope = 'city', children }: MarkProps & { children?: React.ReactNode }) {
  return (
    <span className="stamp">
      <Mark kind={kind} scope={scope} decorative />
      <span>
        {markText(kind, scope)}
        {children ? <> {children}</> : null}
      </span>
    </span>
  );
}

/** The words of a mark: 全市首购, 本单位首用. */
export function markText(kind: MarkProps['kind'], scope: NonNullable<MarkProps['scope']>): string {
  if (kind === 'purchase')
    return scope === 'city' ? m.common_mark_city_purchase() : m.common_mark_own_purchase();
  return scope === 'city' ? m.common_mark_city_use() : m.common_mark_own_use();
}

function Drawing({
  id,
  size,
  off = false,
  text,
}: {
  id: string;
  size: SealSize;
  off?: boolean;
  text?: string;
}) {
  const className = ['seal', size === 'm' ? '' : size, off ? 'off' : ''].filter(Boolean).join(' ');
  const label = text ? { role: 'img', 'aria-label': text } : { 'aria-hidden': true };
  return (
    <svg className={className} {...label}>
      <use href={`/seals.svg#${id}`} />
    </svg>
  );
}
