const apart = /([（(](?:示例|example)[）)]|(?:股份)?有限(?:责任)?公司$)/i;

/** An organisation's name. The note that it is an example is kept, quietly; 有限责任公司 at its end is never cut. */
export function OrganisationName({ name }: { name: string }) {
  return (
    <>
      {name.split(apart).map((part, index) => {
        if (index === 0 || part === '') return part;
        const isNote = index % 2 === 1 && !part.endsWith('公司');
        return (
          <span key={index} className={isNote ? 'eg' : 'nowrap'}>
            {part}
          </span>
        );
      })}
    </>
  );
}
