import type { Tx } from '#db/client.server';
import { hasPrefix } from '#db/like';
import type { intentions, leads, offerings, products, purchases, responses, scenarios } from '#db/schema';

type Coded =
  | typeof intentions
  | typeof leads
  | typeof offerings
  | typeof products
  | typeof purchases
  | typeof responses
  | typeof scenarios;

/**
 * The next public code with this prefix: `P-UAV-` → `P-UAV-13`, at least `digits` digits, never re-used.
 * Call it inside write(), which runs one unit of work at a time.
 */
export async function nextCode(tx: Tx, table: Coded, prefix: string, digits = 2): Promise<string> {
  const rows = await tx
    .select({ code: table.code })
    .from(table as typeof leads)
    .where(hasPrefix(table.code, prefix));
  const numbers = rows.map(({ code }) => Number(code.slice(prefix.length))).filter(Number.isInteger);
  return prefix + String(Math.max(0, ...numbers) + 1).padStart(digits, '0');
}
