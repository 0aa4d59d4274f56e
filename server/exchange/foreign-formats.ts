// The formats of other programs that plans are converted from and to: one row each.
import type { Analysis } from '../analysis.ts';
import type { Wording } from '../words/words.ts';
import { readCsv } from './csv/read.ts';
import { writeCsv } from './csv/write.ts';
import { readGan } from './gan.ts';
import { writeIcalendar } from './icalendar.ts';
import { readJson, writeJson } from './json/plan-json.ts';
import { readMermaid } from './mermaid/read.ts';
import { writeMermaid } from './mermaid/write.ts';
import { readMspdiText } from './mspdi/read.ts';
import { writeMspdi } from './mspdi/write.ts';
import type { Reading, Refusal, Written } from './reading.ts';
import { writeTaskjuggler } from './taskjuggler.ts';

export interface ForeignFormat {
  /** How people call it. */
  readonly name: string;
  /** What its files end with, with the dot. */
  readonly ending: string;
  readonly read?: (text: string) => Reading;
  /** Reads what is a plan already, in other clothes. */
  readonly readPlan?: (text: string) => { readonly text: string } | Refusal;
  readonly write?: (analysis: Analysis, wording: Wording) => Written;
}

export const foreignFormats: readonly ForeignFormat[] = [
  { name: 'MS Project XML', ending: '.xml', read: readMspdiText, write: writeMspdi },
  { name: 'GanttProject', ending: '.gan', read: readGan },
  { name: 'Mermaid', ending: '.mmd', read: readMermaid, write: writeMermaid },
  { name: 'CSV', ending: '.csv', read: readCsv, write: writeCsv },
  { name: 'JSON', ending: '.json', readPlan: readJson, write: writeJson },
  { name: 'iCalendar', ending: '.ics', write: writeIcalendar },
  { name: 'TaskJuggler', ending: '.tjp', write: writeTaskjuggler },
];

/** The format of a file by its name. */
export function formatOf(path: string): ForeignFormat | undefined {
  const name = path.toLowerCase();
  return foreignFormats.find(({ ending }) => name.endsWith(ending));
}

/** Whether a file's name is a plan's. */
export function isPlanName(path: string): boolean {
  return /\.plan\.ya?ml$/i.test(path);
}
