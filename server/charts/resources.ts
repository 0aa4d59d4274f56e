// The people and things of the plan: what they can, what they cost, and what the plan asks of them.
import type { Analysis } from '../analysis.ts';
import type { Rate } from '../plan/scalar.ts';
import { fullTime } from '../schedule/joint-time.ts';
import { viewWords } from '../words/views.ts';
import { isoDay, say, type Wording, word } from '../words/words.ts';
import { oneLine } from './mermaid-text.ts';
import type { Line, Table, ViewContent } from './view.ts';
import { isCancelled } from './work-states.ts';

interface Asked {
  tasks: number;
  /** Working minutes of people; of things pieces × minutes, or the amount. */
  minutes: number;
  amount: number;
}

/** The view of an analysed plan. */
export function resources(analysis: Analysis, wording: Wording): ViewContent {
  const { team, resources: things } = analysis.plan.root;
  if ((team?.value ?? []).length === 0 && (things?.value ?? []).length === 0)
    return { drawings: [], tables: [], empty: say(viewWords['no-resources'], {}, wording) };
  const asked = askedOf(analysis);
  const tables = [people(analysis, asked, wording), thingsOf(analysis, asked, wording)];
  return { drawings: [], tables: tables.filter(({ lines }) => lines.length > 0) };
}

/** What the work asks of everybody and everything, by id. */
function askedOf({ plan, schedule }: Analysis): ReadonlyMap<string, Asked> {
  const { surroundings, activities } = schedule.kept.ready;
  const { staff, calendars } = surroundings;
  const asked = new Map<string, Asked>();
  const of = (id: string): Asked => {
    const known = asked.get(id) ?? { tasks: 0, minutes: 0, amount: 0 };
    asked.set(id, known);
    return known;
  };
  for (const task of plan.tasks) {
    if (task.kind !== 'task' || isCancelled(task, schedule)) continue;
    const { index, record } = task;
    const [start, finish] = [schedule.start[index] ?? 0, schedule.finish[index] ?? 0];
    const table = activities.calendar[index] ?? calendars.default.table;
    const workers = staff.of(record, table).workers;
    for (const { id, units } of workers) {
      const person = of(id);
      person.tasks += 1;
      person.minutes += (schedule.timeAtWork(index, id).between(start, finish) * units) / fullTime;
    }
    const people = new Set(workers.map(({ id }) => id));
    for (const { value } of record.assign?.value ?? []) {
      if (people.has(value.who)) continue;
      const thing = of(value.who);
      thing.tasks += 1;
      thing.amount += value.amount?.value ?? 0;
      thing.minutes += (value.pieces ?? 1) * schedule.calendarOf(index).between(start, finish);
    }
  }
  return asked;
}

function people({ plan }: Analysis, asked: ReadonlyMap<string, Asked>, wording: Wording): Table {
  const lines = (plan.root.team?.value ?? []).map(({ id, value }): Line => {
    const { tasks = 0, minutes = 0 } = asked.get(id) ?? {};
    return {
      cells: [
        oneLine(value.name?.value ?? id) || id,
        oneLine(value.role?.value ?? ''),
        (value.skills?.value ?? []).map((skill) => oneLine(skill.value)).join(', '),
        word({ percent: value.capacity?.value ?? 100 }, wording),
        rate(value.rate?.value, wording),
        (value.leave?.value ?? [])
          .map(({ value: { from, to } }) =>
            from.day === to.day ? isoDay(from.day) : `${isoDay(from.day)} → ${isoDay(to.day)}`,
          )
          .join(', '),
        String(tasks),
        minutes === 0 ? '' : word({ workingMinutes: minutes }, wording),
      ],
      target: { kind: 'person', id },
    };
  });
  const columns = (['person', 'role', 'skills', 'capacity', 'rate', 'leave', 'tasks', 'work'] as const).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key === 'capacity' || key === 'rate' || key === 'tasks' || key === 'work',
  }));
  return { caption: say(viewWords['people-table'], {}, wording), columns, lines };
}

function thingsOf({ plan }: Analysis, asked: ReadonlyMap<string, Asked>, wording: Wording): Table {
  const lines = (plan.root.resources?.value ?? []).map(({ id, value }): Line => {
    const { tasks = 0, minutes = 0, amount = 0 } = asked.get(id) ?? {};
    const isMaterial = value.kind?.value === 'material';
    const unit = oneLine(value.unit?.value ?? '');
    return {
      cells: [
        oneLine(value.name?.value ?? id) || id,
        say(viewWords[isMaterial ? 'material' : 'equipment'], {}, wording),
        isMaterial ? '' : word(value.capacity?.value ?? 1, wording),
        isMaterial
          ? value.price === undefined
            ? ''
            : `${word({ money: value.price.value }, wording)}${unit === '' ? '' : ` / ${unit}`}`
          : rate(value.rate?.value, wording),
        String(tasks),
        isMaterial
          ? amount === 0
            ? ''
            : `${word(amount, wording)} ${unit}`.trim()
          : minutes === 0
            ? ''
            : word({ workingMinutes: minutes }, wording),
      ],
      target: { kind: 'resource', id },
    };
  });
  const columns = (['thing', 'kind', 'pieces', 'rate', 'tasks', 'needed'] as const).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key !== 'thing' && key !== 'kind',
  }));
  return { caption: say(viewWords['things-table'], {}, wording), columns, lines };
}

function rate(value: Rate | undefined, wording: Wording): string {
  if (value === undefined) return '';
  return `${word({ money: value.amount }, wording)} / ${say(viewWords[`per-${value.per}`], {}, wording)}`;
}
