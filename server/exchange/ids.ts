// Ids that people can read, from names: letters and digits of any script, each once.
import { idCharacters, parseId } from '../plan/scalars/id.ts';

/** Words that a long id does without. */
const fillers: ReadonlySet<string> = new Set(
  'a an the of and or for to in on at by with from as is are be its their our der die das und von für de la le les des du et el los y'.split(
    ' ',
  ),
);

const longestPlain = 32;
const longestId = 40;
const longestHan = 16;
const wordShape = /[\p{L}\p{M}\p{N}_\u200c-\u200d]+(?:[.'’][\p{L}\p{M}\p{N}_]+)*/gu;
const numbering = /^\s*(?:\d+(?:\.\d+)+\.?|\d+[.)])\s+(?=\S)/;

/** The id that a name suggests; '' where it has neither letters nor digits. */
export function slug(name: string): string {
  const plain = name.normalize().replace(numbering, '');
  const words = (plain.match(wordShape) ?? []).map((word) => tidy(word));
  const whole = words.join('-');
  if (whole.length <= longestPlain) return whole;
  const telling = words.filter((word) => !fillers.has(word));
  const kept: string[] = [];
  for (const word of telling.length > 0 ? telling : words) {
    if (kept.length > 0 && [...kept, word].join('-').length > longestId) break;
    kept.push(cut(word));
  }
  return kept.join('-');
}

/** Small letters; an apostrophe falls away, a point stays between digits only. */
function tidy(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/(?<!\p{N})\.|\.(?!\p{N})/gu, '-');
}

function cut(word: string): string {
  const most = /\p{Script=Han}/u.test(word) ? longestHan : longestId;
  return [...word].slice(0, most).join('');
}

/** What an id is made for. */
export interface Named {
  /** An id from the file; kept where it is a good one and free. */
  readonly id?: string;
  readonly name: string;
  /** Position of what holds it; -1: nothing. Holders come before what they hold. */
  readonly holder: number;
}

/**
 * One id for each, in order. Names that several have are told apart by what holds them (`design-review`, `build-review`), else by a number.
 * `fallback` names what has no letters.
 */
export function idsOf(
  things: readonly Named[],
  fallback: string,
  taken: ReadonlySet<string> = new Set(),
): readonly string[] {
  const slugs = things.map(({ name }) => slug(name) || fallback);
  const counts = new Map<string, number>();
  for (const one of slugs) counts.set(one, (counts.get(one) ?? 0) + 1);
  const used = new Set(taken);
  const last = new Map<string, number>();
  const kept = things.map(({ id }) => {
    const good = id !== undefined && isId(id) && !used.has(id.normalize()) ? id.normalize() : undefined;
    if (good !== undefined) used.add(good);
    return good;
  });
  const ids: string[] = [];
  things.forEach(({ holder }, index) => {
    const own = kept[index];
    if (own !== undefined) {
      ids.push(own);
      return;
    }
    const plain = slugs[index] ?? fallback;
    const around = ids[holder];
    const isShared = (counts.get(plain) ?? 0) > 1 || used.has(plain);
    const told = around === undefined ? plain : `${shortened(around)}-${plain}`;
    ids.push(firstFree(isShared && told.length <= longestId ? told : plain, used, last));
  });
  return ids;
}

const id = new RegExp(`^${idCharacters}+$`, 'u');

function isId(text: string): boolean {
  return id.test(text) && parseId(text).ok;
}

/** The first words of an id. */
function shortened(text: string): string {
  const [first = '', ...rest] = text.split('-');
  return rest.reduce(
    (whole, word) => (whole.length + word.length < 20 && whole.endsWith(word) === false ? `${whole}-${word}` : whole),
    first,
  );
}

/** `last`: the number that was tried last, by what was wanted; many of one name don't all begin with 2. */
function firstFree(wanted: string, used: Set<string>, last: Map<string, number>): string {
  let free = wanted;
  for (let number = last.get(wanted) ?? 1; used.has(free); last.set(wanted, number)) {
    number += 1;
    free = `${wanted}-${number}`;
  }
  used.add(free);
  return free;
}
