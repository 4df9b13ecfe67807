import { inArray } from 'drizzle-orm';
import { db, write, type Tx } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import {
  intentions,
  offerings,
  organisations,
  procurementItems,
  productScenarios,
  products,
  productVersions,
  publications,
  recognitions,
  scenarios,
} from '#db/schema';
import { batchName, publicationCode } from '~/domain/publications/publication';
import { todayOn } from '~/domain/calendar';
import { readWorld, type WorldFault, type WorldRows } from './world-file';

export type ImportReport = {
  ok: boolean;
  faults: WorldFault[];
  /** rows added and rows whose code was there already (left as they are: somebody may have edited them) */
  added: Record<string, number>;
  present: Record<string, number>;
};
type Progress = (list: string, done: number, total: number) => void;
const fenPerYuan = 100;
const fenPerWan = 1_000_000;
const exampleAuthority = '认定机关（示例）';

/**
 * Loads a world file: everything or nothing in one unit of work. With `partial`, rows that hold are kept
 * although others were refused. Running it again changes nothing.
 */
export async function importWorld(
  file: unknown,
  { partial = false, onProgress }: { partial?: boolean; onProgress?: Progress } = {},
): Promise<ImportReport> {
  const { rows, faults } = readWorld(file);
  const report: ImportReport = { ok: partial || !faults.length, faults, added: {}, present: {} };
  if (!report.ok) return report;
  await write((tx) => new WorldImport(tx, rows, report, onProgress).run());
  return report;
}

/** One import inside one unit of work: codes are resolved to ids as the lists are read. */
class WorldImport {
  private ids = new Map<string, string>();
  private publicationIds = new Map<string, string>();
  constructor(
    private tx: Tx,
    private rows: WorldRows,
    private report: ImportReport,
    private onProgress?: Progress,
  ) {}

  async run() {
    await this.organisations();
    await this.scenarioLists();
    await this.scenarios();
    await this.catalogues();
    await this.products();
    await this.intentions();
  }

  /** Runs `add` for each row whose code is not in the table yet and remembers every row's id. */
  private async each<R extends { id: string }>(
    list: string,
    rows: R[],
    table: typeof organisations | typeof scenarios | typeof products | typeof intentions,
    add: (row: R, position: number) => Promise<string>,
  ) {
    const known = await this.tx
      .select({ id: table.id, code: table.code })
      .from(table as typeof organisations)
      .where(
        inArray(
          table.code,
          rows.map((r) => r.id),
        ),
      );
    for (const { id, code } of known) this.ids.set(code, id);
    this.report.present[list] = known.length;
    this.report.added[list] = 0;
    for (const [i, row] of rows.entries()) {
      if (!this.ids.has(row.id)) {
        this.ids.set(row.id, await add(row, i));
        this.report.added[list]++;
      }
      if ((i + 1) % 50 === 0 || i + 1 === rows.length) this.onProgress?.(list, i + 1, rows.length);
    }
  }

  private id = (code: string) => {
    const id = this.ids.get(code);
    if (!id) throw new Error(`${code} was not read before it was pointed at`);
    return id;
  };

