// Rules about key figures: their newest value is where it should be, and it is new enough.
import type { Entry, KeyedEntry } from '../plan/field.ts';
import type { Cadence, Measure, PlanDate } from '../plan/scalar.ts';
import type { KpiRecord } from '../plan/schema.generated.ts';
import type { Report } from './finding.ts';
import { reportedUntil } from './reported-until.ts';
import { type RuleContext, rule } from './rule.ts';

const dayMinutes = 1440;

/** The newest value is past what was agreed as a warning or an alarm, or short of what was to be reached by then. */
export const kpiOffTrack = rule({
  id: 'kpi-off-track',
  family: 'goals',
  severity: 'warning',
  parameters: {},
  from: ({ plan }) => [plan.root.kpis],
  *check({ plan }) {
    for (const kpi of plan.root.kpis?.value ?? []) {
      const newest = newestOf(kpi.value.values?.value);
      if (newest === undefined) continue;
      const { alarmBelow, alarmAbove, warnBelow, warnAbove } = kpi.value;
      const value = newest.value.value;
      const passed = [
        { message: 'kpi-off-track.alarm-below', limit: alarmBelow, isPast: value < (alarmBelow?.value.value ?? value) },
        { message: 'kpi-off-track.alarm-above', limit: alarmAbove, isPast: value > (alarmAbove?.value.value ?? value) },
        { message: 'kpi-off-track.below', limit: warnBelow, isPast: value < (warnBelow?.value.value ?? value) },
        { message: 'kpi-off-track.above', limit: warnAbove, isPast: value > (warnAbove?.value.value ?? value) },
      ].find(({ isPast }) => isPast);
      if (passed?.limit === undefined) {
        yield* behind(kpi, newest);
        continue;
      }
      yield {
        message: passed.message,
        args: {
          kpi: titleOf(kpi),
          value: measure(newest.value),
          limit: measure(passed.limit.value),
          date: { day: newest.at.day },
        },
        place: { node: newest.node },
        related: [
          {
            message: 'kpi-off-track.limit',
            args: { limit: measure(passed.limit.value) },
            place: { node: passed.limit.node },
          },
        ],
      };
    }
  },
});

/** The last of the values on the way that was due when the newest one was measured, and isn't reached by it. */
function* behind(kpi: Entry<KpiRecord>, newest: KeyedEntry<PlanDate, Measure>): Iterable<Report> {
  const { from, target, by } = kpi.value;
  if (from === undefined || target === undefined || by === undefined) return;
  const step = newestOf(by.value, newest.at.day);
  const up = Math.sign(target.value.value - from.value.value);
  if (step === undefined || (step.value.value - newest.value.value) * up <= 0) return;
  const args = { limit: measure(step.value), due: { day: step.at.day } };
  yield {
    message: 'kpi-off-track.behind',
    args: { ...args, kpi: titleOf(kpi), value: measure(newest.value), date: { day: newest.at.day } },
    place: { node: newest.node },
    related: [{ message: 'kpi-off-track.step', args, place: { node: step.node } }],
  };
}

function titleOf({ id, value }: Entry<KpiRecord>): string {
  return value.name?.value ?? id;
}

function measure({ value, percent }: Measure) {
  return percent ? { percent: value } : value;
}

type Dated = KeyedEntry<PlanDate, Measure>;

/** The value with the latest date, of those up to a day; of two on one day the later in the text. */
function newestOf(values: readonly Dated[] = [], until = Number.POSITIVE_INFINITY): Dated | undefined {
  let newest: Dated | undefined;
  for (const each of values)
    if (each.at.day <= until && (newest === undefined || each.at.day >= newest.at.day)) newest = each;
  return newest;
}

/** No value within the cadence. Silent before the plan begins, and where nothing is reported yet. */
export const kpiStale = rule({
  id: 'kpi-stale',
  family: 'goals',
  severity: 'warning',
  parameters: {},
  *check(context) {
    const { plan, schedule } = context;
    const asOf = reportedUntil(context);
    if (asOf === undefined || asOf <= schedule.planStart) return;
    for (const kpi of plan.root.kpis?.value ?? []) {
      const { every, unread } = kpi.value;
      if (every === undefined || unread.includes('values')) continue;
      const newest = newestOf(kpi.value.values?.value);
      const since = newest === undefined ? schedule.planStart : (newest.at.day + 1) * dayMinutes;
      const age = ageOf(every.value, since, asOf, context);
      if (age <= every.value.every) continue;
      const args = { kpi: titleOf(kpi), asOf: { day: Math.floor((asOf - 1) / dayMinutes) } };
      yield newest === undefined
        ? {
            message: 'kpi-stale.never',
            args: { ...args, start: { minute: schedule.planStart } },
            place: { node: kpi.key },
          }
        : {
            message: 'kpi-stale',
            args: { ...args, date: { day: newest.at.day }, days: Math.floor((asOf - since) / dayMinutes) },
            place: { node: newest.key },
            related: [{ message: 'kpi-stale.every', args: {}, place: { node: every.node } }],
          };
    }
  },
});

/** How many days, weeks or months of a cadence have gone by; days are working days: nobody measures on a Sunday. */
function ageOf({ unit }: Cadence, since: number, asOf: number, { plan, schedule }: RuleContext): number {
  const days = (asOf - since) / dayMinutes;
  if (unit === 'd') return schedule.calendar.between(since, asOf) / plan.units.dayMinutes;
  return unit === 'w' ? days / 7 : days / 31;
}
