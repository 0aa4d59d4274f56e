// Why the dates of a schedule are where they are, as plain data: what drives each task, what links leave, how far promises are from being kept.
import type { Analysis } from '../analysis.ts';
import type { LinkType } from '../plan/scalar.ts';
import { linkSlack } from '../schedule/link-slack.ts';
import type { CommittedDate, Driver } from '../schedule/schedule.ts';
import { isoMinute } from './schedule-rows.ts';

/** Why a task's early start is where it is; `task` is the predecessor, or whose date it is. */
export interface DriverRow {
  readonly kind: Driver['kind'];
  readonly task?: string;
  readonly type?: LinkType;
}

/** A link into a task. Lag is on the clock where `elapsed`, else working minutes of this task's calendar, as slack is. */
export interface LinkRow {
  /** The task that it comes from, `alias/id` of another plan. */
  readonly from: string;
  readonly type: LinkType;
  readonly lagMinutes: number;
  readonly elapsed: boolean;
  /** Null where the dates of the other plan are not known. */
  readonly slackMinutes: number | null;
  readonly drives: boolean;
}

/** Of a longer chain to a missed promise the last are told: thousands of promises may hang on one chain. */
const longestChain = 100;

/** A date that was promised; `task` null: the plan's finish. Of a missed one the chain that drives it, first task first. */
export interface PromiseRow {
  readonly kind: CommittedDate['kind'];
  readonly task: string | null;
  readonly date: string;
  readonly slackMinutes: number;
  /** Whether slack is on the clock: of elapsed work, or of a finish that is late by closed time alone. */
  readonly elapsed: boolean;
  readonly chain?: readonly string[];
}

/** Answers for the tasks of one analysis, each once: links are looked up by their successor. */
export class Whys {
  readonly #analysis: Analysis;
  readonly #ids: readonly string[];
  readonly #links = new Map<number, LinkRow[]>();

  /** `ids` are what tasks are called, by index. */
  constructor(analysis: Analysis, ids: readonly string[]) {
    this.#analysis = analysis;
    this.#ids = ids;
    const { plan, schedule } = analysis;
    for (const link of plan.links) {
      const found = linkSlack(plan, schedule, link);
      const row = {
        from: ids[link.predecessor] ?? link.external ?? '',
        type: link.type,
        lagMinutes: found?.lagMinutes ?? 0,
        elapsed: found?.elapsed ?? false,
        slackMinutes: found === undefined || !Number.isFinite(found.slackMinutes) ? null : found.slackMinutes,
        drives: found?.drives ?? false,
      };
      const known = this.#links.get(link.successor);
      if (known === undefined) this.#links.set(link.successor, [row]);
      else known.push(row);
    }
  }

  /** Links into a task, in the order of the plan. */
  linksInto(task: number): readonly LinkRow[] {
    return this.#links.get(task) ?? [];
  }

  driverOf(task: number): DriverRow {
    const { plan, schedule } = this.#analysis;
    const driver = schedule.driver(task);
    if (driver.kind === 'plan-start') return driver;
    if (driver.kind !== 'link') return { kind: driver.kind, task: this.#ids[driver.task] ?? '' };
    const link = plan.linkAt(driver.link);
    if (link === undefined) return { kind: 'link' };
    return { kind: 'link', task: this.#ids[link.predecessor] ?? link.external ?? '', type: link.type };
  }

  promises(): readonly PromiseRow[] {
    const { schedule } = this.#analysis;
    return schedule.promises.map(({ kind, task, minute, slackMinutes, elapsed }) => {
      const row = { kind, task: this.#ids[task] ?? null, date: isoMinute(minute), slackMinutes, elapsed };
      if (slackMinutes >= 0) return row;
      const chain = task < 0 ? schedule.criticalPath : schedule.drivingChain(task, longestChain);
      return { ...row, chain: chain.map((index) => this.#ids[index] ?? '') };
    });
  }
}
