import { AsyncResource } from 'node:async_hooks';
import { find, type Found } from '#search/find.server';
import writeExcelFile from 'write-excel-file/node';
import { formatDate, formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { todayOn } from '../calendar';
import { csvLine, csvStart } from '../open-data/csv';
import { productKindLabel } from '../products/product';
import type { ProductRowData } from '../products/product-row';
import { listProductRows } from '../products/product-rows.server';
import { scenarioStatusLabel } from '../scenarios/scenario';
import { deadlineCell } from '../scenarios/deadline';
import type { ScenarioRowData } from '../scenarios/scenario-row';
import { listScenarioRows } from '../scenarios/scenario-rows.server';
import { termLabel } from '../terms';
import { directoryTypes, type DirectoryQuery } from './directory-query';
import { directoryCells, directoryHead, type Cell } from './export-directory.server';
import { filtersOf } from './search.server';
import type { SearchQuery } from './search-query';

/** How many rows one file has at most. */
export const mostExported = 2_000;
const batch = 100;

const yuan = (fen: number | null) => (fen === null ? null : fen / 100);
const term = (value: string | null) => (value ? termLabel(value) : null);

const productHead = () => [
  m.export_code(),
  m.export_name(),
  m.site_choice_kind(),
  m.export_organisation(),
  m.site_choice_district(),
  m.site_choice_industry(),
  m.site_choice_maturity(),
  m.export_specifications(),
  m.export_recognised_until(),
  m.export_price_min(),
  m.export_price_max(),
  m.export_price_unit(),
  m.export_address(),
];
const productCells = (row: ProductRowData, site: string): Cell[] => [
  row.code,
  row.name,
  productKindLabel(row.kind),
  row.organisationName,
  term(row.district),
  term(row.industry),
  term(row.maturity),
  row.specs.map(({ label, value }) => `${label} ${value}`).join(m.site_list_comma()),
  row.recognition && !row.recognition.onNotice ? row.recognition.validUntilOn : null,
  yuan(row.priceMin),
  yuan(row.priceMax),
  row.priceUnit,
  site + paths.product(row.code),
];

const scenarioHead = () => [
  m.export_code(),
  m.export_title(),
  m.site_choice_category(),
  m.export_organisation(),
  m.site_choice_district(),
  m.export_budget(),
  m.export_deadline(),
  m.site_choice_status(),
  m.export_address(),
];
const scenarioCells = (row: ScenarioRowData, site: string): Cell[] => [
  row.code,
  row.title,
  term(row.category),
  row.organisationName,
  term(row.district),
  yuan(row.budget),
  deadlineCell(row.deadlineOn, row.deadlineGranularity),
  scenarioStatusLabel(row.status),
  site + paths.scenario(row.code),
];

/** How far a row answers the words: words of the search may be met in part only. */
const matchHead = ({ q }: SearchQuery) => (q ? [m.export_match(), m.export_lacks()] : []);
function matchCells({ q }: SearchQuery, { reasons, partly }: Found, id: string): Cell[] {
  if (!q) return [];
  if (!reasons[id]) return [null, null];
  const lacks = partly[id];
  return lacks ? [m.site_partly(), lacks.join(m.site_list_comma())] : [m.export_match_whole(), null];
}
/** What a file is of: any tab of the search page. */
type Exported = SearchQuery | DirectoryQuery;
const isListed = (query: Exported): query is DirectoryQuery =>
  directoryTypes.some((type) => type === query.type);

const headOf = (query: Exported) =>
  isListed(query)
    ? directoryHead(query)
    : [...(query.type === 'product' ? productHead() : scenarioHead()), ...matchHead(query)];

/** The rows of a search, a batch at a time and at most `mostExported`. Each batch costs up to five statements. */
async function* exportedRows(query: Exported, site: string): AsyncGenerator<Cell[][]> {
  if (isListed(query)) {
    yield await directoryCells(query, site, mostExported);
    return;
  }
  const today = todayOn();
  for (let offset = 0; offset < mostExported; offset += batch) {
    const found = await find({
      type: query.type,
      q: query.q,
      filters: filtersOf(query),
      without: query.without,
      sort: query.sort,
      limit: batch,
      offset,
    });
    const match = (row: { id: string }) => matchCells(query, found, row.id);
    yield query.type === 'product'
      ? (await listProductRows(found.ids, today)).map((row) => [...productCells(row, site), ...match(row)])
      : (await listScenarioRows(found.ids, today)).map((row) => [...scenarioCells(row, site), ...match(row)]);
    if (offset + batch >= found.total) return;
  }
}

/** What the file holds, its conditions, its day and its limit: the line above the head. */
const about = (sentence: string) =>
  m.export_about({
    sentence,
    date: formatDate(todayOn()),
    most: formatNumber(mostExported),
  });

/** A search as CSV, sent as it is read. `sentence` says what was searched for, `site` is the public address. */
export function exportCsv(query: Exported, sentence: string, site: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rows = exportedRows(query, site);
  // A stream is read outside the request, which knows the language.
  const nextRows = AsyncResource.bind(() => rows.next());
  const start = csvStart + csvLine([about(sentence)]) + csvLine(headOf(query));
  let begun = false;
  return new ReadableStream({
    async pull(controller) {
      if (!begun) {
        begun = true;
        controller.enqueue(encoder.encode(start));
        return;
      }
      const next = await nextRows();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value.map(csvLine).join('')));
    },
    async cancel() {
      await rows.return(undefined);
    },
  });
}

/** The same as an XLSX file. Cells are texts and numbers, never formulas. */
export async function exportXlsx(query: Exported, sentence: string, site: string): Promise<Buffer> {
  const all: Cell[][] = [];
  for await (const rows of exportedRows(query, site)) all.push(...rows);
  const text = (value: string, fontWeight?: 'bold') => ({ value, type: String, fontWeight });
  return writeExcelFile(
    [
      [text(about(sentence))],
      headOf(query).map((name) => text(name, 'bold')),
      ...all.map((row) =>
        row.map((cell) =>
          cell === null ? null : typeof cell === 'number' ? { value: cell, type: Number } : text(cell),
        ),
      ),
    ],
    { stickyRowsCount: 2 },
  ).toBuffer();
}
