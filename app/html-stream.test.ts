import { createElement } from 'react';
import { expect, test } from 'vitest';
import { renderToPipeableStream } from 'react-dom/server';
import { withoutPadding } from './html-stream.server';

test('no zero byte gets between the characters of a long page', async () => {
  const text = '场景与三首产品'.repeat(4000);
  for (let shift = 0; shift < 3; shift++) {
    const chunks: Buffer[] = [];
    await new Promise<void>((done, fail) => {
      const { pipe } = renderToPipeableStream(createElement('p', { title: text }, 'x'.repeat(shift), text), {
        onAllReady: () => {
          const body = withoutPadding();
          body.on('data', (chunk: Buffer) => chunks.push(chunk));
          body.on('end', done);
          pipe(body);
        },
        onError: fail,
      });
    });
    const html = Buffer.concat(chunks);
    expect(html.includes(0)).toBe(false);
    expect(html.toString('utf8')).toContain(text);
  }
});
