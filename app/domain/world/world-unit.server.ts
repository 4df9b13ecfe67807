import { inArray } from 'drizzle-orm';
import type { Tx } from '#db/client.server';
import { type intentions, type organisations, type products, publications, type scenarios } from '#db/schema';
import { batchName, publicationCode } from '~/domain/publications/publication';
import type { WorldFault, WorldRows } from './world-file';

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
  constructor(
    readonly tx: Tx,
    readonly rows: WorldRows,
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

  /** The id of a row that was read before. */
  id = (code: string) => {
    const id = this.ids.get(code);
    if (!id) throw new Error(`${code} was not read before it was pointed at`);
    return id;
  };

  /** Makes a published list, or finds the one that is there; `key` is how its rows name it. */
  async publication(
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
}
