const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const opening = /[（(《“‘〔[]$/u;
const closing = /^[）)》”’〕\]，。、：；！？,.:;!?%℃]/u;
const latin = /[\p{Script=Latin}\p{N}.+\-_/]$/u;

/** A Chinese title cut where a line may end: between words, brackets kept whole. For the server only. */
export function titleWords(title: string): string[] {
  const words: string[] = [];
  let depth = 0;
  for (const { segment } of segmenter.segment(title)) {
    const last = words.at(-1);
    const glue =
      last !== undefined &&
      (depth > 0 ||
        opening.test(last) ||
        closing.test(segment) ||
        segment.trim() === '' ||
        (latin.test(last) && /^[\p{Script=Latin}\p{N}.+\-_/]/u.test(segment)) ||
        // A single character never stands alone at the end of a line.
        (/^\p{Script=Han}$/u.test(segment) && /\p{Script=Han}$/u.test(last)));
    if (glue) words[words.length - 1] = last + segment;
    else words.push(segment);
    if (/[（(]/.test(segment)) depth += 1;
    if (/[）)]/.test(segment)) depth = Math.max(0, depth - 1);
  }
  return words;
}
