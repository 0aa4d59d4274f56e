// A plan that somebody edits, scheduled after each edit from the schedule before.
import { bind } from '../../../server/plan/bind.ts';
import type { Plan } from '../../../server/plan/plan.ts';
import { schedule } from '../../../server/schedule/compute.ts';
import type { Schedule } from '../../../server/schedule/schedule.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Tree } from '../../../server/text/tree.ts';
import { plainContext } from './plan-builder.ts';

const text = `name: Again
start: 2026-03-02
status-date: 2026-03-11
finish: 2026-06-30
units: { day: 8h }
calendar: standard
calendars:
  standard: { days: mon-fri, hours: [09:00-12:00, 13:00-18:00], holidays: { 2026-03-20: Spring } }
  site: { extends: standard, days: mon-sat }
  never: { hours: [] }
  abroad: { extends: standard, country: XX }
team:
  li: { leave: [2026-03-16..2026-03-18], rate: 800/d }
  chen: { capacity: 50%, calendar: site }
baselines:
  v1: { date: 2026-03-01, tasks: { c: { span: 2026-03-02..2026-03-12 } } }
phases:
  one:
    window: 2026-03-02..2026-04-10
    buffer: 2d
    gate: { date: 2026-04-10 }
    tasks:
      a: { duration: 3d, progress: 100% }
      b: { effort: 4d, assign: [li, chen 50%], after: a }
      c: { buffer: true, duration: 2d, after: b }
  two:
    after: one SS + 2d
    tasks:
      d: { estimate: { optimistic: 1d, likely: 3d, pessimistic: 8d }, calendar: site, deadline: 2026-03-13 }
      e: { duration: 2d, after: [d + 50%, a], owner: chen, constraint: { type: ALAP } }
      f:
        tasks:
          g: { duration: 2ed, after: e FF }
          h: { duration: 1d, repeat: { every: weekly on mon, times: 3 } }
      i: { milestone: true, after: f, latest: 2026-04-01, cost: 500 }
      j: { duration: 4d, start: 2026-03-05, after: platform/launch, calendar: abroad }
`;

/** Beside the plan: another plan of which it waits for a task, and one public holiday. */
export const context = {
  ...plainContext,
  holidays: (country: string, year: number) =>
    country === 'XX' && year === 2026
      ? { days: [{ day: 20_519, name: 'Day', kind: 'holiday' as const }], complete: true }
      : undefined,
  external: (alias: string, id: string) =>
    alias === 'platform' && id === 'launch' ? { start: 29_545_000, finish: 29_550_000 } : undefined,
};

/** A plan with a bit of everything, or the one that is written. */
export class Typing {
  text: string;
  tree: Tree;
  plan: Plan;
  schedule: Schedule;

  constructor(written = `subplans: { platform: other.plan.yaml }\n${text}`) {
    this.text = written;
    this.tree = openTree(written);
    this.plan = bind(this.tree, () => undefined);
    this.schedule = schedule(this.plan, context);
  }

  /** One edit: the text in place of what is written, if it is there. */
  replace(written: string, by: string): void {
    const at = this.text.indexOf(written);
    if (at < 0) return;
    this.text = this.text.slice(0, at) + by + this.text.slice(at + written.length);
    const range = { start: this.tree.positionAt(at), end: this.tree.positionAt(at + written.length) };
    this.tree = this.tree.edit([{ range, text: by }]);
    this.plan = bind(this.tree, () => undefined, this.plan);
    this.schedule = schedule(this.plan, context, this.schedule);
  }
}
