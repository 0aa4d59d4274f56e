// One task of a draft, and what it holds, as a plan writes it.
import type { Link, Units } from '../plan/scalar.ts';
import { formatAmount } from '../plan/scalars/amount.ts';
import { formatAssignment } from '../plan/scalars/assignment.ts';
import { formatDate } from '../plan/scalars/date.ts';
import { formatLink } from '../plan/scalars/link.ts';
import { formatMoney } from '../plan/scalars/money.ts';
import { formatPercent } from '../plan/scalars/percent.ts';
import type { Minute } from '../schedule/schedule.ts';
import type { AssignmentDraft, Key, LengthDraft, LinkDraft, TaskDraft } from './draft.ts';
import { type DraftCalendars, finishDate, startDate } from './draft-calendars.ts';
import { lengthText } from './length-text.ts';
import type { Losses } from './losses.ts';
import { YamlMap, type YamlValue } from './yaml-text.ts';

export interface TaskWords {
  readonly ids: ReadonlyMap<Key, string>;
  readonly calendars: DraftCalendars;
  /** Undefined for the plan's own. */
  readonly calendarId: (key: Key) => string | undefined;
  readonly who: (nameOrKey: string) => string | undefined;
  readonly unitOf: (material: Key) => string | undefined;
  readonly isPerson: (key: Key) => boolean;
  readonly units: Units;
  readonly losses: Losses;
}

export class TaskWriter {
  readonly #words: TaskWords;

  constructor(words: TaskWords) {
    this.#words = words;
  }

