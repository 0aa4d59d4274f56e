// Repetitions that wait, as others get them: with the dates that they come to, without the times that don't take place.
import { expect, it } from 'vitest';
import { GanttRows } from '../../../server/charts/gantt.ts';
import { planTree } from '../../../server/editor/plan-tree.ts';
import { writeCsv } from '../../../server/exchange/csv/write.ts';
import { writeIcalendar } from '../../../server/exchange/icalendar.ts';
import { scheduleDocument } from '../../../server/exchange/schedule-rows.ts';
import { writeTaskjuggler } from '../../../server/exchange/taskjuggler.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysisOf, mspdiOf } from './converted.ts';

const analysis = analysisOf(`start: 2026-03-02
tasks:
  build: 7d
  评审: { duration: 2h, repeat: { every: weekly on fri 10:00, until: 2026-03-20 }, after: build }
`);
const wording = wordingFor(analysis.plan, 'en');

it('are in the schedule, the chart, the tree and the calendar file', () => {
  const { tasks } = scheduleDocument(analysis, wording);
  expect(tasks.map(({ id, start }) => `${id} ${start}`)).toEqual([
    'build 2026-03-02T09:00',
    '评审 2026-03-13T10:00',
    '评审.1 2026-03-13T10:00',
    '评审.2 2026-03-20T10:00',
  ]);
  const chart = new GanttRows(analysis, wording);
  const rows = Array.from({ length: chart.head.rowCount }, (_, row) => chart.row(row).planId);
  expect(rows).toEqual(['build', '评审', '评审.1', '评审.2']);
  const ids = analysis.plan.tasks.map(({ id }) => id);
  expect(planTree(analysis, 'work', analysis.plan.tasks[1], ids, wording).rows.map(({ planId }) => planId)).toEqual([
    '评审.1',
    '评审.2',
  ]);
  const events = writeIcalendar(analysis, wording).text.match(/DTSTART.*/g);
  expect(events).toEqual(['DTSTART;VALUE=DATE:20260302', 'DTSTART:20260313T100000', 'DTSTART:20260320T100000']);
  expect(writeTaskjuggler(analysis, wording).text.match(/ start \S+/g)).toHaveLength(3);
});

it('are dates in MS Project, where what does not take place is inactive', () => {
  const tasks = mspdiOf(analysis).text.split('<Task>').slice(1);
  const told = tasks.map((task) => task.match(/(?<=<(?:ConstraintDate|Active)>)[^<]*/g) ?? []);
  expect(told.filter((each) => each.length > 0)).toEqual([
    ['2026-03-13T10:00:00'],
    ['2026-03-20T10:00:00'],
    expect.arrayContaining(['0']),
  ]);
});

it('cost in files of others what each time costs, and nothing twice', () => {
  const weekly = analysisOf(
    'start: 2026-03-02\ntasks:\n  r: { duration: 2h, cost: 500, repeat: { every: weekly on fri, times: 2 } }\n',
  );
  expect(mspdiOf(weekly).text.match(/(?<=<FixedCost>)\d+/g)).toEqual(['0', '50000', '50000']);
  const [head = '', ...rows] = writeCsv(weekly, wording).text.trimEnd().split('\r\n');
  const column = head.split(',').indexOf('cost');
  expect(rows.map((row) => row.split(',')[column])).toEqual(['', '500', '500']);
});
