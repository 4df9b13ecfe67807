import type { ReactNode } from 'react';

export type TagTone = 'neutral' | 'ok' | 'warn' | 'info' | 'danger' | 'line';

/** A state in a word on a wash; the word carries the meaning. */
export function Tag({ tone = 'neutral', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={tone === 'neutral' ? 'tag' : `tag ${tone}`}>{children}</span>;
}
