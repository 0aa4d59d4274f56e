// Rules about the load of people and machines: too much at once, unevenly spread, all on one person.

import { firstMinute, lastMinute } from '../schedule/moments.ts';
import { CalendarMonths, type Month } from './calendar-months.ts';
import { planPlace } from './counted-work.ts';
import { callNames, ownPlace } from './doers.ts';
import type { Place } from './finding.ts';
import { Load, type Stint } from './load.ts';
import { type RuleContext, rule } from './rule.ts';

const mostRelated = 8;

/** A person or machine that is needed for more at once than there is of it: told once per task that brings it about. */
export const overallocated = rule({
  id: 'overallocated',
  family: 'people',
  severity: 'warning',
  timing: 'settled',
  parameters: {},
  *check(context) {
    const { plan } = context;
    const { people, equipment } = yield* stintsAhead(context);
    const call = callNames(plan);
    for (const { id, value } of plan.root.team?.value ?? []) {
      yield;
      const leave = (value.leave?.value ?? []).map((range) => ({
        from: firstMinute(range.value.from),
        to: lastMinute(range.value.to),
      }));
      const limit = value.capacity?.value ?? 100;
      for (const peak of new Load(people.get(id) ?? [], limit, leave).peaks()) {
        const args = { who: call(id), load: { percent: peak.load }, limit: { percent: limit } };
        yield overload('overallocated', args, peak);
      }
    }
    for (const { id, value } of plan.root.resources?.value ?? []) {
      yield;
      const limit = value.capacity?.value ?? 1;
      for (const peak of new Load(equipment.get(id) ?? [], limit, []).peaks()) {
        yield overload('overallocated.equipment', { who: value.name?.value ?? id, load: peak.load, limit }, peak);
      }
    }
  },
});

type Peak = ReturnType<Load['peaks']>[number];

function overload(
  message: string,
  args: Readonly<Record<string, string | number | { readonly percent: number }>>,
  peak: Peak,
) {
  return {
    message,
    args: { ...args, task: peak.last.task.name, from: { minute: peak.from }, to: { minute: peak.to - 1 } },
    place: peak.last.place,
    related: peak.others.slice(0, mostRelated).map(({ task, place, from, to }) => ({
      message: 'overallocated.task',
      args: { task: task.name, start: { minute: from }, finish: { minute: to - 1 } },
      place,
    })),
  };
}

/** So many are looked up in a millisecond or two. */
const tasksPerStep = 1024;

interface Stints {
  readonly people: ReadonlyMap<string, readonly Stint[]>;
  readonly equipment: ReadonlyMap<string, readonly Stint[]>;
}

/** What everybody and everything is needed for, from the status date on, by id; in steps. */
function* stintsAhead({ plan, schedule, facts }: RuleContext): Generator<undefined, Stints> {
  const people = new Map<string, Stint[]>();
  const equipment = new Map<string, Stint[]>();
  const { people: known, things } = facts.cast;
  const status = plan.root.statusDate === undefined ? Number.NEGATIVE_INFINITY : lastMinute(plan.root.statusDate.value);
  const add = (to: Map<string, Stint[]>, id: string, stint: Stint) => {
    const before = to.get(id);
    if (before === undefined) to.set(id, [stint]);
    else before.push(stint);
  };
  for (const [place, task] of facts.ahead.entries()) {
    if (place % tasksPerStep === 0) yield;
    const [start, to] = [schedule.start[task.index] ?? 0, schedule.finish[task.index] ?? 0];
    const calendar = schedule.calendarOf(task.index);
    const from = start < status ? calendar.nextWorking(status) : start;
    if (!(from < to)) continue;
    for (const { id, units, place } of facts.cast.doersOf(task.record)) {
      if (known.has(id)) add(people, id, { task, units, place, from, to, calendar });
    }
    for (const { value, node } of task.record.assign?.value ?? []) {
      const thing = known.has(value.who) ? undefined : things.get(value.who)?.value;
      if (thing === undefined || thing.kind?.value === 'material') continue;
      const units = value.pieces ?? (value.percent ?? 100) / 100;
      add(equipment, value.who, { task, units, place: { node }, from, to, calendar });
    }
  }
  return { people, equipment };
}

