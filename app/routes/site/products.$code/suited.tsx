import { Deadline } from '~/components/date-text';
import { Link } from '~/components/link';
import { Panel } from '~/components/panel';
import { Money } from '~/components/price';
import type { PublicProduct } from '~/domain/products/products.server';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

/** Scenarios that the product was meant for. */
export function Suited({ product, today }: { product: PublicProduct; today: string }) {
  if (product.scenarios.length === 0 && product.intendedCategories.length === 0) return null;
  return (
    <Panel title={m.catalogue_suited()}>
      {product.scenarios.length > 0 ? (
        <ul className="stack">
          {product.scenarios.map((scenario) => (
            <li key={scenario.code}>
              <Link href={paths.scenario(scenario.code)}>{scenario.title}</Link>
              <p className="meta">
                <span>
                  {scenario.status === 'open' && scenario.deadlineOn ? (
                    <Deadline on={scenario.deadlineOn} todayOn={today} />
                  ) : (
                    scenarioStatusLabel(scenario.status)
                  )}
                </span>
                <span>
                  <Money fen={scenario.budget} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      ) : null}
      {product.intendedCategories.length > 0 ? (
        <p className="cluster small mt-3">
          {product.intendedCategories.map((category) => (
            <Link key={category} href={paths.scenarios({ category })}>
              {m.catalogue_more_in({ category: termLabel(category) })}
            </Link>
          ))}
        </p>
      ) : null}
    </Panel>
  );
}
