// What a rule is: an id, a severity, typed parameters, and a check over one version of a plan.
import type { Plan, PlanProblem } from '../plan/plan.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Simulation } from '../schedule/simulation.ts';
import type { Tree } from '../text/tree.ts';
import type { Report, Severity } from './finding.ts';
import type { Silence } from './ignore.ts';
import type { SharedFacts } from './shared-facts.ts';

/** The families of rules, in the order of the documentation. */
export const families = [
  'document',
  'logic',
  'dates',
  'progress',
  'milestones',
  'people',
  'money',
  'goals',
  'estimates',
  'own',
] as const;
export type Family = (typeof families)[number];

/** How a parameter is written in a plan: `3d`, `5 %`, `4`. A rule gets it as a number: working minutes, percent, the number. */
export type ParameterKind = 'duration' | 'percent' | 'number';

export interface Parameter {
  readonly kind: ParameterKind;
  /** As a person would write it. */
  readonly default: string;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** Parameter values: working minutes for durations, 0…100 for percentages. */
export type ParameterValues<P extends Parameters = Parameters> = { readonly [K in keyof P]: number };

/** A rule that a comment names and that has nothing to silence there, though it was asked; or that nobody knows. */
export interface Idle {
  readonly silence: Silence;
  readonly isKnown: boolean;
  /** The rules that do say something there. */
  readonly heard: readonly string[];
}

/** All that a rule may look at. */
export interface RuleContext {
  readonly tree: Tree;
  readonly plan: Plan;
  readonly schedule: Schedule;
  /** The reader's now, wall-clock minutes. Only rules about progress may look. */
  readonly nowMinute: number;
  /** The simulation, where one was asked for. */
  readonly simulation?: Simulation;
  /** What is wrong with the plans that this one waits for. */
  readonly subplanProblems?: readonly PlanProblem[];
  /** What several rules ask, worked out once. */
  readonly facts: SharedFacts;
  /** Whether a rule or one of a team's own checks is switched off. */
  readonly isOff?: (id: string) => boolean;
  /** What silences nothing; only when all other rules have run. */
  readonly idle?: () => Iterable<Idle>;
}

/**
 * When a rule runs. `instant`: on every keystroke, in linear time and little of it. `settled`: after a pause, step by step.
 * `simulated`: when a simulation was asked for.
 */
export type Timing = 'instant' | 'settled' | 'simulated';

export interface Rule<P extends Parameters = Parameters> {
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  readonly parameters: P;
  readonly timing: Timing;
  /** Whether it is on by default. */
  readonly recommended: boolean;
  /** Where the rule comes from: a handbook's point (D7), GAO, MSP. */
  readonly source?: string;
  /** One cause, one finding: where one of these rules speaks of the same date, this one is silent. */
  readonly yieldsTo?: readonly string[];
  /** All that it looks at, of an instant rule: values, and things by identity. While they are the same it finds what it found. Without it it is always asked. */
  from?(context: RuleContext): readonly unknown[];
  /** What it finds; of a settled rule also `undefined` now and then, where it may be left for something more urgent. */
  check(context: RuleContext, parameters: ParameterValues<P>): Iterable<Report | undefined>;
}

/** A row of the registry: what most rules share is filled in. */
export function rule<const P extends Parameters = Record<never, never>>(row: RuleRow<P>): Rule<P> {
  return { timing: 'instant', recommended: true, ...row };
}

type RuleRow<P extends Parameters> = Pick<Rule<P>, 'id' | 'family' | 'severity' | 'parameters' | 'check'> &
  Partial<Pick<Rule<P>, 'timing' | 'recommended' | 'source' | 'yieldsTo' | 'from'>>;
