import { write } from '#db/client.server';
import { organisations } from '#db/schema';
import { importCatalogues, importProducts } from './import-products.server';
import { importIntentions, importScenarioLists, importScenarios } from './import-scenarios.server';
import { readKnownWorld } from './known-world.server';
import { readWorld, type WorldRows } from './world-file';
import { WorldUnit, type ImportReport, type Progress } from './world-unit.server';

/** A whole city takes longer than a form. */
const patience = { withinMs: 3_600_000 };

/**
 * Loads a world file: everything or nothing in one unit of work. With `partial`, rows that hold are kept
 * although others were refused. Running it again changes nothing.
 */
export async function importWorld(
  file: unknown,
  { partial = false, onProgress }: { partial?: boolean; onProgress?: Progress } = {},
): Promise<ImportReport> {
  return write(async (tx) => {
    const known = await readKnownWorld();
    const { rows, faults } = readWorld(file, known);
    const report: ImportReport = { ok: partial || !faults.length, faults, added: {}, present: {} };
    if (!report.ok) return report;
    const unit = new WorldUnit(tx, rows, known, report, onProgress);
    await importOrganisations(unit);
    await importScenarioLists(unit);
    await importScenarios(unit);
    await importCatalogues(unit);
    await importProducts(unit);
    await importIntentions(unit);
    return report;
  }, patience);
}

/** Enterprises and buyers. */
async function importOrganisations(w: WorldUnit) {
  const add =
    (kind: 'enterprise' | 'buyer') =>
    async (o: WorldRows['buyers'][number] & Partial<WorldRows['enterprises'][number]>) => {
      const [made] = await w.tx
        .insert(organisations)
        .values({
          code: o.id,
          kind,
          name: o.name,
          shortName: o.shortName ?? o.name,
          creditCode: o.creditCode,
          category: o.type,
          district: o.district,
          zone: o.zone ?? null,
          industry: o.industry ?? null,
          industryCode: o.gbt4754 ?? null,
          foundedYear: o.foundedYear ?? null,
          description: o.description ?? null,
          qualifications: o.qualifications ?? [],
          isFictional: o.fictional,
          provenance: o.provenance,
        })
        .returning({ id: organisations.id });
      return made!.id;
    };
  await w.each('enterprises', w.rows.enterprises, organisations, add('enterprise'));
  await w.each('buyers', w.rows.buyers, organisations, add('buyer'));
}
