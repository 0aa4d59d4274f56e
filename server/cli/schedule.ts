// `plan schedule`: the computed dates of one plan as a table, JSON or CSV.
import type { Analysis } from '../analysis.ts';
import { scheduleCsv } from '../exchange/schedule-csv.ts';
import { scheduleJson } from '../exchange/schedule-json.ts';
import { scheduleDocument } from '../exchange/schedule-rows.ts';
import { scheduleTable } from '../exchange/schedule-table.ts';
import type { PlanDate } from '../plan/scalar.ts';
import { lastMinute } from '../schedule/moments.ts';
import { wordingFor } from '../words/findings.ts';
import { colour, plain } from '../words/terminal.ts';
import type { Wording } from '../words/words.ts';
import { onePlan } from './one-plan.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

export const scheduleFormats = ['table', 'json', 'csv'] as const;

export interface ScheduleOptions {
  readonly format: (typeof scheduleFormats)[number];
  /** A day in place of the plan's status date. */
  readonly asOf?: PlanDate;
}

type Formatter = (analysis: Analysis, wording: Wording, terminal: Terminal) => string;

const formatters: Readonly<Record<ScheduleOptions['format'], Formatter>> = {
  table: (analysis, wording, terminal) =>
    scheduleTable(scheduleDocument(analysis, wording), wording, terminal.colour ? colour : plain),
  json: (analysis, wording) => scheduleJson(scheduleDocument(analysis, wording), analysis),
  csv: (analysis, wording) => scheduleCsv(scheduleDocument(analysis, wording)),
};

export async function schedule(name: string, { format, asOf }: ScheduleOptions, terminal: Terminal): Promise<ExitCode> {
  const analysis = await onePlan(name, terminal, asOf && { asOfMinute: lastMinute(asOf) });
  if (analysis === undefined) return exitCodes.usage;
  // What machines read is the same everywhere.
  const wording = wordingFor(analysis.plan, format === 'table' ? terminal.locale : 'en');
  terminal.out(formatters[format](analysis, wording, terminal));
  return exitCodes.clean;
}
