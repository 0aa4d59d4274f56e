// The people, equipment and material of a plan, as numbers: who is there when, at what price.
import type { Plan } from '../plan/plan.ts';
import type { Rate } from '../plan/scalar.ts';
import { firstMinute, lastMinute } from './moments.ts';
import type { MinuteRange } from './plan-calendars.ts';

export interface PersonTerms {
  readonly id: string;
  /** Percent of full time. */
  readonly capacity: number;
  readonly rate: Rate | undefined;
  /** The id of a calendar of their own. */
  readonly calendar: string | undefined;
  readonly leave: readonly MinuteRange[];
}

/** Equipment, or material where it is that: `price` is by the unit. */
export interface ThingTerms {
  readonly id: string;
  readonly isMaterial: boolean;
  readonly rate: Rate | undefined;
  readonly price: number | undefined;
}

export interface StaffTerms {
  readonly people: readonly PersonTerms[];
  readonly things: readonly ThingTerms[];
}

/** `team` and `resources`, in the order of the plan. */
export function staffTerms({ root }: Plan): StaffTerms {
  return {
    people: (root.team?.value ?? []).map(({ id, value: { capacity, rate, calendar, leave } }) => ({
      id,
      capacity: capacity?.value ?? 100,
      rate: rate?.value,
      calendar: calendar?.value,
      leave: (leave?.value ?? []).map(({ value }) => ({ from: firstMinute(value.from), to: lastMinute(value.to) })),
    })),
    things: (root.resources?.value ?? []).map(({ id, value: { kind, rate, price } }) => ({
      id,
      isMaterial: kind?.value === 'material',
      rate: rate?.value,
      price: price?.value,
    })),
  };
}
