// Work that was begun although what it waits for was not there yet.
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import type { Report } from './finding.ts';
import { rule } from './rule.ts';
import { is } from './task-table.ts';

const dayMinutes = 1440;

/** Work done before its predecessor was finished. */
export const outOfSequence = rule({
  id: 'out-of-sequence',
  family: 'progress',
  severity: 'warning',
  source: 'MSP',
  parameters: {},
  from: ({ plan, facts: { dates, tasks, cancelled, begun } }) => [
    dates,
    tasks.shape,
    tasks.where(is.actual),
    cancelled,
    begun.includes(1) && plan.kept.network,
  ],
  *check(context) {
    const { plan, schedule, facts } = context;
    if (!facts.begun.includes(1)) return;
    const begun = facts.links.into(facts.begun);
    const ends = facts.workFinishes;
    for (const link of begun) {
      const [predecessor, successor] = [plan.tasks[link.predecessor], plan.tasks[link.successor]];
      if (predecessor === undefined || successor === undefined || predecessor === successor) continue;
      // Nobody reports a reserve or a gate as done.
      if (predecessor.kind === 'buffer' || predecessor.synthetic !== undefined || !bindsStart(link)) continue;
      if (predecessor.record.status?.state?.value === 'cancelled') continue;
      const byFinish = link.type === 'FS';
      const reached = byFinish
        ? (schedule.progress[predecessor.index] ?? 0) >= 100
        : facts.begun[predecessor.index] === 1;
      const began = schedule.start[successor.index] ?? 0;
      const needed = (byFinish ? ends : schedule.start)[predecessor.index] ?? 0;
      if (reached && !isEarlier(began, needed, byFinish, predecessor, successor)) continue;
      yield outOfSequenceReport(link, { predecessor, successor, reached, began, needed });
    }
  },
});

/** What follows a lead may begin before; FF and SF say nothing about beginnings. */
function bindsStart({ type, lag }: PlanLink): boolean {
  if (type !== 'FS' && type !== 'SS') return false;
  return lag === undefined || (lag.kind === 'percent' ? lag.percent >= 0 : lag.sign > 0);
}

function outOfSequenceReport(
  { node, type }: PlanLink,
  facts: {
    readonly predecessor: PlanTask;
    readonly successor: PlanTask;
    readonly reached: boolean;
    readonly began: number;
    readonly needed: number;
  },
): Report {
  const { predecessor, successor, reached, began, needed } = facts;
  const variant = type === 'SS' ? 'start' : 'finish';
  return {
    message: `out-of-sequence.${variant}${reached ? '' : '-open'}`,
    args: {
      task: successor.name,
      predecessor: predecessor.name,
      began: { minute: began },
      needed: { minute: variant === 'finish' ? needed - 1 : needed },
    },
    place: { node },
    related: [
      {
        message: 'out-of-sequence.predecessor',
        args: { predecessor: predecessor.name },
        place: { node: predecessor.key },
      },
    ],
  };
}

/** Days decide where only days are written: what ends and what begins on one day can well follow each other. */
function isEarlier(
  began: number,
  needed: number,
  afterFinish: boolean,
  predecessor: PlanTask,
  successor: PlanTask,
): boolean {
  const timed =
    successor.record.actual?.start?.value.minute !== undefined &&
    predecessor.record.actual?.[afterFinish ? 'finish' : 'start']?.value.minute !== undefined;
  if (timed) return began < needed;
  return dayOf(began) < dayOf(afterFinish ? needed - 1 : needed);
}

function dayOf(minute: number): number {
  return Math.floor(minute / dayMinutes);
}
