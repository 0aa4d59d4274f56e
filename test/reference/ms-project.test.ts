// Every MS Project file of the data: imported as `plan convert` does it, scheduled, and compared with the dates and slack that the file itself states.
import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { referenceData } from './reference-data.ts';
import { compareWithStated } from './stated-schedule.ts';

const data = referenceData('mspdi');

/** Each file, and how many tasks (no summaries) it has. */
const files: readonly (readonly [string, number])[] = [
  ['Commercial_construction_project_plan', 126],
  ['ExtractEmbeddedObjects', 61],
  ['New_Product', 36],
  ['Residential_Construction', 89],
  ['assignment-assignments-project2010-mspdi', 3],
  ['calendar-calendars-project2010-mspdi', 0],
  ['calendar-recurring-exceptions-project2010-mspdi', 0],
  ['caltest', 3],
  ['ganttproject-test-holidays', 1],
  ['mspdiavailability', 0],
  ['mspdiduration', 10],
  ['mspdinulltasks', 3],
  ['mspdipriority', 10],
  ['mspdirelations', 5],
  ['mspdiresource', 3],
  ['mspdisplittask', 2],
  ['sample', 16],
  ['schedule-conflict', 10],
  ['task-baselines-project2003-mspdi', 55],
  ['task-dates-project2003-mspdi', 10],
  ['task-durations-project2010-mspdi', 110],
  ['task-links-project2003-mspdi', 16],
  ['task-links-project2010-mspdi', 16],
  ['taskjuggler-3.5.0-SETuP-plan', 6],
];

interface Known {
  /** As README.md explains it. */
  readonly cause: 'interrupted work' | 'not computed again' | 'scheduled by hand' | 'done' | 'link of a summary';
  /** Tasks by their number in the file. */
  readonly tasks: readonly number[];
  readonly fields: readonly string[];
}

const slackFields = ['lateStart', 'lateFinish', 'totalSlack', 'freeSlack', 'critical'];

/** Every difference has a cause that was looked into by hand: README.md beside this file. */
const known: Readonly<Record<string, Known>> = {
  New_Product: { cause: 'link of a summary', tasks: [9, 14], fields: ['freeSlack'] },
  mspdiduration: { cause: 'not computed again', tasks: [1, 2, 3, 4], fields: slackFields },
  mspdiresource: { cause: 'done', tasks: [4], fields: ['lateFinish', 'totalSlack'] },
  mspdisplittask: { cause: 'interrupted work', tasks: [1, 2], fields: ['finish', 'earlyFinish', ...slackFields] },
  'schedule-conflict': { cause: 'scheduled by hand', tasks: [1, 2, 3, 4, 5, 6, 7, 8, 11], fields: slackFields },
};

/** What a file's own figures can't be computed from: the text of a plan has no interruptions, and nobody can compute what was left standing. */
const notComputable: readonly Known['cause'][] = ['interrupted work', 'not computed again'];

describe.skipIf(!data.isThere)(data.title('MS Project'), () => {
  const sum = { tasks: 0, computable: 0, otherDates: 0, otherSlack: 0 };

  it('has all files', () => {
    const there = readdirSync(data.folder).filter((name) => name.endsWith('.xml'));
    expect(there.sort()).toEqual(files.map(([file]) => `${file}.xml`).sort());
  });

  it.each(files)('%s: dates, slack, critical', (file, count) => {
    const { tasks, differences, otherDates, otherSlack } = compareWithStated(data.folder, file);
    expect(tasks).toBe(count);
    const reason = known[file];
    const uids = reason?.tasks ?? [];
    const explained = (difference: string): boolean => {
      const [uid = '', field = ''] = difference.split(' ');
      return uids.includes(Number(uid)) && reason?.fields.includes(field) === true;
    };
    expect(differences.filter((difference) => !explained(difference))).toEqual([]);
    // A cause that explains nothing any more goes.
    const left = uids.filter((uid) => !differences.some((difference) => difference.startsWith(`${uid} `)));
    expect(left).toEqual([]);
    sum.tasks += tasks;
    if (reason !== undefined && notComputable.includes(reason.cause)) {
      sum.computable += tasks - uids.length;
      return;
    }
    sum.computable += tasks;
    sum.otherDates += otherDates;
    sum.otherSlack += otherSlack;
  });

  afterAll(() => {
    expect(sum.tasks).toBe(591);
    expect(sum.otherDates / sum.computable).toBeLessThanOrEqual(0.01);
    expect(sum.otherSlack / sum.computable).toBeLessThanOrEqual(0.02);
  });
});
