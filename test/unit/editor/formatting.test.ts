// Formatting as an editor asks for it: widths, ranges, and the line that Enter has ended.
import { describe, expect, it, test } from 'vitest';
import { formatting, onTypeFormatting } from '../../../server/editor/formatting.ts';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { completed } from '../../../server/text/steps.ts';
import { analysed } from './analysed.ts';
import { marked } from './marked.ts';

type Edits = ReturnType<typeof onTypeFormatting>;

function edited(text: string, edits: Edits): string {
  const { tree } = analysed(text);
  return applyEdits(
    text,
    edits.map(({ range, newText }) => ({
      span: { start: tree.offsetAt(range.start), end: tree.offsetAt(range.end) },
      text: newText,
    })),
  );
}

const line = (number: number, character = 0) => ({ line: number, character });

describe('the whole text and ranges of it', () => {
  const text = 'name:   x\ntasks:\n    a:   1d\n    b:   2d\n';

  test.each([
    [4, 'tasks:\n    a: 1d\n'],
    [2, 'tasks:\n  a: 1d\n'],
    [0, 'tasks:\n  a: 1d\n'],
    [1e9, 'tasks:\n  a: 1d\n'],
  ])('a width of %d', (tabSize, found) => {
    expect(edited(text, completed(formatting(analysed(text), { tabSize, insertSpaces: true })))).toContain(found);
  });

  it('touches no line that a range only reaches the start of', () => {
    const range = { start: line(2), end: line(3) };
    expect(edited(text, completed(formatting(analysed(text), undefined, range)))).toBe(
      text.replace('a:   1d', 'a: 1d'),
    );
  });
});

describe('behind Enter', () => {
  /** The text after Enter was pressed and the answer was carried out; `‸` is the cursor. */
  function entered(withCursor: string): string {
    const { text, offset } = marked(withCursor);
    const analysis = analysed(text);
    return edited(
      text,
      onTypeFormatting(analysis, analysis.tree.positionAt(offset), { tabSize: 2, insertSpaces: true }),
    );
  }

  test.each([
    [
      'the line above is put in order',
      'tasks:\n  a:   {duration: 1d}  \n  ‸\n  b:   2d\n',
      'tasks:\n  a: { duration: 1d }\n  \n  b:   2d\n',
    ],
    ['a key that waits for what is below stays', 'tasks:\n  a:  \n    ‸\n', 'tasks:\n  a:  \n    \n'],
    ['a text that is still open stays', 'name:   "x\n  ‸\n', 'name:   "x\n  \n'],
    [
      'a lone dash ends its list',
      'tasks:\n  a:\n    after:\n      - b\n      - \n      - ‸\n',
      'tasks:\n  a:\n    after:\n      - b\n    \n',
    ],
    ['at the start there is no line above', '‸\nname:   x\n', '\nname:   x\n'],
  ])('%s', (_, before, after) => {
    expect(entered(before)).toBe(after);
  });
});
