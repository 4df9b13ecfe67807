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
