import type { MetaFunction } from '@remix-run/node';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { Section } from '~/components/section';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const loader = guard('public', () => null);

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.catalogue_accessibility() }) }];

/** What works for everybody, and what does not yet. */
export default function AccessibilityPage() {
  const works = [
    m.catalogue_accessibility_keyboard(),
    m.catalogue_accessibility_scripts(),
    m.catalogue_accessibility_modes(),
    m.catalogue_accessibility_zoom(),
    m.catalogue_accessibility_words(),
    m.catalogue_accessibility_forms(),
    m.catalogue_accessibility_print(),
  ];
  const limits = [
    m.catalogue_accessibility_limit_audit(),
    m.catalogue_accessibility_limit_tables(),
    m.catalogue_accessibility_limit_english(),
    m.catalogue_accessibility_limit_print(),
  ];
  return (
    <>
      <PageHead title={m.catalogue_accessibility()} lede={m.catalogue_accessibility_lede()} />
      <div className="sections">
        <Section title={m.catalogue_accessibility_works()}>
          <Points points={works} />
        </Section>
        <Section title={m.catalogue_accessibility_limits()}>
          <Points points={limits} />
        </Section>
        <Section title={m.catalogue_accessibility_report()}>
          <p className="prose">
            {m.catalogue_accessibility_report_text()}{' '}
            <Link href={paths.feedback()}>{m.catalogue_feedback()}</Link>
          </p>
        </Section>
      </div>
    </>
  );
}

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="reqs">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
