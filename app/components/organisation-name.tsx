/** An organisation's name. The note that it is an example is kept, quietly; 有限公司 behind it is never cut. */
export function OrganisationName({ name }: { name: string }) {
  const parts = name.split(/([（(](?:示例|example)[）)])/i);
  if (parts.length === 1) return <>{name}</>;
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <span key={index} className="eg">
            {part}
          </span>
        ) : index > 0 && part ? (
          <span key={index} className="nowrap">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </>
  );
}
