import { expect, test } from 'vitest';
import { readModes } from './modes';

test.each([
  [null, []],
  ['a=1; modes=contrast.elder', ['elder', 'contrast']],
  ['modes=elder%20evil', ['elder']],
  ['modes=%zz', []],
  ['xmodes=elder', []],
])('the cookies %j ask for %j', (header, modes) => {
  expect(readModes(header)).toEqual(modes);
});
