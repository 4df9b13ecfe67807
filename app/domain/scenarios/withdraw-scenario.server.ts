import { and, eq, inArray } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { write } from '#db/client.server';
import { enqueueWithLinked } from '#db/outbox.server';
import { scenarios } from '#db/schema';
import { publicScenarioStates } from '#db/schema/words';
import type { Viewer } from '~/domain/accounts/sessions.server';
import { withdrawalRefusal, type WithdrawalRefusal } from './scenario';

/**
 * Takes a public scenario back with a reason: its page stays and says so, search forgets it, open leads go on.
 * Undefined when there is none of that code.
 */
export const withdrawScenario = (
  viewer: Viewer,
  code: string,
  version: number,
  reason: string,
): Promise<{ ok: true } | { ok: false; reason: WithdrawalRefusal | 'changed' } | undefined> =>
  write(async (tx) => {
    const [scenario] = await tx
      .select({ id: scenarios.id, state: scenarios.state })
      .from(scenarios)
      .where(eq(scenarios.code, code));
    if (!scenario) return undefined;
    const refused = withdrawalRefusal(scenario.state, viewer);
    if (refused) return { ok: false, reason: refused };
    const changed = await tx
      .update(scenarios)
      .set({ state: 'withdrawn', stateReason: reason, version: version + 1, updatedAt: new Date() })
      .where(
        and(
          eq(scenarios.id, scenario.id),
          eq(scenarios.version, version),
          inArray(scenarios.state, [...publicScenarioStates]),
        ),
      )
      .returning({ id: scenarios.id });
    if (!changed.length) return { ok: false, reason: 'changed' };
    await enqueueWithLinked(tx, 'scenario', scenario.id);
    await recordAudit(tx, {
      actor: viewer,
      action: 'scenario.withdrawn',
      subject: 'scenario',
      subjectId: scenario.id,
      data: { code, reason },
    });
    return { ok: true };
  });
