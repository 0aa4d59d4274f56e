// The workload: what each person has to do week by week, beside what they can.
import type { Analysis } from '../analysis.ts';
import { largest } from '../plan/extremes.ts';
import { callNames } from '../rules/doers.ts';
import { fullTime } from '../schedule/joint-time.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording, word } from '../words/words.ts';
import { labelText, oneLine } from './mermaid-text.ts';
import type { Drawing, Element, Line, ViewContent } from './view.ts';
import { axisDays, startDay, type Weeks, weeksBetween } from './view-dates.ts';
import { isCancelled } from './work-states.ts';

/** So many parts of time can be told apart in a small picture. */
const mostParts = 26;
/** More people are not drawn: those who have too much, and then those who have most, are. */
const mostPeople = 16;

/** One person's load, in working minutes by part of time. */
interface PersonLoad {
  readonly id: string;
  readonly name: string;
  readonly isKnown: boolean;
  readonly load: Float64Array;
  readonly capacity: Float64Array;
  /** Minutes over the capacity. */
  readonly over: number;
  readonly total: number;
}

/** The view of an analysed plan. */
export function workload(analysis: Analysis, wording: Wording): ViewContent {
  const { plan, schedule } = analysis;
  const weeks = weeksBetween(schedule.planStart, schedule.planFinish, mostParts);
  const people = loadsOf(analysis, weeks);
  if (people.every(({ total }) => total === 0)) {
    const phrase = plan.root.team === undefined ? 'no-team' : 'no-load';
    return { drawings: [], tables: [], empty: say(viewWords[phrase], {}, wording) };
  }
  const busy = people.filter(({ total }) => total > 0).toSorted((a, b) => b.over - a.over || b.total - a.total);
  const drawn = new Set(busy.slice(0, mostPeople));
  const overloaded = people.filter(({ over }) => over > 0);
  return {
    summary: [
      say(weeks.weeksEach === 1 ? viewWords['by-week'] : viewWords['by-weeks'], { count: weeks.weeksEach }, wording),
      overloaded.length === 0
        ? say(viewWords['nobody-overloaded'], {}, wording)
        : say(
            viewWords.overloaded,
            {
              count: overloaded.length,
              names: word({ list: overloaded.slice(0, 5).map(({ name }) => name) }, wording),
            },
            wording,
          ),
    ].join(' · '),
    drawings: people.filter((person) => drawn.has(person)).map((person) => drawing(person, weeks, wording)),
    tables: [tableOf(people, weeks, wording)],
    legend: [
      { sign: 'load', text: say(viewWords['plot-load'], {}, wording) },
      ...(overloaded.length > 0 ? [{ sign: 'over' as const, text: say(viewWords['plot-over'], {}, wording) }] : []),
      { sign: 'limit', text: say(viewWords['plot-capacity'], {}, wording) },
    ],
    ...(busy.length > drawn.size
      ? { notes: [say(viewWords['left-out-people'], { count: busy.length - drawn.size, shown: drawn.size }, wording)] }
      : {}),
  };
}

/** What everybody has to do, in the order of the team; those whom only tasks name come last. */
function loadsOf({ plan, schedule }: Analysis, { edges }: Weeks): readonly PersonLoad[] {
  const { surroundings, activities } = schedule.kept.ready;
  const { staff, calendars } = surroundings;
  const parts = edges.length - 1;
  const [first = 0, second = 1] = edges;
  const length = second - first;
  const team = new Map((plan.root.team?.value ?? []).map(({ id, value }) => [id, value]));
  const loads = new Map<string, Float64Array>([...team.keys()].map((id) => [id, new Float64Array(parts)]));
  for (const task of plan.tasks) {
    if (task.kind !== 'task' || isCancelled(task, schedule)) continue;
    const [start, finish] = [schedule.start[task.index] ?? 0, schedule.finish[task.index] ?? 0];
    if (!(start < finish)) continue;
    for (const { id, units } of staff.of(task.record, activities.calendar[task.index] ?? calendars.default.table)
      .workers) {
      const load = loads.get(id) ?? new Float64Array(parts);
      loads.set(id, load);
      const time = schedule.timeAtWork(task.index, id);
      const last = Math.min(Math.ceil((finish - first) / length), parts);
      for (let part = Math.max(Math.floor((start - first) / length), 0); part < last; part++) {
        const minutes = time.between(Math.max(start, edges[part] ?? 0), Math.min(finish, edges[part + 1] ?? 0));
        load[part] = (load[part] ?? 0) + (minutes * units) / fullTime;
      }
    }
  }
  const call = callNames(plan);
  return [...loads].map(([id, load]) => {
    const time = staff.timeOf(id) ?? schedule.calendar;
    const share = (team.get(id)?.capacity?.value ?? 100) / 100;
    const capacity = load.map((_, part) => time.between(edges[part] ?? 0, edges[part + 1] ?? 0) * share);
    const over = load.reduce((sum, minutes, part) => sum + Math.max(Math.round(minutes - (capacity[part] ?? 0)), 0), 0);
    const total = load.reduce((sum, minutes) => sum + minutes, 0);
    return { id, name: oneLine(call(id)) || id, isKnown: team.has(id), load, capacity, over, total };
  });
}

