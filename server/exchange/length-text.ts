// Lengths of time as a plan writes them.
import type { Units } from '../plan/scalar.ts';
import { formatMinutes } from '../plan/scalars/duration.ts';
import type { LengthDraft } from './draft.ts';

/** Whole weeks and months where the author counted in them, else days, else hours, else minutes. */
export function lengthText({ minutes, elapsed, unit }: LengthDraft, units: Units): string {
  if (unit === 'w' || unit === 'mo') {
    const size = elapsed ? { w: 10_080, mo: 43_200 }[unit] : { w: units.weekMinutes, mo: units.monthMinutes }[unit];
    const amount = minutes / size;
    if (minutes > 0 && Number.isInteger(amount)) return `${amount}${elapsed ? 'e' : ''}${unit}`;
  }
  return formatMinutes(minutes, elapsed, units);
}
