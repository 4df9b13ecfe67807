import { refusal } from '#db/client.server';
import { tracingFirsts } from '~/domain/purchases/trace-firsts.server';
import { keepChange } from './keep-change.server';
import { leadMove, type LeadState } from './lead';
import type { LeadViewer } from './queue.server';
import { type Step, carryOut } from './carry-out-step.server';
import { changeOwn, Refused, sideOf, type StepRefusal } from './own-lead.server';

/** The steps that change what the firsts of a product are computed from. */
const movesFirsts: Step['move'][] = ['record_trial', 'record_contract', 'record_delivery', 'terminate'];

/** Where the lead stands now, or why the step was refused; undefined when there is no such lead of theirs. */
export type StepResult = { ok: true; state: LeadState } | { ok: false; reason: StepRefusal } | undefined;

/**
 * Makes one step with a lead of the viewer's organisation. `version` is the one the viewer saw: of two
 * people who move the same lead one wins, the other is told. Undefined when there is no such lead of theirs.
 */
export async function moveLead({
  viewer,
  code,
  version,
  step,
}: {
  viewer: LeadViewer;
  code: string;
  version: number;
  step: Step;
}): Promise<StepResult> {
  if (viewer.organisationKind === 'bureau') return undefined;
  const side = sideOf(viewer);
  try {
    return await changeOwn({ viewer, code, version }, async (tx, lead) => {
      const allowed = leadMove(step.move, lead.state, side);
      if (!allowed.ok) throw new Refused(allowed.reason);
      const act = () => carryOut(tx, lead, viewer, step);
      const facts = movesFirsts.includes(step.move)
        ? await tracingFirsts(tx, lead.productId, viewer, act)
        : await act();
      await keepChange(tx, lead, {
        viewer,
        set: facts.set,
        kind: facts.kind ?? 'moved',
        move: { from: lead.state, to: allowed.to },
        body: facts.body,
        data: { ...facts.data, move: step.move },
        action: 'lead.moved',
        news: step.move,
        public: facts.public,
      });
      return { ok: true as const, state: allowed.to };
    });
  } catch (error) {
    // Only coming back into the open can meet another open lead about the same thing.
    if (refusal(error)?.kind === 'unique' && (step.move === 'reopen' || step.move === 'reopen_enquiry'))
      return { ok: false, reason: 'another-open' };
    throw error;
  }
}
