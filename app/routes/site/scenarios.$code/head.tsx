import type { Crumb } from '~/components/breadcrumbs';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Tag, type TagTone } from '~/components/tag';
import { batchName } from '~/domain/publications/publication';
import { scenarioStatusLabel, type ScenarioStatus } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Page } from './route';

const statusTones: Partial<Record<ScenarioStatus, TagTone>> = {
  open: 'ok',
  matched: 'info',
  implementing: 'info',
  accepted: 'info',
  demonstrated: 'info',
  withdrawn: 'warn',
  cancelled: 'warn',
};

const publicationName = (publication: NonNullable<Page['publication']>) =>
  m.site_batch({
    year: publication.year,
    batch: batchName(publication.sequence),
    sequence: publication.sequence,
  });

/** The way to this scenario: by its list, or by all scenarios. */
export function crumbsOf(page: Page): Crumb[] {
  const { publication } = page;
  return [
    { label: m.site_scenarios(), href: paths.scenarios() },
    ...(publication
      ? [{ label: publicationName(publication), href: paths.publication(publication.code) }]
      : []),
    { label: page.title },
  ];
}

/** The name of the scenario, whose it is and how it stands. */
export function Head({ page }: { page: Page }) {
  const { publication } = page;
  return (
    <PageHead
      title={page.titleWords}
      before={
        <>
          <Tag tone={statusTones[page.status]}>{scenarioStatusLabel(page.status)}</Tag>
          <span>{termLabel(page.category)}</span>
          {page.scale ? <span>{termLabel(page.scale)}</span> : null}
          {page.isMajorDemonstration ? <span>{m.site_major_demonstration()}</span> : null}
        </>
      }
      meta={
        <>
          <Link href={paths.organisation(page.organisationCode)}>
            <OrganisationName name={page.organisationName} />
          </Link>
          {page.district ? <span>{termLabel(page.district)}</span> : null}
          <span className="num">{m.site_code({ code: page.code })}</span>
          {publication && page.rowNumber ? (
            <span>{m.site_batch_row({ batch: publicationName(publication), row: page.rowNumber })}</span>
          ) : null}
        </>
      }
    />
  );
}
