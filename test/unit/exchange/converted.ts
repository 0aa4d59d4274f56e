// Plans and foreign texts for tests: read, written, scheduled.
import { type Analysis, analyse } from '../../../server/analysis.ts';
import type { PlanDraft } from '../../../server/exchange/draft.ts';
import type { Loss } from '../../../server/exchange/losses.ts';
import { readMspdiText } from '../../../server/exchange/mspdi/read.ts';
import { writeMspdi } from '../../../server/exchange/mspdi/write.ts';
import type { Reading } from '../../../server/exchange/reading.ts';
import { type WrittenPlan, writePlan } from '../../../server/exchange/write-plan.ts';
import { loadPublishedHolidays } from '../../../server/schedule/published-holidays.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { wordingFor } from '../../../server/words/findings.ts';

const holidays = await loadPublishedHolidays('en');

/** The analysis of a plan's text; nothing depends on today. */
export function analysisOf(text: string): Analysis {
  return analyse({
    uri: 'file:///test.plan.yaml',
    version: 0,
    tree: openTree(text),
    files: () => undefined,
    holidays,
    settings: { rules: {} },
    nowMinute: Date.UTC(2026, 2, 2) / 60_000,
  });
}

export interface Converted extends WrittenPlan {
  readonly draft: PlanDraft;
}

/** A foreign text as a plan. */
export function planFrom(read: (text: string) => Reading, text: string, name = 'test'): Converted {
  const reading = read(text);
  if ('refusal' in reading) throw new Error(reading.refusal);
  return { ...writePlan(reading.draft, name), draft: reading.draft };
}

/** MS Project XML as a plan. */
export function planFromMspdi(xml: string, name = 'test'): Converted {
  return planFrom(readMspdiText, xml, name);
}

/** A plan as MS Project XML. */
export function mspdiOf(analysis: Analysis): { readonly text: string; readonly losses: readonly Loss[] } {
  return writeMspdi(analysis, wordingFor(analysis.plan, 'en'));
}

/** Start, finish, slack and whether it is critical, by id; of work only. */
export function datesById({ plan, schedule }: Analysis): ReadonlyMap<string, string> {
  const at = (values: Float64Array, index: number) =>
    new Date((values[index] ?? Number.NaN) * 60_000).toISOString().slice(0, 16);
  return new Map(
    plan.tasks
      .filter(({ end, index }) => end === index + 1)
      .map(({ id, index }) => [
        id,
        [
          `${at(schedule.start, index)} → ${at(schedule.finish, index)}`,
          `slack ${schedule.totalSlackMinutes[index]}`,
          schedule.critical[index] === 1 ? 'critical' : '',
        ].join(' '),
      ]),
  );
}
