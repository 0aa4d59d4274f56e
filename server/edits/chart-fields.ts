// A value of a task is typed on the chart: what stands there now, and the edit that makes it what was typed.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { PlanDate, Read, ReadProblem } from '../plan/scalar.ts';
import { formatDate, parseDate } from '../plan/scalars/date.ts';
import { durationMinutes, parseDuration } from '../plan/scalars/duration.ts';
import { formatPercent, parsePercent } from '../plan/scalars/percent.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import type { Grain, Shift } from './chart-aim.ts';
import { endingOn, startingOn } from './chart-dates.ts';
import { type Outcome, type Refusal, readElsewhere, refuse, sound, tried, untouchable } from './chart-edit.ts';
import { lengthOf, withoutLength } from './chart-length.ts';
import { moveTask, standsFast } from './chart-move.ts';
import { setProgress, withoutProgress } from './chart-progress.ts';
import { stretchTask } from './chart-stretch.ts';
import { ownPair, removeKey, setKey } from './task-keys.ts';

/** What of a task can be typed. */
export type TypedField = 'duration' | 'start' | 'finish' | 'deadline' | 'progress' | 'owner';

interface Field {
  /** As it stands, in standard form; empty where nothing does. */
  now(analysis: Analysis, task: PlanTask): string;
  /** Why nothing can be typed there; undefined where something can. */
  hindrance(analysis: Analysis, task: PlanTask): Refusal | undefined;
  set(analysis: Analysis, task: PlanTask, typed: string): Outcome;
}

const fields: { readonly [F in TypedField]: Field } = {
  duration: { now: lengthNow, hindrance: withoutLength, set: setLength },
  start: {
    now: (analysis, task) => {
      const { index, record } = task;
      return formatDate(
        startingOn(analysis, task, analysis.schedule.start[index] ?? 0, record.start ?? record.earliest),
      );
    },
    hindrance: (analysis, task) => untouchable(analysis, task) ?? standsFast(analysis, task),
    set: (analysis, task, typed) => toDate(task, typed, (_, shift, grain) => moveTask(analysis, task, shift, grain)),
  },
  finish: {
    now: ({ schedule }, { index, record }) =>
      formatDate(endingOn(schedule.finish[index] ?? 0, schedule.calendarOf(index), record.finish)),
    hindrance: withoutLength,
    set: setFinish,
  },
  deadline: {
    now: (_, { record }) => (record.deadline === undefined ? '' : formatDate(record.deadline.value)),
    hindrance: (analysis, task) => untouchable(analysis, task) ?? readElsewhere(task, ['deadline']),
    set: (analysis, task, typed) =>
      setOwn(analysis, task, 'deadline', typed, (text) => standard(parseDate(text), formatDate)),
  },
  progress: {
    now: ({ schedule }, { index }) => formatPercent(Math.round(schedule.progress[index] ?? 0)),
    hindrance: withoutProgress,
    set: (analysis, task, typed) => {
      const percent = parsePercent(typed);
      return percent.ok ? setProgress(analysis, task, percent.value) : unreadable(percent.problem, task);
    },
  },
  owner: {
    now: (_, { record }) => record.owner?.value ?? '',
    hindrance: (analysis, task) => untouchable(analysis, task) ?? readElsewhere(task, ['owner']),
    set: (analysis, task, typed) => setOwn(analysis, task, 'owner', typed, (text) => personIn(analysis, text)),
  },
};

/** What stands in a field of a task, and what typing there comes to; without a text, whether anything can be typed. */
export function typeField(
  analysis: Analysis,
  task: PlanTask,
  field: TypedField,
  typed: string | undefined,
): { readonly now: string; readonly outcome: Outcome } {
  // The page may be newer than the server.
  if (!Object.hasOwn(fields, field)) return { now: '', outcome: refuse('no-task') };
  const { now, hindrance, set } = fields[field];
  const text = typed?.trim();
  const known = now(analysis, task);
  const outcome =
    hindrance(analysis, task) ??
    (text === undefined || text === known || (text === '' && !canBeEmpty.has(field))
      ? refuse('unchanged')
      : set(analysis, task, text.slice(0, longest)));
  return { now: known, outcome };
}

/** Typed empty these go; the others stay as they are. */
const canBeEmpty: ReadonlySet<TypedField> = new Set(['deadline', 'owner']);

/** Nothing that can be typed here is longer. */
const longest = 500;

function lengthNow(analysis: Analysis, task: PlanTask): string {
  return lengthOf(analysis, task, analysis.schedule.finish[task.index] ?? 0)?.written ?? '';
}

