// The computed schedule as JSON: the rows, why they are so, earned value and the distance from the baseline.
import type { Analysis } from '../analysis.ts';
import { type ScheduleDocument, tasksWithRows } from './schedule-rows.ts';
import { baselineRows, planValues } from './schedule-values.ts';
import { Whys } from './schedule-why.ts';

/** The document as `plan schedule --format json` prints it; `document` is that of the analysis, `baseline` an id where it is not the newest. */
export function scheduleJson(document: ScheduleDocument, analysis: Analysis, baseline?: string): string {
  const ids = analysis.plan.tasks.map(({ id }) => id);
  const indexes = tasksWithRows(analysis).map(({ index }) => index);
  const whys = new Whys(analysis, ids);
  const { whole, ofTask: values } = planValues(analysis, baseline);
  const { ofTask: shifts, gone } = baselineRows(analysis, whys, ids, baseline);
  const full = {
    ...document,
    promises: whys.promises(),
    earnedValue: whole,
    baselineGone: gone,
    tasks: document.tasks.map((row, place) => {
      const task = indexes[place] ?? -1;
      return {
        ...row,
        driver: whys.driverOf(task),
        links: whys.linksInto(task),
        baseline: shifts.get(task) ?? null,
        earnedValue: values.get(task) ?? null,
      };
    }),
  };
  return `${JSON.stringify(full, null, 2)}\n`;
}
