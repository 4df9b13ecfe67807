import { CompareButton } from '~/components/search/compare-pick';
import { Notice } from '~/components/notice';
import { leastCompared, mostCompared } from '~/domain/products/compare';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';

/** Compares the ticked products of a shortlist, and says what is wrong with how many were ticked. */
export function CompareTicked({
  action,
  ticked,
  problem,
}: {
  action: string;
  ticked: number;
  problem?: 'few' | 'many';
}) {
  return (
    <>
      {problem ? (
        <Notice tone="warn" live>
          {problem === 'few'
            ? m.compare_ticked_few({ least: leastCompared, count: formatNumber(ticked) })
            : m.compare_ticked_many({ most: mostCompared, count: formatNumber(ticked) })}
        </Notice>
      ) : null}
      <div className="cluster mt-2 mb-4">
        <CompareButton action={action} />
        <span className="small soft no-print">
          {m.compare_tick({ least: leastCompared, most: mostCompared })}
        </span>
      </div>
    </>
  );
}
