import type { MetaFunction } from '@remix-run/node';
import { todayOn } from '~/domain/calendar';
import {
  countHomeFigures,
  findNewestCatalogue,
  findNewestScenarioList,
  listClosingSoon,
} from '~/domain/home/home.server';
import { listRecentFirsts } from '~/domain/home/recent-firsts.server';
import { listComingIntentions } from '~/domain/intentions/intentions.server';
import * as m from '~/paraglide/messages';
import { guard } from '~/session/guard.server';
import { ClosingSoon, RecentFirsts } from './closing-soon';
import { Hero } from './hero';
import { Intentions, NewestCatalogue, NewestList } from './newest';
import { TrueNumbers } from './true-numbers';

/** How many rows each part of the page has. */
const shown = { closing: 7, firsts: 5, column: 4 };

export const meta: MetaFunction = () => [
  { title: m.common_site_name() },
  { name: 'description', content: m.site_home_description() },
];

export const loader = guard('public', async ({ viewer }) => {
  const today = todayOn();
  const [figures, closing, firsts, list, catalogue, intentions] = await Promise.all([
    countHomeFigures(today),
    listClosingSoon(shown.closing, today),
    listRecentFirsts(shown.firsts),
    findNewestScenarioList(shown.column),
    findNewestCatalogue(shown.column, today),
    listComingIntentions(shown.column, today),
  ]);
  // The others would meet a closed door.
  const mayListProducts = !viewer || viewer.organisationKind === 'enterprise';
  return {
    mayListProducts,
    figures,
    closing,
    firsts,
    list,
    catalogue,
    intentions,
    todayOn: today,
    at: new Date(),
  };
});

export default function HomePage() {
  return (
    <div className="sections">
      <Hero />
      <div className="with-side">
        <ClosingSoon />
        <RecentFirsts />
      </div>
      <div className="cols-3">
        <NewestList />
        <NewestCatalogue />
        <Intentions />
      </div>
      <TrueNumbers />
    </div>
  );
}
