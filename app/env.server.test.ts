import { expect, test } from 'vitest';
import { readEnv } from './env.server';

const secret = 'x'.repeat(32);

test('production without settings names every missing key', () => {
  expect(() => readEnv({ NODE_ENV: 'production', MEILI_HOST: 'http://127.0.0.1:7700', PORT: 'abc' })).toThrow(
    /PORT[\s\S]*|SESSION_SECRET[\s\S]*MEILI_KEY/,
  );
  expect(() => readEnv({ NODE_ENV: 'production', MEILI_HOST: 'http://127.0.0.1:7700' })).toThrow(
    /SESSION_SECRET is required in production\n {2}MEILI_KEY is required/,
  );
});

test('a secret under 32 characters is refused everywhere', () => {
  expect(() => readEnv({ SESSION_SECRET: 'short' })).toThrow(/SESSION_SECRET must have at least 32/);
});

test('empty settings are as if absent, and the site listens on loopback', () => {
  const env = readEnv({ NODE_ENV: 'production', SESSION_SECRET: secret, SITE_URL: '', MEILI_HOST: '' });
  expect(env).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DATA_DIR: './data', TRUST_PROXY: false });
  expect(env.SITE_URL).toBeUndefined();
});

test('an address that is not http is refused', () => {
  expect(() => readEnv({ SITE_URL: 'javascript:alert(1)' })).toThrow(/SITE_URL/);
});
