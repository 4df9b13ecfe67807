import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

export const manifestName = 'manifest.json';
export const sumsName = 'SHA256SUMS';
/** What a backup is called where the files of visitors lie, and the folder under DATA_DIR they come from. */
export const filesName = 'files';
export const filesFolder = () => path.join(process.env.DATA_DIR ?? './data', filesName);

const Manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  dialect: z.enum(['sqlite', 'postgresql']),
  /** hashes of the migrations that the database had, in order */
  migrations: z.array(z.string()),
  /** table → rows, as of the moment of the backup */
  rows: z.record(z.string(), z.number().int().min(0)),
  /** paths relative to the backup, with `/` */
  files: z.array(
    z.object({ path: z.string(), bytes: z.number().int().min(0), sha256: z.string().length(64) }),
  ),
  /** `restored`: the copy was opened and counted · `read`: only read to its end, for want of the right to try it */
  verified: z.enum(['restored', 'read']),
});
export type Manifest = z.infer<typeof Manifest>;

/** The name of the database's file in a backup. */
export const databaseName = (dialect: Manifest['dialect']) =>
  dialect === 'sqlite' ? 'database.sqlite' : 'database.dump';

/** A backup that must not be trusted: says why. */
export class BadBackup extends Error {
  override name = 'BadBackup';
}

export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Every file below a folder, as paths relative to it, in order; none when there is no such folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Sees a file or a folder's list of names down to the disk. */
export async function onDisk(place: string): Promise<void> {
  const opened = await open(place, 'r');
  await opened.sync();
  await opened.close();
}

/** Sees everything below a folder, and the folder itself, down to the disk. */
export async function treeOnDisk(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() || entry.isDirectory()) await onDisk(path.join(entry.parentPath, entry.name));
  await onDisk(folder);
}

/** Copies a file, making the folders above it. */
export async function copyInto(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true });
  await copyFile(from, to);
}

/** Writes the manifest and SHA256SUMS, which `sha256sum -c` understands. */
export async function seal(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const sums = [
    ...manifest.files.map((file) => `${file.sha256}  ${file.path}`),
    `${digest(text)}  ${manifestName}`,
  ];
  await writeFile(path.join(folder, manifestName), text, { flag: 'wx', mode: 0o600 });
  await writeFile(path.join(folder, sumsName), `${sums.join('\n')}\n`, { flag: 'wx', mode: 0o600 });
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** The manifest of a backup all of whose files are as they were made. Throws `BadBackup` for any other. */
export async function readBackup(folder: string): Promise<Manifest> {
  const read = (name: string) =>
    readFile(path.join(folder, name), 'utf8').catch(() => {
      throw new BadBackup(`${path.join(folder, name)} is missing: this is no backup, or not a whole one`);
    });
  const [text, sums] = [await read(manifestName), await read(sumsName)];
  if (!sums.includes(`${digest(text)}  ${manifestName}`))
    throw new BadBackup(`${manifestName} is not as it was written`);
  const parsed = Manifest.safeParse(JSON.parse(text));
  if (!parsed.success) throw new BadBackup(`${manifestName} is of a kind that this version does not know`);
  for (const file of parsed.data.files) await checkFile(folder, file);
  return parsed.data;
}

async function checkFile(folder: string, file: Manifest['files'][number]) {
  const place = path.resolve(folder, file.path);
  if (!place.startsWith(path.resolve(folder) + path.sep)) throw new BadBackup(`${file.path} lies outside`);
  const bytes = await stat(place).then(
    ({ size }) => size,
    () => undefined,
  );
  if (bytes === undefined) throw new BadBackup(`${file.path} is missing`);
  if (bytes !== file.bytes)
    throw new BadBackup(`${file.path} has ${bytes} bytes instead of ${file.bytes}: cut off?`);
  if ((await sha256(place)) !== file.sha256)
    throw new BadBackup(`${file.path} is damaged: its SHA-256 is another`);
}
