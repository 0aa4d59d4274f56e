// What reading found all over a plan, in the order of the entries.
import type { Node } from '../text/node.ts';
import type { Document } from './document.ts';
import type { InformalText, PlanProblem, WrittenDate, WrittenRange } from './plan.ts';
import { nameOf } from './settle.ts';
import type { Listed, TaskList } from './task-list.ts';

export interface Gathered {
  readonly problems: readonly PlanProblem[];
  /** What is wrong with the places of tasks in the list. */
  readonly misplaced: readonly PlanProblem[];
  readonly informal: readonly InformalText[];
  readonly dates: readonly WrittenDate[];
  readonly ranges: readonly WrittenRange[];
}

/** The document and the tasks, as they were read. */
export interface Read {
  readonly document: Document;
  readonly list: TaskList;
}

/** Where things of one kind are. */
interface Kind<T> {
  /** Of the plan as a whole. */
  readonly ofAll: (read: Read) => readonly T[];
  readonly of: (listed: Listed) => readonly T[];
  /** What is read of one node under one name counts in the first entry alone, however many aliases and merges lead there. */
  readonly name?: (one: T) => string;
}

const nameless = (): string => '';

const problems: Kind<PlanProblem> = {
  ofAll: ({ document }) => document.reading.problems,
  of: ({ entry }) => entry.reading.problems,
  name: nameOf,
};
const misplaced: Kind<PlanProblem> = { ofAll: ({ list }) => list.problems, of: (listed) => listed.problems };
const informal: Kind<InformalText> = {
  ofAll: ({ document }) => document.reading.informal,
  of: ({ entry }) => entry.reading.informal,
};
const dates: Kind<WrittenDate> = {
  ofAll: ({ document }) => document.reading.dates,
  of: ({ entry }) => entry.reading.dates,
  name: nameless,
};
const ranges: Kind<WrittenRange> = {
  ofAll: ({ document }) => document.reading.ranges,
  of: ({ entry }) => entry.reading.ranges,
  name: nameless,
};

/** What all readings found. A list in which an edit changed nothing is the same object as `before`. */
export function gathered(now: Read, before?: Read & { readonly gathered: Gathered }): Gathered {
  const all = <T extends { readonly node: Node }>(kind: Kind<T>, kept: readonly T[] | undefined): readonly T[] =>
    kept !== undefined && before !== undefined && isUntouched(now, before, kind) ? kept : everything(now, kind);
  const old = before?.gathered;
  const texts = all(informal, old?.informal);
  return {
    problems: all(problems, old?.problems),
    misplaced: all(misplaced, old?.misplaced),
    informal: texts === old?.informal ? texts : onePerNode(texts),
    dates: all(dates, old?.dates),
    ranges: all(ranges, old?.ranges),
  };
}

/** Whether nothing that was read anew has, or had, anything of a kind. */
function isUntouched<T>(now: Read, before: Read, { ofAll, of }: Kind<T>): boolean {
  const { listed, made, isSameShape } = now.list;
  return (
    isSameShape &&
    isSame(ofAll(now), ofAll(before)) &&
    made.every((task) => {
      const [one, old] = [listed[task], before.list.listed[task]];
      return one === undefined || old === undefined ? one === old : isSame(of(one), of(old));
    })
  );
}

function isSame(one: readonly unknown[], old: readonly unknown[]): boolean {
  return one === old || one.length + old.length === 0;
}

function everything<T extends { readonly node: Node }>(read: Read, { ofAll, of, name }: Kind<T>): readonly T[] {
  const found = ofAll(read).slice();
  const { listed, loud, referring } = read.list;
  const isNew = name !== undefined && referring.length > 0 ? isReadFirst(found, name) : undefined;
  for (const task of loud) {
    const entry = listed[task];
    if (entry !== undefined) for (const one of of(entry)) if (isNew?.(one, task) !== false) found.push(one);
  }
  return found;
}

/** Whether something in the entry of a task is read there first. `ofAll`: what was read before all tasks. */
function isReadFirst<T extends { readonly node: Node }>(
  ofAll: readonly T[],
  name: (one: T) => string,
): (one: T, task: number) => boolean {
  const readers = new Map<Node, Map<string, number>>();
  const isFirst = (one: T, task: number): boolean => {
    const ofNode = readers.get(one.node) ?? new Map<string, number>();
    readers.set(one.node, ofNode);
    const reader = ofNode.get(name(one)) ?? task;
    ofNode.set(name(one), reader);
    return reader === task;
  };
  for (const one of ofAll) isFirst(one, -1);
  return isFirst;
}

/** Each text once, however many aliases lead to it. */
function onePerNode(texts: readonly InformalText[]): readonly InformalText[] {
  return texts.length < 2 ? texts : [...new Map(texts.map((one) => [one.node, one])).values()];
}
