// Which findings a comment silences: on its own line, or below lines that hold nothing but comments.
import { expect, test } from 'vitest';
import { ignoredBy } from '../../../server/rules/ignore.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Span } from '../../../server/text/tree.ts';

function silenced(...lines: readonly string[]): Readonly<Record<number, readonly string[]>> {
  const ignored = ignoredBy(openTree(`${lines.join('\n')}\n`));
  return Object.fromEntries([...ignored].map(([line, rules]) => [line, [...rules.keys()].sort()]));
}

test('a comment behind text speaks of its own line', () => {
  expect(silenced('a: 1 # plan-ignore: lag', 'b: 2')).toEqual({ 0: ['lag'] });
});

test('a comment on a line of its own speaks of the next one', () => {
  expect(silenced('# plan-ignore: lag', 'a: 1', 'b: 2')).toEqual({ 1: ['lag'] });
});

test('comments one below the other speak of the line below them all', () => {
  expect(silenced('x: 0', '# plan-ignore: lag', '  # why', '# plan-ignore: lead', 'a: 1')).toEqual({
    4: ['lag', 'lead'],
  });
});

test('a blank line ends what a comment speaks of', () => {
  expect(silenced('# plan-ignore: lag', '', '# a note', 'a: 1')).toEqual({ 1: ['lag'] });
});

test('both kinds add up on one line', () => {
  expect(silenced('# plan-ignore: lag', 'a: 1 # plan-ignore: lead')).toEqual({ 1: ['lag', 'lead'] });
});

test('a comment behind text says nothing about the next line, whatever follows', () => {
  expect(silenced('a: 1 # plan-ignore: lag', '# a note', 'b: 2')).toEqual({ 0: ['lag'] });
});

test('several rules, with commas of any width, and a reason in brackets of any width', () => {
  expect(silenced('# plan-ignore: lag, lead raci（与客户约定，lag 除外）', 'a: 1')).toEqual({
    1: ['lag', 'lead', 'raci'],
  });
  expect(silenced('#plan-ignore：lag、lead，raci (why, lag)', 'a: 1')).toEqual({ 1: ['lag', 'lead', 'raci'] });
});

test('other comments, and a mark without rules, silence nothing', () => {
  expect(silenced('# plan-ignored: lag', '# ignore: lag', '# plan-ignore:', 'a: 1 # see plan-ignore: lag')).toEqual({});
});

test('each name knows where it stands', () => {
  const tree = openTree('# plan-ignore: lag、lead (why)\na: 1 #plan-ignore：lag\n');
  const silences = [...(ignoredBy(tree).get(1)?.values() ?? [])].flat();
  expect(silences.map(({ rule, span }) => [rule, span.start, tree.text(span)]).sort()).toEqual([
    ['lag', 15, 'lag'],
    ['lag', 48, 'lag'],
    ['lead', 19, 'lead'],
  ]);
});

test('of ten thousand lines of comments each is looked at a few times', () => {
  const tree = openTree(`${Array.from({ length: 10_000 }, (_, i) => `# plan-ignore: rule-${i}`).join('\n')}\na: 1\n`);
  let read = 0;
  const text = (span?: Span) => {
    const found = tree.text(span);
    read += found.length;
    return found;
  };
  const ignored = ignoredBy({ notableComments: tree.notableComments, text });
  expect(ignored.get(10_000)?.size).toBe(10_000);
  expect(read).toBeLessThan(10 * tree.length);
});

test('a long remark in between, and one at the end of the text', () => {
  expect(silenced('# plan-ignore: lag', `# ${'why '.repeat(1000)}`, `  # ${' '.repeat(1000)}`, 'a: 1')).toEqual({
    3: ['lag'],
  });
  expect([...ignoredBy(openTree('a: 1\r\n# plan-ignore: lag')).keys()]).toEqual([2]);
});