function drawing(person: PersonLoad, weeks: Weeks, wording: Wording): Drawing {
  const { load, capacity, name } = person;
  const days = (minutes: number): number => Math.round((minutes / wording.dayMinutes) * 10) / 10;
  const [loads, capacities] = [[...load].map(days), [...capacity].map(days)];
  const within = loads.map((value, part) => Math.min(value, capacities[part] ?? 0));
  const highest = largest([...loads, ...capacities], 1);
  const parts = axisDays(weeks.edges.slice(0, -1));
  const target = person.isKnown ? { target: { kind: 'person', id: person.id } as const } : {};
  // The red bar stands behind the blue one: what is to be seen of it is too much.
  const mermaid = [
    'xychart-beta',
    `    title "${labelText(name, person.id, 60)}"`,
    `    x-axis [${parts.map((part) => `"${labelText(part)}"`).join(', ')}]`,
    `    y-axis "${labelText(say(viewWords['axis-days'], {}, wording))}" 0 --> ${highest}`,
    `    bar [${loads.join(', ')}]`,
    `    bar [${within.join(', ')}]`,
    `    line [${capacities.join(', ')}]`,
  ];
  const elements = loads.map((value, part): Element => {
    const label = say(
      viewWords['load-of-part'],
      { who: name, from: parts[part] ?? '', load: value, capacity: capacities[part] ?? 0 },
      wording,
    );
    const isOver = isTooMuch(load[part] ?? 0, capacity[part] ?? 0);
    return { id: `0-${part}`, label, ...target, signs: isOver ? ['over'] : [] };
  });
  return {
    diagram: 'xychart',
    caption: name,
    mermaid: `${mermaid.join('\n')}\n`,
    elements,
    plots: [
      { name: say(viewWords['plot-over'], {}, wording), kind: 'over' },
      { name: say(viewWords['plot-load'], {}, wording), kind: 'load' },
      { name: say(viewWords['plot-capacity'], {}, wording), kind: 'limit' },
    ],
  };
}

function isTooMuch(load: number, capacity: number): boolean {
  return Math.round(load - capacity) > 0;
}

/** A line a person, a column a part of time: `4.5` days, `6 (+1)` where that is one too many. */
function tableOf(people: readonly PersonLoad[], { edges }: Weeks, wording: Wording) {
  const days = (minutes: number): string => word(Math.round((minutes / wording.dayMinutes) * 10) / 10, wording);
  const lines = people.map(
    ({ id, name, isKnown, load, capacity, over, total }): Line => ({
      cells: [
        name,
        days(total),
        ...[...load].map((minutes, part) => {
          const too = minutes - (capacity[part] ?? 0);
          if (minutes === 0) return '';
          return isTooMuch(minutes, capacity[part] ?? 0) ? `${days(minutes)} (+${days(too)})` : days(minutes);
        }),
      ],
      ...(isKnown ? { target: { kind: 'person', id } as const } : {}),
      signs: over > 0 ? ['over'] : [],
    }),
  );
  const columns = [
    { title: say(viewWords.person, {}, wording) },
    { title: say(viewWords['axis-days'], {}, wording), isNumber: true },
    ...edges.slice(0, -1).map((edge) => ({ title: startDay(edge), isNumber: true })),
  ];
  return { caption: say(viewWords['workload-table'], {}, wording), columns, lines };
}
