// A plan as a project of TaskJuggler 3 (`.tjp`), to be scheduled there.
import type { Analysis } from '../analysis.ts';
import { defaultCalendar } from '../plan/calendars.ts';
import type { PlanLink, PlanTask } from '../plan/plan.ts';
import type { Duration, Interval } from '../plan/scalar.ts';
import { weekdays } from '../plan/scalars/civil.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import { formatTime } from '../plan/scalars/time.ts';
import { extendsChain, weekOf } from '../plan/units.ts';
import { atWork, isElapsed } from '../schedule/at-work.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import { calendarTerms } from '../schedule/read-calendars.ts';
import { isLeftOut } from '../schedule/series.ts';
import { taskName } from '../words/task-names.ts';
import type { Wording } from '../words/words.ts';
import { Losses } from './losses.ts';
import type { Written } from './reading.ts';

const dayMinutes = 1440;
const indent = '  ';

export function writeTaskjuggler(analysis: Analysis, wording: Wording): Written {
  return new ProjectWriter(analysis, wording).write();
}

class ProjectWriter {
  readonly #analysis: Analysis;
  readonly #wording: Wording;
  readonly #losses = new Losses();
  readonly #lines: string[] = [];
  readonly #taskIds: readonly string[];
  readonly #personIds: ReadonlyMap<string, string>;
  readonly #incoming = new Map<number, PlanLink[]>();

