import { readCookie } from '~/cookies';

/** Ways to show every page: larger (elder) and with more contrast. */
export const modes = ['elder', 'contrast'] as const;
export type Mode = (typeof modes)[number];

export function isMode(value: unknown): value is Mode {
  return modes.some((mode) => mode === value);
}

/** The modes chosen by the reader, from the `modes` cookie. */
export function readModes(cookieHeader: string | null | undefined): Mode[] {
  const chosen = readCookie(cookieHeader, 'modes')?.split(/[\s.]+/) ?? [];
  return modes.filter((mode) => chosen.includes(mode));
}
