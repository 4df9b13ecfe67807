import type { MetaFunction } from '@remix-run/node';
import { useRouteLoaderData } from '@remix-run/react';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { Section } from '~/components/section';
import type { loader as rootLoader } from '~/root';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const loader = guard('public', () => null);

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.catalogue_feedback() }) }];

/** How to tell us of a mistake. */
export default function FeedbackPage() {
  const root = useRouteLoaderData<typeof rootLoader>('root');
  const organiser = root?.site?.hostOrganisation;
  const contact = root?.site?.contact;
  return (
    <>
      <PageHead title={m.catalogue_feedback()} lede={m.catalogue_feedback_lede()} />
      <div className="sections">
        <Section title={m.catalogue_feedback_contact()}>
          {contact ? (
            <p className="prose">
              {organiser ? `${organiser}\u3000` : ''}
              <Contact contact={contact} />
            </p>
          ) : (
            <Notice tone="plain">
              <p>
                {organiser ? m.catalogue_feedback_organiser({ organiser }) : m.catalogue_feedback_unset()}
              </p>
            </Notice>
          )}
        </Section>
        <Section title={m.catalogue_feedback_say()}>
          <ul className="reqs">
            <li>{m.catalogue_feedback_say_code()}</li>
            <li>{m.catalogue_feedback_say_what()}</li>
            <li>{m.catalogue_feedback_say_proof()}</li>
            <li>{m.catalogue_feedback_say_request()}</li>
          </ul>
        </Section>
        <Section title={m.catalogue_feedback_own()}>
          <p className="prose">
            {m.catalogue_feedback_own_text()}{' '}
            <Link href={paths.account()}>{m.catalogue_feedback_own_link()}</Link>
          </p>
        </Section>
        <Section title={m.catalogue_feedback_after()}>
          <p className="prose">{m.catalogue_feedback_after_text()}</p>
        </Section>
      </div>
    </>
  );
}

/** An e-mail address or a telephone number as a link, anything else as it is. */
function Contact({ contact }: { contact: string }) {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(contact)) return <a href={`mailto:${contact}`}>{contact}</a>;
  if (/^\+?[\d -]{7,}$/.test(contact)) return <a href={`tel:${contact.replace(/[ -]/g, '')}`}>{contact}</a>;
  return <>{contact}</>;
}
