import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { ErrorSummary } from '~/components/form-parts';
import { LeadLetterForm } from '~/components/lead/letter-form';
import { LeadSteps } from '~/components/lead/lead-steps';
import { stepFieldId } from '~/components/lead/lead-step';
import { LeadContacts } from '~/components/lead/lead-contacts';
import { LeadTimeline } from '~/components/lead/lead-timeline';
import { LeadFacts } from '~/components/lead/lead-facts';
import { LeadPurchaseFacts, LeadTrials } from '~/components/lead/lead-records';
import { LeadStages } from '~/components/lead/lead-stages';
import { LeadTurn } from '~/components/lead/lead-turn';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { LeadHead } from '~/components/lead/lead-head';
import { Section } from '~/components/section';
import { todayOn } from '~/domain/calendar';
import { findLead } from '~/domain/leads/find-lead.server';
import { mayWriteLetters } from '~/domain/leads/lead';
import { answerContract } from '~/domain/leads/answer-contract.server';
import { correctContract } from '~/domain/leads/correct-contract.server';
import { moveLead } from '~/domain/leads/move-lead.server';
import type { StepRefusal } from '~/domain/leads/own-lead.server';
import { writeLetter } from '~/domain/leads/write-letter.server';
import { own } from '~/domain/pick';
import { titleWords } from '~/domain/title-words';
import { answerOnce } from '~/forms/answer-once.server';
import {
  confirmForm,
  correctForm,
  disputeForm,
  isStepIntent,
  letterForm,
  parseStep,
} from '~/forms/lead-forms.server';
import { formValues, parseValues, type FormErrors } from '~/forms/parse-form.server';
import { formatNumber } from '~/format';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { type Answer, Conflict } from './conflict';
import { doneWords } from './done-words';

/** How many letters and events the page shows before one asks for the earlier ones. */
const shownEvents = 30;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: m.common_title({
      page: page
        ? m.leads_page_title({ product: page.lead.product.name, code: page.lead.code })
        : m.leads_title(),
    }),
  },
];