  entries(tasks: readonly TaskDraft[]): YamlMap {
    return new YamlMap(
      tasks.map((task) => [this.#words.ids.get(task.key) ?? '', this.#task(task)]),
      true,
    );
  }

  #task(task: TaskDraft): YamlValue {
    const isSummary = task.children.length > 0;
    const id = this.#words.ids.get(task.key) ?? '';
    const name = task.name === id || task.name === '' ? undefined : task.name;
    const { owner, assign, more } = this.#doers(task);
    const record = new YamlMap(
      [
        ['name', name],
        ['description', task.description],
        ...this.#length(task),
        ['after', single(task.links.map((link) => this.#link(link)))],
        ...this.#dates(task),
        ['owner', owner],
        ['assign', single(assign)],
        ['calendar', task.calendar === undefined || isSummary ? undefined : this.#words.calendarId(task.calendar)],
        ['progress', task.progress === undefined ? undefined : formatPercent(task.progress)],
        ['actual', this.#actual(task)],
        ['status', task.isCancelled === true ? 'cancelled' : undefined],
        ['cost', task.cost === undefined ? undefined : formatMoney(task.cost)],
        ['priority', task.priority],
        ['tags', task.tags === undefined ? undefined : single(task.tags)],
        ['link', task.link],
        ...[...more],
        ['tasks', isSummary ? this.entries(task.children) : undefined],
      ],
      isSummary,
    );
    const [first] = record.pairs;
    return record.pairs.length === 1 && first?.[0] === 'duration' ? first[1] : record;
  }

  #length(task: TaskDraft): readonly (readonly [string, YamlValue | undefined])[] {
    const text = (length: LengthDraft | undefined) => length && lengthText(length, this.#words.units);
    if (task.isMilestone && task.children.length === 0) return [['milestone', 'true']];
    return [
      ['duration', task.effort === undefined ? text(task.duration) : undefined],
      ['effort', text(task.effort)],
    ];
  }

  #link({ from, type, lag }: LinkDraft): string {
    const target = this.#words.ids.get(from) ?? from;
    if (lag?.kind !== 'time')
      return formatLink({ target, type, ...(lag && { lag }) } satisfies Pick<Link, 'target' | 'type' | 'lag'>);
    // Its length is told in the plan's units.
    const { elapsed, parts } = lag.duration;
    const minutes = parts.reduce((sum, { amount, unit }) => sum + (unit === 'm' ? amount : 0), 0);
    const known = parts.every(({ unit }) => unit === 'm');
    if (!known) return formatLink({ target, type, lag });
    const head = formatLink({ target, type });
    return `${head} ${lag.sign < 0 ? '-' : '+'} ${lengthText({ minutes, elapsed }, this.#words.units)}`;
  }

  #dates(task: TaskDraft): readonly (readonly [string, YamlValue | undefined])[] {
    const time = this.#words.calendars.time(task.children.length > 0 ? undefined : task.calendar);
    // Elapsed work may stand at any time of the clock.
    const isExact = task.duration?.elapsed === true;
    const start = (minute: Minute | undefined) =>
      minute === undefined ? undefined : formatDate(isExact ? exact(minute) : startDate(minute, time));
    const finish = (minute: Minute | undefined) =>
      minute === undefined ? undefined : formatDate(isExact ? exact(minute) : finishDate(minute, time));
    return [
      ['start', start(task.fixedStart)],
      ['finish', task.isMilestone ? start(task.fixedFinish) : finish(task.fixedFinish)],
      ['earliest', start(task.earliest)],
      ['latest', finish(task.latest)],
      ['deadline', finish(task.deadline)],
      ['constraint', this.#constraint(task, start, finish)],
    ];
  }

  #constraint(
    task: TaskDraft,
    start: (minute: Minute | undefined) => string | undefined,
    finish: (minute: Minute | undefined) => string | undefined,
  ): YamlValue | undefined {
    const typed = (type: string, date: string | undefined) =>
      new YamlMap([
        ['type', type],
        ['date', date],
      ]);
    if (task.asLateAsPossible === true) return 'ALAP';
    if (task.startNoLater !== undefined) return typed('SNLT', start(task.startNoLater));
    return task.finishNoEarlier === undefined ? undefined : typed('FNET', finish(task.finishNoEarlier));
  }

  #actual(task: TaskDraft): YamlValue | undefined {
    const { actualStart, actualFinish, actualEffortMinutes: spent, actualCost, remaining } = task;
    const time = this.#words.calendars.time(task.calendar);
    const isExact = task.duration?.elapsed === true;
    const from = (minute: Minute) => formatDate(isExact ? exact(minute) : startDate(minute, time));
    const to = (minute: Minute) => formatDate(isExact ? exact(minute) : finishDate(minute, time));
    const record = new YamlMap([
      ['start', actualStart === undefined ? undefined : from(actualStart)],
      ['finish', actualFinish === undefined ? undefined : to(actualFinish)],
      ['effort', spent === undefined ? undefined : lengthText({ minutes: spent, elapsed: false }, this.#words.units)],
      ['cost', actualCost === undefined ? undefined : formatMoney(actualCost)],
      ['remaining', remaining && lengthText(remaining, this.#words.units)],
    ]);
    return record.pairs.length === 0 ? undefined : record;
  }

  /** One person who does it all is its owner; several are assigned, and who works on what goes on by itself. */
  #doers(task: TaskDraft): {
    readonly owner: string | undefined;
    readonly assign: readonly string[];
    readonly more: ReadonlyMap<string, string>;
  } {
    const owner = task.owner === undefined ? undefined : this.#words.who(task.owner);
    const isUnknown = task.owner !== undefined && owner === undefined;
    const more = new Map([...(task.more ?? []), ...(isUnknown ? [['x-contact', task.owner ?? ''] as const] : [])]);
    const assign = [...new Map(task.assignments.map((one) => [one.who, this.#assignment(one)])).values()];
    const [only, ...others] = task.assignments;
    const isAlone = only !== undefined && others.length === 0 && assign[0] === this.#words.who(only.who);
    const isElapsed = task.effort === undefined && task.duration?.elapsed === true;
    if (isAlone && !isElapsed && this.#words.isPerson(only.who) && (owner === undefined || owner === assign[0])) {
      return { owner: assign[0], assign: [], more };
    }
    return { owner, assign, more };
  }

  #assignment({ who, percent, pieces, amount }: AssignmentDraft): string {
    const id = this.#words.who(who) ?? who;
    const unit = this.#words.unitOf(who) ?? '';
    // Units are words; what is none is counted in pieces.
    if (amount !== undefined)
      return `${id} ${formatAmount(amount)}${/^\p{L}[\p{L}\p{N}²³/]*$/u.test(unit) ? unit : 'pcs'}`;
    return formatAssignment({
      who: id,
      whoLength: id.length,
      ...(percent !== undefined && { percent }),
      ...(pieces !== undefined && { pieces }),
    });
  }
}

function exact(minute: Minute): { readonly day: number; readonly minute: number } {
  const day = Math.floor(minute / 1440);
  return { day, minute: minute - day * 1440 };
}

function single(items: readonly string[]): YamlValue | undefined {
  return items.length === 0 ? undefined : items.length === 1 ? items[0] : items;
}
