import { Form } from '@remix-run/react';
import { BlockedButton, Button, LinkButton } from '~/components/button';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Publication } from './route';

/** The one act that is open to this person now, or why none is. */
export function NextStep({ list }: { list: Publication }) {
  if (list.state === 'published') {
    return (
      <div className="actions">
        <LinkButton wide href={paths.publication(list.code)}>
          {m.bureau_see_public()}
        </LinkButton>
        <p className="small soft">{m.bureau_published_fixed()}</p>
      </div>
    );
  }
  if (list.state === 'submitted') {
    return (
      <div className="actions">
        {list.refused ? (
          <BlockedButton
            tone="commit"
            wide
            reason={list.refused === 'author' ? m.bureau_refused_author() : m.bureau_refused_role()}
          >
            {m.bureau_act_publish()}
          </BlockedButton>
        ) : (
          <LinkButton tone="commit" wide href={paths.bureauPublicationPublish(list.code)}>
            {m.bureau_act_publish_or_return()}
          </LinkButton>
        )}
        {list.isAuthor ? (
          <StepButton intent="recall" version={list.version} label={m.bureau_act_recall()} />
        ) : null}
      </div>
    );
  }
  if (!list.editable) return <p>{m.bureau_only_author({ name: list.authorName ?? '' })}</p>;
  return (
    <div className="actions">
      {list.kind === 'scenario-list' ? (
        <LinkButton
          wide
          tone={list.rows ? 'plain' : 'act'}
          href={paths.bureauScenarioNew({ publication: list.code })}
        >
          {m.bureau_scenario_add()}
        </LinkButton>
      ) : null}
      <LinkButton wide href={paths.bureauPublicationEdit(list.code)}>
        {m.bureau_publication_edit()}
      </LinkButton>
      {list.rows ? (
        <StepButton intent="submit" version={list.version} label={m.bureau_act_submit()} commit />
      ) : (
        <BlockedButton tone="commit" wide reason={m.bureau_refused_empty()}>
          {m.bureau_act_submit()}
        </BlockedButton>
      )}
      <p className="small soft">{m.bureau_submit_hint()}</p>
    </div>
  );
}

function StepButton(props: { intent: string; version: number; label: string; commit?: boolean }) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={props.version} />
      <Button name="intent" value={props.intent} tone={props.commit ? 'commit' : 'plain'} wide>
        {props.label}
      </Button>
    </Form>
  );
}
