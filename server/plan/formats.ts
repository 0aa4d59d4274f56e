// How each format of scalar is read, and what it refers to: one row a format.
import type { ReferenceKind } from './plan.ts';
import type { Assignment, DateRange, Link, PlanDate, Read } from './scalar.ts';
import { parsePath, parseUrl } from './scalars/address.ts';
import { parseAssignment } from './scalars/assignment.ts';
import { parseBoolean } from './scalars/boolean.ts';
import { parseCadence } from './scalars/cadence.ts';
import { parseDate } from './scalars/date.ts';
import { parseDays } from './scalars/days.ts';
import { parseDuration } from './scalars/duration.ts';
import { idOf, parseId } from './scalars/id.ts';
import { parseInterval } from './scalars/interval.ts';
import { parseLink } from './scalars/link.ts';
import { parseMoney, parseRate } from './scalars/money.ts';
import { parseInteger, parseMeasure, parseNumber } from './scalars/number.ts';
import { parsePercent } from './scalars/percent.ts';
import { parseRange } from './scalars/range.ts';
import { parseCountry, parseTimezone } from './scalars/region.ts';
import { parseSignedDuration } from './scalars/signed-duration.ts';
import { parseWork } from './scalars/work.ts';
import type { ScalarFormat } from './schema.generated.ts';

type Parser = (text: string) => Read<unknown>;

/** What a scalar refers to: the kinds that would do, in order, and whether words that no id has are fine as well. */
export interface Referring {
  readonly kinds: readonly ReferenceKind[];
  readonly need: 'must-exist' | 'if-people-are-named' | 'may-be-text';
}

export interface Format {
  readonly parse: Parser;
  readonly refers?: Referring;
  /** Several of these with commas between them are meant as a list: no single one holds a comma. */
  readonly listable?: boolean;
  /** Where the schema wants a number or a boolean, it judges the value that was read, not its text. */
  readonly judgeValue?: boolean;
}

const text: Parser = (written) => ({ ok: true, value: written });
const id: Parser = (written) => ({ ok: true, value: idOf(written.trim()) });

function reference(...kinds: readonly ReferenceKind[]): Format {
  return { parse: id, listable: true, refers: { kinds, need: 'must-exist' } };
}

/** Words are fine here as well as ids; and a baseline keeps tasks that the plan has no more. */
export const looseTask: Referring = { kinds: ['task'], need: 'may-be-text' };
export const looseSkill: Referring = { kinds: ['skill'], need: 'may-be-text' };

export const formats: Readonly<Record<ScalarFormat, Format>> = {
  text: { parse: text },
  id: { parse: parseId },
  date: { parse: parseDate },
  range: { parse: parseRange, listable: true },
  duration: { parse: parseDuration },
  'signed-duration': { parse: parseSignedDuration },
  work: { parse: parseWork },
  percent: { parse: parsePercent },
  money: { parse: parseMoney },
  rate: { parse: parseRate },
  link: { parse: parseLink, listable: true, refers: { kinds: ['task'], need: 'must-exist' } },
  assignment: {
    parse: parseAssignment,
    listable: true,
    refers: { kinds: ['person', 'resource'], need: 'if-people-are-named' },
  },
  cadence: { parse: parseCadence },
  who: { parse: id, listable: true, refers: { kinds: ['person', 'stakeholder'], need: 'if-people-are-named' } },
  measure: { parse: parseMeasure },
  interval: { parse: parseInterval, listable: true },
  days: { parse: parseDays },
  timezone: { parse: parseTimezone },
  country: { parse: parseCountry },
  url: { parse: parseUrl },
  path: { parse: parsePath },
  skill: { parse: id, listable: true },
  'goal-or-text': { parse: text, refers: { kinds: ['goal'], need: 'may-be-text' } },
  'task-or-text': { parse: text, refers: looseTask },
  'ref:calendar': reference('calendar'),
  'ref:kpi': reference('kpi'),
  'ref:goal': reference('goal'),
  'ref:risk': reference('risk'),
  'ref:task': reference('task'),
  'ref:phase': reference('task'),
  'ref:skill': { parse: id, listable: true, refers: looseSkill },
  integer: { parse: parseInteger, judgeValue: true },
  number: { parse: parseNumber, judgeValue: true },
  boolean: { parse: parseBoolean, judgeValue: true },
  enum: { parse: text },
};

/** The id inside a scalar's text, with where it stands. */
export interface Mentioned {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** The id that a scalar of a referring format mentions. `value` is what its parser read. */
export function mentionedIn(format: ScalarFormat, written: string, value: unknown): Mentioned {
  const from = written.length - written.trimStart().length;
  if (isLink(format, value)) return { id: value.target, from, to: value.targetLength };
  if (isAssignment(format, value)) return { id: value.who, from, to: value.whoLength };
  return { id: idOf(written.trim()), from, to: from + written.trim().length };
}

/** Whether that format's value is a date. */
export function isDate(format: ScalarFormat, value: unknown): value is PlanDate {
  return format === 'date' && typeof value === 'object';
}

/** Whether that format's value is a range of dates. */
export function isRange(format: ScalarFormat, value: unknown): value is DateRange {
  return format === 'range' && typeof value === 'object';
}

function isLink(format: ScalarFormat, value: unknown): value is Link {
  return format === 'link' && typeof value === 'object';
}

function isAssignment(format: ScalarFormat, value: unknown): value is Assignment {
  return format === 'assignment' && typeof value === 'object';
}
