/** Readers for the deployment files that have no parser among our packages: enough to check what we write. */

export type Instruction = { name: string; rest: string; line: number };

/** The instructions of a Dockerfile, continued lines joined, comments and empty lines left out. */
export function readDockerfile(text: string): Instruction[] {
  const found: Instruction[] = [];
  let open: Instruction | undefined;
  text.split('\n').forEach((raw, at) => {
    if (/^\s*#/.test(raw) || !raw.trim()) return;
    const [, body, more] = /^(.*?)\s*(\\)?$/.exec(raw) as unknown as [string, string, string | undefined];
    if (open) open.rest += ` ${body.trim()}`;
    else {
      const [, name, rest] = /^([A-Za-z]+)\s+(.*)$/.exec(body) ?? [];
      if (!name) throw new Error(`line ${at + 1} of the Dockerfile is no instruction: ${raw}`);
      open = { name: name.toUpperCase(), rest: rest ?? '', line: at + 1 };
    }
    if (!more) {
      found.push(open);
      open = undefined;
    }
  });
  if (open) throw new Error('the Dockerfile ends in the middle of an instruction');
  return found;
}

/** The sections of a systemd unit: section → key → values in order. Throws for a line that is neither. */
export function readUnit(text: string): Map<string, Map<string, string[]>> {
  const sections = new Map<string, Map<string, string[]>>();
  let section: Map<string, string[]> | undefined;
  text.split('\n').forEach((raw, at) => {
    const line = raw.trim();
    if (!line || line.startsWith('#') || line.startsWith(';')) return;
    const head = /^\[(\w+)\]$/.exec(line)?.[1];
    if (head) {
      section = sections.get(head) ?? new Map<string, string[]>();
      sections.set(head, section);
      return;
    }
    const [, key, value] = /^([A-Z]\w+)=(.*)$/.exec(line) ?? [];
    if (!key || !section)
      throw new Error(`line ${at + 1} of the unit is neither a section nor a setting: ${raw}`);
    section.set(key, [...(section.get(key) ?? []), value ?? '']);
  });
  return sections;
}

/** The directives of a Caddyfile with their depth; throws when the braces do not match. */
export function readCaddyfile(text: string): { depth: number; words: string[] }[] {
  const found: { depth: number; words: string[] }[] = [];
  let depth = 0;
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (!line || line.startsWith('#')) continue;
    if (line === '}') {
      if (--depth < 0) throw new Error('the Caddyfile closes a block that is not open');
      continue;
    }
    const opens = line.endsWith(' {');
    found.push({ depth, words: line.replace(/ \{$/, '').split(/\s+/) });
    if (opens) depth++;
  }
  if (depth) throw new Error('the Caddyfile leaves a block open');
  return found;
}
