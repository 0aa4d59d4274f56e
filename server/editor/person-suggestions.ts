// Who could do a task: those who can and are free while it runs come first, and what stands against the others is said.
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { PersonRecord } from '../plan/schema.generated.ts';
import { SharedFacts } from '../rules/shared-facts.ts';
import { firstMinute, lastMinute } from '../schedule/moments.ts';
import { editorWords } from '../words/editor.ts';
import { say, type Wording } from '../words/words.ts';

export interface Fitness {
  /** What stands against it, in words, or that they are free; empty where nothing is known. */
  readonly detail: string;
  /** 0 for those who can and are free; the more stands against somebody, the more. */
  readonly rank: number;
}

/** More than these are not named. */
const namedTasks = 3;

/** How well each person of the team fits a task, by id. */
export function fitnessFor(analysis: Analysis, task: PlanTask, wording: Wording): ReadonlyMap<string, Fitness> {
  const { tree, plan, schedule, snapshot } = analysis;
  const { facts } = new SharedFacts({ tree, plan, schedule, nowMinute: snapshot.nowMinute }).context;
  const [from, to] = [schedule.start[task.index] ?? Number.NaN, schedule.finish[task.index] ?? Number.NaN];
  const overlaps = (start: number, finish: number) => start < to && from < finish;
  const work = new Map<string, PlanTask[]>();
  for (const other of facts.ahead) {
    if (other.index === task.index || !overlaps(schedule.start[other.index] ?? 0, schedule.finish[other.index] ?? 0))
      continue;
    for (const { id } of facts.cast.doersOf(other.record)) work.set(id, [...(work.get(id) ?? []), other]);
  }
  const needed = task.record.skills?.value.map(({ value }) => value) ?? [];
  return new Map(
    (plan.root.team?.value ?? []).map(({ id, value }) => {
      const lacking = needed.filter((skill) => !skillsOf(value).has(skill));
      const busy = work.get(id) ?? [];
      const isAway =
        value.leave?.value.some((range) => overlaps(firstMinute(range.value.from), lastMinute(range.value.to))) ===
        true;
      const said = [
        lacking.length > 0 && say(editorWords['person-lacks'], { skills: { list: lacking } }, wording),
        isAway && say(editorWords['person-away'], {}, wording),
        busy.length > 0 &&
          say(
            editorWords['person-busy'],
            { tasks: { list: busy.slice(0, namedTasks).map(({ name }) => name) } },
            wording,
          ),
      ].filter((part) => part !== false);
      const rank = lacking.length * 1000 + (isAway ? 100 : 0) + Math.min(99, busy.length);
      return [id, { rank, detail: said.length > 0 ? said.join(' · ') : say(editorWords['person-free'], {}, wording) }];
    }),
  );
}

function skillsOf({ skills }: PersonRecord): ReadonlySet<string> {
  return new Set(skills?.value.map(({ value }) => value) ?? []);
}
