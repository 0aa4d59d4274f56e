// What an MS Project file states of each task, beside what its plan here comes to.
import { readFileSync } from 'node:fs';
import type { Analysis } from '../../server/analysis.ts';
import { analysisOf, type Converted, planFromMspdi } from '../unit/exchange/converted.ts';
import { at } from '../unit/schedule/calendar-builder.ts';

interface StatedTask {
  readonly uid: string;
  readonly name: string | null;
  readonly summary: boolean;
  readonly start: string | null;
  readonly finish: string | null;
  readonly earlyStart: string | null;
  readonly earlyFinish: string | null;
  readonly lateStart: string | null;
  readonly lateFinish: string | null;
  readonly totalSlackMin: number | null;
  readonly freeSlackMin: number | null;
  readonly critical: boolean;
}

export interface Compared {
  readonly plan: Converted;
  readonly analysis: Analysis;
  /** Tasks, without summaries. */
  readonly tasks: number;
  /** `uid field`, of tasks and summaries. */
  readonly differences: readonly string[];
  /** Tasks that differ in start or finish, and in total slack. */
  readonly otherDates: number;
  readonly otherSlack: number;
}

const moments = ['start', 'finish', 'earlyStart', 'earlyFinish', 'lateStart', 'lateFinish'] as const;

/** Reads the file as `plan convert` does, schedules the plan and compares each task with what the file states. */
export function compareWithStated(folder: string, file: string): Compared {
  const plan = planFromMspdi(readFileSync(`${folder}${file}.xml`, 'utf8'), file);
  const analysis = analysisOf(plan.text);
  const { schedule } = analysis;
  const stated: { readonly tasks: readonly StatedTask[] } = JSON.parse(
    readFileSync(`${folder}expected/${file}.json`, 'utf8'),
  );
  const statesSlack = stated.tasks.some(({ totalSlackMin }) => totalSlackMin !== null);
  const statesCritical = stated.tasks.some(({ critical }) => critical);
  const differences: string[] = [];
  let [tasks, otherDates, otherSlack] = [0, 0, 0];
  for (const task of stated.tasks) {
    const index = analysis.plan.findTask(plan.taskIds.get(task.uid) ?? '', -1)?.index;
    if (index === undefined) continue;
    const time = schedule.calendarOf(index);
    const differs = (field: (typeof moments)[number]): boolean => {
      const theirs = task[field];
      // Seconds are cut: plans count in minutes. Two moments are the same where no work lies between.
      return (
        theirs !== null &&
        time.between(schedule[field][index] ?? Number.NaN, at(theirs.slice(0, 16).replace('T', ' '))) !== 0
      );
    };
    for (const field of moments) if (differs(field)) differences.push(`${task.uid} ${field}`);
    // Of summaries MS Project counts the slack of their start only; here it is the smaller of start and finish, as of all work.
    if (task.summary) continue;
    tasks += 1;
    if (differs('start') || differs('finish')) otherDates += 1;
    // Where a file leaves slack out for some tasks it is none.
    const total = Math.round(task.totalSlackMin ?? 0);
    if (statesSlack && schedule.totalSlackMinutes[index] !== total) {
      otherSlack += 1;
      differences.push(`${task.uid} totalSlack`);
    }
    if (statesSlack && schedule.freeSlackMinutes[index] !== Math.round(task.freeSlackMin ?? 0))
      differences.push(`${task.uid} freeSlack`);
    if (statesCritical && (schedule.critical[index] === 1) !== task.critical) differences.push(`${task.uid} critical`);
  }
  return { plan, analysis, tasks, differences, otherDates, otherSlack };
}
