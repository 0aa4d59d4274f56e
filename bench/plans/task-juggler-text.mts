// A generated plan in the words of TaskJuggler: its tasks, durations and links, for a schedule by somebody else.
import { bind } from '../../server/plan/bind.ts';
import type { PlanLink, PlanTask } from '../../server/plan/plan.ts';
import { schedule } from '../../server/schedule/compute.ts';
import { noCountryHolidays } from '../../server/schedule/country-holidays.ts';
import { openTree } from '../../server/text/open-tree.ts';

/**
 * The `.tjp` of a plan. Summaries, estimates and holidays are left out; a link that waits for a start waits for one here too, every
 * other waits for a finish, lags and all but the types `FS` and `SS` are left out: it is less to compute, never more.
 */
export function taskJugglerText(text: string): string {
  const plan = bind(openTree(text), () => undefined);
  const { durationMinutes } = schedule(plan, {
    holidays: noCountryHolidays,
    nowMinute: 0,
    external: () => undefined,
  });
  const isWork = ({ kind, synthetic }: PlanTask): boolean => synthetic === undefined && kind !== 'summary';
  const linksTo = Map.groupBy(plan.links, ({ successor }) => successor);
  const tasks = plan.tasks.filter(isWork).map((task) => {
    const links = (linksTo.get(task.index) ?? []).filter(
      ({ predecessor, type }) => /^.S$/.test(type) && isWork(plan.tasks[predecessor] ?? task),
    );
    const hours = (durationMinutes[task.index] ?? 0) / 60;
    const length = hours === 0 ? 'milestone' : `length ${hours}h`;
    const depends = links.length === 0 ? 'start 2026-03-02' : `depends ${links.map(dependency).join(', ')}`;
    return `task t${task.index} "${task.id}" { ${length} ${depends} }`;
  });
  return `${[...head, ...tasks, ...tail].join('\n')}\n`;
}

function dependency({ predecessor, type }: PlanLink): string {
  return `t${predecessor}${type === 'SS' ? ' { onstart }' : ''}`;
}

const head = [
  'project plan "Measured" 2026-03-02 +3y {',
  '  timezone "UTC"',
  '  dailyworkinghours 8',
  '  workinghours mon - fri 9:00 - 12:00, 13:00 - 18:00',
  '  workinghours sat, sun off',
  '}',
];
const tail = ['taskreport finish "finish" { formats csv columns id, end }'];