  private async organisations() {
    const add =
      (kind: 'enterprise' | 'buyer') =>
      async (o: WorldRows['buyers'][number] & Partial<WorldRows['enterprises'][number]>) => {
        const [made] = await this.tx
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
    await this.each('enterprises', this.rows.enterprises, organisations, add('enterprise'));
    await this.each('buyers', this.rows.buyers, organisations, add('buyer'));
  }

  /** A list per quarter in which its scenarios opened; reported facts stand in none. */
  private listOf(row: WorldRows['scenarios'][number]) {
    if (!row.openDate || row.provenance !== 'illustrative') return undefined;
    return {
      year: Number(row.openDate.slice(0, 4)),
      quarter: Math.ceil(Number(row.openDate.slice(5, 7)) / 3),
    };
  }

  private async scenarioLists() {
    const quarters = new Map<string, { year: number; issuedOn: string }>();
    for (const row of this.rows.scenarios) {
      const list = this.listOf(row);
      if (!list) continue;
      const key = `${list.year}-${list.quarter}`;
      const issuedOn = [quarters.get(key)?.issuedOn ?? row.openDate!, row.openDate!].sort()[0]!;
      quarters.set(key, { year: list.year, issuedOn });
    }
    const sequence = new Map<number, number>();
    for (const [key, { year, issuedOn }] of [...quarters].sort()) {
      const n = (sequence.get(year) ?? 0) + 1;
      sequence.set(year, n);
      await this.publication(`scenario-list ${key}`, 'scenario-list', year, n, issuedOn, null);
    }
  }

  private async publication(
    key: string,
    kind: 'scenario-list' | 'catalogue',
    year: number,
    sequence: number,
    issuedOn: string,
    validUntilOn: string | null,
  ) {
    const code = publicationCode(kind, year, sequence);
    const [known] = await this.tx
      .select({ id: publications.id })
      .from(publications)
      .where(inArray(publications.code, [code]));
    if (known) return void this.publicationIds.set(key, known.id);
    const what = kind === 'catalogue' ? '三首产品目录' : '应用场景开放清单';
    const [made] = await this.tx
      .insert(publications)
      .values({
        code,
        kind,
        year,
        sequence,
        issuedOn,
        validUntilOn,
        title: `西安市${what}（${year}年${batchName(sequence)}）`,
        authority: exampleAuthority,
        state: 'published',
        publishedAt: new Date(`${issuedOn}T09:00:00+08:00`),
        provenance: 'illustrative',
      })
      .returning({ id: publications.id });
    this.publicationIds.set(key, made!.id);
    this.report.added.publications = (this.report.added.publications ?? 0) + 1;
  }

  private async scenarios() {
    const position = new Map<string, number>();
    await this.each('scenarios', this.rows.scenarios, scenarios, async (s) => {
      const list = this.listOf(s);
      const key = list && `scenario-list ${list.year}-${list.quarter}`;
      if (key) position.set(key, (position.get(key) ?? 0) + 1);
      const [made] = await this.tx
        .insert(scenarios)
        .values({
          code: s.id,
          title: s.title,
          category: s.category,
          ownerId: this.id(s.publisherId),
          district: s.district,
          zone: s.zone,
          background: s.need,
          requirements: s.requirements,
          budget: s.budgetWan === null ? null : Math.round(s.budgetWan * fenPerWan),
          openOn: s.openDate,
          deadlineOn: s.deadline,
          cooperationMode: s.cooperationMode,
          contactDepartment: s.contactDept,
          provenance: s.provenance,
          publicationId: key ? (this.publicationIds.get(key) ?? null) : null,
          rowNumber: key ? position.get(key)! : null,
          state: 'published',
          publishedAt: s.openDate ? new Date(`${s.openDate}T09:00:00+08:00`) : new Date(),
        })
        .returning({ id: scenarios.id });
      await enqueueForSearch(this.tx, 'scenario', made!.id);
      return made!.id;
    });
  }

  private async catalogues() {
    const batches = new Map<string, { year: number; date: string; validUntil: string }>();
    for (const { recognised: r } of this.rows.products)
      if (r) batches.set(r.batch, { year: r.year, date: r.date, validUntil: r.validUntil });
    for (const [batch, { year, date, validUntil }] of batches) {
      const sequence = [...Array(99).keys()].map((i) => i + 1).find((n) => batch.endsWith(batchName(n))) ?? 1;
      await this.publication(`catalogue ${batch}`, 'catalogue', year, sequence, date, validUntil);
    }
  }

  private async products() {
    const position = new Map<string, number>();
    const order = ['first-unit', 'first-batch', 'first-version'];
    const rows = [...this.rows.products].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    await this.each('products', rows, products, async (p) => {
      const organisationId = this.id(p.enterpriseId);
      const publishedAt = p.recognised ? new Date(`${p.recognised.date}T09:00:00+08:00`) : new Date();
      const content = {
        name: p.name,
        kind: p.kind,
        industry: p.industry,
        summary: p.summary,
        specifications: p.keySpecs,
        trl: p.trl,
        maturity: p.maturity,
        inventionPatents: p.ip?.inventionPatents ?? null,
        utilityModels: p.ip?.utilityModels ?? null,
        softwareCopyrights: p.ip?.softwareCopyrights ?? null,
        intendedCategories: p.intendedCategories,
      };
      const [made] = await this.tx
        .insert(products)
        .values({
          ...content,
          code: p.id,
          organisationId,
          state: 'published',
          publishedAt,
          provenance: p.provenance,
          note: p.note ?? null,
        })
        .returning({ id: products.id });
      const productId = made!.id;
      await this.tx.insert(productVersions).values({ productId, version: 1, content });
      if (p.intendedScenarioIds.length)
        await this.tx
          .insert(productScenarios)
          .values(p.intendedScenarioIds.map((code) => ({ productId, scenarioId: this.id(code) })));
      if (p.price)
        await this.tx.insert(offerings).values({
          code: p.id.replace(/^P-/, 'O-'),
          productId,
          organisationId,
          priceMin: Math.round(p.price.min * fenPerYuan),
          priceMax: Math.round(p.price.max * fenPerYuan),
          priceUnit: p.price.per,
        });
      if (p.recognised) {
        const key = `catalogue ${p.recognised.batch}`;
        position.set(key, (position.get(key) ?? 0) + 1);
        await this.tx.insert(recognitions).values({
          productId,
          publicationId: this.publicationIds.get(key) ?? null,
          rowNumber: position.get(key)!,
          kind: p.kind,
          level: '市级',
          authority: exampleAuthority,
          validFromOn: p.recognised.date,
          validUntilOn: p.recognised.validUntil,
          state: 'recognised',
          provenance: p.provenance,
        });
      }
      await enqueueForSearch(this.tx, 'product', productId);
      return productId;
    });
  }

  private async intentions() {
    const codes = new Set(
      (
        await db
          .select({ code: procurementItems.code })
          .from(procurementItems)
          .where(
            inArray(
              procurementItems.code,
              this.rows.leads.flatMap((l) => l.catalogCode2022 ?? []),
            ),
          )
      ).map((r) => r.code),
    );
    await this.each('leads', this.rows.leads, intentions, async (l) => {
      const [made] = await this.tx
        .insert(intentions)
        .values({
          code: l.id,
          buyerId: this.id(l.buyerId),
          title: l.title,
          quantity: l.quantity,
          unit: l.unit,
          expectedMonth: l.expectedMonth,
          method: l.method,
          procurementItemCode: l.catalogCode2022 && codes.has(l.catalogCode2022) ? l.catalogCode2022 : null,
          budget: l.budgetWan === null ? null : Math.round(l.budgetWan * fenPerWan),
          scenarioId: l.scenarioId ? this.id(l.scenarioId) : null,
          stage: l.stage,
          provenance: l.provenance,
          publishedAt: new Date(`${todayOn()}T09:00:00+08:00`),
        })
        .returning({ id: intentions.id });
      return made!.id;
    });
  }
}
