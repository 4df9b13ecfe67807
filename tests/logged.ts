import { format } from 'node:util';
import { afterEach, beforeEach, expect, vi } from 'vitest';

/** What libraries say of themselves: of their next major version, and of the stub in which components are tested. */
const ofLibraries = [
  /React Router Future Flag Warning/,
  /useLayoutEffect does nothing on the server[\s\S]*RemixStub/,
];

/** What the test that runs now has logged as an error or a warning, without what it has asked for. */
let logged: string[] = [];

/** Says that the running test makes the site log this: a text, or a pattern, that one of the lines must hold. */
export function expectLogged(what: string | RegExp): void {
  const at = logged.findIndex((line) => (typeof what === 'string' ? line.includes(what) : what.test(line)));
  expect(at, `nothing logged holds ${String(what)}:\n${logged.join('\n')}`).toBeGreaterThanOrEqual(0);
  logged.splice(at, 1);
}

beforeEach(() => {
  logged = [];
  for (const level of ['error', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => void logged.push(format(...words)));
});

afterEach(() => {
  const left = logged.filter((line) => !ofLibraries.some((one) => one.test(line)));
  logged = [];
  expect(left, 'logged, and not expected with expectLogged()').toEqual([]);
});
