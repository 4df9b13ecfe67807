/** A name as it is compared: one width, no case, no spaces, brackets or punctuation. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{S}]/gu, '');

/**
 * Whether a contract names the product and its producer as the snapshot does that it points at (name_match); the model
 * may stand behind the product's name. Null when the contract's names were not recorded.
 */
export function namesMatch(
  contract: { productName: string | null; producerName: string | null },
  snapshot: { name: string; model: string | null; producer: string },
): boolean | null {
  if (contract.productName === null || contract.producerName === null) return null;
  const named = plain(contract.productName);
  const names = [snapshot.name, `${snapshot.name}${snapshot.model ?? ''}`].map(plain);
  return names.includes(named) && plain(contract.producerName) === plain(snapshot.producer);
}
