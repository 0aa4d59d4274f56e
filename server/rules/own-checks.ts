// A team's own checks (`rules.checks`): run over tasks after a pause, and reported under the ids that the team gave them.
import type { PlanTask } from '../plan/plan.ts';
import { meantIn } from '../text/meanings.ts';
import type { NoAnswer } from './check-expression.ts';
import { type CheckedKind, CheckList, type OwnCheck, shownVariable } from './check-list.ts';
import { CheckFacts, type VariableValue, valuesOf } from './check-variables.ts';
import type { Report } from './finding.ts';
import { type Rule, type RuleContext, rule } from './rule.ts';
import { ownCheckId } from './settings.ts';

/** Steps that all checks of a plan may take together: a second or two. */
const mostSteps = 20_000_000;

/** Steps between two places where something more urgent can come in: a few milliseconds. */
const stepsAtOnce = 20_000;

/** Under this id stands what is wrong with a check itself. */
export const checkInvalidId = 'check-invalid';

/** The two rules that own checks come to. `isTaken`: whether a rule has an id already. */
export function ownCheckRules(isTaken: (id: string) => boolean): readonly Rule[] {
  return [
    rule({
      id: checkInvalidId,
      family: 'document',
      severity: 'error',
      parameters: {},
      timing: 'settled',
      *check(context) {
        yield* readChecks(context, isTaken).reports;
      },
    }),
    rule({
      id: ownCheckId,
      family: 'own',
      severity: 'warning',
      parameters: {},
      timing: 'settled',
      *check(context) {
        const { isOff = () => false } = context;
        const checks = readChecks(context, isTaken).checks.filter(({ id }) => !isOff(id));
        if (checks.length > 0) yield* run(checks, context);
      },
    }),
  ];
}

/** The checks of a plan that can run, and what is wrong with the others. */
export interface OwnChecks {
  readonly checks: readonly OwnCheck[];
  readonly reports: readonly Report[];
}

/** The same as in the version before where nothing stands in them that is new. */
function readChecks(context: RuleContext, isTaken: (id: string) => boolean): OwnChecks {
  const { plan, tree, facts } = context;
  const { rules } = plan.root;
  const own = rules === undefined ? [] : [rules, ...meantIn(tree, rules)];
  const included = plan.includedRules.flatMap(({ node, file }) => [node, file]);
  return facts.told.checks.of(facts.told, [...own, ...included], () => readAnew(context, isTaken));
}

/** The plan's own checks, then those of included files, the nearest first. What is wrong in such a file is said where the plan names it. */
function readAnew({ plan, tree }: RuleContext, isTaken: (id: string) => boolean): OwnChecks {
  const ids = new Set<string>();
  const checks: OwnCheck[] = [];
  const reports: Report[] = [];
  if (plan.root.rules !== undefined) {
    const own = new CheckList(tree, ids, isTaken).read(plan.root.rules);
    for (const check of own.checks) checks.push(check);
    for (const report of own.reports) reports.push(report);
  }
  for (const { node, file } of plan.includedRules) {
    const included = new CheckList(file.tree, ids, isTaken).read(node);
    for (const check of included.checks) checks.push(check);
    // Of a check that the plan has under the same id, the plan's counts.
    for (const { message, args, meant } of included.reports)
      if (message !== 'check-invalid.twice')
        reports.push({ message, args, place: { node: file.node }, ...(meant !== undefined && { meant }) });
  }
  return { checks, reports };
}

/** Check by check, task by task; nothing of what is cancelled, nor of what a phase or a repetition made. */
function* run(checks: readonly OwnCheck[], context: RuleContext): Iterable<Report | undefined> {
  const facts = new CheckFacts(context);
  const cancelled = context.facts.cancelled;
  const failures = new Set<OwnCheck>();
  /** What any of them asks for is read once a task. */
  const asked = [...new Set(checks.flatMap(({ condition }) => condition.variables))];
  let steps = 0;
  let pause = stepsAtOnce;
  for (const task of context.plan.tasks) {
    if (task.synthetic !== undefined || cancelled[task.index] === 1) continue;
    let values: Readonly<Record<string, VariableValue>> | undefined;
    for (const check of checks) {
      if (!check.kinds.has(kindOf(task)) || failures.has(check)) continue;
      values ??= valuesOf(asked, task, facts);
      steps += stepsOf(check, values);
      if (steps > mostSteps) {
        yield tooMuch(checks, context);
        return;
      }
      const outcome = check.condition.holds(values);
      if (typeof outcome === 'string') {
        failures.add(check);
        yield failed(check, task, outcome, context);
      } else if (outcome) yield found(check, task, facts);
    }
    if (steps < pause) continue;
    pause = steps + stepsAtOnce;
    yield undefined;
  }
}

function kindOf({ kind, isPhase }: PlanTask): CheckedKind {
  return isPhase ? 'phase' : kind;
}

/** Reading a value is a step as well, and each item of a list counts. */
function stepsOf(
  { condition: { cost, variables } }: OwnCheck,
  values: Readonly<Record<string, VariableValue>>,
): number {
  const once = cost.once + variables.length;
  if (cost.eachItem === 0) return once;
  let longest = cost.items;
  for (const name of variables) {
    const value = values[name];
    if (typeof value === 'object') longest = Math.max(longest, value.length);
  }
  return once + cost.eachItem * longest;
}

function found(check: OwnCheck, task: PlanTask, facts: CheckFacts): Report {
  const values = valuesOf(check.shown, task, facts);
  const text = check.message.replaceAll(shownVariable, (whole, name: string) => said(values[name]) ?? whole);
  return {
    id: check.id,
    message: 'own-check',
    args: { text },
    place: { node: task.key },
  };
}

function said(value: VariableValue | undefined): string | undefined {
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  return typeof value === 'object' ? value.join(', ') : value?.toString();
}

/** Under the condition where that stands in the plan; else where the plan names the file. */
function failed({ id, when }: OwnCheck, { key, name }: PlanTask, why: NoAnswer, { plan }: RuleContext): Report {
  return {
    id: checkInvalidId,
    message: `check-invalid.${why}`,
    args: { id, task: name },
    place: { node: plan.fileOf(when)?.node ?? when },
    related: [{ message: 'check-invalid.failed-at', args: { task: name }, place: { node: key } }],
  };
}

function tooMuch(checks: readonly OwnCheck[], { plan }: RuleContext): Report {
  const when = checks[0]?.when;
  const node = when === undefined ? plan.root.node : (plan.fileOf(when)?.node ?? when);
  return { id: checkInvalidId, message: 'check-invalid.too-much', args: {}, place: { node } };
}
