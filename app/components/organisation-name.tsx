import { Highlight, segmentsWithin, type TextSegment } from './highlight';

const apart = /([（(](?:示例|example)[）)]|(?:股份)?有限(?:责任)?公司$)/i;

export interface OrganisationNameProps {
  name: string;
  /** The name in pieces, with what was searched for marked. */
  segments?: readonly TextSegment[];
}

/** An organisation's name. The note that it is an example is kept, quietly; 有限责任公司 at its end is never cut. */
export function OrganisationName({ name, segments }: OrganisationNameProps) {
  let end = 0;
  return (
    <>
      {name.split(apart).map((part, index) => {
        const from = end;
        end += part.length;
        if (part === '') return null;
        const words = segments ? (
          <Highlight key={index} text={part} segments={segmentsWithin(segments, from, end)} />
        ) : (
          part
        );
        if (index === 0) return words;
        const isNote = index % 2 === 1 && !part.endsWith('公司');
        return (
          <span key={index} className={isNote ? 'eg' : 'nowrap'}>
            {words}
          </span>
        );
      })}
    </>
  );
}
