import * as m from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';

/** 统一社会信用代码, GB 32100-2015: no I, O, S, V, Z, because they look like digits. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const confusable: Record<string, string> = { I: '1', O: '0', S: '5', V: 'U', Z: '2' };

export type CreditCodeFault = 'length' | 'letter' | 'character' | 'check';
export type CreditCodeResult =
  { ok: true; code: string } | { ok: false; code: string; fault: CreditCodeFault; at?: string };

/** A code as typed, made plain: full-width folded, spaces and hyphens gone, upper case. */
export const normaliseCreditCode = (typed: string) =>
  typed
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff‐-―-]+/gu, '')
    .toUpperCase();

/** The eighteenth character that belongs to the first seventeen; undefined when one of them is not allowed. */
export function creditCodeCheck(first17: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    sum = (sum + value * weight) % 31;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - sum) % 31];
}

/** Checks a code as typed. The region digits are never judged: regions come and go. */
export function checkCreditCode(typed: string): CreditCodeResult {
  const code = normaliseCreditCode(typed);
  const letter = [...code].find((character) => character in confusable);
  if (letter) return { ok: false, code, fault: 'letter', at: letter };
  const odd = [...code].find((character) => !alphabet.includes(character));
  if (odd) return { ok: false, code, fault: 'character', at: odd };
  if (code.length !== 18) return { ok: false, code, fault: 'length' };
  if (creditCodeCheck(code.slice(0, 17)) !== code[17]) return { ok: false, code, fault: 'check' };
  return { ok: true, code };
}

/** What is wrong with a code, in words that help to mend it; undefined when it is right. */
export function creditCodeMessage(typed: string, locale = getLocale()): string | undefined {
  const result = checkCreditCode(typed);
  if (result.ok) return undefined;
  switch (result.fault) {
    case 'letter':
      return m.catalogue_credit_letter(
        { letter: result.at ?? '', instead: confusable[result.at ?? ''] ?? '' },
        { locale },
      );
    case 'character':
      return m.catalogue_credit_character({ character: result.at ?? '' }, { locale });
    case 'length':
      return m.catalogue_credit_length({ length: [...result.code].length }, { locale });
    case 'check':
      return m.catalogue_credit_check({}, { locale });
  }
}
