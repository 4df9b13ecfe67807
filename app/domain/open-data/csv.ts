type Cell = string | number | null | undefined;

/** A spreadsheet must not take a text for a formula: such a text gets an apostrophe in front. */
const guarded = (text: string) => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function field(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guarded(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV (RFC 4180), with the mark that lets spreadsheets read it as UTF-8. */
export const toCsv = (head: readonly string[], rows: readonly (readonly Cell[])[]) =>
  `\ufeff${[head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
