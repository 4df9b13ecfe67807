/** Where reported facts were taken from; undefined for what the organisation itself put here and for examples. */
export function reportedSource(provenance: string | null): string | undefined {
  const source = /^public\b[:：]?\s*(.*)$/s.exec(provenance ?? '')?.[1];
  return source
    ?.replace(/\s*[（(]find_string[^）)]*[）)]/g, '')
    .replaceAll(';', '；')
    .trim();
}

/** Whether a row holds reported facts only: no mark, no price, no enquiry. */
export const isReported = (provenance: string | null) => provenance?.startsWith('public') ?? false;
