import { getLocale } from '~/paraglide/runtime';

type Options = { locale?: string };

/** A word of the page in both languages: what scripts/compact-words.ts makes of a compiled message for browsers. */
export const word =
  (zh: string, en: string) =>
  (_inputs?: unknown, options?: Options): string =>
    (options?.locale ?? getLocale()) === 'zh-CN' ? zh : en;

/** The same with something to fill in. */
export const phrase =
  <T>(zh: (inputs: T) => string, en: (inputs: T) => string) =>
  (inputs: T, options?: Options): string =>
    ((options?.locale ?? getLocale()) === 'zh-CN' ? zh : en)(inputs);
