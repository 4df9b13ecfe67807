import { quantitiesOf, quantityWord } from '#search/quantity';
import { fold } from '#search/text.server';
import { vocabulary } from '#search/vocabulary.server';

/** What a value says, the same in whatever unit it is written: 100 kW and 0.1 MW, ≤6 s and ≤6000 ms. */
export function meaningOf(value: string, unit: string | null): string {
  const folded = fold(value).replace(/(?<=\d),(?=\d{3})/g, '');
  if (!unit) {
    return quantitiesOf(folded).reduce(
      (text, one) => text.replace(one.text, one.compare + quantityWord(one)),
      folded,
    );
  }
  let unread = false;
  const words = folded.replace(/\d+(?:\.\d+)?万?/g, (number) => {
    const [one] = quantitiesOf(`${number}${fold(unit)}`);
    unread ||= one === undefined;
    return one ? quantityWord(one) : number;
  });
  return unread ? `${folded}${fold(unit)}` : words;
}

/** Gives names that mean the same (续航, 续航时间) the first of them that was asked for; by the thesaurus in force. */
export async function specificationLines(): Promise<(name: string) => string> {
  const { thesaurus } = await vocabulary();
  const lines = new Map<string, string>();
  return (name) => {
    const plain = fold(name).replace(/\s+/g, '');
    const { equal } = thesaurus.synonymsOf(plain);
    const line = [plain, ...equal].map((word) => lines.get(word)).find(Boolean) ?? plain;
    lines.set(plain, line);
    return line;
  };
}