/** One person's load in a month over the middle of the team's, by a week or more, with little time left: told once a person, for the worst month. */
export const workloadImbalance = rule({
  id: 'workload-imbalance',
  family: 'people',
  severity: 'hint',
  timing: 'settled',
  parameters: { max: { kind: 'percent', default: '150%' } },
  *check(context, { max }) {
    const { plan } = context;
    const team = plan.root.team?.value ?? [];
    if (team.length < smallestTeam) return;
    const loads = yield* monthlyLoads(context);
    const worst = new Map<string, { month: Month; load: number; median: number }>();
    const capacity = new Map(team.map(({ id, value }) => [id, value.capacity?.value ?? 100]));
    for (const [month, load] of loads) {
      const median = medianOf(team.map(({ id }) => load.get(id) ?? 0));
      if (median <= 0) continue;
      const ahead = workingTimeAhead(month, context);
      for (const [id, minutes] of load) {
        const before = worst.get(id);
        const isOver = minutes * 100 > max * median && minutes - median >= plan.units.weekMinutes;
        const isBusy = minutes * 100 >= (capacity.get(id) ?? 100) * ahead * busyShare;
        if (isOver && isBusy && (before === undefined || minutes * before.median > before.load * median)) {
          worst.set(id, { month, load: minutes, median });
        }
      }
    }
    const call = callNames(plan);
    for (const { id, key } of team) {
      const found = worst.get(id);
      if (found === undefined) continue;
      yield {
        message: 'workload-imbalance',
        args: {
          who: call(id),
          month: new Date(found.month.from * 60_000).toISOString().slice(0, 7),
          load: { workingMinutes: found.load },
          median: { workingMinutes: found.median },
          share: { percent: Math.round((found.load * 100) / found.median) },
          max: { percent: max },
        },
        place: ownPlace(plan, key, planPlace(plan, context.tree)),
      };
    }
  },
});

/** Of two people the middle is between them: that says nothing. */
const smallestTeam = 3;

/** Whoever has more than a fifth of a month free needn't hand anything over, however little the others do. */
const busyShare = 0.8;

/** What is still to come of a month. */
function workingTimeAhead({ from, to }: Month, { plan, schedule }: RuleContext): number {
  const { statusDate } = plan.root;
  const now = statusDate === undefined ? from : Math.max(from, lastMinute(statusDate.value));
  return schedule.calendar.between(Math.min(now, to), to);
}

/** Work in minutes of full time by month and person. */
function* monthlyLoads(context: RuleContext): Generator<undefined, ReadonlyMap<Month, ReadonlyMap<string, number>>> {
  const loads = new Map<Month, Map<string, number>>();
  const months = new CalendarMonths(context.schedule.planStart);
  const { people } = yield* stintsAhead(context);
  for (const [id, own] of people) {
    yield;
    for (const { task, from, to, units, calendar } of own) {
      // A duration lasts whoever is there; effort is worked off by those who are.
      const time = task.record.effort === undefined ? calendar : context.schedule.timeAtWork(task.index, id);
      for (const month of months.between(from, to)) {
        const minutes = time.between(Math.max(from, month.from), Math.min(to, month.to));
        const load = loads.get(month) ?? new Map<string, number>();
        loads.set(month, load);
        load.set(id, (load.get(id) ?? 0) + (minutes * units) / 100);
      }
    }
  }
  return loads;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** One person on most of the critical path: whoever falls ill takes the date with them. */
export const singlePointOfFailure = rule({
  id: 'single-point-of-failure',
  family: 'people',
  severity: 'hint',
  timing: 'settled',
  parameters: { max: { kind: 'percent', default: '60%' } },
  *check(context, { max }) {
    const { plan, schedule, facts } = context;
    const { people } = facts.cast;
    if (people.size < 2) return;
    const path = schedule.criticalPath
      .filter((index) => facts.isAhead(index))
      .toSorted((a, b) => a - b)
      .flatMap((index) => plan.tasks[index] ?? []);
    if (path.length < fewestOnPath) return;
    const total = path.reduce((sum, { index }) => sum + (schedule.durationMinutes[index] ?? 0), 0);
    const shares = new Map<string, { minutes: number; count: number; place: Place }>();
    for (const { index, record } of path) {
      for (const [id, { place }] of new Map(facts.cast.doersOf(record).map((doer) => [doer.id, doer]))) {
        const share = shares.get(id) ?? { minutes: 0, count: 0, place };
        shares.set(id, share);
        share.minutes += schedule.durationMinutes[index] ?? 0;
        share.count += 1;
      }
    }
    const call = callNames(plan);
    for (const [id, { minutes, count, place }] of shares) {
      const person = people.get(id);
      if (person === undefined || minutes * 100 <= max * total) continue;
      yield {
        message: 'single-point-of-failure',
        args: {
          who: call(id),
          share: { percent: Math.round((minutes * 100) / total) },
          max: { percent: max },
          count,
          total: path.length,
          finish: { minute: schedule.planFinish - 1 },
        },
        place: ownPlace(plan, person.key, place),
      };
    }
  },
});

/** On a shorter path one person is no surprise. */
const fewestOnPath = 3;
