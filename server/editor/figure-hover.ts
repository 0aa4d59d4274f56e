// A figure in words: what a length of time comes to and when that is, how much a percentage of progress leaves.
import type { Analysis } from '../analysis.ts';
import { expectedMinutes } from '../plan/columns.ts';
import type { PlanTask } from '../plan/plan.ts';
import { durationMinutes, parseDuration } from '../plan/scalars/duration.ts';
import { parsePercent } from '../plan/scalars/percent.ts';
import type { ScalarFormat } from '../plan/schema.generated.ts';
import type { MessageArgument, MessageArguments } from '../rules/finding.ts';
import { isElapsed } from '../schedule/at-work.ts';
import { figureWords } from '../words/figures.ts';
import { say, type Wording, word } from '../words/words.ts';
import { cadenceHover } from './cadence-hover.ts';
import { lines, plain } from './markdown.ts';
import type { ScalarAt } from './scalar-at.ts';
import { scalarOf, segmentsOf, shapeAt } from './shape.ts';
import { finishText, spanText } from './work-dates.ts';

interface Asked {
  readonly analysis: Analysis;
  readonly at: ScalarAt;
  readonly wording: Wording;
  /** The innermost task whose entry holds the figure. */
  readonly task: PlanTask | undefined;
}

/** Markdown; empty for what is no such figure, or can't be read. */
export function figureHover(analysis: Analysis, at: ScalarAt, wording: Wording): string {
  if (at.onKey) return '';
  const shape = shapeAt(segmentsOf(at.path));
  const format = shape && scalarOf(shape)?.format;
  const row = format === undefined ? undefined : rows[format];
  return row?.({ analysis, at, wording, task: analysis.plan.taskOf(at.scalar) }) ?? '';
}

const rows: Readonly<Partial<Record<ScalarFormat, (asked: Asked) => string>>> = {
  duration: (asked) => lengthHover(asked, ''),
  work: (asked) => lengthHover(asked, sayIt(asked, 'person-time')),
  percent: (asked) => progressHover(asked) || capacityHover(asked),
  cadence: ({ analysis, at, wording, task }) => cadenceHover(analysis, at, task, wording),
};

function sayIt({ wording }: Asked, key: keyof typeof figureWords, args: MessageArguments = {}): string {
  return say(figureWords[key], args, wording);
}

/** The length itself, then what becomes of it in the task whose length it is. */
function lengthHover(asked: Asked, kind: string): string {
  const { analysis, at } = asked;
  const read = parseDuration(at.scalar.text);
  if (!read.ok) return '';
  const { elapsed } = read.value;
  const minutes = durationMinutes(read.value, analysis.plan.units);
  const size = minutes === 0 ? sayIt(asked, 'point-in-time') : sizeText(asked, minutes, elapsed);
  const head = [`**${plain(at.scalar.text)}**`, size, kind].filter((part) => part !== '').join(' · ');
  return lines(head, ...inTask(asked, { minutes, elapsed }));
}

/** In days and in hours: a day of the plan has as many as its units say. */
function sizeText(asked: Asked, minutes: number, elapsed: boolean): string {
  const { dayMinutes } = asked.analysis.plan.units;
  const length = inMinutes(minutes, elapsed);
  const hours = minutes / 60;
  if (elapsed) return sayIt(asked, minutes >= 1440 ? 'clock-hours' : 'on-the-clock', { length, hours });
  if (minutes >= dayMinutes) return sayIt(asked, 'hours', { length, hours });
  // Where two decimals say it exactly.
  const isShare = (minutes * 100) % dayMinutes === 0;
  return isShare ? sayIt(asked, 'part-of-day', { length, days: minutes / dayMinutes }) : word(length, asked.wording);
}

interface Length {
  readonly minutes: number;
  readonly elapsed: boolean;
}

function inTask(asked: Asked, { minutes, elapsed }: Length): readonly (string | undefined)[] {
  const { analysis, at, task } = asked;
  if (!task) return [];
  const { duration, effort, estimate, actual } = task.record;
  const { optimistic, likely, pessimistic } = estimate ?? {};
  if (task.phase?.reserve?.node === at.scalar) {
    const reserve = analysis.plan.tasks.find((each) => each.parent === task.index && each.synthetic === 'phase-buffer');
    return [reserve && datesText(asked, reserve, { minutes, elapsed })];
  }
  // Of repeated work it is the length of one time; cancelled work has none.
  if (task.kind === 'summary' || task.record.status?.state?.value === 'cancelled') return [];
  if (actual?.remaining?.node === at.scalar) return [untilText(asked, task)];
  if (duration?.node === at.scalar) return [datesText(asked, task, { minutes, elapsed })];
  if (effort?.node === at.scalar) return [datesText(asked, task), peopleText(asked, task)];
  if (!estimate || ![optimistic, likely, pessimistic].some((field) => field?.node === at.scalar)) return [];
  const expected = expectedMinutes(estimate, analysis.plan.units);
  const whole: Length = { minutes: expected, elapsed: isElapsed(task.record) };
  const length = inMinutes(whole.minutes, whole.elapsed);
  return [sayIt(asked, 'expected', { length }), datesText(asked, task, whole)];
}

