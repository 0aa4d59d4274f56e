// "Did you mean": the known word that is nearest to what was written.

/**
 * The nearest of the words, by optimal string alignment (insert, delete, replace, swap neighbours), case ignored;
 * undefined where none is near enough: one edit up to 4 characters, two up to 8, three beyond.
 */
export function nearest(written: string, words: Iterable<string>): string | undefined {
  const from = written.normalize().toLowerCase();
  const allowed = from.length <= 1 ? 0 : from.length <= 4 ? 1 : from.length <= 8 ? 2 : 3;
  let best: string | undefined;
  let least = allowed + 1;
  for (const word of words) {
    const to = word.normalize().toLowerCase();
    if (Math.abs(to.length - from.length) >= least) continue;
    const edits = distance(from, to, least);
    // Replacing every character is no likeness.
    if (edits < least && edits < Math.max(from.length, to.length)) {
      least = edits;
      best = word;
    }
  }
  return best;
}

/** The number of edits between two texts, or at least `bound` where there are that many. */
function distance(from: string, to: string, bound: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    let smallest = i;
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        edits = Math.min(edits, at(before, j - 2) + 1);
      row.push(edits);
      smallest = Math.min(smallest, edits);
    }
    if (smallest >= bound) return bound;
    [before, previous] = [previous, row];
  }
  return at(previous, to.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
