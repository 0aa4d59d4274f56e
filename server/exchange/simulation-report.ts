// What a simulation came to: the dates by which the plan is likely finished, and the tasks that decide it.
import type { Analysis } from '../analysis.ts';
import type { Simulation } from '../schedule/simulation.ts';
import { commandLineWords } from '../words/command-line.ts';
import { taskName } from '../words/task-names.ts';
import { type Paint, printable } from '../words/terminal.ts';
import { say, type Wording, word } from '../words/words.ts';
import { isoMinute } from './schedule-rows.ts';

const shares = [50, 80, 95] as const;

/** Moments are `YYYY-MM-DDTHH:mm` in the plan's zone; shares go from 0 to 1. */
export interface SimulationReport {
  readonly name: string;
  readonly runs: number;
  readonly estimated: number;
  readonly p50: string;
  readonly p80: string;
  readonly p95: string;
  readonly promised: string | null;
  readonly promisedShare: number | null;
  readonly tasks: readonly { readonly id: string; readonly name: string; readonly criticality: number }[];
}

/** Tasks from the most to the least often critical; those that never are, are left out. */
export function simulationReport({ plan }: Analysis, simulation: Simulation, wording: Wording): SimulationReport {
  const finish = plan.root.finish?.value;
  const promised = finish === undefined ? undefined : finish.day * 1440 + (finish.minute ?? 1440);
  return {
    name: plan.name,
    runs: simulation.runs,
    estimated: simulation.estimated,
    p50: isoMinute(simulation.finishBy(0.5)),
    p80: isoMinute(simulation.finishBy(0.8)),
    p95: isoMinute(simulation.finishBy(0.95)),
    promised: promised === undefined ? null : isoMinute(promised),
    promisedShare: promised === undefined ? null : simulation.shareBy(promised),
    tasks: plan.tasks
      .filter(({ index, kind }) => kind !== 'summary' && (simulation.criticality[index] ?? 0) > 0)
      .map((task) => ({
        id: task.id,
        name: taskName(task, wording),
        criticality: simulation.criticality[task.index] ?? 0,
      }))
      .toSorted((a, b) => b.criticality - a.criticality),
  };
}

/** The report for people at a terminal. */
export function simulationTable(
  report: SimulationReport,
  finishDay: number | undefined,
  wording: Wording,
  paint: Paint,
): string {
  const { name, runs, estimated } = report;
  const words = (key: keyof typeof commandLineWords) => say(commandLineWords[key], {}, wording);
  const percent = (share: number) => word({ percent: Math.round(share * 100) }, wording);
  const lines = [
    paint('bold', say(commandLineWords.simulated, { name: printable(name), runs, estimated }, wording)),
    ...shares.map((share) => `P${share}  ${words('finished-by')} ${report[`p${share}`].replace('T', ' ')}`),
    ...(report.promisedShare === null || finishDay === undefined
      ? []
      : [
          say(
            commandLineWords['promised-share'],
            { promised: { day: finishDay }, share: percent(report.promisedShare) },
            wording,
          ),
        ]),
    '',
    ...report.tasks.map(
      (task) => `${words('critical-in')} ${percent(task.criticality).padStart(4)}  ${printable(task.name)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}
