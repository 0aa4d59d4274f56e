// What a simulation came to, as a list to read and choose from.
import type { Analysis } from '../analysis.ts';
import type { Simulation } from '../schedule/simulation.ts';
import { aroundWords } from '../words/around.ts';
import { taskName } from '../words/task-names.ts';
import { say, type Wording } from '../words/words.ts';
import { shortDates } from './annotations.ts';
import { dayOf } from './work-dates.ts';

export interface SimulationOutcome {
  readonly version: number;
  /** How many tasks had an estimate to draw from: with none all runs are alike. */
  readonly estimated: number;
  readonly title: string;
  /** By when it is finished, and how sure that is. */
  readonly finishes: readonly { readonly label: string; readonly detail: string }[];
  /** The tasks that decide it, from the most to the least often critical. */
  readonly tasks: readonly {
    readonly planId: string;
    readonly name: string;
    readonly dates: string;
    readonly detail: string;
  }[];
}

const shares = [0.5, 0.8, 0.95] as const;

/** More than these nobody reads. */
const mostTasks = 50;

/** @param ids names of the tasks, by index */
export function simulationOutcome(
  analysis: Analysis,
  simulation: Simulation,
  ids: readonly string[],
  wording: Wording,
): SimulationOutcome {
  const { plan, snapshot } = analysis;
  const { runs, estimated } = simulation;
  const percent = (share: number) => ({ percent: Math.round(share * 100) });
  const promised = plan.root.finish?.value;
  const kept = promised && simulation.shareBy(promised.day * 1440 + (promised.minute ?? 1440));
  return {
    version: snapshot.version,
    estimated,
    title: say(aroundWords.simulated, { runs, estimated }, wording),
    finishes: [
      ...shares.map((share) => ({
        label: say(aroundWords['finish-by'], { date: { day: dayOf(simulation.finishBy(share) - 1) } }, wording),
        detail: say(aroundWords['finish-share'], { share: percent(share) }, wording),
      })),
      ...(promised && kept !== undefined
        ? [
            {
              label: say(aroundWords.promised, { date: { day: promised.day } }, wording),
              detail: say(aroundWords['promise-share'], { share: percent(kept) }, wording),
            },
          ]
        : []),
    ],
    tasks: plan.tasks
      .filter(({ index, kind }) => kind !== 'summary' && (simulation.criticality[index] ?? 0) > 0)
      .toSorted((one, other) => (simulation.criticality[other.index] ?? 0) - (simulation.criticality[one.index] ?? 0))
      .slice(0, mostTasks)
      .map((task) => ({
        planId: ids[task.index] ?? task.id,
        name: taskName(task, wording),
        dates: shortDates(analysis, task),
        detail: say(
          aroundWords['critical-share'],
          { share: percent(simulation.criticality[task.index] ?? 0) },
          wording,
        ),
      })),
  };
}
