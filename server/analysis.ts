// Snapshot → Analysis: pure and synchronous, the one place where text, plan, schedule and rules meet.
import type { FileLookup, Plan } from './plan/plan.ts';
import type { Finding, Severity } from './rules/finding.ts';
import type { Schedule } from './schedule/schedule.ts';
import type { Tree } from './text/tree.ts';

/** Severities and parameters from outside the plan: workspace settings, command-line flags. The plan's own `rules:` win. */
export interface RuleSettings {
  readonly rules: Readonly<Record<string, Severity | 'off' | Readonly<Record<string, string | number | boolean>>>>;
}

/** Everything an Analysis is a function of. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly tree: Tree;
  readonly files: FileLookup;
  readonly settings: RuleSettings;
  /** Now, as wall-clock minutes of the reader's zone; only for what is said about today. */
  readonly nowMinute: number;
}

export interface Analysis {
  readonly snapshot: Snapshot;
  readonly tree: Tree;
  readonly plan: Plan;
  readonly schedule: Schedule;
  /** Sorted by place; what `# plan-ignore` silences is left out. */
  readonly findings: readonly Finding[];
}
