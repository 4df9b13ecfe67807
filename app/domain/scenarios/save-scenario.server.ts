import { and, eq, inArray, or } from 'drizzle-orm';
import { recordAudit } from '#db/audit.server';
import { write, type Tx } from '#db/client.server';
import { organisations, publications, scenarios } from '#db/schema';
import type { Viewer } from '~/domain/accounts/sessions.server';
import { nextCode } from '~/domain/next-code.server';
import { categoryCodes } from './scenario';
import type { ScenarioInput } from './scenario-form';

export type ScenarioSaved =
  { ok: true; code: string } | { ok: false; reason: 'state' | 'changed' | 'owner' | 'ambiguous' };

/** Puts a scenario on one's own draft list; undefined when there is no such list. */
export const addScenario = (
  viewer: Viewer,
  publicationCode: string,
  input: ScenarioInput,
): Promise<ScenarioSaved | undefined> =>
  write(async (tx): Promise<ScenarioSaved | undefined> => {
    const [list] = await tx
      .select({ id: publications.id, state: publications.state })
      .from(publications)
      .where(
        and(
          eq(publications.code, publicationCode),
          eq(publications.kind, 'scenario-list'),
          eq(publications.authorId, viewer.userId),
        ),
      );
    if (!list) return undefined;
    if (list.state !== 'draft') return { ok: false, reason: 'state' };
    const owner = await findOwner(tx, input.owner);
    if ('reason' in owner) return owner;
    const code = await nextCode(tx, scenarios, `S-${categoryCodes[input.category]}-`);
    const [row] = await tx
      .insert(scenarios)
      .values({ ...columns(input), code, ownerId: owner.id, publicationId: list.id, authorId: viewer.userId })
      .returning({ id: scenarios.id });
    await audit(tx, viewer, 'scenario.created', row!.id, { code, publication: publicationCode });
    return { ok: true, code };
  });

/** Changes one's own scenario as long as its list is a draft. The code stays, whatever the category becomes. */
export const updateScenario = (
  viewer: Viewer,
  code: string,
  version: number,
  input: ScenarioInput,
): Promise<ScenarioSaved | undefined> =>
  write(async (tx): Promise<ScenarioSaved | undefined> => {
    const own = await findOwn(tx, viewer, code);
    if (!own) return undefined;
    if (!own.editable) return { ok: false, reason: 'state' };
    const owner = await findOwner(tx, input.owner);
    if ('reason' in owner) return owner;
    const changed = await tx
      .update(scenarios)
      .set({ ...columns(input), ownerId: owner.id, version: version + 1, updatedAt: new Date() })
      .where(and(eq(scenarios.id, own.id), eq(scenarios.version, version)))
      .returning({ id: scenarios.id });
    if (!changed.length) return { ok: false, reason: 'changed' };
    await audit(tx, viewer, 'scenario.changed', own.id, { code });
    return { ok: true, code };
  });

/** Takes one's own scenario off its draft list. Its code is never used again. Returns the list's code. */
export const removeScenario = (
  viewer: Viewer,
  code: string,
  version: number,
): Promise<{ ok: true; publicationCode: string } | { ok: false; reason: 'state' | 'changed' } | undefined> =>
  write(async (tx) => {
    const own = await findOwn(tx, viewer, code);
    if (!own) return undefined;
    if (!own.editable) return { ok: false, reason: 'state' };
    const changed = await tx
      .update(scenarios)
      .set({ state: 'cancelled', publicationId: null, version: version + 1, updatedAt: new Date() })
      .where(and(eq(scenarios.id, own.id), eq(scenarios.version, version)))
      .returning({ id: scenarios.id });
    if (!changed.length) return { ok: false, reason: 'changed' };
    await audit(tx, viewer, 'scenario.removed', own.id, { code, publication: own.publicationCode });
    return { ok: true, publicationCode: own.publicationCode };
  });

async function findOwn(tx: Tx, viewer: Viewer, code: string) {
  const [own] = await tx
    .select({
      id: scenarios.id,
      state: scenarios.state,
      listState: publications.state,
      publicationCode: publications.code,
    })
    .from(scenarios)
    .innerJoin(publications, eq(publications.id, scenarios.publicationId))
    .where(and(eq(scenarios.code, code), eq(scenarios.authorId, viewer.userId)));
  if (!own) return undefined;
  return {
    ...own,
    editable: own.listState === 'draft' && (own.state === 'draft' || own.state === 'returned'),
  };
}

/** The buyer with this name, short name or code. */
async function findOwner(
  tx: Tx,
  typed: string,
): Promise<{ id: string } | { ok: false; reason: 'owner' | 'ambiguous' }> {
  const last = typed.match(/[（(]([\w-]+)[）)]$/)?.[1];
  const found = await tx
    .select({ id: organisations.id, code: organisations.code, name: organisations.name })
    .from(organisations)
    .where(
      and(
        eq(organisations.kind, 'buyer'),
        or(
          inArray(organisations.name, [typed, typed.replace(/\s*[（(][\w-]+[）)]$/, '')]),
          eq(organisations.shortName, typed),
          inArray(organisations.code, last ? [typed, last] : [typed]),
        ),
      ),
    );
  const exact = found.filter(({ code }) => code === typed || code === last);
  const named = exact.length ? exact : found;
  if (!named[0]) return { ok: false, reason: 'owner' };
  return named.length > 1 ? { ok: false, reason: 'ambiguous' } : { id: named[0].id };
}

function columns({ owner: _, ...input }: ScenarioInput) {
  return input;
}

const audit = (tx: Tx, viewer: Viewer, action: string, subjectId: string, data: Record<string, unknown>) =>
  recordAudit(tx, { actor: viewer, action, subject: 'scenario', subjectId, data });
