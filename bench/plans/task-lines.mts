// The lines of one task of a generated plan: about six, in all the ways that people write tasks.
import type { Chance } from '../random.mts';
import type { Mistake } from './mistakes.mts';
import { skill } from './root-lines.mts';
import { title } from './words.mts';

/** A task on its way into the text. */
export interface DraftTask {
  readonly id: string;
  readonly owner: string;
  /** As they are written: `p1-2-3 SS+2d`. */
  readonly links: readonly string[];
  /** The last one of its group is a milestone. */
  readonly milestone: boolean;
  readonly mistake?: Mistake | undefined;
}

/** The lines of a task. */
export function taskLines(task: DraftTask, chance: Chance): string[] {
  const keys = { ...keysOf(task, chance), ...task.mistake };
  const pairs = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  const lines =
    pairs.length < 7 && chance.once(6)
      ? [`${task.id}: { ${pairs.join(', ')} }`]
      : [`${task.id}:${chance.once(12) ? ' # asked for twice' : ''}`, ...pairs.map((pair) => `  ${pair}`)];
  const comment = chance.once(9) ? [`# ${title(chance)}: see the minutes of the meeting.`] : [];
  return [...comment, ...lines].map((line) => `          ${line}`);
}

function keysOf({ owner, links, milestone }: DraftTask, chance: Chance): Record<string, string> {
  const after = links.length === 0 ? undefined : links.length === 1 ? links[0] : `[${links.join(', ')}]`;
  const name = title(chance);
  if (milestone)
    return { name, milestone: 'true', ...(after && { after }), owner, acceptance: 'The minutes are signed' };
  return {
    name,
    ...(chance.once(5)
      ? { estimate: '{ optimistic: 1d, likely: 2d, pessimistic: 3d }' }
      : { duration: chance.one(durations) }),
    ...(after && { after }),
    owner,
    ...(chance.once(2) && { skills: skill }),
    ...(chance.once(7) && { calendar: 'site' }),
    ...(chance.once(3) && { description: `${title(chance)} and report` }),
    ...(chance.once(6) && { tags: '[civil, external]' }),
    ...(chance.once(10) && { cost: '12_000' }),
  };
}

const durations = ['1d', '2d', '2d', '3d', '4h', '1d 4h', '12h'];
