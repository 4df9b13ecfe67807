import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs the same script in `count` real processes at once, on the database of this test. Each waits until all have
 * loaded what they need. Returns what each printed, line by line. Throws with a process's own words when it fails.
 */
export async function inProcesses(count: number, imports: string, script: string): Promise<string[][]> {
  const program = `${imports}; console.log('loaded'); await new Promise((go) => process.stdin.once('data', go)); ${script}; process.exit(0);`;
  const all = Array.from({ length: count }, () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk) => (said.out += String(chunk)));
    child.stderr.on('data', (chunk) => (said.err += String(chunk)));
    return { child, said, loaded: once(child.stdout, 'data'), closed: once(child, 'close') };
  });
  await Promise.all(all.map(({ loaded, closed }) => Promise.race([loaded, closed])));
  for (const { child } of all) child.stdin.write('go\n');
  return Promise.all(
    all.map(async ({ closed, said }) => {
      const [code] = (await closed) as [number];
      if (code !== 0) throw new Error(said.err || said.out);
      return said.out.split('\n').filter((line) => line && line !== 'loaded');
    }),
  );
}