/** After a refused move the page has to show what happened meanwhile. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export const loader = guard('signed-in', async ({ request, params, viewer }) => {
  const code = params.code ?? '';
  if (viewer.organisationKind === 'bureau') throw redirectTo(paths.bureauLead(code));
  const lead = await findLead(viewer, code);
  if (!lead) throw notFound();
  const search = new URL(request.url).searchParams;
  return {
    lead,
    titleWords: titleWords(lead.product.name),
    today: todayOn(),
    done: search.get('done'),
    all: search.has('all'),
  };
});

export const action = guard('signed-in', async ({ request, params, viewer }) => {
  const code = params.code ?? '';
  const values = formValues(await request.formData());
  const intent = typeof values.intent === 'string' ? values.intent : '';
  const version = Number(values.version);
  const done = (word: string) => redirectTo(withQuery(paths.accountLead(code), { done: word }));
  const invalid = (errors: FormErrors) => data<Answer>({ intent, values, errors }, { status: 422 });
  const refused = (reason: StepRefusal) => {
    const conflict = reason === 'changed' || reason === 'another-open' ? reason : 'state';
    return data<Answer>({ intent, values, conflict, seenVersion: version }, { status: 409 });
  };

  if (intent === 'letter') {
    const form = parseValues(values, letterForm);
    if (!form.ok) return invalid(form.errors);
    const sent = await answerOnce({ request, viewer }, values, async () => {
      const written = await writeLetter({ viewer, code, body: form.data.body });
      return written?.ok ? withQuery(paths.accountLead(code), { done: 'letter' }) : written;
    });
    if (!sent) throw notFound();
    return typeof sent === 'string' ? redirectTo(sent) : refused('state');
  }
  if (!Number.isSafeInteger(version))
    return data<Answer>({ intent, values, errors: { form: m.leads_form_expired() } }, { status: 400 });

  if (intent === 'confirm' || intent === 'dispute') {
    const form = intent === 'confirm' ? parseValues(values, confirmForm) : parseValues(values, disputeForm);
    if (!form.ok) return invalid(form.errors);
    const note = 'note' in form.data ? form.data.note : null;
    const verdict = intent === 'confirm' ? 'confirmed' : 'disputed';
    const answered = await answerContract({ viewer, code, version, verdict, note });
    if (!answered) throw notFound();
    return answered.ok ? done(intent) : refused(answered.reason);
  }
  if (intent === 'correct') {
    const form = parseValues(values, correctForm);
    if (!form.ok) return invalid(form.errors);
    const { note, ...contract } = form.data;
    const corrected = await correctContract({ viewer, code, version, contract, note });
    if (!corrected) throw notFound();
    if (corrected.ok) return done(intent);
    return corrected.reason === 'after-acceptance'
      ? invalid({ contractedOn: m.leads_f_after_acceptance() })
      : refused(corrected.reason);
  }
  if (!isStepIntent(intent))
    return data<Answer>({ intent, values, errors: { form: m.leads_form_expired() } }, { status: 400 });

  const form = parseStep(intent, values);
  if (!form.ok) return invalid(form.errors);
  const moved = await moveLead({ viewer, code, version, step: form.data });
  if (!moved) throw notFound();
  if (moved.ok) return done(intent === 'reopen_enquiry' ? 'reopen' : intent);
  switch (moved.reason) {
    case 'before-trial':
      return invalid({ endedOn: m.leads_f_before_trial() });
    case 'before-contract':
      return invalid({ acceptedOn: m.leads_f_before_contract() });
    default:
      return refused(moved.reason);
  }
});

export default function LeadPage() {
  const { lead, titleWords: title, today, done, all } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const general = answer?.errors?.form;
  const errors =
    answer?.errors && !general
      ? Object.fromEntries(
          Object.entries(answer.errors).map(([name, text]) => [stepFieldId(answer.intent, name), text]),
        )
      : answer?.errors;
  const events = all ? lead.events : lead.events.slice(0, shownEvents);
  const earlier = lead.events.length - events.length;
  const doneText = answer ? undefined : own(doneWords, done);
  return (
    <>
      <Breadcrumbs items={[{ label: m.leads_crumb(), href: paths.accountLeads() }, { label: lead.code }]} />
      <LeadHead lead={lead} title={title} />
      {doneText ? (
        <Notice tone="ok" live>
          {doneText()}
        </Notice>
      ) : null}
      {answer?.conflict ? <Conflict lead={lead} answer={answer} /> : null}
      <ErrorSummary errors={errors} focusKey={answer} />
      <LeadStages lead={lead} />
      <LeadTurn lead={lead} todayOn={today} />
      <div className="with-side act-first">
        <div className="sections">
          <Section
            title={m.leads_letters()}
            sub={m.leads_letters_count({ count: formatNumber(lead.events.length) })}
          >
            <div className="stack loose">
              {mayWriteLetters(lead.state) ? (
                <LeadLetterForm key={lead.events.length} lead={lead} answer={answer} />
              ) : lead.state === 'awaiting_reply' ? (
                <p className="soft">
                  {lead.side === 'enterprise' ? m.leads_letter_wait_mine() : m.leads_letter_wait()}
                </p>
              ) : null}
              <LeadTimeline lead={lead} events={events} />
              {earlier > 0 ? (
                <p>
                  <Link href={withQuery(paths.accountLead(lead.code), { all: '1' })}>
                    {m.leads_letters_earlier({ count: formatNumber(earlier) })}
                  </Link>
                </p>
              ) : null}
            </div>
          </Section>
        </div>
        <aside className="side" aria-label={m.leads_next()}>
          <LeadSteps key={lead.version} lead={lead} todayOn={today} answer={answer} />
          <LeadContacts lead={lead} />
          <LeadFacts lead={lead} />
          <LeadPurchaseFacts lead={lead} />
          <LeadTrials lead={lead} />
        </aside>
      </div>
    </>
  );
}
