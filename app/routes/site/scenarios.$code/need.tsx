import { Facts } from '~/components/facts';
import { Requirements } from '~/components/requirements';
import { Section } from '~/components/section';
import { Paragraphs } from '~/components/timeline';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import type { Page } from './route';

/** What is needed and what is offered. */
export function Need({ page }: { page: Page }) {
  return (
    <>
      <Section title={m.site_need()}>
        <div className="prose">
          <Paragraphs body={page.background} />
          {page.outcome ? <Paragraphs body={page.outcome} /> : null}
        </div>
      </Section>
      {page.requirements.length > 0 ? (
        <Section title={m.site_requirements()}>
          <Requirements items={page.requirements} />
        </Section>
      ) : null}
      <Section title={m.site_resources()}>
        {page.resources.length > 0 ? (
          <Facts facts={page.resources.map(({ kind, text }) => ({ label: termLabel(kind), value: text }))} />
        ) : (
          <p className="soft">{m.site_resources_none()}</p>
        )}
      </Section>
      {page.expectedEffect ? (
        <Section title={m.site_expected_effect()}>
          <div className="prose">
            <Paragraphs body={page.expectedEffect} />
          </div>
        </Section>
      ) : null}
    </>
  );
}
