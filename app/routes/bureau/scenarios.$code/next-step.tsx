import { Form } from '@remix-run/react';
import { BlockedButton, Button, LinkButton } from '~/components/button';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Scenario } from './route';

/** What may be done now, or why nothing. */
export function NextStep({ scenario }: { scenario: Scenario }) {
  if (scenario.editable) {
    return (
      <div className="actions">
        {scenario.publicationCode ? (
          <>
            <LinkButton tone="act" wide href={paths.bureauPublication(scenario.publicationCode)}>
              {m.bureau_back_to_list()}
            </LinkButton>
            <LinkButton wide href={paths.bureauScenarioNew({ publication: scenario.publicationCode })}>
              {m.bureau_scenario_add_another()}
            </LinkButton>
          </>
        ) : null}
        <LinkButton wide href={paths.bureauScenarioEdit(scenario.code)}>
          {m.bureau_scenario_edit()}
        </LinkButton>
        <Form method="post">
          <input type="hidden" name="version" value={scenario.version} />
          <Button tone="danger" wide name="intent" value="remove">
            {m.bureau_scenario_remove()}
          </Button>
        </Form>
        <p className="small soft">{m.bureau_scenario_remove_hint({ code: scenario.code })}</p>
      </div>
    );
  }
  return (
    <div className="actions">
      {scenario.isPublic ? (
        <LinkButton wide href={paths.scenario(scenario.code)}>
          {m.bureau_see_public()}
        </LinkButton>
      ) : null}
      {scenario.refused === undefined ? (
        <LinkButton tone="danger" wide href={paths.bureauScenarioWithdraw(scenario.code)}>
          {m.bureau_scenario_withdraw()}
        </LinkButton>
      ) : scenario.refused === 'role' ? (
        <BlockedButton tone="danger" wide reason={m.bureau_refused_role()}>
          {m.bureau_scenario_withdraw()}
        </BlockedButton>
      ) : null}
      {scenario.isPublic ? (
        <p className="small soft">{m.bureau_published_fixed()}</p>
      ) : (
        <p>
          {scenario.state === 'submitted'
            ? m.bureau_scenario_waits()
            : m.bureau_only_author({ name: scenario.authorName ?? '' })}
        </p>
      )}
    </div>
  );
}
