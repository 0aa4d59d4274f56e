// The working hours that a calendar writes: one interval, several, or a map from weekdays and dates to intervals.
import type { Node, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { CalendarHours } from './plan.ts';
import { atKey, problem, type Reading } from './reading.ts';
import type { DateRange, Interval, Weekday } from './scalar.ts';
import { ScalarReader } from './scalar-reader.ts';
import { parseDays } from './scalars/days.ts';
import { parseRange } from './scalars/range.ts';

/** Days of one key of `hours:`; a longer stretch has no hours of its own. */
const longestStretch = 366;

/** The hours that a node writes. What can't be read is a problem and is left out; undefined where nothing could be read. */
export function calendarHours(
  tree: Tree,
  written: Node,
  reading: Reading,
  hoursKey?: ScalarNode,
): CalendarHours | undefined {
  const node = tree.resolve(written);
  const hours = new HoursReader(tree, reading);
  if (node?.kind !== 'map') {
    const everyDay = hours.intervals(written, hoursKey);
    return everyDay === undefined ? undefined : { everyDay, byWeekday: new Map(), byDate: [] };
  }
  const byWeekday = new Map<Weekday, readonly Interval[]>();
  const byDate: { day: number; intervals: readonly Interval[] }[] = [];
  for (const { key, value } of tree.pairsOf(node)) {
    const intervals = hours.intervals(value, key);
    const days = hours.days(key);
    if (intervals === undefined || days === undefined) continue;
    if (Array.isArray(days)) for (const day of days) byWeekday.set(day, intervals);
    else for (let day = days.from.day; day <= days.to.day; day++) byDate.push({ day, intervals });
  }
  return byWeekday.size === 0 && byDate.length === 0 ? undefined : { byWeekday, byDate };
}

class HoursReader {
  readonly #tree: Tree;
  readonly #reading: Reading;
  readonly #scalars: ScalarReader;

  constructor(tree: Tree, reading: Reading) {
    this.#tree = tree;
    this.#reading = reading;
    this.#scalars = new ScalarReader(reading);
  }

  /** Sorted intervals that do not overlap; none where the list is empty (a day off). */
  intervals(written: Node, key?: ScalarNode): readonly Interval[] | undefined {
    const node = this.#tree.resolve(written);
    const around = { record: 'Calendar', key } as const;
    const shape = { kind: 'scalar', format: 'interval' } as const;
    if (node === undefined) return undefined;
    if (node.kind === 'map') {
      this.#reading.problems.push(problem('schema', 'wants-list', { key: key?.text ?? '' }, atKey(node, key)));
      return undefined;
    }
    const items = node.kind === 'list' ? node.items : [node];
    const found: { interval: Interval; node: Node }[] = [];
    for (const item of items) {
      const target = this.#tree.resolve(item);
      if (target?.kind !== 'scalar') {
        if (target !== undefined)
          this.#reading.problems.push(
            problem('schema', 'items-want-values', { key: key?.text ?? '' }, { node: target }),
          );
        continue;
      }
      const field =
        node.kind === 'list'
          ? this.#scalars.readItem(shape, target, around, node)
          : this.#scalars.readAlone(shape, target, around);
      if (isInterval(field?.value)) found.push({ interval: field.value, node: target });
    }
    return found.length === 0 && items.length > 0 ? undefined : this.#apart(found);
  }

  #apart(found: { interval: Interval; node: Node }[]): readonly Interval[] {
    const sorted = found.toSorted((a, b) => a.interval.from - b.interval.from);
    const kept: Interval[] = [];
    for (const { interval, node } of sorted) {
      const before = kept.at(-1);
      if (before === undefined || interval.from >= before.to) kept.push(interval);
      else if (node.kind === 'scalar')
        this.#reading.problems.push(problem('schema', 'intervals-overlap', { text: node.text }, { node }));
    }
    return kept;
  }

  /** The weekdays, or the dates, that a key names. */
  days(key: ScalarNode): Weekday[] | DateRange | undefined {
    const range = parseRange(key.text);
    if (range.ok && range.value.to.day - range.value.from.day < longestStretch) return range.value;
    const days = parseDays(key.text);
    if (days.ok) return [...days.value];
    const { problem: wrong } = /\d{3}/.test(key.text) && !range.ok ? range : days;
    this.#reading.problems.push({ ...wrong, node: key });
    return undefined;
  }
}

function isInterval(value: unknown): value is Interval {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}
