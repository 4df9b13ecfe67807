import { expect, test } from 'vitest';
import { industries, scenarioCategories } from '~/domain/terms';
import { startingGroups } from '#search/thesaurus.server';
import { fold } from '#search/text.server';

const least = 25;
const inArea = (area: string) => startingGroups.filter((group) => group.area === area);

test.each([...industries, ...scenarioCategories])('%s is spoken of in many ways', (area) => {
  const groups = inArea(area);
  expect(groups.length).toBeGreaterThanOrEqual(least);
  const words = groups.flatMap((group) => group.terms);
  expect(words.length).toBeGreaterThanOrEqual(3 * least);
  // by English terms too, not only by those of the lists
  expect(words.filter((word) => /^[a-z]/.test(word)).length).toBeGreaterThanOrEqual(least);
});

test('every group says something, once', () => {
  for (const { area, terms, narrower } of startingGroups) {
    expect(area).not.toBe('');
    expect(new Set(terms).size, terms.join()).toBe(terms.length);
    expect(terms.length + narrower.length, terms.join()).toBeGreaterThan(1);
    expect(
      narrower.filter((word) => terms.includes(word)),
      terms.join(),
    ).toEqual([]);
    for (const word of [...terms, ...narrower]) expect(fold(word)).not.toBe('');
  }
});

test('task words and complaints lead to what answers them', () => {
  const ledTo = (word: string) =>
    startingGroups.filter((group) => group.terms.includes(word)).flatMap((group) => group.narrower);
  expect(ledTo('漏气')).toContain('泄漏');
  expect(ledTo('堵')).toContain('疏通');
  expect(ledTo('坏')).toContain('预测性维护');
  expect(ledTo('招不到人')).toContain('自动化');
});
