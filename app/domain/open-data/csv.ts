type Cell = string | number | null | undefined;

/** A spreadsheet must not take a text for a formula: such a text gets an apostrophe in front. */
const guarded = (text: string) => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function field(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guarded(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The mark that lets spreadsheets read a file as UTF-8. */
export const csvStart = '\ufeff';

/** One line of CSV (RFC 4180). */
export const csvLine = (row: readonly Cell[]) => `${row.map(field).join(',')}\r\n`;

/** A table as CSV, readable by spreadsheets. */
export const toCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]) =>
  csvStart + [head, ...rows].map(csvLine).join('');
