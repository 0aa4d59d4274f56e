// The table of the schedule: which task a row is of.
import { expect, test } from 'vitest';
import { rowAddresses, scheduleDocument } from '../../../server/exchange/schedule-rows.ts';
import { scheduleTable } from '../../../server/exchange/schedule-table.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { plain } from '../../../server/words/terminal.ts';
import { analysed } from '../editor/analysed.ts';

test('an id that several phases use is told with its phase, all others as they are', () => {
  const analysis = analysed(`name: x
start: 2026-03-02
phases:
  one: { tasks: { review: 1d, x: { tasks: { fix: 1d, a: 1d } } } }
  two: { tasks: { review: 1d, y: { tasks: { fix: 1d, b: 1d } } } }
`);
  const wording = wordingFor(analysis.plan, 'en');
  const table = scheduleTable(scheduleDocument(analysis, wording), rowAddresses(analysis), wording, plain);
  const ids = table
    .split('\n')
    .slice(3, -1)
    .map((line) => /^ *\S+ +(\S+)/.exec(line)?.[1]);
  expect(ids).toEqual(['one', 'one/review', 'x', 'one/fix', 'a', 'two', 'two/review', 'y', 'two/fix', 'b']);
});
