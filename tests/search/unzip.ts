import { inflateRawSync } from 'node:zlib';

/** The texts of every file in a zip, read by its central directory: to look into spreadsheets. */
export function unzipTexts(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files = zip.readUInt16LE(end + 10);
  const texts: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let n = 0; n < files; n++) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const stored = zip.subarray(from, from + size);
    texts.push((method === 8 ? inflateRawSync(stored) : stored).toString());
    at += 46 + name + extra + comment;
  }
  return texts;
}
