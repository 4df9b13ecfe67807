import { createElement } from 'react';
import { expect, test } from 'vitest';
import { renderToPipeableStream } from 'react-dom/server';
import { wholePage } from './whole-page.server';

test('no zero byte gets between the characters of a long page', async () => {
  const text = '场景与三首产品'.repeat(4000);
  for (let shift = 0; shift < 3; shift++) {
    const html = await new Promise<Uint8Array>((resolve, reject) => {
      const page = renderToPipeableStream(createElement('p', { title: text }, 'x'.repeat(shift), text), {
        onAllReady: () => resolve(wholePage(page)),
        onError: reject,
      });
    });
    expect(html.includes(0)).toBe(false);
    expect(Buffer.from(html).toString()).toContain(text);
  }
});
