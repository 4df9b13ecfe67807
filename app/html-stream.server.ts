import { Transform } from 'node:stream';

/**
 * React 18 writes its whole buffer when a character of several bytes does not fit at its end, and with it
 * the zeros it did not fill: between two 汉字 of a page, now and then. No page holds a zero byte of its own.
 */
export function withoutPadding() {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
    flush: (done) => done(),
  });
}
