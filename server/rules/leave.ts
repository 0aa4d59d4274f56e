// Rules about people who are away: work and meetings that fall on somebody's leave.
import type { Field } from '../plan/field.ts';
import type { DateRange } from '../plan/scalar.ts';
import { occurrences } from '../plan/scalars/occurrences.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import type { WorkingTime } from '../schedule/working-time.ts';
import type { Node } from '../text/node.ts';
import { callNames } from './doers.ts';
import { rule } from './rule.ts';

const dayMinutes = 1440;

/** Work of a fixed length while somebody who does it is away; what is planned as effort waits for its people. */
export const assignedOnLeave = rule({
  id: 'assigned-on-leave',
  family: 'people',
  severity: 'warning',
  timing: 'settled',
  parameters: {},
  *check({ plan, schedule, facts }) {
    const leaves = new Map(
      [...facts.cast.people].flatMap(([id, { value }]) =>
        value.leave === undefined ? [] : [[id, inOrder(value.leave.value)]],
      ),
    );
    if (leaves.size === 0) return;
    const status =
      plan.root.statusDate === undefined ? Number.NEGATIVE_INFINITY : lastMinute(plan.root.statusDate.value);
    const call = callNames(plan);
    const told = new Set<unknown>();
    for (const [place, { index, name, record }] of facts.ahead.entries()) {
      if (place % tasksPerStep === 0) yield;
      if (record.effort !== undefined) continue;
      const [from, to] = [Math.max(schedule.start[index] ?? 0, status), schedule.finish[index] ?? 0];
      for (const { id, place } of facts.cast.doersOf(record)) {
        const node = 'node' in place ? place.node : undefined;
        const all = leaves.get(id) ?? [];
        if (all.length === 0 || told.has(node)) continue;
        const calendar = schedule.calendarOf(index);
        for (let next = firstEndingAfter(all, from - dayMinutes); next < all.length; next += 1) {
          const leave = all[next];
          if (leave === undefined || leave.from >= to) break;
          const [away, back] = [behindShift(leave.from, calendar), behindShift(leave.to, calendar)];
          const lost = calendar.between(Math.max(away, from), Math.min(back, to));
          if (lost <= 0) continue;
          // One time of a repetition stands for all.
          told.add(node);
          yield {
            message: 'assigned-on-leave',
            args: {
              task: name,
              who: call(id),
              from: { day: leave.fromDay },
              to: { day: leave.toDay },
              lost: { workingMinutes: lost },
              start: { minute: from },
              finish: { minute: to - 1 },
            },
            place,
            ...(plan.fileOf(leave.node) === undefined
              ? {
                  related: [
                    { message: 'assigned-on-leave.leave', args: { who: call(id) }, place: { node: leave.node } },
                  ],
                }
              : {}),
          };
          break;
        }
      }
    }
  },
});

/** A shift over midnight belongs to the day on which it begins: what begins or ends with a day does so behind the shift of the day before. */
function behindShift(minute: number, calendar: WorkingTime): number {
  if (minute % dayMinutes !== 0) return minute;
  const ends = calendar.intervalsOfDay(minute / dayMinutes - 1).map(({ to }) => to - dayMinutes);
  return minute + Math.max(0, ...ends);
}

/** So many are looked up in a millisecond or two. */
const tasksPerStep = 1024;

type Leave = ReturnType<typeof inOrder>[number];

/** Leave as moments, in order of time; stretches that overlap are one. */
function inOrder(fields: readonly Field<DateRange>[]) {
  const leaves: { readonly from: number; to: number; readonly fromDay: number; toDay: number; readonly node: Node }[] =
    [];
  const sorted = fields
    .map(({ value, node }) => ({ from: firstMinute(value.from), to: lastMinute(value.to), range: value, node }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  for (const { from, to, range, node } of sorted) {
    const before = leaves.at(-1);
    if (before === undefined || before.to < from) {
      leaves.push({ from, to, fromDay: range.from.day, toDay: range.to.day, node });
    } else if (to > before.to) Object.assign(before, { to, toDay: range.to.day });
  }
  return leaves;
}

/** The first that ends after a moment; they are in order. */
function firstEndingAfter(leaves: readonly Leave[], minute: number): number {
  let [low, high] = [0, leaves.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((leaves[middle]?.to ?? 0) <= minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Somebody who is to take part in a meeting on a day on which they are away. */
export const meetingAttendeeAway = rule({
  id: 'meeting-attendee-away',
  family: 'goals',
  severity: 'hint',
  timing: 'settled',
  parameters: {},
  *check({ plan, schedule, facts }) {
    const { people } = facts.cast;
    const first = Math.floor(schedule.planStart / dayMinutes);
    const last = Math.floor((schedule.planFinish - 1) / dayMinutes);
    const asOf = plan.root.statusDate?.value.day ?? Number.NEGATIVE_INFINITY;
    const call = callNames(plan);
    for (const { id, value: meeting } of plan.root.meetings?.value ?? []) {
      const { when, attendees, name } = meeting;
      if (when === undefined) continue;
      const away = (attendees?.value ?? []).filter(({ value }) => people.get(value)?.value.leave !== undefined);
      if (away.length === 0) continue;
      const days = occurrences(when.value, first, last, mostMeetings).filter(
        (day) => day > asOf && schedule.calendar.minutesOfDay(day) > 0,
      );
      for (const { value: who, node } of away) {
        const leave = people.get(who)?.value.leave?.value ?? [];
        const missed = leave.flatMap(({ value }) => daysIn(days, value)).sort((a, b) => a - b);
        const [day] = missed;
        if (day === undefined) continue;
        yield {
          message: missed.length === 1 ? 'meeting-attendee-away' : 'meeting-attendee-away.several',
          args: { who: call(who), meeting: name?.value ?? id, date: { day }, count: missed.length },
          place: { node },
        };
      }
    }
  },
});

/** Of one meeting no more than these are looked at. */
const mostMeetings = 2_000;

/** Those of some ascending days that lie in a range. */
function daysIn(days: readonly number[], { from, to }: DateRange): readonly number[] {
  const start = firstAtOrAfter(days, from.day);
  const end = firstAtOrAfter(days, to.day + 1);
  return days.slice(start, end);
}

function firstAtOrAfter(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
