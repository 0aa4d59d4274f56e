// Plans for tests, from text as people write it, and their schedules in words.
import { bind } from '../../../server/plan/bind.ts';
import type { Plan } from '../../../server/plan/plan.ts';
import { schedule } from '../../../server/schedule/compute.ts';
import { noCountryHolidays } from '../../../server/schedule/country-holidays.ts';
import type { ScheduleContext } from '../../../server/schedule/ready-plan.ts';
import type { Conflict, Driver, Schedule } from '../../../server/schedule/schedule.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { at, shown } from './calendar-builder.ts';

/** Monday 2026-03-02, Monday to Friday from nine to five: a day is 480 minutes, a week 2400. */
export const ordinaryHead = `
name: Test
start: 2026-03-02
calendar: standard
calendars:
  standard: { days: mon-fri, hours: 09:00-17:00 }
  weekend: { extends: standard, days: mon-sun }
`;

export const plainContext: ScheduleContext = {
  holidays: noCountryHolidays,
  nowMinute: at('2026-03-02 12:00'),
  external: () => undefined,
};

/** A plan, as the floors below read it. Problems of the plan floor throw unless they are wanted. */
export function planOf(text: string, wantsProblems = false): Plan {
  const plan = bind(openTree(text), () => undefined);
  if (!wantsProblems && plan.problems.length > 0) {
    throw new Error(plan.problems.map(({ rule, code, args }) => `${rule} ${code} ${JSON.stringify(args)}`).join('\n'));
  }
  return plan;
}

/** A schedule with tasks by id and moments as text. */
export class Scheduled {
  readonly plan: Plan;
  readonly schedule: Schedule;

  constructor(plan: Plan, context: ScheduleContext) {
    this.plan = plan;
    this.schedule = schedule(plan, context);
  }

  index(id: string): number {
    const task = this.plan.findTask(id, -1);
    if (task === undefined) throw new Error(`no task ${id}`);
    return task.index;
  }

  /** `2026-03-02 09:00 → 2026-03-06 17:00` */
  span(id: string): string {
    return this.#span(this.schedule.start, this.schedule.finish, id);
  }

  early(id: string): string {
    return this.#span(this.schedule.earlyStart, this.schedule.earlyFinish, id);
  }

  late(id: string): string {
    return this.#span(this.schedule.lateStart, this.schedule.lateFinish, id);
  }

  #span(start: Float64Array, finish: Float64Array, id: string): string {
    const index = this.index(id);
    return `${shown(start[index] ?? Number.NaN)} → ${shown(finish[index] ?? Number.NaN)}`;
  }

  total(id: string): number {
    return this.#of(this.schedule.totalSlackMinutes, id);
  }

  free(id: string): number {
    return this.#of(this.schedule.freeSlackMinutes, id);
  }

  duration(id: string): number {
    return this.#of(this.schedule.durationMinutes, id);
  }

  progress(id: string): number {
    return this.#of(this.schedule.progress, id);
  }

  cost(id: string): number {
    return this.#of(this.schedule.cost, id);
  }

  #of(values: Float64Array, id: string): number {
    return values[this.index(id)] ?? Number.NaN;
  }

  /** Ids of critical tasks, in the order of the file. */
  get critical(): readonly string[] {
    return this.plan.tasks.filter(({ index }) => this.schedule.critical[index] === 1).map(({ id }) => id);
  }

  get criticalPath(): readonly string[] {
    return this.schedule.criticalPath.map((index) => this.plan.tasks[index]?.id ?? '');
  }

  get finish(): string {
    return shown(this.schedule.planFinish);
  }

  driver(id: string): Driver {
    return this.schedule.driver(this.index(id));
  }

  /** The predecessor whose link drives a task. */
  drivenBy(id: string): string | undefined {
    const driver = this.driver(id);
    if (driver.kind !== 'link') return undefined;
    return this.plan.tasks[this.plan.links[driver.link]?.predecessor ?? -1]?.id;
  }

  /** `deadline a -480` */
  get promises(): readonly string[] {
    return this.schedule.promises.map(
      ({ kind, task, slackMinutes }) => `${kind} ${this.plan.tasks[task]?.id ?? 'plan'} ${slackMinutes}`,
    );
  }

  conflicts<K extends Conflict['kind']>(kind: K): readonly Extract<Conflict, { kind: K }>[] {
    return this.schedule.conflicts.filter(
      (conflict): conflict is Extract<Conflict, { kind: K }> => conflict.kind === kind,
    );
  }
}

/** Schedules tasks under the ordinary head. `more` goes before `tasks:`. */
export function scheduled(
  tasks: string,
  more = '',
  context: Partial<ScheduleContext> = {},
  wantsProblems = false,
): Scheduled {
  const indented = tasks.replace(/^(?=.)/gm, '  ');
  return scheduledText(`${ordinaryHead}${more}\ntasks:\n${indented}\n`, context, wantsProblems);
}

export function scheduledText(text: string, context: Partial<ScheduleContext> = {}, wantsProblems = false): Scheduled {
  return new Scheduled(planOf(text, wantsProblems), { ...plainContext, ...context });
}
