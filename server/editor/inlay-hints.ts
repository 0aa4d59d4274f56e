// Inlay hints: computed dates and slack behind the line that names a task, and where a duration leads.
import type { InlayHint } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import type { Node } from '../text/node.ts';
import type { Range, Span } from '../text/tree.ts';
import { joined, shortDates, shortFinish, slackLabel } from './annotations.ts';
import { offsetOf } from './place.ts';
import { type Reader, wordingOf } from './reader.ts';

/** Which hints are shown. */
export interface HintSettings {
  /** Start and finish of each task. */
  readonly dates: boolean;
  /** Its slack. */
  readonly slack: boolean;
  /** Behind a duration that has a line of its own: the day to which it leads. */
  readonly durations: boolean;
}

/** The hints of a stretch of the text. Work that the text only implies (reserves and gates of phases, repetitions) has none. */
export function inlayHints(analysis: Analysis, range: Range, shown: HintSettings, reader: Reader): InlayHint[] {
  const { tree, plan } = analysis;
  const asked: Span = { start: offsetOf(tree, range.start), end: offsetOf(tree, range.end) };
  const wording = wordingOf(analysis, reader);
  const hints = new Map<number, InlayHint>();
  const add = (offset: number, label: string): void => {
    if (label === '' || offset < asked.start || offset > asked.end || hints.has(offset)) return;
    hints.set(offset, { position: tree.positionAt(offset), label, paddingLeft: true });
  };
  const shared = shown.durations ? sharedDurations(plan) : new Set();
  for (const task of plan.tasks) {
    if (task.synthetic !== undefined || !meets(spanOfTask(analysis, task), asked)) continue;
    const dates = shown.dates ? shortDates(analysis, task) : '';
    const slack = shown.slack ? slackLabel(analysis, task, wording) : '';
    const line = behindKey(analysis, task);
    add(line, joined(dates, slack));
    const duration = shown.durations ? task.record.duration : undefined;
    const end =
      duration && tree.has(duration.node) && !shared.has(duration.node) ? tree.spanOf(duration.node).end : line;
    if (tree.positionAt(end).line !== tree.positionAt(line).line) add(end, `→ ${shortFinish(analysis, task)}`);
  }
  return [...hints.values()];
}

/** Durations that several tasks have by an alias or a merge lead to several days. */
function sharedDurations({ tasks }: Plan): ReadonlySet<Node> {
  const seen = new Set<Node>();
  const shared = new Set<Node>();
  for (const { record, synthetic } of tasks) {
    const node = synthetic === undefined ? record.duration?.node : undefined;
    if (node && seen.has(node)) shared.add(node);
    else if (node) seen.add(node);
  }
  return shared;
}

/** From its key to its duration: where its hints are. */
function spanOfTask({ tree }: Analysis, { key, record }: PlanTask): Span {
  const { start, end } = tree.spanOf(key);
  const node = record.duration?.node;
  const value = node && tree.has(node) ? tree.spanOf(node) : undefined;
  return {
    start,
    end: Math.max(end, value?.end ?? 0, tree.offsetAt({ line: tree.positionAt(end).line + 1, character: 0 })),
  };
}

/** Behind the value where that ends on the key's line, else behind the key's colon. */
function behindKey({ tree }: Analysis, { key, node }: PlanTask): number {
  const { end } = tree.spanOf(key);
  const value = tree.spanOf(node);
  if (value.start >= end && tree.positionAt(value.end).line === tree.positionAt(end).line) return value.end;
  return tree.text({ start: end, end: end + 1 }) === ':' ? end + 1 : end;
}

function meets(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}