  constructor(analysis: Analysis, wording: Wording) {
    this.#analysis = analysis;
    this.#wording = wording;
    const { tasks, root, links } = analysis.plan;
    const used = new Set<string>();
    this.#taskIds = tasks.map(({ id, index }) => plainId(id, `t${index + 1}`, used));
    const people = new Set<string>();
    this.#personIds = new Map(
      (root.team?.value ?? []).map(({ id }, index) => [id, plainId(id, `r${index + 1}`, people)]),
    );
    for (const link of links) {
      if (link.predecessor < 0) this.#losses.add('subplan-link', tasks[link.successor]?.name);
      else this.#incoming.set(link.successor, [...(this.#incoming.get(link.successor) ?? []), link]);
    }
  }

  write(): Written {
    this.#losses.add('tjp-only');
    this.#header();
    this.#people();
    const { tasks } = this.#analysis.plan;
    for (let task = tasks[0]; task !== undefined; task = tasks[task.end]) this.#task(task, '');
    return { text: `${this.#lines.join('\n')}\n`, losses: this.#losses.all };
  }

  #header(): void {
    const { plan, schedule, snapshot } = this.#analysis;
    const { root, units } = plan;
    // TaskJuggler needs room: work that it levels may end later than here.
    const days = Math.ceil((schedule.planFinish - schedule.planStart) / dayMinutes) * 2 + 60;
    const chain = chainOf(this.#analysis);
    const { hours, works } = weekOf(chain);
    this.#lines.push(
      `project plan ${quoted(plan.name)} ${date(Math.floor(schedule.planStart / dayMinutes) * dayMinutes)} +${days}d {`,
      `${indent}timezone ${quoted(root.timezone?.value ?? 'UTC')}`,
      ...(root.currency === undefined ? [] : [`${indent}currency ${quoted(root.currency.value)}`]),
      `${indent}dailyworkinghours ${units.dayMinutes / 60}`,
      `${indent}timingresolution 5 min`,
      ...(root.statusDate === undefined ? [] : [`${indent}now ${date(lastMinute(root.statusDate.value))}`]),
      ...weekdays.map(
        (day, index) => `${indent}workinghours ${day} ${works[index] === true ? hoursText(hours[index] ?? []) : 'off'}`,
      ),
      '}',
    );
    for (const calendar of chain) {
      for (const { from, to, name } of calendar.holidays)
        this.#lines.push(
          `leaves holiday ${quoted(name || 'off')} ${date(from * dayMinutes)} - ${date((to + 1) * dayMinutes)}`,
        );
      if (calendar.country !== undefined) this.#countryDays(calendar.country, snapshot.holidays);
      if (calendar.workdays.length > 0 || calendar.hoursByDate.length > 0)
        this.#losses.add('tjp-workdays', calendar.id);
    }
    if ((root.calendars?.value.length ?? 0) > 1) this.#losses.add('section', 'calendars');
  }

  #countryDays(country: string, holidays: Analysis['snapshot']['holidays']): void {
    const { planStart, planFinish } = this.#analysis.schedule;
    const year = (minute: number) => new Date(minute * 60_000).getUTCFullYear();
    for (let at = year(planStart); at <= year(planFinish) + 1; at += 1)
      for (const { day, name, kind } of holidays(country, at)?.days ?? [])
        if (kind === 'holiday') this.#lines.push(`leaves holiday ${quoted(name)} ${date(day * dayMinutes)}`);
  }

  #people(): void {
    const { units, root } = this.#analysis.plan;
    for (const { id, value: person } of root.team?.value ?? []) {
      const inside = [
        ...(person.capacity === undefined ? [] : [`${indent}efficiency ${person.capacity.value / 100}`]),
        ...(person.rate === undefined
          ? []
          : [
              `${indent}rate ${(person.rate.value.amount * units.dayMinutes) / durationMinutes({ elapsed: false, parts: [{ amount: 1, unit: person.rate.value.per }] }, units)}`,
            ]),
        ...(person.leave?.value ?? []).map(
          ({ value: { from, to } }) => `${indent}leaves annual ${date(firstMinute(from))} - ${date(lastMinute(to))}`,
        ),
      ];
      this.#block(`resource ${this.#personIds.get(id)} ${quoted(person.name?.value ?? id)}`, inside, '');
    }
    if (root.resources !== undefined) this.#losses.add('section', 'resources');
  }

  #block(head: string, inside: readonly string[], before: string): void {
    this.#lines.push(inside.length === 0 ? before + head : `${before}${head} {`);
    for (const line of inside) this.#lines.push(before + line);
    if (inside.length > 0) this.#lines.push(`${before}}`);
  }

  #task(task: PlanTask, before: string): void {
    const { plan } = this.#analysis;
    const { index, record } = task;
    const isSummary = task.end > index + 1;
    if (record.status?.state?.value === 'cancelled') {
      this.#losses.add('tjp-cancelled', task.name);
    }
    const inner = before + indent;
    this.#lines.push(`${before}task ${this.#taskIds[index]} ${quoted(taskName(task, this.#wording))} {`);
    const { description, progress } = record;
    if (description !== undefined) this.#lines.push(`${inner}note ${quoted(description.value)}`);
    for (const line of [...this.#depends(index), ...(isSummary ? [] : this.#work(task))])
      this.#lines.push(inner + line);
    if (!isSummary && progress !== undefined) this.#lines.push(`${inner}complete ${progress.value}`);
    if (isSummary && record.assign !== undefined) this.#losses.add('summary-assignment', task.name);
    if (isSummary)
      for (const child of task.children) {
        const part = plan.tasks[child];
        if (part !== undefined && !isLeftOut(this.#analysis.schedule, child)) this.#task(part, inner);
      }
    this.#lines.push(`${before}}`);
  }

  #work(task: PlanTask): readonly string[] {
    const { schedule, plan } = this.#analysis;
    const { index, record, kind } = task;
    const at = (values: Float64Array) => date(values[index] ?? 0);
    const waits = this.#incoming.has(index);
    const isPinned =
      record.start !== undefined || record.earliest !== undefined || (!waits && !this.#waitsAround(task));
    // TaskJuggler has no earliest start beside links: a date of its own goes before them.
    const start = isPinned ? [`start ${at(schedule.start)}`] : [];
    if (record.constraint !== undefined || record.latest !== undefined || record.finish !== undefined)
      this.#losses.add('constraint-left', task.name);
    const deadline = record.deadline === undefined ? [] : [`maxend ${date(lastMinute(record.deadline.value))}`];
    if (kind === 'milestone' || schedule.durationMinutes[index] === 0) return ['milestone', ...start, ...deadline];
    const allocate = this.#allocate(task);
    if (record.effort !== undefined && allocate.length > 0) {
      return [
        `effort ${amount(durationMinutes(record.effort.value, plan.units), plan.units.dayMinutes)}`,
        ...allocate,
        ...start,
        ...deadline,
      ];
    }
    const elapsed = isElapsed(record);
    const minutes = schedule.durationMinutes[index] ?? 0;
    const length = elapsed
      ? `duration ${amount(minutes, dayMinutes)}`
      : `length ${amount(minutes, plan.units.dayMinutes)}`;
    return [length, ...allocate, ...start, ...deadline];
  }

  /** Who works on a task. An efficiency says already what somebody's capacity is: what a task takes less of it is a limit of hours a day. */
  #allocate({ record, name }: PlanTask): readonly string[] {
    const { root, units } = this.#analysis.plan;
    const { people } = atWork(record, (id) => (this.#personIds.has(id) ? 'person' : 'thing'));
    if (people.length === 0) return [];
    const limits = people.flatMap(({ id, percent }) => {
      const capacity = root.team?.value.find((one) => one.id === id)?.value.capacity?.value ?? 100;
      if (percent === undefined || percent === capacity) return [];
      if (percent > capacity) {
        this.#losses.add('tjp-overtime', name);
        return [];
      }
      this.#losses.add('tjp-part-time', name);
      const hours = amount((units.dayMinutes * percent) / capacity, units.dayMinutes);
      return [`dailymax ${hours} { resources ${this.#personIds.get(id)} }`];
    });
    return [
      `allocate ${people.map(({ id }) => this.#personIds.get(id)).join(', ')}`,
      ...(limits.length > 0 ? [`limits { ${limits.join(' ')} }`] : []),
    ];
  }

  #waitsAround({ parent }: PlanTask): boolean {
    const { tasks } = this.#analysis.plan;
    for (let at = parent; at >= 0; at = tasks[at]?.parent ?? -1) if (this.#incoming.has(at)) return true;
    return false;
  }

  #depends(index: number): readonly string[] {
    const { plan } = this.#analysis;
    return (this.#incoming.get(index) ?? []).flatMap(({ predecessor, type, lag }) => {
      const target = this.#path(predecessor);
      if (type === 'FF' || type === 'SF') {
        this.#losses.add('tjp-link', plan.tasks[index]?.name);
        return [];
      }
      const from = type === 'SS' ? ['onstart'] : [];
      const gap = lag?.kind === 'time' && lag.sign > 0 ? [gapText(lag.duration, plan.units)] : [];
      if (lag !== undefined && gap.length === 0) this.#losses.add('tjp-lag', plan.tasks[index]?.name);
      const options = [...from, ...gap];
      return [`depends ${target}${options.length === 0 ? '' : ` { ${options.join(' ')} }`}`];
    });
  }

  /** From the top, as `phase.task`. */
  #path(index: number): string {
    const { tasks } = this.#analysis.plan;
    const ids: string[] = [];
    for (let at = index; at >= 0; at = tasks[at]?.parent ?? -1) ids.unshift(this.#taskIds[at] ?? '');
    return ids.join('.');
  }
}

function chainOf({ plan }: Analysis) {
  const terms = calendarTerms(plan);
  const id = defaultCalendar(plan.root);
  return id === undefined
    ? []
    : extendsChain(
        id,
        (of) => terms.get(of),
        ({ base }) => base,
      );
}

function gapText(duration: Duration, units: Analysis['plan']['units']): string {
  const minutes = durationMinutes(duration, units);
  return duration.elapsed
    ? `gapduration ${amount(minutes, dayMinutes)}`
    : `gaplength ${amount(minutes, units.dayMinutes)}`;
}

/** Whole days of so many minutes, else hours, else steps of five minutes. */
function amount(minutes: number, dayLength: number): string {
  if (minutes % dayLength === 0) return `${minutes / dayLength}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${Math.max(Math.round(minutes / 5) * 5, 5)}min`;
}

function hoursText(hours: readonly Interval[]): string {
  return hours.map(({ from, to }) => `${formatTime(from)} - ${to >= dayMinutes ? '24:00' : formatTime(to)}`).join(', ');
}

function date(minute: number): string {
  const day = Math.floor(minute / dayMinutes);
  const text = formatDate(minute % dayMinutes === 0 ? { day } : { day, minute: minute - day * dayMinutes });
  return text.replace(' ', '-');
}

/** On one line; a quote inside would end the text. */
function quoted(text: string): string {
  return `"${text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')}"`;
}

/** Letters, digits and `_` of ASCII only; others get a number. */
function plainId(id: string, number: string, used: Set<string>): string {
  const plain = id.replace(/[-.]/g, '_');
  const free = /^[A-Za-z_]\w*$/.test(plain) && !used.has(plain) ? plain : number;
  let unique = free;
  while (used.has(unique)) unique = `${unique}_`;
  used.add(unique);
  return unique;
}
