import { formatNumber } from '~/format';

export interface Figure {
  label: string;
  value: number | string;
  /** 项, 件, 家 */
  unit?: string;
  /** Something is late; the label says so too. */
  late?: boolean;
}

/** Up to four numbers that are true. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd className={figure.late ? 'late' : undefined}>
            {typeof figure.value === 'number' ? formatNumber(figure.value) : figure.value}
            {figure.unit ? <small>{figure.unit}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