/** The length as it is typed, in the key that says how long the task takes. */
function setLength(analysis: Analysis, task: PlanTask, typed: string): Outcome {
  const { plan, schedule } = analysis;
  const read = asMeant(parseDuration(typed), parseDuration);
  if (!read.ok) return unreadable(read.problem, task);
  const minutes = durationMinutes(read.value, plan.units);
  if (minutes === 0) return refuse('no-time', { task: task.name });
  const start = schedule.start[task.index] ?? 0;
  const to = read.value.elapsed ? start + minutes : schedule.calendarOf(task.index).add(start, minutes);
  const length = lengthOf(analysis, task, to, read.value);
  if (length === undefined) return refuse('shared', { task: task.name });
  return sound(analysis, tried(analysis, length.write(minutes)), task);
}

/** The hand that drags an end stops at the start; a date before it is a slip of the pen. */
function setFinish(analysis: Analysis, task: PlanTask, typed: string): Outcome {
  return toDate(task, typed, (date, shift, grain) => {
    const start = analysis.schedule.start[task.index] ?? 0;
    if (lastMinute(date) > start) return stretchTask(analysis, task, shift, grain);
    const withTime = grain === 'minute';
    return refuse('ends-before-start', {
      task: task.name,
      start: { minute: start, withTime },
      date: { minute: firstMinute(date), withTime },
    });
  });
}

/** A day alone is the day; with a time of day it is that minute. */
function toDate(
  task: PlanTask,
  typed: string,
  carry: (date: PlanDate, shift: Shift, grain: Grain) => Outcome,
): Outcome {
  const date = parseDate(typed);
  if (!date.ok) return unreadable(date.problem, task);
  return carry(date.value, { minute: firstMinute(date.value) }, date.value.minute === undefined ? 'day' : 'minute');
}

/** A key of the entry, set or, typed empty, taken out. */
function setOwn(
  analysis: Analysis,
  task: PlanTask,
  key: 'deadline' | 'owner',
  typed: string,
  read: (text: string) => { readonly text: string } | ReadProblem | Refusal,
): Outcome {
  const { tree } = analysis;
  if (typed === '') {
    if (ownPair(task, key) === undefined) return refuse('shared', { task: task.name });
    return sound(analysis, tried(analysis, { says: 'without-key', args: { key }, edits: removeKey(tree, task, key) }));
  }
  const value = read(typed);
  if ('refused' in value) return value;
  if ('rule' in value) return unreadable(value, task);
  const edits = setKey(tree, task, key, value.text);
  return edits.length === 0
    ? refuse('shared', { task: task.name })
    : sound(analysis, tried(analysis, { says: 'key', args: { key, value: value.text }, edits }));
}

function standard<T>(read: Read<T>, format: (value: T) => string): { readonly text: string } | ReadProblem {
  return read.ok ? { text: format(read.value) } : read.problem;
}

/** The id of whom is meant: by id, by name, or by how only one of them begins. In a plan that lists nobody any name will do. */
function personIn({ plan }: Analysis, typed: string): { readonly text: string } | Refusal {
  const { team, stakeholders } = plan.root;
  // Who is in both is one person, as the team says.
  const everybody = [...(team?.value ?? []), ...(stakeholders?.value ?? [])];
  const people = everybody.filter(({ id }, index) => everybody.findIndex((other) => other.id === id) === index);
  if (people.length === 0) return { text: typed };
  const wanted = typed.toLowerCase();
  const called = people.map(({ id, value }) => ({
    id,
    names: [id, value.name?.value ?? id].map((name) => name.toLowerCase()),
  }));
  const same = called.filter(({ names }) => names.includes(wanted));
  const alike = same.length > 0 ? same : called.filter(({ names }) => names.some((name) => name.startsWith(wanted)));
  const [person] = alike;
  if (person !== undefined && alike.length === 1) return { text: person.id };
  const list = people.slice(0, mostNamed).map(({ id, value }) => value.name?.value ?? id);
  return refuse('nobody-so-called', { who: typed, people: { list } });
}

/** Of the people so many are named. */
const mostNamed = 12;

/** What can be meant in one way only is taken so: `5` is five days, `1,5d` one and a half. */
function asMeant<T>(read: Read<T>, parse: (text: string) => Read<T>): Read<T> {
  if (read.ok) return read;
  const { code, suggestion } = read.problem;
  return suggestion !== undefined && (code === 'no-unit' || code === 'decimal-comma') ? parse(suggestion) : read;
}

/** What the rules say of such a text says it here. */
function unreadable({ rule, code, args, suggestion }: ReadProblem, task: PlanTask): Refusal {
  const meant = suggestion === undefined ? {} : { meant: suggestion };
  return {
    refused: { rule, severity: 'error', message: `${rule}.${code}`, args, place: { node: task.key }, ...meant },
  };
}
