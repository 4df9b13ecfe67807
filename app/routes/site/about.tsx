import type { MetaFunction } from '@remix-run/node';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { Section } from '~/components/section';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const loader = guard('public', () => null);

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.catalogue_about() }) }];

const dictionary = {
  source: 'https://www.mdbg.net/chinese/dictionary?page=cc-cedict',
  licence: 'https://creativecommons.org/licenses/by-sa/4.0/',
};

/** What the site is and how each public number is computed. */
export default function AboutPage() {
  const numbers = [
    { name: m.catalogue_about_open_scenarios(), text: m.catalogue_about_open_scenarios_text() },
    { name: m.catalogue_about_recognised(), text: m.catalogue_about_recognised_text() },
    { name: m.catalogue_about_intentions(), text: m.catalogue_about_intentions_text() },
    { name: m.catalogue_about_leads(), text: m.catalogue_about_leads_text() },
    { name: m.catalogue_about_buyers(), text: m.catalogue_about_buyers_text() },
    { name: m.catalogue_about_users(), text: m.catalogue_about_users_text() },
  ];
  const firsts = [
    { name: m.common_mark_city_purchase(), text: m.catalogue_about_city_purchase() },
    { name: m.common_mark_own_purchase(), text: m.catalogue_about_own_purchase() },
    { name: m.common_mark_city_use(), text: m.catalogue_about_city_use() },
    { name: m.common_mark_own_use(), text: m.catalogue_about_own_use() },
    { name: m.catalogue_repurchase(), text: m.catalogue_about_repurchase() },
  ];
  return (
    <>
      <PageHead title={m.catalogue_about()} lede={m.catalogue_about_lede()} />
      <div className="sections">
        <Section id="numbers" title={m.catalogue_about_numbers()} sub={m.catalogue_about_numbers_sub()}>
          <Terms terms={numbers} />
        </Section>
        <Section id="firsts" title={m.catalogue_about_firsts()} sub={m.catalogue_records_sub()}>
          <Terms terms={firsts} />
          <p className="prose mt-3">{m.catalogue_about_firsts_text()}</p>
        </Section>
        <Section id="recognitions" title={m.catalogue_recognitions()}>
          <p className="prose">{m.catalogue_about_recognitions_text()}</p>
        </Section>
        <Section id="amounts" title={m.catalogue_about_amounts()}>
          <p className="prose">{m.catalogue_about_amounts_text()}</p>
        </Section>
        <Section id="contacts" title={m.catalogue_about_contacts()}>
          <p className="prose">{m.catalogue_about_contacts_text()}</p>
        </Section>
        <Section id="reported" title={m.catalogue_about_reported()}>
          <p className="prose">{m.catalogue_about_reported_text()}</p>
        </Section>
        <Section id="search" title={m.catalogue_about_search()}>
          <p className="prose">{m.catalogue_about_search_text()}</p>
          <p className="prose mt-3">
            {m.catalogue_about_dictionary()}
            {m.site_space()}
            <a href={dictionary.source}>CC-CEDICT</a> · <a href={dictionary.licence}>CC BY-SA 4.0</a>
          </p>
        </Section>
        <p className="cluster">
          <Link href={paths.policies()}>{m.catalogue_policies()}</Link>
          <Link href={paths.openData()}>{m.catalogue_open_data()}</Link>
          <Link href={paths.feedback()}>{m.catalogue_feedback()}</Link>
        </p>
      </div>
    </>
  );
}

function Terms({ terms }: { terms: readonly { name: string; text: string }[] }) {
  return (
    <dl className="facts">
      {terms.flatMap(({ name, text }) => [<dt key={name}>{name}</dt>, <dd key={`${name}-text`}>{text}</dd>])}
    </dl>
  );
}
