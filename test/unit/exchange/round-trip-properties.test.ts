// Any plan of tasks, links, dates and people that goes to MS Project XML and back has the same dates and slack.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analysisOf, datesById, mspdiOf, planFromMspdi } from './converted.ts';

const head = `start: 2026-03-02
calendars:
  standard: { hours: [08:00-12:00, 13:00-17:00], holidays: [2026-03-11], workdays: [2026-03-14] }
  site: { extends: standard, days: mon-sat }
team:
  mia: { leave: 2026-03-05..2026-03-06 }
  ben: { capacity: 50% }
`;

const amount = fc.integer({ min: 1, max: 40 });
const duration = fc.oneof(
  amount.map((days) => `${days % 10}d`),
  amount.map((hours) => `${hours}h`),
  amount.map((minutes) => `${minutes * 5}m`),
  fc.constantFrom('1w', '2w', '0.5d', '1ed', '30eh', '0d'),
);
const lag = fc.constantFrom('', '', '', ' + 1d', ' - 1d', ' + 3h', ' + 2ed', ' + 50%', ' - 25%', ' + 50e%');
const day = fc.integer({ min: 2, max: 31 }).map((date) => `2026-03-${String(date).padStart(2, '0')}`);
const date = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  fc
    .tuple(fc.constantFrom('earliest', 'latest', 'deadline', 'start', 'finish'), day)
    .map(([key, at]) => `, ${key}: ${at}`),
  day.map((at) => `, earliest: ${at} 10:00`),
  fc.tuple(fc.constantFrom('SNLT', 'FNET'), day).map(([type, at]) => `, constraint: { type: ${type}, date: ${at} }`),
  fc.constant(', constraint: ALAP'),
);
const task = fc.record({
  length: fc.oneof(
    { weight: 4, arbitrary: duration.map((text) => `duration: ${text}`) },
    amount.map((days) => `effort: ${days}h`),
  ),
  links: fc.array(fc.tuple(fc.nat(11), fc.constantFrom('FS', 'FS', 'SS', 'FF', 'SF'), lag), { maxLength: 2 }),
  date,
  people: fc.constantFrom('', ', owner: mia', ', owner: ben', ', assign: [mia 50%, ben]', ', assign: mia 25%'),
  calendar: fc.constantFrom('', '', '', ', calendar: site'),
  progress: fc.constantFrom(
    '',
    '',
    '',
    ', progress: 40%',
    ', progress: 50%, actual: { start: 2026-03-03 }',
    ', actual: { start: 2026-03-02, finish: 2026-03-04 }',
  ),
});
const plan = fc.record({
  tasks: fc.array(task, { minLength: 2, maxLength: 12 }),
  phaseOf: fc.integer({ min: 2, max: 6 }),
  status: fc.constantFrom('', '', 'status-date: 2026-03-10\n'),
  finish: fc.constantFrom('', 'finish: 2026-03-20\n'),
});

/** Tasks in phases of so many; links lead to earlier tasks only. */
function textOf({
  tasks,
  phaseOf,
  status,
  finish,
}: Exclude<ReturnType<(typeof plan)['generate']>['value'], undefined>): string {
  const lines = tasks.map(({ length, links, date: at, people, calendar, progress }, index) => {
    const targets = new Map(
      links.flatMap(([target, type, by]) =>
        index === 0 ? [] : [[target % index, `t${target % index} ${type}${by}`] as const],
      ),
    );
    const after = targets.size === 0 ? '' : `, after: [${[...targets.values()].join(', ')}]`;
    const start = index % phaseOf === 0 ? `  p${index}:\n    tasks:\n` : '';
    return `${start}      t${index}: { ${length}${after}${at}${people}${calendar}${progress} }\n`;
  });
  return `${status}${finish}${head}phases:\n${lines.join('')}`;
}

it('holds for whatever tasks, links, dates and people', () => {
  fc.assert(
    fc.property(plan, (made) => {
      const text = textOf(made);
      const before = analysisOf(text);
      const after = analysisOf(planFromMspdi(mspdiOf(before).text).text);
      expect([...datesById(after)], text).toEqual([...datesById(before)]);
    }),
    { numRuns: 60 },
  );
});
