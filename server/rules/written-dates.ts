// Every date that a plan says anywhere, found by walking what was bound.
import type { Plan } from '../plan/plan.ts';
import type { DateRange, PlanDate } from '../plan/scalar.ts';
import type { Node } from '../text/node.ts';

export interface WrittenDates {
  readonly dates: readonly {
    readonly date: PlanDate;
    readonly node: Node;
    readonly from?: number;
    readonly to?: number;
  }[];
  readonly ranges: readonly { readonly range: DateRange; readonly node: Node }[];
}

/** The dates and ranges of a plan in the order of the text, each once however often an alias repeats it. */
export function writtenDates({ root }: Plan): WrittenDates {
  const dates: WrittenDates['dates'][number][] = [];
  const ranges: WrittenDates['ranges'][number][] = [];
  const add = (value: unknown, node: Node): boolean => {
    if (isRange(value)) ranges.push({ range: value, node });
    const written = isDate(value) ? [value] : isRange(value) ? [value.from, value.to] : [];
    for (const date of written) dates.push({ date, node });
    return written.length > 0;
  };
  const seen = new Set<unknown>();
  const open: unknown[] = [root];
  for (let thing = open.pop(); thing !== undefined; thing = open.pop()) {
    if (typeof thing !== 'object' || thing === null || seen.has(thing)) continue;
    seen.add(thing);
    if ('at' in thing && 'key' in thing && isNode(thing.key)) add(thing.at, thing.key);
    if (isField(thing)) {
      if (!add(thing.value, thing.node)) open.push(thing.value);
      continue;
    }
    const inner = Array.isArray(thing)
      ? thing
      : Object.entries(thing).flatMap(([key, value]) => (key === 'node' || key === 'key' ? [] : [value]));
    for (const value of inner.toReversed()) if (typeof value === 'object' && value !== null) open.push(value);
  }
  return { dates, ranges };
}

function isField(thing: object): thing is { readonly value: unknown; readonly node: Node } {
  return 'value' in thing && 'node' in thing;
}

function isDate(value: unknown): value is PlanDate {
  return typeof value === 'object' && value !== null && 'day' in value && typeof value.day === 'number';
}

function isRange(value: unknown): value is DateRange {
  return (
    typeof value === 'object' &&
    value !== null &&
    'from' in value &&
    'to' in value &&
    isDate(value.from) &&
    isDate(value.to)
  );
}

function isNode(thing: unknown): thing is Node {
  return typeof thing === 'object' && thing !== null && 'kind' in thing;
}
