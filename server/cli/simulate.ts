// `plan simulate`: when the plan is likely to finish, from the three-point estimates.
import { simulationReport, simulationTable } from '../exchange/simulation-report.ts';
import { commandLineWords } from '../words/command-line.ts';
import { wordingFor } from '../words/findings.ts';
import { colour, plain } from '../words/terminal.ts';
import { say } from '../words/words.ts';
import { onePlan } from './one-plan.ts';
import { codeFor } from './read-whole.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

export const simulateFormats = ['table', 'json'] as const;

export interface SimulateOptions {
  readonly format: (typeof simulateFormats)[number];
  readonly runs: number;
  readonly seed: number;
}

export async function simulate(
  name: string,
  { format, runs, seed }: SimulateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const analysis = await onePlan(name, terminal, { simulation: { runs, seed } });
  const simulation = analysis?.simulation;
  if (analysis === undefined || simulation === undefined) return exitCodes.usage;
  // What machines read is the same everywhere.
  const wording = wordingFor(analysis.plan, format === 'table' ? terminal.locale : 'en');
  const report = simulationReport(analysis, simulation, wording);
  if (format === 'json') terminal.out(`${JSON.stringify(report, null, 2)}\n`);
  else if (analysis.plan.tasks.length > 0) {
    const finishDay = analysis.plan.root.finish?.value.day;
    terminal.out(simulationTable(report, finishDay, wording, terminal.colour ? colour : plain));
    const finish = { minute: analysis.schedule.planFinish };
    if (simulation.estimated === 0) terminal.error(`${say(commandLineWords['no-estimates'], { finish }, wording)}\n`);
  }
  return codeFor(analysis);
}