/** From when to when; how long that is in the schedule, where it isn't the length that is told already; by which calendar. */
function datesText(asked: Asked, task: PlanTask, told?: Length): string {
  const { analysis, wording } = asked;
  const span = spanText(analysis, task, wording);
  if (span === '') return '';
  const elapsed = told?.elapsed ?? isElapsed(task.record);
  const minutes = analysis.schedule.durationMinutes[task.index] ?? 0;
  const length = minutes === told?.minutes ? '' : word(inMinutes(minutes, elapsed), wording);
  const calendar =
    elapsed || told?.minutes === 0 ? undefined : (task.record.calendar?.value ?? analysis.plan.root.calendar?.value);
  const named = calendar === undefined ? '' : sayIt(asked, 'calendar', { calendar: plain(calendar) });
  return [span, length, named].filter((part) => part !== '').join(' · ');
}

function peopleText(asked: Asked, { record: { assign, owner } }: PlanTask): string {
  const people = assign ? assign.value.map(({ node, value }) => (node.kind === 'scalar' ? node.text : value.who)) : [];
  const list = assign ? people : owner ? [owner.value] : [];
  return list.length === 0 ? sayIt(asked, 'by-nobody') : sayIt(asked, 'by', { people: { list: list.map(plain) } });
}

/** Of what, how much of that is left, and until when. */
function progressHover(asked: Asked): string {
  const { analysis, at, task } = asked;
  const read = parsePercent(at.scalar.text);
  if (!read.ok || !task || task.record.progress?.node !== at.scalar) return '';
  if (task.kind !== 'task' && task.kind !== 'buffer') return '';
  const counted = analysis.schedule.progress[task.index] ?? 0;
  const head = `**${plain(at.scalar.text)}**`;
  const until = untilText(asked, task);
  if (counted !== read.value)
    return lines(`${head} · ${sayIt(asked, 'overruled', { percent: { percent: counted } })}`, until);
  if (counted >= 100) return lines(head, until);
  const { minutes, elapsed } = wholeOf(analysis, task);
  const left = Math.round((minutes * (100 - counted)) / 100);
  const sizes = { percent: head, length: inMinutes(minutes, elapsed), left: inMinutes(left, elapsed) };
  return lines(sayIt(asked, 'left', sizes), until);
}

/** What a share of full time comes to; by a calendar of one's own that is another matter. */
function capacityHover(asked: Asked): string {
  const { plan } = asked.analysis;
  const person = plan.root.team?.value.find(({ value }) => value.capacity?.node === asked.at.scalar)?.value;
  if (person?.capacity === undefined || person.calendar !== undefined) return '';
  const { value } = person.capacity;
  const [day, week] = [plan.units.dayMinutes, plan.units.weekMinutes].map((minutes) => (minutes * value) / 6000);
  return day === undefined || week === undefined
    ? ''
    : sayIt(asked, 'capacity', { percent: `**${value}%**`, day, week });
}

/** What the percentage is of: the work that is written, else the length that the dates give. */
function wholeOf({ plan, schedule }: Analysis, { index, record }: PlanTask): Length {
  const elapsed = isElapsed(record);
  const { duration, effort, estimate, start, finish } = record;
  const isFixed = start !== undefined && finish !== undefined;
  if (isFixed && !effort) return { minutes: schedule.durationMinutes[index] ?? 0, elapsed };
  const written = duration ?? effort;
  if (written) return { minutes: durationMinutes(written.value, plan.units), elapsed };
  return { minutes: estimate ? expectedMinutes(estimate, plan.units) : plan.units.dayMinutes, elapsed };
}

function untilText(asked: Asked, task: PlanTask): string {
  const { analysis, wording } = asked;
  const minute = analysis.schedule.finish[task.index] ?? Number.NaN;
  if (!Number.isFinite(minute)) return '';
  const isDone = (analysis.schedule.progress[task.index] ?? 0) >= 100;
  const finish = finishText(minute, analysis.schedule.calendarOf(task.index), wording);
  return sayIt(asked, isDone ? 'all-done' : 'until', { finish });
}

function inMinutes(minutes: number, elapsed: boolean): MessageArgument {
  return elapsed ? { elapsedMinutes: minutes } : { workingMinutes: minutes };
}
