import { createHmac, randomBytes } from 'node:crypto';
import { todayOn } from '../calendar';

/** Who asks: the network a request comes from and, when somebody is signed in, their account. */
export type Asker = { network: string; account?: string };

const newDay = (on: string) => ({
  on,
  key: randomBytes(32),
  seen: new Set<string>(),
  told: new Map<string, number>(),
});
/** A day's askers as digests under a key of that day; neither ever leaves this process's memory. */
let day = newDay('');
/** Beyond so many nothing more is counted that day: a flood is not worth its memory. */
const most = 200_000;

/**
 * The how-manieth to ask for this today somebody is, 0 for who has asked before. All who are not signed in count as one
 * asker of their network, and whoever signs in after asking, or asks on after signing out, is not counted anew.
 * Each process remembers for itself.
 */
export function newAsker(what: string, { network, account }: Asker, on = todayOn()): number {
  if (day.on !== on) day = newDay(on);
  const { key, seen, told } = day;
  const digest = (...who: string[]) =>
    createHmac('sha256', key)
      .update(JSON.stringify([what, ...who]))
      .digest('base64');
  const anybody = digest(network);
  const unknown = digest(network, 'not signed in');
  const own = account === undefined ? unknown : digest('account', account);
  const known = seen.has(own) || seen.has(account === undefined ? anybody : unknown);
  if (known || seen.size >= most) return 0;
  seen.add(anybody).add(own);
  const nth = (told.get(what) ?? 0) + 1;
  told.set(what, nth);
  return nth;
}
