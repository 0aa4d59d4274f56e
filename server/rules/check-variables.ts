// What the condition of a team's own check can ask about a task: a name, a type of the expression language, and the value.
import type { PlanTask } from '../plan/plan.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { finishDate, startDate } from './recomputed-dates.ts';
import type { RuleContext } from './rule.ts';

/** Numbers with decimals are `double`, counts `int`; a date is a text `2026-03-02`, so that dates compare as texts do. */
export type VariableType = 'string' | 'bool' | 'int' | 'double' | 'list<string>';
export type VariableValue = string | boolean | bigint | number | readonly string[];

/** Longer texts and lists are cut, so that an expression costs no more than it says. */
const longestText = 1000;
const longestList = 100;

/** What is the same for all tasks of a version, worked out once. */
export class CheckFacts {
  readonly context: RuleContext;
  readonly predecessors: Int32Array;
  readonly successors: Int32Array;
  /** The outermost phase that holds a task, by its index; -1 outside. */
  readonly phase: Int32Array;
  readonly dayMinutes: number;

  constructor(context: RuleContext) {
    const { tasks, links, units } = context.plan;
    this.context = context;
    this.dayMinutes = units.dayMinutes;
    this.predecessors = new Int32Array(tasks.length);
    this.successors = new Int32Array(tasks.length);
    for (const { predecessor, successor } of links) {
      this.predecessors[successor] = (this.predecessors[successor] ?? 0) + 1;
      if (predecessor >= 0) this.successors[predecessor] = (this.successors[predecessor] ?? 0) + 1;
    }
    this.phase = new Int32Array(tasks.length).fill(-1);
    for (const { index, parent, isPhase } of tasks) {
      const outer = this.phase[parent] ?? -1;
      this.phase[index] = outer >= 0 ? outer : isPhase ? index : -1;
    }
  }

  days(minutes: number | undefined): number {
    return (minutes ?? 0) / this.dayMinutes;
  }
}

type Row = readonly [type: VariableType, value: (task: PlanTask, facts: CheckFacts) => VariableValue];

/** By name, in the order of the documentation. Texts that nobody wrote are empty, figures that nobody knows 0. */
export const checkVariables = {
  id: ['string', ({ id }) => text(id)],
  name: ['string', ({ record, id }) => text(record.name?.value ?? id)],
  description: ['string', ({ record }) => text(record.description?.value)],
  kind: ['string', ({ kind, isPhase }) => (isPhase ? 'phase' : kind)],
  phase: ['string', ({ index }, { context, phase }) => text(context.plan.tasks[phase[index] ?? -1]?.id)],
  depth: ['int', ({ depth }) => BigInt(depth)],
  tags: ['list<string>', ({ record }) => texts(record.tags?.value)],
  priority: ['string', ({ record }) => record.priority?.value ?? 'normal'],
  status: ['string', ({ record }) => text(record.status?.state?.value)],
  owner: ['string', ({ record }) => text(record.owner?.value)],
  assigned: [
    'list<string>',
    ({ record }) => (record.assign?.value ?? []).slice(0, longestList).map(({ value }) => text(value.who)),
  ],
  skills: ['list<string>', ({ record }) => texts(record.skills?.value)],
  goals: ['list<string>', ({ record }) => texts(record.goals?.value)],
  risks: ['list<string>', ({ record }) => texts(record.risks?.value)],
  deliverables: ['list<string>', ({ record }) => texts(record.deliverables?.value)],
  acceptance: ['list<string>', ({ record }) => texts(record.acceptance?.value)],
  start: ['string', ({ index }, { context }) => day(startDate(context.schedule.start[index] ?? Number.NaN, false))],
  finish: ['string', ({ index }, { context }) => day(finishOf(context, index))],
  deadline: ['string', ({ record }) => (record.deadline === undefined ? '' : day(record.deadline.value))],
  duration: ['double', ({ index }, facts) => facts.days(facts.context.schedule.durationMinutes[index])],
  slack: ['double', ({ index }, facts) => facts.days(facts.context.schedule.totalSlackMinutes[index])],
  free_slack: ['double', ({ index }, facts) => facts.days(facts.context.schedule.freeSlackMinutes[index])],
  critical: ['bool', ({ index }, { context }) => context.schedule.critical[index] === 1],
  progress: ['double', ({ index }, { context }) => context.schedule.progress[index] ?? 0],
  cost: ['double', ({ index }, { context }) => known(context.schedule.cost[index])],
  budget: ['double', ({ record }) => record.budget?.value ?? 0],
  predecessors: ['int', ({ index }, { predecessors }) => BigInt(predecessors[index] ?? 0)],
  successors: ['int', ({ index }, { successors }) => BigInt(successors[index] ?? 0)],
} as const satisfies Readonly<Record<string, Row>>;

export type VariableName = keyof typeof checkVariables;

const rows: ReadonlyMap<string, Row> = new Map(Object.entries(checkVariables));

function isName(name: string): name is VariableName {
  return rows.has(name);
}

/** Names and types, in the order of the documentation. */
export const variableTable: readonly { readonly name: VariableName; readonly type: VariableType }[] = Object.entries(
  checkVariables,
).flatMap(([name, [type]]) => (isName(name) ? [{ name, type }] : []));

/** The names that an expression can use. */
export const variableNames: readonly string[] = [...rows.keys()];

/** The type of a variable. */
export function variableType(name: string): VariableType | undefined {
  return rows.get(name)?.[0];
}

/** The values of these variables for a task. */
export function valuesOf(
  names: readonly string[],
  task: PlanTask,
  facts: CheckFacts,
): Readonly<Record<string, VariableValue>> {
  const values: Record<string, VariableValue> = Object.create(null);
  for (const name of names) {
    const row = rows.get(name);
    if (row !== undefined) values[name] = row[1](task, facts);
  }
  return values;
}

function text(value: string | undefined): string {
  return value === undefined ? '' : value.slice(0, longestText);
}

function texts(list: readonly { readonly value: string }[] | undefined): readonly string[] {
  return (list ?? []).slice(0, longestList).map(({ value }) => text(value));
}

function known(value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? 0 : value;
}

/** A milestone stands on the day of its moment; work that ends at midnight ended the day before. */
function finishOf({ schedule }: RuleContext, index: number) {
  const [start, finish] = [schedule.start[index] ?? Number.NaN, schedule.finish[index] ?? Number.NaN];
  return finish > start ? finishDate(finish, false) : startDate(finish, false);
}

function day(date: { readonly day: number }): string {
  return Number.isFinite(date.day) ? formatDate({ day: date.day }) : '';
}
