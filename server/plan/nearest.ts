// "Did you mean": the known word that is nearest to what was written.

/** Longer words are compared with nothing: nobody types them by hand. */
const longest = 64;

/**
 * The nearest of the words, by optimal string alignment (insert, delete, replace, swap neighbours), case ignored;
 * undefined where none is near enough: one edit up to 4 characters, two up to 8, three beyond, and never more than `most`.
 */
export function nearest(written: string, words: readonly string[], most = 3): string | undefined {
  if (written.length > longest) return undefined;
  const from = folded(written);
  const allowed = Math.min(most, from.length <= 1 ? 0 : from.length <= 4 ? 1 : from.length <= 8 ? 2 : 3);
  const rows = [new Uint8Array(longest + 2), new Uint8Array(longest + 2), new Uint8Array(longest + 2)] as const;
  let best: string | undefined;
  let least = allowed + 1;
  for (let place = 0; place < words.length; place++) {
    const word = words[place] ?? '';
    if (Math.abs(word.length - written.length) > least + 2 || word.length > longest) continue;
    const to = folded(word);
    if (Math.abs(to.length - from.length) >= least) continue;
    // Nearer than by one edit is only the same.
    if (least === 1 && to !== from) continue;
    const edits = distance(from, to, least, rows);
    // Replacing every character is no likeness.
    if (edits < least && edits < Math.max(from.length, to.length)) {
      least = edits;
      best = word;
    }
  }
  return best;
}

/** A word as it compares with others. (Folding costs more than comparing; most ids need none.) */
export function folded(word: string): string {
  return isFolded.test(word) ? word : word.normalize().toLowerCase();
}

/** ASCII without capitals. */
const isFolded = /^[\x20-\x40\x5b-\x7e]*$/;

type Rows = readonly [before: Uint8Array, previous: Uint8Array, row: Uint8Array];

/** The number of edits between two texts, or at least `bound` where there are that many; only cells so near the diagonal are looked at. */
function distance(from: string, to: string, bound: number, rows: Rows): number {
  let [before, previous, row] = rows;
  for (let j = 0; j <= to.length; j++) previous[j] = j;
  for (let i = 1; i <= from.length; i++) {
    const first = Math.max(1, i - bound);
    const last = Math.min(to.length, i + bound);
    row[first - 1] = first === 1 ? i : bound;
    let smallest = bound;
    for (let j = first; j <= last; j++) {
      const letter = from.charCodeAt(i - 1);
      const replaced = at(previous, j - 1) + (letter === to.charCodeAt(j - 1) ? 0 : 1);
      let edits = Math.min(replaced, at(row, j - 1) + 1, at(previous, j) + 1);
      if (i > 1 && j > 1 && letter === to.charCodeAt(j - 2) && from.charCodeAt(i - 2) === to.charCodeAt(j - 1)) {
        edits = Math.min(edits, at(before, j - 2) + 1);
      }
      row[j] = edits;
      if (edits < smallest) smallest = edits;
    }
    if (last < to.length) row[last + 1] = bound;
    if (smallest >= bound) return bound;
    [before, previous, row] = [previous, row, before];
  }
  return at(previous, to.length);
}

function at(row: Uint8Array, index: number): number {
  return row[index] ?? longest;
}
