// `plan level`: the dates after levelling, the edits that make them, or the file with those edits made.
import type { Analysis } from '../analysis.ts';
import { applyEdits } from '../edits/apply-edits.ts';
import { brokenPromises } from '../edits/broken-promises.ts';
import { type LevelledPlan, levelled } from '../edits/level.ts';
import { rowAddresses, scheduleDocument } from '../exchange/schedule-rows.ts';
import { scheduleTable } from '../exchange/schedule-table.ts';
import type { Finding } from '../rules/finding.ts';
import { completed } from '../text/steps.ts';
import { message, wordingFor } from '../words/findings.ts';
import { keptIn, levellingWords, movesIn } from '../words/levelling.ts';
import { colour, plain, printable } from '../words/terminal.ts';
import { say, type Wording } from '../words/words.ts';
import { onePlan } from './one-plan.ts';
import { codeFor } from './read-whole.ts';
import { pathIn } from './standard-input.ts';
import { type ExitCode, exitCodes, type Terminal } from './terminal.ts';
import { writePlan } from './write-plan.ts';

export const levelFormats = ['table', 'json'] as const;

export interface LevelOptions {
  readonly format: (typeof levelFormats)[number];
  /** Prints the edits of the text as JSON instead. */
  readonly edits: boolean;
  /** Makes them in the file. */
  readonly write: boolean;
}

export async function level(
  name: string,
  { format, edits, write }: LevelOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const analysis = await onePlan(name, terminal);
  if (analysis === undefined) return exitCodes.usage;
  const plan = levelledPlan(analysis);
  // What machines read is the same everywhere.
  const wording = wordingFor(analysis.plan, format === 'table' ? terminal.locale : 'en');
  if (write) return written(name, analysis, plan, wording, terminal);
  if (edits) terminal.out(`${JSON.stringify(editsOf(pathIn(name, terminal), analysis, plan), null, 2)}\n`);
  else if (format === 'json') terminal.out(`${JSON.stringify(report(analysis, plan, wording), null, 2)}\n`);
  else if (analysis.plan.tasks.length > 0) {
    const { after } = plan;
    const paint = terminal.colour ? colour : plain;
    terminal.out(scheduleTable(scheduleDocument(after, wording), rowAddresses(after), wording, paint));
    terminal.out(`\n${summary(analysis, plan, wording)}`);
  }
  return codeFor(analysis);
}

/** The plan levelled, in one go. */
export function levelledPlan(analysis: Analysis): LevelledPlan {
  return completed(levelled(analysis));
}

async function written(
  name: string,
  analysis: Analysis,
  plan: LevelledPlan,
  wording: Wording,
  terminal: Terminal,
): Promise<ExitCode> {
  const isWritten =
    plan.edits.length === 0 || (await writePlan(name, applyEdits(analysis.tree.text(), plan.edits), terminal));
  if (!isWritten) return exitCodes.usage;
  terminal.error(summary(analysis, plan, wording));
  return codeFor(analysis);
}

/** As in LSP: zero-based lines and UTF-16 characters. */
function editsOf(path: string, { tree }: Analysis, { edits }: LevelledPlan) {
  return edits.map(({ span, text }) => ({
    path,
    range: { start: tree.positionAt(span.start), end: tree.positionAt(span.end) },
    newText: text,
  }));
}

function report(analysis: Analysis, plan: LevelledPlan, wording: Wording) {
  const { after, delays, kept, left } = plan;
  return {
    finishBefore: time(analysis.schedule.planFinish),
    finish: time(after.schedule.planFinish),
    delays: delays.map(({ task, from, to, ...dates }) => ({ id: task.id, from: time(from), to: time(to), ...dates })),
    kept: kept.map(({ id }) => id),
    overloads: left.map((finding) => message(finding, wording)),
    brokenPromises: brokenPromises(analysis, after).map((finding) => message(finding, wording)),
    schedule: scheduleDocument(after, wording),
  };
}

/** `2026-03-02T09:00` in the plan's time zone. */
function time(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}

/** What was moved, what that does to the finish and to promises, what is left. */
function summary(analysis: Analysis, { delays, kept, after, left }: LevelledPlan, wording: Wording): string {
  const [from, to] = [analysis.schedule.planFinish, after.schedule.planFinish];
  const phrase = left.length > 0 ? levellingWords.stuck : levellingWords.nothing;
  const moved =
    delays.length === 0
      ? [say(phrase, {}, wording)]
      : [
          movesIn(delays, wording),
          ...delays.map(
            ({ task, ...delay }) =>
              `- ${say(levellingWords.delay, { task: task.name, from: { minute: delay.from, withTime: true }, to: { minute: delay.to, withTime: true } }, wording)}`,
          ),
        ];
  const finish = say(
    from === to ? levellingWords['same-finish'] : levellingWords.finish,
    { from: { minute: from - 1 }, to: { minute: to - 1 } },
    wording,
  );
  const lines = [
    ...moved,
    finish,
    ...listed('broken', brokenPromises(analysis, after), wording),
    ...listed('left', left, wording),
    ...keptIn(kept, wording),
  ];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function listed(title: 'broken' | 'left', findings: readonly Finding[], wording: Wording): readonly string[] {
  if (findings.length === 0) return [];
  return [say(levellingWords[title], {}, wording), ...findings.map((finding) => `- ${message(finding, wording)}`)];
}
