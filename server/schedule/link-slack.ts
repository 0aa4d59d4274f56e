// How much time a link leaves between what it binds.
import type { Plan, PlanLink } from '../plan/plan.ts';
import { kinds } from './activities.ts';
import { isLagElapsed, lagMinutes } from './lags.ts';
import { arrivesAtStart, leavesFinish } from './network.ts';
import type { Schedule } from './schedule.ts';

/** What a link asks for and what it leaves. */
export interface LinkSlack {
  /** The lag in minutes, percentages worked out; negative for a lead. On the clock where `elapsed`, else in the successor's working time. */
  readonly lagMinutes: number;
  readonly elapsed: boolean;
  /** Working minutes of the successor's calendar from the moment that the link allows to the one that it binds; negative where it doesn't hold. */
  readonly slackMinutes: number;
  /** Whether it is why the successor starts when it does. */
  readonly drives: boolean;
}

/** Undefined for links out of other plans whose dates are not known. */
export function linkSlack(plan: Plan, schedule: Schedule, link: PlanLink): LinkSlack | undefined {
  const { index, predecessor, successor } = link;
  const { network, external, lags, frame, activities } = schedule.kept.ready;
  const { early } = schedule.kept.passes;
  const code = network.type[index] ?? 0;
  const other = predecessor < 0 ? external.get(index) : undefined;
  const ends = leavesFinish[code]
    ? (other?.finish ?? schedule.finish[predecessor])
    : (other?.start ?? schedule.start[predecessor]);
  const bound = (arrivesAtStart[code] ? schedule.start : schedule.finish)[successor];
  if (ends === undefined || bound === undefined || plan.links[index] !== link) return undefined;
  const calendar = schedule.calendarOf(successor);
  const whole = other ? frame.calendar.between(other.start, other.finish) : (early.duration[predecessor] ?? 0);
  const { kind } = early.times ?? activities;
  const isPassed = [predecessor, successor].some((task) => kind[task] === kinds.cancelled);
  const minutes = isPassed || network.counts[index] !== 1 ? 0 : lagMinutes(lags, index, whole);
  const elapsed = minutes !== 0 && isLagElapsed(lags, index, activities.elapsed[predecessor] === 1);
  const driver = schedule.driver(successor);
  return {
    lagMinutes: minutes,
    elapsed,
    slackMinutes: elapsed ? calendar.between(ends + minutes, bound) : calendar.between(ends, bound) - minutes,
    drives: driver.kind === 'link' && driver.link === index,
  };
}
