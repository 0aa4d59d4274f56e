// Who does the work of a task, as the rules about people see it.
import type { Entry } from '../plan/field.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { PersonRecord, ResourceRecord, TaskRecord } from '../plan/schema.generated.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { ScalarNode } from '../text/node.ts';
import { cancelledTasks } from './counted-work.ts';
import type { Place } from './finding.ts';
import { isElapsed } from './network-quality.ts';
import type { RuleContext } from './rule.ts';

/** Somebody at work: `units` are percent of full time, `place` is where the task names them. */
export interface Doer {
  readonly id: string;
  readonly person: PersonRecord | undefined;
  readonly units: number;
  readonly place: Place;
}

export type People = ReadonlyMap<string, Entry<PersonRecord>>;
type Things = ReadonlyMap<string, Entry<ResourceRecord>>;

/** What the rules ask of one plan again and again, each worked out once. */
interface Cast {
  readonly people: People;
  readonly things: Things;
  readonly doers: Map<TaskRecord, readonly Doer[]>;
  written?: readonly PlanTask[];
}

const casts = new WeakMap<Plan, Cast>();
const ahead = new WeakMap<Schedule, readonly PlanTask[]>();

function castOf(plan: Plan): Cast {
  const known = casts.get(plan);
  if (known !== undefined) return known;
  const { team, resources } = plan.root;
  const cast = { people: byId(team?.value ?? []), things: byId(resources?.value ?? []), doers: new Map() };
  casts.set(plan, cast);
  return cast;
}

/** The plan's own people and those of included files, by id. */
export function peopleOf(plan: Plan): People {
  return castOf(plan).people;
}

/** Equipment and material by id. */
export function thingsOf(plan: Plan): Things {
  return castOf(plan).things;
}

function byId<T>(entries: readonly Entry<T>[]): ReadonlyMap<string, Entry<T>> {
  return new Map(entries.toReversed().map((entry) => [entry.id, entry]));
}

/** What somebody is called: their name, else their id. */
export function nameOf(id: string, named: { readonly name?: { readonly value: string } } | undefined): string {
  return named?.name?.value ?? id;
}

/** What anybody is called whom a plan may name: a person, else a stakeholder, else the text itself. */
export function callNames({ root }: Plan): (id: string) => string {
  const names = new Map(
    [...(root.stakeholders?.value ?? []), ...(root.team?.value ?? [])].map(({ id, value }) => [id, nameOf(id, value)]),
  );
  return (id) => names.get(id) ?? id;
}

/**
 * Those who do a piece of work: people who are assigned, else its owner. A percentage is of full time; without one somebody gives
 * their capacity. An owner beside anything that is assigned only answers for it.
 */
export function doersOf(record: TaskRecord, plan: Plan): readonly Doer[] {
  const { people, things, doers } = castOf(plan);
  const known = doers.get(record) ?? readDoers(record, people, things);
  doers.set(record, known);
  return known;
}

function readDoers({ assign, owner }: TaskRecord, people: People, things: Things): readonly Doer[] {
  if (assign === undefined) {
    if (owner === undefined) return [];
    const person = people.get(owner.value)?.value;
    return [{ id: owner.value, person, units: person?.capacity?.value ?? 100, place: { node: owner.node } }];
  }
  return assign.value.flatMap(({ value, node }) => {
    const { who, percent, pieces, amount, whoLength } = value;
    const person = people.get(who)?.value;
    if (person === undefined && (pieces !== undefined || amount !== undefined || things.has(who))) return [];
    return [
      { id: who, person, units: percent ?? person?.capacity?.value ?? 100, place: { node, from: 0, to: whoLength } },
    ];
  });
}

/** What the author wrote as work: a task, or one that repeats; neither summary, milestone, reserve nor cancelled. */
export function writtenWork(plan: Plan): readonly PlanTask[] {
  const cast = castOf(plan);
  if (cast.written !== undefined) return cast.written;
  const cancelled = cancelledTasks(plan);
  cast.written = plan.tasks.filter(
    ({ index, kind, synthetic, record }) =>
      synthetic === undefined &&
      cancelled[index] === 0 &&
      (kind === 'task' || (repeats(record) && record.milestone?.value !== true && record.buffer?.value !== true)),
  );
  return cast.written;
}

function repeats({ repeat, tasks }: TaskRecord): boolean {
  return repeat !== undefined && tasks === undefined;
}

/** Work that somebody still has to do, each time of a repetition by itself. Elapsed work is waiting: it keeps nobody busy. */
export function workAhead({ plan, schedule }: RuleContext): readonly PlanTask[] {
  const known = ahead.get(schedule);
  if (known !== undefined) return known;
  const cancelled = cancelledTasks(plan);
  const tasks = plan.tasks.filter(
    (task) =>
      task.kind === 'task' &&
      cancelled[task.index] === 0 &&
      (schedule.progress[task.index] ?? 0) < 100 &&
      !isElapsed(task),
  );
  ahead.set(schedule, tasks);
  return tasks;
}

/** The place of an id where it is defined; where that stands in an included file, the one given instead. */
export function ownPlace(plan: Plan, key: ScalarNode, otherwise: Place): Place {
  return plan.fileOf(key) === undefined ? { node: key } : otherwise;
}
