// `plan schedule`: the computed dates of one plan as a table, JSON or CSV.
import { scheduleCsv } from '../exchange/schedule-csv.ts';
import { scheduleJson } from '../exchange/schedule-json.ts';
import { type ScheduleDocument, scheduleDocument } from '../exchange/schedule-rows.ts';
import { scheduleTable } from '../exchange/schedule-table.ts';
import { wordingFor } from '../words/findings.ts';
import { colour, plain } from '../words/terminal.ts';
import type { Wording } from '../words/words.ts';
import { onePlan } from './one-plan.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';

export const scheduleFormats = ['table', 'json', 'csv'] as const;

export interface ScheduleOptions {
  readonly format: (typeof scheduleFormats)[number];
}

type Formatter = (document: ScheduleDocument, wording: Wording, terminal: Terminal) => string;

const formatters: Readonly<Record<ScheduleOptions['format'], Formatter>> = {
  table: (document, wording, terminal) => scheduleTable(document, wording, terminal.colour ? colour : plain),
  json: scheduleJson,
  csv: scheduleCsv,
};

export async function schedule(name: string, { format }: ScheduleOptions, terminal: Terminal): Promise<ExitCode> {
  const analysis = await onePlan(name, terminal);
  if (analysis === undefined) return exitCodes.usage;
  // What machines read is the same everywhere.
  const wording = wordingFor(analysis.plan, format === 'table' ? terminal.locale : 'en');
  terminal.out(formatters[format](scheduleDocument(analysis, wording), wording, terminal));
  return exitCodes.clean;
}
