/** `full`: no disk left · `busy`: others hold it too long · `away`: not reachable or damaged storage below it. */
export type StorageTrouble = 'full' | 'busy' | 'away';

const exact: Record<string, StorageTrouble> = {
  // SQLite and the file system.
  SQLITE_FULL: 'full',
  ENOSPC: 'full',
  EDQUOT: 'full',
  SQLITE_CANTOPEN: 'away',
  EROFS: 'away',
  EIO: 'away',
  // PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html) and the way to it.
  '53100': 'full',
  '25006': 'away',
  UNIT_OF_WORK_LATE: 'busy',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '57014': 'busy', // a statement took longer than it may
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
  '58030': 'away',
  ECONNREFUSED: 'away',
  ECONNRESET: 'away',
  ETIMEDOUT: 'away',
  EPIPE: 'away',
  EHOSTUNREACH: 'away',
  ENOTFOUND: 'away',
  EAI_AGAIN: 'away',
};
/** What the driver says when a connection is lost or does not come about: these errors have no code. */
const withoutCode =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error)/;
const prefixes: [string, StorageTrouble][] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_IOERR', 'away'],
  ['53', 'busy'],
  ['08', 'away'],
];

/**
 * Why the database could not do what it was asked, when that is nobody's fault and may pass; undefined for refusals
 * and bugs. Looks through the wrappers that drivers put around an error.
 */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
  if (!error || typeof error !== 'object') return undefined;
  const { code, cause, message } = error as { code?: unknown; cause?: unknown; message?: unknown };
  if (typeof code === 'string') {
    const known = exact[code] ?? prefixes.find(([start]) => code.startsWith(start))?.[1];
    // A number of PostgreSQL has five characters; '53' begins other codes too.
    if (known && (exact[code] || code.length === 5 || code.startsWith('SQLITE_'))) return known;
  }
  if (code === undefined && typeof message === 'string' && withoutCode.test(message)) return 'away';
  return storageTrouble(cause);
}
