// Rules about meetings and reports: nobody works long without one, and those who matter hear from the plan.

import { occurrences } from '../plan/scalars/occurrences.ts';
import { lastMinute } from '../schedule/moments.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { rule } from './rule.ts';

const dayMinutes = 1440;

/** A stretch of work with neither a meeting nor a report; the longest one. A meeting on a day off is not held. */
export const meetingGap = rule({
  id: 'meeting-gap',
  family: 'goals',
  severity: 'hint',
  timing: 'settled',
  parameters: { max: { kind: 'duration', default: '2w' } },
  *check({ plan, schedule, tree }, { max }) {
    const { meetings, reports, statusDate } = plan.root;
    const all = [...(meetings?.value ?? []), ...(reports?.value ?? [])].flatMap(({ value }) => value.when?.value ?? []);
    if (all.length === 0) return;
    const from = Math.floor(schedule.planStart / dayMinutes);
    const last = Math.floor((schedule.planFinish - 1) / dayMinutes);
    const status = statusDate === undefined ? schedule.planStart : lastMinute(statusDate.value);
    let judged = schedule.planFinish;
    const days = new Set<number>();
    for (const cadence of all) {
      const own = occurrences(cadence, from, last, mostMeetings);
      if (own.length === mostMeetings) judged = Math.min(judged, (own.at(-1) ?? last) * dayMinutes);
      for (const day of heldOn(own, schedule.calendar)) days.add(day);
    }
    const moments = [...days].sort((a, b) => a - b).map((day) => day * dayMinutes);
    let before = Math.max(schedule.planStart, status);
    let longest = { from: before, to: before, minutes: 0 };
    for (const moment of [...moments, judged]) {
      if (moment > judged) break;
      const minutes = schedule.calendar.between(before, moment);
      if (minutes > longest.minutes) longest = { from: before, to: moment, minutes };
      // A meeting parts the work at the beginning of its day.
      if (moment > before) before = moment;
    }
    if (longest.minutes <= max) return;
    const place =
      keyOf(tree, meetings === undefined ? 'reports' : 'meetings') ?? (meetings ?? reports)?.node ?? plan.root.node;
    yield {
      message: 'meeting-gap',
      args: {
        from: { minute: longest.from },
        to: { minute: longest.to - 1 },
        length: { workingMinutes: longest.minutes },
        max: { workingMinutes: max },
      },
      place: { node: place },
    };
  },
});

/** Of one meeting no more than these are looked at. */
const mostMeetings = 2_000;

/** Days of a meeting without those on which nobody works. Who always meets on days off does meet: that it is a day off is another finding. */
export function heldOn(
  days: readonly number[],
  calendar: Pick<Schedule['calendar'], 'minutesOfDay'>,
): readonly number[] {
  const held = days.filter((day) => calendar.minutesOfDay(day) > 0);
  return held.length === 0 ? days : held;
}

function keyOf(tree: Tree, name: string): ScalarNode | undefined {
  const root: Node | undefined = tree.root;
  return root?.kind === 'map' ? tree.pair(root, name)?.key : undefined;
}

/** Somebody of high influence or interest whom no meeting and no report reaches. */
export const stakeholderWithoutCommunication = rule({
  id: 'stakeholder-without-communication',
  family: 'goals',
  severity: 'hint',
  parameters: {},
  from: ({ plan: { root } }) => [root.stakeholders, root.meetings, root.reports],
  *check({ plan }) {
    const { stakeholders, meetings, reports } = plan.root;
    if (meetings === undefined && reports === undefined) return;
    const reached = new Set<string>();
    for (const { value } of meetings?.value ?? [])
      for (const who of value.attendees?.value ?? []) reached.add(who.value);
    for (const { value } of reports?.value ?? []) {
      for (const who of [...(value.to?.value ?? []), ...(value.from === undefined ? [] : [value.from])])
        reached.add(who.value);
    }
    for (const { id, key, value } of stakeholders?.value ?? []) {
      const high = [value.influence, value.interest].find((field) => field?.value === 'high');
      if (high === undefined || reached.has(id)) continue;
      yield {
        message: `stakeholder-without-communication.${value.influence?.value === 'high' ? 'influence' : 'interest'}`,
        args: { who: value.name?.value ?? id },
        place: { node: key },
      };
    }
  },
});
