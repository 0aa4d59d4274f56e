// A plan as a calendar file: whole days, times where they matter, escaped texts, the same file for the same plan.
import { expect, it } from 'vitest';
import { writeIcalendar } from '../../../server/exchange/icalendar.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysisOf } from './converted.ts';

const source = `name: Test
start: 2026-03-02
team: { mia: Mia Wong }
phases:
  p:
    tasks:
      a: { name: "Draw, then; check", duration: 5d, owner: mia, deadline: 2026-03-10, description: "Line one\\nBEGIN:VEVENT" }
      b: { duration: 2h, after: a }
      done: { milestone: true, after: a, link: https://example.org/x }
      c: { duration: 1d, status: cancelled }
`;

function written(): string {
  const analysis = analysisOf(source);
  return writeIcalendar(analysis, wordingFor(analysis.plan, 'en')).text.replaceAll('\r\n ', '');
}

it('has an event a task, and one a deadline', () => {
  const events = written()
    .split('\r\nBEGIN:VEVENT\r\n')
    .slice(1)
    .map((event) => event.split('\r\n'));
  const told = events.map((lines) =>
    lines.filter((line) => /^(?:UID|DTSTART|DTEND|SUMMARY|DESCRIPTION|URL)/.test(line)),
  );
  expect(told).toEqual([
    [
      'UID:a@plan',
      // Monday to Friday; the end is the day after.
      'DTSTART;VALUE=DATE:20260302',
      'DTEND;VALUE=DATE:20260307',
      'SUMMARY:Draw\\, then\\; check (Mia Wong)',
      'DESCRIPTION:Line one\\nBEGIN:VEVENT',
    ],
    [
      'UID:a-deadline@plan',
      'DTSTART;VALUE=DATE:20260310',
      'DTEND;VALUE=DATE:20260311',
      'SUMMARY:Deadline: Draw\\, then\\; check',
    ],
    // Monday morning, by the wall clock.
    ['UID:b@plan', 'DTSTART:20260309T090000', 'DTEND:20260309T110000', 'SUMMARY:b'],
    [
      'UID:done@plan',
      'DTSTART;VALUE=DATE:20260306',
      'DTEND;VALUE=DATE:20260307',
      'SUMMARY:done',
      'URL;VALUE=URI:https://example.org/x',
    ],
  ]);
});

it('takes what is said of the whole as words, and keeps tasks of one id apart', () => {
  const analysis = analysisOf(`name: "A; b, c"
start: 2026-03-02
description: |
  Line one, two
  END:VCALENDAR
phases:
  p: { deadline: 2026-03-10, tasks: { draft: 1d } }
  q: { tasks: { draft: 1d, own: 1d } }
`);
  const { text } = writeIcalendar(analysis, wordingFor(analysis.plan, 'en'));
  const lines = text.replaceAll('\r\n ', '').split('\r\n');
  expect(lines.filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
  expect(lines).toContain('NAME:A\\; b\\, c');
  expect(lines).toContain('X-WR-CALDESC:Line one\\, two\\nEND:VCALENDAR\\n');
  expect(lines.filter((line) => line.startsWith('UID:'))).toEqual([
    'UID:p-deadline@plan',
    'UID:p%2Fdraft@plan',
    'UID:q%2Fdraft@plan',
    'UID:own@plan',
  ]);
});

it('is the same for the same plan', () => {
  expect(written()).toBe(written());
  expect(written()).toContain('DTSTAMP:20260302T090000Z');
});
