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

/** Requests per second that `connections` clients get in `seconds`, each asking again at once. */
export async function throughput(url: string, connections: number, seconds: number): Promise<number> {
  let done = 0;
  const until = performance.now() + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      await timed(url);
      done++;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  return done / seconds;
}

/** Bytes (gzip) of all scripts that a page loads before it is interactive. */
export async function scriptBytes(page: string): Promise<number> {
  const html = await (await fetch(page)).text();
  const urls = new Set([...html.matchAll(/["'](\/assets\/[^"']+\.js)["']/g)].map((x) => x[1]!));
  let bytes = 0;
  const preloaded = new Set(
    [...html.matchAll(/<link rel="modulepreload" href="([^"]+)"/g)].map((x) => x[1]!),
  );
  const imported = new Set(
    [...html.matchAll(/import(?:\s+\*\s+as\s+\w+\s+from)?\s*\(?\s*"(\/assets\/[^"]+\.js)"/g)].map(
      (x) => x[1]!,
    ),
  );
  for (const url of urls) {
    if (!preloaded.has(url) && !imported.has(url)) continue;
    const script = await fetch(new URL(url, page));
    bytes += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  return bytes;
}
