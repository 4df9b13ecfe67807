import { MatchWhy } from '~/components/match-why';
import { Link } from '~/components/link';
import { Rows } from '~/components/rows';
import { ScenarioHit } from '~/components/search/hits';
import { Section } from '~/components/section';
import type { ProductPage } from '~/domain/matching/product-page.server';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

/** Scenarios that are open to the product, each with why; then those it was meant for that have ended. */
export function OpenScenarios({ product, today }: { product: ProductPage; today: string }) {
  const { scenarios, endedScenarios, intendedCategories } = product;
  if (scenarios.length + endedScenarios.length + intendedCategories.length === 0) return null;
  return (
    <Section id="scenarios" title={m.catalogue_suited()} sub={m.catalogue_suited_note()}>
      {scenarios.length > 0 ? (
        <Rows rule="line">
          {scenarios.map((scenario) => (
            <ScenarioHit key={scenario.code} row={scenario} todayOn={today}>
              <MatchWhy reasons={scenario.reasons} checks={scenario.checks} />
            </ScenarioHit>
          ))}
        </Rows>
      ) : (
        <p className="soft">{m.catalogue_suited_none()}</p>
      )}
      {endedScenarios.length > 0 ? (
        <p className="cluster small mt-3">
          <span className="soft">{m.catalogue_suited_ended()}</span>
          {endedScenarios.map(({ code, title, status }) => (
            <span key={code}>
              <Link href={paths.scenario(code)}>{title}</Link>{' '}
              <span className="soft">{scenarioStatusLabel(status)}</span>
            </span>
          ))}
        </p>
      ) : null}
      {intendedCategories.length > 0 ? (
        <p className="cluster small mt-3">
          {intendedCategories.map((category) => (
            <Link key={category} href={paths.scenarios({ category })}>
              {m.catalogue_more_in({ category: termLabel(category) })}
            </Link>
          ))}
        </p>
      ) : null}
    </Section>
  );
}
