// What stands before the first colon of a line, followed through edits.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineKeys } from '../../../server/plan/line-keys.ts';
import { openTree } from '../../../server/text/open-tree.ts';

const words = ['a', 'build', '任务', 'a b'];

/** Line by line, without a pattern. */
function standsIn(text: string, word: string): boolean {
  return text.split(/\r\n|\r|\n/).some((line) => {
    const colon = [...line].findIndex((letter) => letter === ':' || letter === '：');
    if (colon < 0) return false;
    const before = [...line].slice(0, colon).join('');
    let from = 0;
    while (' \t-'.includes(before.charAt(from)) && from < before.length) from += 1;
    return before.slice(from).trimEnd() === word;
  });
}

const line = fc.tuple(
  fc.constantFrom('', '  ', '    ', '- ', '# ', '"'),
  fc.constantFrom(...words, 'x a', 'abuild', ''),
  fc.constantFrom(': 1', ' : {', ':', '：x', ' {', ''),
);
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((parts) => parts.join('')).join('\n'));

it('is the same after any edits, in whichever version it is asked for', () => {
  fc.assert(
    fc.property(text, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 8 }), text), { maxLength: 6 }), (first, edits) => {
      const keys = new LineKeys();
      let tree = openTree(first);
      const versions = [tree];
      for (const [at, length, put] of edits) {
        const start = tree.positionAt(at % (tree.length + 1));
        const end = tree.positionAt((at % (tree.length + 1)) + length);
        tree = tree.edit([{ range: { start, end }, text: put }]);
        versions.push(tree);
        keys.follow(tree);
        for (const word of words) expect(keys.has(word, tree), word).toBe(standsIn(tree.text(), word));
      }
      for (const version of versions.toReversed())
        for (const word of words) expect(keys.has(word, version), word).toBe(standsIn(version.text(), word));
    }),
    { numRuns: 300 },
  );
});
