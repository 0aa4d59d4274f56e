// Who does the work of a task, as the rules about people see it.
import type { Entry } from '../plan/field.ts';
import type { Plan } from '../plan/plan.ts';
import type { PersonRecord, ResourceRecord, TaskRecord } from '../plan/schema.generated.ts';
import { atWork } from '../schedule/at-work.ts';
import type { ScalarNode } from '../text/node.ts';
import type { Place } from './finding.ts';

/** Somebody at work: `units` are percent of full time, `place` is where the task names them. */
export interface Doer {
  readonly id: string;
  readonly person: PersonRecord | undefined;
  readonly units: number;
  readonly place: Place;
}

type People = ReadonlyMap<string, Entry<PersonRecord>>;
type Things = ReadonlyMap<string, Entry<ResourceRecord>>;

/** The people and things of a plan, and who does what. */
export class Cast {
  /** The plan's own people and those of included files, by id. */
  readonly people: People;
  /** Equipment and material by id. */
  readonly things: Things;
  readonly #doers = new Map<TaskRecord, readonly Doer[]>();

  constructor({ root: { team, resources } }: Plan) {
    this.people = byId(team?.value ?? []);
    this.things = byId(resources?.value ?? []);
  }

  /** Those who do a piece of work; see `atWork`. A percentage is of full time; without one somebody gives their capacity. */
  doersOf(record: TaskRecord): readonly Doer[] {
    const known = this.#doers.get(record) ?? this.#readDoers(record);
    this.#doers.set(record, known);
    return known;
  }

  #readDoers(record: TaskRecord): readonly Doer[] {
    const meaning = (id: string) => (this.people.has(id) ? 'person' : this.things.has(id) ? 'thing' : undefined);
    return atWork(record, meaning).people.flatMap(({ id, percent, assigned }) => {
      const person = this.people.get(id)?.value;
      const place =
        assigned === undefined
          ? record.owner && { node: record.owner.node }
          : { node: assigned.node, from: 0, to: assigned.value.whoLength };
      return place === undefined ? [] : [{ id, person, units: percent ?? person?.capacity?.value ?? 100, place }];
    });
  }
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

/** The place of an id where it is defined; where that stands in an included file, the one given instead. */
export function ownPlace(plan: Plan, key: ScalarNode, otherwise: Place): Place {
  return plan.fileOf(key) === undefined ? { node: key } : otherwise;
}
