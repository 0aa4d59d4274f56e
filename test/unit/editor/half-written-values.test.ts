// Values whose first part is written: what is offered goes on from there.
import { expect, it } from 'vitest';
import { completion } from '../../../server/editor/completion.ts';
import { analysedAt, english } from './analysed.ts';

const head = `start: 2026-03-02
phases:
  design: { tasks: { draft: 1d, review: 1d } }
  build: { tasks: { draft: 1d, walls: 1d } }
`;

function offered(line: string): readonly string[] {
  const { analysis, offset } = analysedAt(head + line);
  return completion(analysis, offset, english).items.map(({ label }) => label);
}

it.each([
  ['the tasks of a phase that is written', 'tasks: { a: { after: build/‸ } }', ['build/walls', 'build/draft']],
  [
    'a range, its last day',
    'team: { li: { leave: 2026-04-03..‸ } }',
    ['2026-04-03..2026-04-03', '2026-04-03..2026-04-06'],
  ],
  ['a week, its day', 'meetings: { w: { when: weekly ‸ } }', ['on mon', 'on tue']],
  ['a day of the month', 'meetings:\n  w: monthly on ‸\n', ['last fri', 'first mon']],
  ['a weekday of the month', 'meetings:\n  w: { when: every 2mo on last ‸ }\n', ['mon', 'tue']],
  ['the day in hours', 'units: { day: ‸ }', ['8h', '7h 30m']],
])('%s', (_, line, first) => {
  expect(offered(line)).toEqual(expect.arrayContaining(first));
});

it('a day of a week and a length of a unit are nothing else', () => {
  expect(offered('units: { day: ‸ }')).not.toContain('1d');
  expect(offered('meetings: { w: { when: daily ‸ } }').filter((word) => !/^\d\d:00$/.test(word))).toEqual([]);
});

it('no calendar extends itself, or one that extends it', () => {
  const calendars = (own: string) =>
    `calendars: { a: { extends: b }, b: { extends: c }, c: { extends: ${own} }, d: {} }\ntasks: { x: { duration: 1d, calendar: ‹ } }`;
  expect(offered(calendars('‸').replace('‹', 'a'))).toEqual(['d']);
  expect(offered(calendars('d').replace('‹', '‸'))).toEqual(['a', 'b', 'c', 'd']);
});
