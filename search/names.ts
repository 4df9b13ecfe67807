import { groupBy, type ItemType } from './item.server';

/** A name that can be completed while it is typed. */
export type Name = {
  type: ItemType;
  id: string;
  /** All but the label in small letters, without accents and the like. */
  code: string;
  label: string;
  folded: string;
  full: string;
  initials: string;
};
type Field = 'code' | 'folded' | 'full' | 'initials';

const perBlock = 512;
const between = '\n';

/** Called with names; `false` says that longer ones beside this one are of no use. */
export type Visit = (name: Name) => boolean | void;

/**
 * Some hundred names, the shortest first, and for each field their texts end to end: one look at that text passes over
 * all of them. For beginnings, the names by their first character.
 */
class Block {
  readonly names: Name[] = [];
  private texts: Partial<Record<Field, { all: string; ends: number[]; byFirst: Map<string, Name[]> }>> = {};

  changed() {
    this.texts = {};
  }

  private of(field: Field) {
    const known = this.texts[field];
    if (known) return known;
    if (!Object.keys(this.texts).length) this.names.sort((a, b) => a.label.length - b.label.length);
    let end = 0;
    const ends = this.names.map((name) => (end += name[field].length + between.length));
    const all = this.names.map((name) => between + name[field]).join('');
    return (this.texts[field] = { all, ends, byFirst: groupBy(this.names, (name) => name[field].charAt(0)) });
  }

  has = (field: Field, words: string) => this.of(field).all.includes(words);

  holding(field: Field, words: string, visit: Visit) {
    const { all, ends } = this.of(field);
    let i = 0;
    for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, ends[i++])) {
      while (ends[i]! <= at) i++;
      if (visit(this.names[i]!) === false) return;
    }
  }

  beginning(field: Field, words: string, visit: Visit) {
    for (const name of this.of(field).byFirst.get(words.charAt(0)) ?? [])
      if (name[field].startsWith(words) && visit(name) === false) return;
  }
}

/** The names of all public items, by id. */
export class Names {
  private readonly blocks: Block[] = [];
  private readonly places = new Map<string, { block: Block; name: Name }>();

  get(id: string): Name | undefined {
    return this.places.get(id)?.name;
  }

  set(name: Name) {
    const before = this.places.get(name.id);
    if (before) before.block.names.splice(before.block.names.indexOf(before.name), 1, name);
    let block = before?.block ?? this.blocks.at(-1);
    if (!block || (!before && block.names.length >= perBlock)) this.blocks.push((block = new Block()));
    if (!before) block.names.push(name);
    block.changed();
    this.places.set(name.id, { block, name });
  }

  delete(id: string) {
    const place = this.places.get(id);
    if (!place) return;
    place.block.names.splice(place.block.names.indexOf(place.name), 1);
    place.block.changed();
    this.places.delete(id);
  }

  /** Whether any name holds these words in that field. */
  some = (field: Field, words: string) => this.blocks.some((block) => block.has(field, words));

  /** Visits the names whose `field` holds these words. */
  holding(field: Field, words: string, visit: Visit) {
    for (const block of this.blocks) block.holding(field, words, visit);
  }

  /** Visits the names whose `field` begins with these words. */
  beginning(field: Field, words: string, visit: Visit) {
    for (const block of this.blocks) block.beginning(field, words, visit);
  }
}
