// How often something happens, as days: the next ones, or the last where none is left.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { parseCadence } from '../plan/scalars/cadence.ts';
import { occurrences } from '../plan/scalars/occurrences.ts';
import { heldOn } from '../rules/communication.ts';
import { isLeftOut } from '../schedule/series.ts';
import { figureWords } from '../words/figures.ts';
import { say, type Wording, word } from '../words/words.ts';
import { lines, plain } from './markdown.ts';
import type { ScalarAt } from './scalar-at.ts';
import { segmentsOf } from './shape.ts';
import { dayOf } from './work-dates.ts';

/** Days that are told. */
const shown = 3;

/** More of them nobody counts. */
const most = 5000;

/** Markdown; empty where nothing happens by the cadence. `task` holds it. */
export function cadenceHover(analysis: Analysis, at: ScalarAt, task: PlanTask | undefined, wording: Wording): string {
  const days = task?.record.repeat?.every?.node === at.scalar ? timesOf(analysis, task) : meetingDays(analysis, at);
  const today = dayOf(analysis.snapshot.nowMinute);
  const next = days.filter((day) => day >= today).slice(0, shown);
  const last = days.at(-1);
  if (last === undefined) return '';
  const said =
    next.length > 0
      ? say(figureWords['next-times'], { days: next.map((day) => word({ day }, wording)).join(' · ') }, wording)
      : say(figureWords['last-time'], { day: { day: last } }, wording);
  return lines(`**${plain(at.scalar.text)}**`, said);
}

/** The days on which the times of a repeated task begin. */
function timesOf({ schedule }: Analysis, task: PlanTask): readonly number[] {
  return task.children
    .filter((time) => !isLeftOut(schedule, time))
    .map((time) => dayOf(schedule.start[time] ?? Number.NaN))
    .filter(Number.isFinite)
    .sort((one, other) => one - other);
}

/** The days of a meeting or a report: as long as the plan takes, from its start on. */
function meetingDays({ schedule }: Analysis, at: ScalarAt): readonly number[] {
  const [section] = segmentsOf(at.path);
  const read = parseCadence(at.scalar.text);
  const { planStart, planFinish } = schedule;
  const meets = typeof section === 'object' && (section.key === 'meetings' || section.key === 'reports');
  if (!meets || !read.ok || !Number.isFinite(planStart + planFinish)) return [];
  return heldOn(occurrences(read.value, dayOf(planStart), dayOf(planFinish - 1), most), schedule.calendar);
}
