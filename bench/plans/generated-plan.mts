// Plans as people write them, of any size: phases with groups of tasks, links of every type, two calendars, owners, estimates, comments.
import { type Chance, chanceOf } from '../random.mts';
import { goalId, personId, phaseId, taskId } from './ids.mts';
import { mistakes } from './mistakes.mts';
import { rootLines } from './root-lines.mts';
import { taskLines } from './task-lines.mts';
import { title } from './words.mts';

export interface PlanSize {
  readonly tasks: number;
  /** How many mistakes are in it: each is one finding, or a few. */
  readonly mistakes: number;
  readonly seed: number;
}

/** Tasks in a group: each follows the one before. */
export const groupLength = 10;

/**
 * A plan of about six lines and two links a task, the same for the same seed. Groups are chains that run beside each other, each with
 * its own person; the other links lead from one step of a chain to the next step of another, so that no link is redundant.
 */
export function generatedPlan({ tasks, mistakes: wanted, seed }: PlanSize): string {
  const chance = chanceOf(seed);
  const phases = Math.max(2, Math.round(Math.sqrt(tasks) / 2.5));
  const groups = Math.max(1, Math.round(tasks / phases / groupLength));
  const lines = rootLines(groups);
  const mistaken = mistakenTasks(tasks, wanted);
  let written = 0;
  for (let phase = 0; phase < phases && written < tasks; phase++) {
    lines.push('', ...phaseLines(phase, chance));
    const last = phase === phases - 1;
    for (let group = 0; written < tasks && (last || group < groups); group++) {
      const length = Math.min(groupLength, tasks - written);
      lines.push(...groupLines(phase, group, chance));
      for (let step = 0; step < length; step++, written++) {
        const links = linksOf({ phase, group, step, chance });
        const mistake = mistakes[(mistaken.get(written) ?? Number.NaN) % mistakes.length];
        const milestone = group === 0 && step === groupLength - 1;
        lines.push(
          ...taskLines({ id: taskId(phase, group, step), owner: personId(group), links, milestone, mistake }, chance),
        );
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Which tasks have a mistake, each with the mistake's number: spread evenly. */
function mistakenTasks(tasks: number, wanted: number): ReadonlyMap<number, number> {
  const count = Math.min(tasks, wanted);
  return new Map(Array.from({ length: count }, (_, index) => [Math.floor((index * tasks) / count), index]));
}

/** What a link may say behind the id of the task that it waits for: most are plain, every type and kind of lag is there. */
const linkEndings: readonly string[] = [
  ...Array.from({ length: 24 }, () => ''),
  ...[' + 1d', ' + 4h', ' + 1ed', ' + 50%', ' SS', ' SS+1d', ' FF', ' FF+1d', ' SF', ' SF+2d', ' FS-1h'],
];

/** Links lead from one step to the next, and only to groups that are written already. */
function linksOf({ phase, group, step, chance }: Place & { readonly chance: Chance }): readonly string[] {
  if (step === 0) return [];
  const others = group === 0 ? 0 : 1 + Number(group > 1 && chance.once(4));
  const from = new Set([group]);
  while (from.size <= others) from.add(chance.number(group));
  return [...from].map((other) => taskId(phase, other, step - 1) + (other === group ? '' : chance.one(linkEndings)));
}

interface Place {
  readonly phase: number;
  readonly group: number;
  readonly step: number;
}

function phaseLines(phase: number, chance: Chance): string[] {
  return [
    `  # Phase ${phase + 1}: what is known today; the rest is looked at when the phase before is done.`,
    `  ${phaseId(phase)}:`,
    `    name: ${title(chance)}`,
    `    goal: ${goalId}`,
    '    buffer: 5d',
    `    gate: { criteria: [${title(chance)} is accepted], approver: ${personId(0)} }`,
    '    tasks:',
  ];
}

function groupLines(phase: number, group: number, chance: Chance): string[] {
  return [`      ${phaseId(phase)}-part-${group + 1}:`, `        name: ${title(chance)}`, '        tasks:'];
}
