// Snapshot → Analysis: pure and synchronous, the one place where text, plan, schedule and rules meet.
import { bind } from './plan/bind.ts';
import type { FileLookup, LoadedFile, Plan } from './plan/plan.ts';
import { type ReadSubplan, subplanProblems } from './plan/subplan-problems.ts';
import { writtenPaths } from './plan/written-paths.ts';
import { type Checked, checkInstant, settle as settleRules } from './rules/check.ts';
import { criticalSlack } from './rules/critical-slack.ts';
import type { Finding } from './rules/finding.ts';
import { isLate, lasting, withLasting } from './rules/lasting.ts';
import type { OuterSettings } from './rules/settings.ts';
import { schedule } from './schedule/compute.ts';
import type { CountryHolidays } from './schedule/country-holidays.ts';
import type { ScheduleContext } from './schedule/ready-plan.ts';
import type { Schedule } from './schedule/schedule.ts';
import { type Simulation, type SimulationOptions, simulate, simulation } from './schedule/simulation.ts';
import { onClocksOf } from './schedule/time-zones.ts';
import { openTree } from './text/open-tree.ts';
import { completed, type Steps } from './text/steps.ts';
import type { Tree } from './text/tree.ts';

/** Severities and parameters from outside the plan: workspace settings, command-line flags. */
export type RuleSettings = OuterSettings;

/** Everything an Analysis is a function of. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly tree: Tree;
  readonly files: FileLookup;
  /** Public holidays, for calendars that name a country. */
  readonly holidays: CountryHolidays;
  readonly settings: RuleSettings;
  /** Now, as wall-clock minutes of the reader's zone; only for what is said about today. */
  readonly nowMinute: number;
  /** The end of a status date that was asked for in place of the plan's own. */
  readonly asOfMinute?: number;
  /** Set where a simulation was asked for: never while somebody types. */
  readonly simulation?: SimulationOptions;
}

export interface Analysis {
  readonly snapshot: Snapshot;
  readonly tree: Tree;
  readonly plan: Plan;
  readonly schedule: Schedule;
  /**
   * Sorted by place; what `# plan-ignore` silences is left out. Until the analysis is settled, what the slower rules say is what they said
   * of the version before, as far as the text that it is about still stands.
   */
  readonly findings: readonly Finding[];
  /** Whether the slower rules have judged this version. */
  readonly settled: boolean;
  /** Those of `findings` that come from the slower rules. */
  readonly late: readonly Finding[];
  /** What the instant rules found: `settle` goes on from it, and the next version takes over what still holds. */
  readonly checked: Checked;
  /** What the simulation came to, where one was asked for. */
  readonly simulation?: Simulation;
  /** The other plans that this one names as its parts, by alias, as far as they could be read. */
  readonly subplans: ReadonlyMap<string, Subplan>;
  readonly counters: Counters;
}

/** The work that an analysis took, beyond what it took over from the one before. */
export interface Counters {
  /** Entries of the text that were parsed, and lines that were looked at to find them. */
  readonly entriesParsed: number;
  readonly linesScanned: number;
  /** Tasks and phases that were read and validated. */
  readonly entriesRead: number;
  readonly tasksScheduled: number;
}

/** Another plan as it is scheduled by itself: its dates are facts here. */
export interface Subplan extends ReadSubplan {
  readonly schedule: Schedule;
  /** Every file that went into it, as it was: the same files give the same subplan. */
  readonly files: readonly { readonly path: string; readonly from: string; readonly file: LoadedFile | undefined }[];
}

/** The whole analysis of a snapshot in one go. What an earlier one (`before`) has of the same files is not made again. */
export function analyse(snapshot: Snapshot, before?: Analysis): Analysis {
  return completed(settle(completed(analyseInstantly(snapshot, before))));
}

/** Up to so many tasks even the slower rules take no time that anybody notices. */
const smallPlan = 300;

/** The analysis of a snapshot without the slower rules, if it isn't small: a keystroke is answered with it, and `settle` goes on from it. */
export function* analyseInstantly(snapshot: Snapshot, before?: Analysis): Steps<Analysis> {
  const analysis = yield* unsettled(snapshot, before);
  return analysis.plan.tasks.length > smallPlan ? analysis : yield* settle(analysis);
}

/** The same without the slower rules whatever its size: for what is only tried. */
export function analysisOfTrial(snapshot: Snapshot, before: Analysis): Steps<Analysis> {
  return unsettled(snapshot, before);
}

function* unsettled(snapshot: Snapshot, before?: Analysis): Steps<Analysis> {
  const { tree, files, settings, nowMinute } = snapshot;
  const plan = bind(tree, files, before?.plan);
  yield;
  const subplans = new Subplans(plan, snapshot, before?.subplans, [snapshot.uri]);
  const context = contextOf(plan, snapshot, subplans);
  const computed = schedule(plan, context, before?.schedule);
  yield;
  const simulated = snapshot.simulation && simulate(plan, context, snapshot.simulation);
  const checked = checkInstant(
    {
      tree,
      plan,
      schedule: computed,
      nowMinute,
      subplanProblems: subplanProblems(plan, subplans.all(), subplans.itself),
      ...(simulated && { simulation: simulated }),
    },
    settings,
    before?.checked,
  );
  const late = before ? lasting(before.late, tree) : [];
  return {
    snapshot,
    tree,
    plan,
    schedule: computed,
    counters: { ...tree.counters, ...plan.counters, tasksScheduled: computed.kept.tasksScheduled },
    findings: withLasting(checked, late, tree),
    settled: false,
    late,
    checked,
    ...(simulated && { simulation: simulated }),
    subplans: subplans.made,
  };
}

