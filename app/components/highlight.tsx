export interface TextSegment {
  text: string;
  mark?: boolean;
}

/** Words with what was searched for marked; the plain words when there is nothing to mark. */
export function Highlight({ text, segments }: { text: string; segments?: readonly TextSegment[] | null }) {
  if (!segments || segments.length === 0) return <>{text}</>;
  return (
    <>
      {segments.map((segment, index) =>
        segment.mark ? <mark key={index}>{segment.text}</mark> : <span key={index}>{segment.text}</span>,
      )}
    </>
  );
}

/** The segments of a part of their text: from a character up to another. */
export function segmentsWithin(segments: readonly TextSegment[], from: number, to: number): TextSegment[] {
  let at = 0;
  return segments.flatMap(({ text, mark }) => {
    const start = at;
    at += text.length;
    const cut = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return cut ? [{ text: cut, mark }] : [];
  });
}
