// How tokens look: their types and modifiers, numbered as LSP has them.
import type { Analysis } from '../analysis.ts';
import type { Definition, PlanTask } from '../plan/plan.ts';

/** The types of tokens, in the order in which the legend numbers them; package.json says what each looks like where a theme doesn't. */
export const tokenTypes = [
  'planTask',
  'planPhase',
  'planMilestone',
  'planBuffer',
  'planPerson',
  'planStakeholder',
  'planResource',
  'planCalendar',
  'planGoal',
  'planKpi',
  'planRisk',
  'planSubplan',
  'planSkill',
  'planDecision',
  'planBaseline',
  'planRecord',
  'planLinkType',
  'planDate',
  'planDuration',
  'property',
] as const;

/** Each a bit, the first the lowest. */
export const tokenModifiers = ['definition', 'planCritical', 'planDone', 'deprecated'] as const;

type TokenType = (typeof tokenTypes)[number];
type Modifier = (typeof tokenModifiers)[number];

/** A type and modifiers as one number. */
export type TokenStyle = number;

/** More than there are types. */
const types = 32;

export function tokenStyle(type: TokenType, modifier?: Modifier): TokenStyle {
  return tokenTypes.indexOf(type) + (modifier ? modified(modifier) : 0);
}

function modified(modifier: Modifier): number {
  return types << tokenModifiers.indexOf(modifier);
}

/** Counts in `tokenTypes`. */
export function typeIn(style: TokenStyle): number {
  return style % types;
}

/** Bits by `tokenModifiers`. */
export function modifiersIn(style: TokenStyle): number {
  return Math.floor(style / types);
}

/** The look of a task by index: what it is, and how it stands. */
export function taskStyle(task: number, { plan, schedule }: Pick<Analysis, 'plan' | 'schedule'>): TokenStyle {
  const { isPhase = false, kind = 'task' } = plan.tasks[task] ?? {};
  const type = isPhase ? phase : typeOfTask[kind];
  if ((schedule.progress[task] ?? 0) >= 100) return type + done;
  return schedule.critical[task] === 1 ? type + critical : type;
}

export const definingStyle: TokenStyle = modified('definition');
const critical = modified('planCritical');
const done = modified('planDone');
const phase = tokenStyle('planPhase');

const typeOfTask: Readonly<Record<PlanTask['kind'], TokenStyle>> = {
  task: tokenStyle('planTask'),
  summary: tokenStyle('planTask'),
  milestone: tokenStyle('planMilestone'),
  buffer: tokenStyle('planBuffer'),
};

/** The look of what has an id, by its kind; that of tasks is `taskStyle`. */
export const kindStyle: Readonly<Record<Definition['kind'], TokenStyle>> = {
  task: tokenStyle('planTask'),
  person: tokenStyle('planPerson'),
  stakeholder: tokenStyle('planStakeholder'),
  resource: tokenStyle('planResource'),
  calendar: tokenStyle('planCalendar'),
  goal: tokenStyle('planGoal'),
  kpi: tokenStyle('planKpi'),
  risk: tokenStyle('planRisk'),
  subplan: tokenStyle('planSubplan'),
  skill: tokenStyle('planSkill'),
  decision: tokenStyle('planDecision'),
  baseline: tokenStyle('planBaseline'),
  meeting: tokenStyle('planRecord'),
  report: tokenStyle('planRecord'),
  change: tokenStyle('planRecord'),
  review: tokenStyle('planRecord'),
};