/** A simulation of an analysed plan, run by run: yields how many are done. */
export function simulationOf(
  { plan, snapshot, subplans }: Analysis,
  options: SimulationOptions,
): Generator<number, Simulation> {
  return simulation(plan, contextOf(plan, snapshot, new Subplans(plan, snapshot, subplans, [snapshot.uri])), options);
}

function contextOf(
  plan: Plan,
  { tree, holidays, nowMinute, settings, asOfMinute }: Snapshot,
  subplans: Subplans,
): ScheduleContext {
  return {
    holidays,
    nowMinute,
    external: (alias, id) => subplans.datesOf(alias, id),
    criticalSlackMinutes: criticalSlack(tree, plan, settings),
    ...(asOfMinute !== undefined && { asOfMinute }),
  };
}

/** The same analysis once the slower rules have judged it too. */
export function* settle(analysis: Analysis): Steps<Analysis> {
  const findings = yield* settleRules(analysis.checked);
  return { ...analysis, settled: true, findings, late: findings.filter(isLate) };
}

/** A moment of a subplan, which may be in another time zone, as a plan's own. */
export function onOurClocks({ root }: Plan, { plan }: ReadSubplan, minute: number): number {
  return onClocksOf(minute, plan.root.timezone?.value, root.timezone?.value);
}

/** More subplans of subplans are not looked through. */
const mostSubplans = 100;

/** The subplans of a plan, each made when it is first asked for. */
class Subplans {
  readonly made = new Map<string, Subplan>();
  /** Aliases of the plan itself, or of one around it. */
  readonly itself = new Set<string>();
  readonly #plan: Plan;
  readonly #snapshot: Snapshot;
  readonly #before: ReadonlyMap<string, Subplan> | undefined;
  /** Paths of the plans around this one: a plan inside itself has no dates. */
  readonly #around: readonly string[];

  constructor(
    plan: Plan,
    snapshot: Snapshot,
    before: ReadonlyMap<string, Subplan> | undefined,
    around: readonly string[],
  ) {
    this.#plan = plan;
    this.#snapshot = snapshot;
    this.#before = before;
    this.#around = around;
  }

  datesOf(alias: string, id: string): { readonly start: number; readonly finish: number } | undefined {
    const subplan = this.made.get(alias) ?? this.#make(alias);
    const task = subplan?.plan.findTask(id, -1);
    const start = task && subplan?.schedule.start[task.index];
    const finish = task && subplan?.schedule.finish[task.index];
    if (subplan === undefined || start === undefined || finish === undefined) return undefined;
    return { start: onOurClocks(this.#plan, subplan, start), finish: onOurClocks(this.#plan, subplan, finish) };
  }

  /** All that could be read. */
  all(): ReadonlyMap<string, Subplan> {
    for (const { id } of this.#plan.root.subplans?.value ?? []) if (!this.made.has(id)) this.#make(id);
    return this.made;
  }

  #make(alias: string): Subplan | undefined {
    const path = this.#plan.root.subplans?.value.find(({ id }) => id === alias)?.value ?? '';
    const file = path === '' ? undefined : this.#snapshot.files(path, '');
    if (file?.text === undefined) return undefined;
    if (this.#around.includes(file.path)) {
      this.itself.add(alias);
      return undefined;
    }
    const known = this.#before?.get(alias);
    const isKnown =
      known?.files[0]?.path === path &&
      known.files.every((one) => this.#snapshot.files(one.path, one.from) === one.file);
    const subplan = isKnown ? known : this.#scheduled(path, file, file.text);
    this.made.set(alias, subplan);
    return subplan;
  }

  #scheduled(written: string, file: LoadedFile, text: string): Subplan {
    const asked: { path: string; from: string; file: LoadedFile | undefined }[] = [{ path: written, from: '', file }];
    const files: FileLookup = (path, from) => {
      const base = from === '' ? file.path : from;
      const found = this.#snapshot.files(path, base);
      asked.push({ path, from: base, file: found });
      return found;
    };
    const tree = openTree(text);
    const plan = bind(tree, files);
    const snapshot = { ...this.#snapshot, uri: file.path, tree, files };
    const inner = new Subplans(plan, snapshot, undefined, [...this.#around, file.path]);
    const computed = schedule(plan, {
      holidays: snapshot.holidays,
      nowMinute: snapshot.nowMinute,
      external: (alias, id) => inner.datesOf(alias, id),
    });
    return { tree, plan, schedule: computed, files: asked, leadsBack: this.#leadsBack(tree, file.path, files) };
  }

  /** Whether the subplans of a subplan lead back to one of the plans around. */
  #leadsBack(tree: Tree, path: string, files: FileLookup): boolean {
    const open = [{ tree, path }];
    const seen = new Set([path]);
    for (const { tree, path } of open) {
      for (const { text } of writtenPaths(tree, ['subplans'])) {
        const file = files(text.trim(), path);
        if (file === undefined || seen.has(file.path) || seen.size === mostSubplans) continue;
        if (this.#around.includes(file.path)) return true;
        seen.add(file.path);
        if (file.text !== undefined) open.push({ tree: openTree(file.text), path: file.path });
      }
    }
    return false;
  }
}
