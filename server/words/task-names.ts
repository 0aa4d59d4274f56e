// What a task is called: as its author named it; a phase's reserve and gate, which nobody named, after their phase.
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { Phrases, Wording } from './words.ts';
import { say } from './words.ts';

const madeNames = {
  'phase-buffer': { en: 'Reserve of {phase}', 'zh-cn': '{phase}的缓冲' },
  gate: { en: 'Gate of {phase}', 'zh-cn': '{phase}的关口' },
} satisfies Phrases;

/** The name in the reader's language. */
export function taskName({ tasks }: Plan, { name, parent, synthetic }: PlanTask, wording: Wording): string {
  if (synthetic === undefined || synthetic === 'instance') return name;
  return say(madeNames[synthetic], { phase: tasks[parent]?.name ?? '' }, wording);
}
