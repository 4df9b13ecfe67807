import { useLoaderData } from '@remix-run/react';
import { InstantText } from '~/components/date-text';
import { Figures } from '~/components/figures';
import { Link } from '~/components/link';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { loader } from './route';

const demonstrationsPlanned = 50;

/** Four numbers computed from the records, with when they were. */
export function TrueNumbers() {
  const { figures, at } = useLoaderData<typeof loader>();
  return (
    <section aria-labelledby="home-figures">
      <h2 className="vh" id="home-figures">
        {m.site_figures()}
      </h2>
      <Figures
        figures={[
          {
            label: m.site_figure_open({ count: figures.openScenarios }),
            value: figures.openScenarios,
            unit: m.site_unit_items(),
          },
          {
            label: m.site_figure_recognised({ count: figures.recognitionsInForce }),
            value: figures.recognitionsInForce,
            unit: m.site_unit_items(),
          },
          {
            label: m.site_figure_bought({ count: figures.productsBought }),
            value: figures.productsBought,
            unit: m.site_unit_items(),
          },
          {
            label: m.site_figure_demonstrations({
              count: figures.demonstrationsAccepted,
              planned: demonstrationsPlanned,
            }),
            value: figures.demonstrationsAccepted,
            unit: m.site_unit_items(),
          },
        ]}
      />
      <p className="small soft mt-2">
        {m.site_as_of()} <InstantText at={at} />
        {m.site_figures_note()} <Link href={paths.about()}>{m.site_definition()}</Link>
      </p>
    </section>
  );
}
