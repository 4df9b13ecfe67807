import { gzipSync } from 'node:zlib';

/** The value below which `share` of the samples lie. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Runs a request to its last byte and returns the milliseconds; anything but 200 is an error. */
export async function timed(url: string, init?: RequestInit): Promise<number> {
  const from = performance.now();
  const response = await fetch(url, {
    ...init,
    headers: { 'Accept-Encoding': 'identity', ...init?.headers },
  });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return performance.now() - from;
}

/** Requests per second that four clients get in `seconds`, each asking again at once. */
export async function throughput(url: string, seconds: number, init?: RequestInit): Promise<number> {
  let done = 0;
  const until = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      await timed(url, init);
      done++;
    }
  };
  await Promise.all(Array.from({ length: 4 }, client));
  return done / seconds;
}

/** Bytes (gzip) of all scripts that a page preloads or imports, and of those that they import in turn. */
export async function scriptBytes(page: string): Promise<number> {
  const html = await (await fetch(page)).text();
  const links = [...html.matchAll(/<link\b[^>]*modulepreload[^>]*>/g)].map((x) => x[0]);
  const inline = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((x) => x[1] ?? '');
  const named = [...links, ...inline.filter((text) => text.includes('import '))].join('\n');
  const waiting = [...named.matchAll(/\/assets\/[\w.$-]+\.js/g)].map((x) => new URL(x[0], page).href);
  const seen = new Set<string>();
  let bytes = 0;
  for (let url = waiting.pop(); url; url = waiting.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
    const text = await answer.text();
    bytes += gzipSync(text).length;
    for (const [, file] of text.matchAll(/(?:from|import)\s*"(\.\/[^"]+\.js)"/g))
      waiting.push(new URL(file!, url).href);
  }
  return bytes;
}
