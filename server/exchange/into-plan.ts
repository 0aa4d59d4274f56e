// A file of another program becomes the text of a plan, with what could not be carried over said in it and beside it.
import type { Analysis } from '../analysis.ts';
import { convertWords, refusalWords } from '../words/convert.ts';
import { say, type Wording } from '../words/words.ts';
import type { PlanDraft } from './draft.ts';
import type { ForeignFormat } from './foreign-formats.ts';
import { lossLines } from './loss-lines.ts';
import type { Loss } from './losses.ts';
import { movedTasks } from './stated-dates.ts';
import { writePlan } from './write-plan.ts';

export interface ForeignFile {
  /** As people know it: its last part becomes the plan's name where the file has none. */
  readonly path: string;
  readonly text: string;
  /** Where it is no Unicode. */
  readonly encoding?: string | undefined;
  readonly format: ForeignFormat;
}

/** The text of a plan, what it lost, and what is worth saying of it: lines for people. */
export interface IntoPlan {
  readonly text: string;
  readonly losses: readonly Loss[];
  readonly notes: readonly string[];
  readonly analysis: Analysis;
}

/** Reads a foreign file; `refused` says for people why that can't be done. */
export async function intoPlanFrom(
  { path, text, encoding, format: { name, ending, read, readPlan } }: ForeignFile,
  analysisOf: (text: string) => Analysis | Promise<Analysis>,
  wording: Wording,
): Promise<IntoPlan | { readonly refused: string }> {
  const reading = readPlan?.(text) ?? read?.(text);
  if (reading === undefined) return { refused: '' };
  if ('refusal' in reading)
    return { refused: oneLine(say(refusalWords[reading.refusal], { path, ...reading.args }, wording)) };
  const file = path.split(/[\\/]/).at(-1) ?? path;
  const head = say(convertWords.from, { file, format: name }, wording);
  if ('text' in reading) {
    const whole = `# ${oneLine(head)}\n${reading.text}`;
    const analysis = await analysisOf(whole);
    return { text: whole, losses: [], notes: findingsNote(analysis, wording), analysis };
  }
  const { draft } = reading;
  const { text: plan, losses, taskIds } = writePlan(draft, file.slice(0, -ending.length));
  const comments = [head, ...lossHead(losses, wording)].map((line) => `# ${oneLine(line)}\n`);
  const whole = `${comments.join('')}${plan}`;
  const analysis = await analysisOf(whole);
  const taken = encoding === undefined ? [] : [say(convertWords.encoding, { encoding }, wording)];
  const notes = [...taken, ...datesNote(draft, taskIds, analysis, wording), ...findingsNote(analysis, wording)];
  return { text: whole, losses, notes, analysis };
}

/** One line of text, whatever strangers named their tasks and files. */
export function oneLine(line: string): string {
  return line.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

function findingsNote({ findings }: Analysis, wording: Wording): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return errors === 0 ? [] : [say(convertWords.findings, { errors }, wording)];
}

/** What is lost stands in the plan too: the text outlives what is said beside it. */
function lossHead(losses: readonly Loss[], wording: Wording): readonly string[] {
  const lines = lossLines(losses, wording);
  return lines.length === 0 ? [] : [say(convertWords.lost, {}, wording), ...lines.map((line) => `- ${line}`)];
}

const shownMoves = 5;

function datesNote(
  draft: PlanDraft,
  taskIds: ReadonlyMap<string, string>,
  analysis: Analysis,
  wording: Wording,
): readonly string[] {
  const { moved, compared } = movedTasks(draft, taskIds, analysis);
  if (compared === 0) return [];
  if (moved.length === 0) return [say(convertWords['same-dates'], { tasks: compared }, wording)];
  const lines = moved.slice(0, shownMoves).map(({ name, stated, computed }) => {
    const at = (minute: number) => ({ minute, withTime: true });
    const args = {
      name,
      from: at(stated.start),
      to: at(stated.finish),
      start: at(computed.start),
      finish: at(computed.finish),
    };
    return `- ${say(convertWords.moved, args, wording)}`;
  });
  const rest = moved.length - shownMoves;
  const more = rest > 0 ? [`- ${say(convertWords.more, { count: rest }, wording)}`] : [];
  return [say(convertWords['other-dates'], { moved: moved.length, tasks: compared }, wording), ...lines, ...more];
}
