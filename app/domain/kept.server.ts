import { dataVersion } from '#db/client.server';

const keepForMs = 5_000;

/** Keeps what `load` answers until the data change, and a few seconds longer while they change all the time. */
export function kept<T>(load: () => Promise<T>) {
  let have: { version: string; at: number; value: T } | undefined;
  return {
    async read(): Promise<T> {
      if (have && Date.now() - have.at < keepForMs) return have.value;
      const version = await dataVersion();
      if (have?.version === version) have.at = Date.now();
      else have = { version, at: Date.now(), value: await load() };
      return have.value;
    },
    forget: () => (have = undefined),
  };
}
