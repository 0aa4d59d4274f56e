// How MS Project XML writes moments, lengths of time and codes, and what they mean here; both ways.
import type { DurationUnit, LinkType } from '../../plan/scalar.ts';
import type { Minute } from '../../schedule/schedule.ts';

const moment = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?/;

/** `2026-03-02T08:00:00` as minutes since 1970-01-01; a zone behind it is not looked at. Undefined for what is no moment (`NA`). */
export function momentOf(text: string | undefined): Minute | undefined {
  const match = moment.exec(text ?? '');
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? '0'));
  const value = Date.UTC(year, month - 1, day, hour, minute, second) / 60_000;
  return year < 1900 || Number.isNaN(value) ? undefined : Math.round(value);
}

/** `2026-03-02T08:00:00`. */
export function momentText(minute: Minute): string {
  return new Date(minute * 60_000).toISOString().slice(0, 19);
}

const length =
  /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** `PT8H0M0S` in minutes, not rounded. Years and months are not used for working time and are refused. */
export function minutesOf(text: string | undefined): number | undefined {
  const match = length.exec(text ?? '');
  if (match === null || match[2] !== undefined || match[3] !== undefined) return undefined;
  const [day = 0, hour = 0, minute = 0, second = 0] = match.slice(4).map((part) => Number(part ?? '0'));
  const minutes = day * 1440 + hour * 60 + minute + second / 60;
  return match[1] === undefined ? minutes : -minutes;
}

/** `PT8H0M0S`. */
export function minutesText(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  return `PT${Math.floor(seconds / 3600)}H${Math.floor((seconds % 3600) / 60)}M${seconds % 60}S`;
}

/** What a length is counted in. */
export interface Counting {
  readonly unit: DurationUnit;
  readonly elapsed: boolean;
}

const units: readonly DurationUnit[] = ['m', 'h', 'd', 'w', 'mo'];

/** `DurationFormat` and `LagFormat`: 3 m, 4 em, 5 h, 6 eh … 11 mo, 12 emo; 32 more where it is an estimate. */
export function countingOf(format: number | undefined): Counting | undefined {
  const code = format === undefined ? Number.NaN : format >= 35 ? format - 32 : format;
  const unit = units[Math.floor((code - 3) / 2)];
  return unit === undefined ? undefined : { unit, elapsed: code % 2 === 0 };
}

/** The code of a counting; of a percentage 19 or (elapsed) 20. */
export function formatCode({ unit, elapsed }: Counting): number {
  return 3 + 2 * units.indexOf(unit) + (elapsed ? 1 : 0);
}

/** Whether a format counts percent of the predecessor, and in which kind of time. */
export function percentCounting(format: number | undefined): { readonly elapsed: boolean } | undefined {
  if (format === 19 || format === 51) return { elapsed: false };
  return format === 20 || format === 52 ? { elapsed: true } : undefined;
}

/** By the code of `PredecessorLink/Type`. */
export const linkTypes: readonly LinkType[] = ['FF', 'FS', 'SF', 'SS'];

/** By `StandardRateFormat`: what a rate is shown by; the value itself is always of an hour. 7 is a year. */
export const rateUnits: ReadonlyMap<number, DurationUnit> = new Map([
  [1, 'm'],
  [2, 'h'],
  [3, 'd'],
  [4, 'w'],
  [5, 'mo'],
]);

/** Codes of `ConstraintType`. */
export const constraintCodes = { ASAP: 0, ALAP: 1, MSO: 2, MFO: 3, SNET: 4, SNLT: 5, FNET: 6, FNLT: 7 } as const;
