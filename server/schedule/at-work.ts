// Who and what works on a task: the one answer for effort, cost, load and the rules about people.
import type { Field } from '../plan/field.ts';
import type { Assignment } from '../plan/scalar.ts';
import type { TaskRecord } from '../plan/schema.generated.ts';

/** Somebody at work: as the task's `assign` names them, or as its owner. */
export interface PersonAtWork {
  readonly id: string;
  /** Percent of full time, where the task says it; else they give their capacity. */
  readonly percent: number | undefined;
  readonly assigned: Field<Assignment> | undefined;
}

export interface AtWork {
  readonly people: readonly PersonAtWork[];
  /** Equipment and material. */
  readonly things: readonly Field<Assignment>[];
}

/** What an id means: people go before things; what nobody defines is neither. */
export type Meaning = (id: string) => 'person' | 'thing' | undefined;

/**
 * People who are assigned, else the owner: an owner beside anything that is assigned only answers for it, as they do for elapsed work, which goes
 * on by itself. An id that nobody defines is a person unless pieces or an amount of it are asked for.
 */
export function atWork(record: TaskRecord, meaning: Meaning): AtWork {
  const { assign, owner } = record;
  if (assign === undefined) {
    const works = owner !== undefined && !isElapsed(record);
    return { people: works ? [{ id: owner.value, percent: undefined, assigned: undefined }] : [], things: [] };
  }
  const people: PersonAtWork[] = [];
  const things: Field<Assignment>[] = [];
  for (const assigned of assign.value) {
    const { who, percent, pieces, amount } = assigned.value;
    const is = meaning(who);
    if (is === 'thing') things.push(assigned);
    else if (is === 'person' || (pieces === undefined && amount === undefined))
      people.push({ id: who, percent, assigned });
  }
  return { people, things };
}

/** Whether the length of a task is time on the clock. */
export function isElapsed({ duration, estimate }: TaskRecord): boolean {
  return (duration ?? estimate?.likely)?.value.elapsed === true;
}
