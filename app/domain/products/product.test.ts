import { expect, test } from 'vitest';
import { overwriteGetLocale } from '~/paraglide/runtime';
import { maturityText } from './product';

test('how ready a product is reads as one phrase in both languages', () => {
  const both = { trl: 9, maturity: '规模化应用' };
  expect(maturityText(both)).toBe('9 级，规模化应用');
  expect(maturityText({ trl: null, maturity: '小批量' })).toBe('小批量');
  expect(maturityText({ trl: null, maturity: null })).toBeNull();
  overwriteGetLocale(() => 'en');
  expect(maturityText(both)).toBe('TRL 9, in wide use');
  expect(maturityText({ trl: null, maturity: '规模化应用' })).toBe('In wide use');
});
