// Who and what does the work of a task: people with their time and rates, equipment, material.
import type { Rate } from '../plan/scalar.ts';
import type { TaskRecord } from '../plan/schema.generated.ts';
import { atWork, type Meaning } from './at-work.ts';
import { fullTime, type Share } from './joint-time.ts';
import type { PlanCalendars } from './plan-calendars.ts';
import type { PersonTerms, StaffTerms, ThingTerms } from './staff-terms.ts';
import type { WorkTable } from './work-table.ts';

/** Somebody at work: when, with what share of full time, at what rate. */
export interface Worker extends Share {
  readonly id: string;
  readonly rate: Rate | undefined;
}

export interface Staffing {
  readonly workers: readonly Worker[];
  readonly equipment: readonly { readonly pieces: number; readonly rate: Rate | undefined }[];
  readonly material: readonly { readonly amount: number; readonly price: number | undefined }[];
}

interface Person extends PersonTerms {
  readonly table: () => WorkTable;
}

/** Answers for the tasks of one plan who does them. Of two with one id the first counts. */
export class Staff {
  readonly #people = new Map<string, Person>();
  readonly #things = new Map<string, ThingTerms>();
  readonly #meaning: Meaning = (id) => (this.#people.has(id) ? 'person' : this.#things.has(id) ? 'thing' : undefined);
  /** Whether anybody or anything has a price. */
  readonly hasPrices: boolean;

  constructor({ people, things }: StaffTerms, calendars: PlanCalendars) {
    for (const person of people) {
      if (this.#people.has(person.id)) continue;
      let table: WorkTable | undefined;
      this.#people.set(person.id, {
        ...person,
        table: () => {
          table ??= calendars.withLeave(person.calendar, person.leave);
          return table;
        },
      });
    }
    for (const thing of things) if (!this.#things.has(thing.id)) this.#things.set(thing.id, thing);
    this.hasPrices =
      people.some(({ rate }) => rate !== undefined) ||
      things.some(({ rate, price }) => rate !== undefined || price !== undefined);
  }

  /** The id of the calendar that somebody has of their own. */
  calendarOf(id: string): string | undefined {
    return this.#people.get(id)?.calendar;
  }

  /** The time in which somebody works: their calendar without their leave; undefined for whom the plan doesn't know. */
  timeOf(id: string): WorkTable | undefined {
    return this.#people.get(id)?.table();
  }

  /**
   * Who and what works on a task; see `atWork`. Somebody whom the plan doesn't know works full time in the task's hours. A percentage is of full
   * time, without one a person gives their capacity.
   */
  of(record: TaskRecord, task: WorkTable): Staffing {
    const { people, things } = atWork(record, this.#meaning);
    const equipment: { pieces: number; rate: Rate | undefined }[] = [];
    const material: { amount: number; price: number | undefined }[] = [];
    for (const { value } of things) {
      const thing = this.#things.get(value.who);
      if (thing?.isMaterial) material.push({ amount: value.amount?.value ?? 0, price: thing.price });
      else equipment.push({ pieces: value.pieces ?? (value.percent ?? 100) / 100, rate: thing?.rate });
    }
    return { workers: people.map(({ id, percent }) => this.#worker(id, percent, task)), equipment, material };
  }

  #worker(id: string, percent: number | undefined, task: WorkTable): Worker {
    const person = this.#people.get(id);
    const units = Math.round(((percent ?? person?.capacity ?? 100) * fullTime) / 100);
    return { id, units, rate: person?.rate, table: person?.table() ?? task };
  }
}
