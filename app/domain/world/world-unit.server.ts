import { and, eq, inArray, isNotNull, max } from 'drizzle-orm';
import type { Tx } from '#db/client.server';
import {
  type intentions,
  type organisations,
  type products,
  publications,
  type recognitions,
  type scenarios,
} from '#db/schema';
import { batchName, publicationCode } from '~/domain/publications/publication';
import type { KnownWorld, WorldFault, WorldRows } from './world-file';

/** What became of a world file. */
export type ImportReport = {
  ok: boolean;
  faults: WorldFault[];
  /** rows added and rows whose code was there already (left as they are: somebody may have edited them) */
  added: Record<string, number>;
  present: Record<string, number>;
};
/** Called while it goes on. */
export type Progress = (list: string, done: number, total: number) => void;

export const fenPerYuan = 100;
export const fenPerWan = 1_000_000;
/** Sample decisions name no real authority. */
export const exampleAuthority = '认定机关（示例）';

/** One import inside one unit of work: codes are resolved to ids as the lists are read. */
export class WorldUnit {
  readonly ids = new Map<string, string>();
  readonly publicationIds = new Map<string, string>();
  private readonly lastRows = new Map<string, number>();
  constructor(
    readonly tx: Tx,
    readonly rows: WorldRows,
    private readonly known: KnownWorld,
    private readonly report: ImportReport,
    private readonly onProgress?: Progress,
  ) {}

  /** Runs `add` for each row whose code is not in the table yet and remembers every row's id. */
  async each<R extends { id: string }>(
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

  /** The id of an organisation or a scenario that was read before, or was there already. */
  organisation = (code: string) => this.id(code, this.known.organisations.get(code)?.id);
  scenario = (code: string) => this.id(code, this.known.scenarios.get(code));
  private id(code: string, known: string | undefined) {
    const id = this.ids.get(code) ?? known;
    if (!id) throw new Error(`${code} was not read before it was pointed at`);
    return id;
  }

  /** The number of the next row of a list: rows of earlier imports keep theirs. */
  async nextRow(table: typeof scenarios | typeof recognitions, key: string): Promise<number> {
    const publicationId = this.publicationIds.get(key)!;
    let last = this.lastRows.get(publicationId);
    if (last === undefined) {
      const [row] = await this.tx
        .select({ last: max(table.rowNumber) })
        .from(table as typeof scenarios)
        .where(eq(table.publicationId, publicationId));
      last = row?.last ?? 0;
    }
    this.lastRows.set(publicationId, last + 1);
    return last + 1;
  }

  /** The lists of a kind that earlier imports made. */
  importedLists = (kind: 'scenario-list' | 'catalogue') =>
    this.tx
      .select({
        id: publications.id,
        year: publications.year,
        sequence: publications.sequence,
        issuedOn: publications.issuedOn,
      })
      .from(publications)
      .where(and(eq(publications.kind, kind), isNotNull(publications.provenance)));

  /** The number after the last of a kind's lists in a year, whoever made them. */
  async nextSequence(kind: 'scenario-list' | 'catalogue', year: number): Promise<number> {
    const [row] = await this.tx
      .select({ last: max(publications.sequence) })
      .from(publications)
      .where(and(eq(publications.kind, kind), eq(publications.year, year)));
    return (row?.last ?? 0) + 1;
  }

  /** Makes a published list; `key` is how its rows name it. */
  async publication(
    key: string,
    kind: 'scenario-list' | 'catalogue',
    year: number,
    sequence: number,
    issuedOn: string,
    validUntilOn: string | null,
  ) {
    const code = publicationCode(kind, year, sequence);
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
}
