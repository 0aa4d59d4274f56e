// What the rules found, the gravest first: each leads to its place in the text.

import type { Analysis } from '../analysis.ts';
import { spanOf } from '../rules/check.ts';
import { message } from '../words/findings.ts';
import { ruleTitle } from '../words/rule-titles.ts';
import { taskName } from '../words/task-names.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording } from '../words/words.ts';
import { oneLine } from './mermaid-text.ts';
import type { Line, ViewContent } from './view.ts';

const severities = ['error', 'warning', 'info', 'hint'] as const;

/** The view of an analysed plan. */
export function findings(analysis: Analysis, wording: Wording): ViewContent {
  const { tree, findings: all } = analysis;
  if (all.length === 0) return { drawings: [], tables: [], empty: say(viewWords['no-findings'], {}, wording) };
  const sorted = severities.flatMap((severity) => all.filter((finding) => finding.severity === severity));
  const lines = sorted.map((finding): Line => {
    const span = spanOf(finding.place, { tree });
    const range = { start: tree.positionAt(span.start), end: tree.positionAt(span.end) };
    const node = 'node' in finding.place ? finding.place.node : tree.pathAt(span.start).steps.at(-1)?.node;
    const task = node === undefined ? undefined : analysis.plan.taskOf(node);
    return {
      cells: [
        message(finding, wording),
        say(viewWords[finding.severity], {}, wording),
        ruleTitle(finding.rule, wording.locale),
        task === undefined ? '' : oneLine(taskName(task, wording)),
        String(range.start.line + 1),
      ],
      target: { kind: 'range', range },
      signs: finding.severity === 'error' ? ['critical'] : [],
    };
  });
  const columns = (['finding', 'severity', 'rule', 'task', 'line'] as const).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key === 'line',
  }));
  const counts = severities
    .map((severity) => ({ severity, count: all.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => say(viewWords[`count-${severity}`], { count }, wording));
  return { summary: counts.join(' · '), drawings: [], tables: [{ columns, lines }] };
}
