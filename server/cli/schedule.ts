// `plan schedule`: the computed dates of one plan as a table, JSON or CSV.
import type { Analysis } from '../analysis.ts';
import { scheduleCsv } from '../exchange/schedule-csv.ts';
import { scheduleJson } from '../exchange/schedule-json.ts';
import { rowAddresses, scheduleDocument } from '../exchange/schedule-rows.ts';
import { scheduleTable } from '../exchange/schedule-table.ts';
import type { PlanDate } from '../plan/scalar.ts';
import { lastMinute } from '../schedule/moments.ts';
import { commandLineWords } from '../words/command-line.ts';
import { wordingFor } from '../words/findings.ts';
import { colour, plain } from '../words/terminal.ts';
import { plainWording, say, type Wording } from '../words/words.ts';
import { levelledPlan } from './level.ts';
import { onePlan } from './one-plan.ts';
import { codeFor } from './read-whole.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

export const scheduleFormats = ['table', 'json', 'csv'] as const;

export interface ScheduleOptions {
  readonly format: (typeof scheduleFormats)[number];
  /** A day in place of the plan's status date. */
  readonly asOf?: PlanDate;
  /** The id of a baseline in place of the newest. */
  readonly baseline?: string;
  /** The dates after levelling. */
  readonly level?: boolean;
}

type Formatter = (analysis: Analysis, wording: Wording, terminal: Terminal, baseline?: string) => string;

const formatters: Readonly<Record<ScheduleOptions['format'], Formatter>> = {
  table: (analysis, wording, terminal) =>
    scheduleTable(
      scheduleDocument(analysis, wording),
      rowAddresses(analysis),
      wording,
      terminal.colour ? colour : plain,
    ),
  json: (analysis, wording, _terminal, baseline) =>
    scheduleJson(scheduleDocument(analysis, wording), analysis, baseline),
  csv: (analysis, wording) => scheduleCsv(scheduleDocument(analysis, wording)),
};

export async function schedule(
  name: string,
  { format, asOf, baseline, level }: ScheduleOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const analysis = await onePlan(name, terminal, asOf && { asOfMinute: lastMinute(asOf) });
  if (analysis === undefined) return exitCodes.usage;
  if (baseline !== undefined && analysis.plan.define('baseline', baseline) === undefined) {
    const words = plainWording(terminal.locale);
    terminal.error(`${say(commandLineWords['no-baseline'], { id: baseline }, words)}\n`);
    return exitCodes.usage;
  }
  // What machines read is the same everywhere.
  const wording = wordingFor(analysis.plan, format === 'table' ? terminal.locale : 'en');
  const shown = level === true ? levelledPlan(analysis).after : analysis;
  if (format !== 'table' || shown.plan.tasks.length > 0)
    terminal.out(formatters[format](shown, wording, terminal, baseline));
  return codeFor(analysis);
}
