// What the lines above a chart say: what of the plan is not on it, and why.
import type { Analysis } from '../analysis.ts';
import type { PlanProblem, Reference } from '../plan/plan.ts';
import { chartWords } from '../words/charts.ts';
import { nameOf, say, type Wording } from '../words/words.ts';
import type { BannerLine } from './chart.ts';
import { oneLine } from './mermaid-text.ts';

/** Lines name this many things and count the rest; of loops and refused links this many are said. */
const named = 3;

/** The lines for a plan, the gravest first. */
export function bannerOf(analysis: Analysis, wording: Wording): readonly BannerLine[] {
  const lines = [
    ...broken(analysis, wording),
    ...conflicts(analysis, wording),
    ...leftOut(analysis, wording),
    ...emptiness(analysis, wording),
  ];
  const rank = { error: 0, warning: 1, info: 2 };
  return lines.sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function broken({ tree }: Analysis, wording: Wording): BannerLine[] {
  const first = tree.syntax[0];
  if (first === undefined) return [];
  const line = tree.positionAt(first.span.start).line + 1;
  const phrase = tree.syntax.length === 1 ? chartWords['broken-text'] : chartWords['broken-texts'];
  return [{ severity: 'error', text: say(phrase, { line, count: tree.syntax.length }, wording) }];
}

function conflicts({ plan, schedule }: Analysis, wording: Wording): BannerLine[] {
  const lines: BannerLine[] = [];
  const name = (task: number | undefined): string => oneLine(nameOf(plan.tasks[task ?? -1]?.name ?? '?', wording));
  const ends = (link: number) => ({
    predecessor: name(plan.linkAt(link)?.predecessor),
    successor: name(plan.linkAt(link)?.successor),
  });
  let loops = 0;
  let refused = 0;
  for (const conflict of schedule.conflicts) {
    if (conflict.kind === 'no-start') {
      if (plan.tasks.length === 0) continue;
      lines.push({
        severity: 'warning',
        text: say(chartWords['no-start'], { date: { minute: conflict.minute } }, wording),
      });
    } else if (conflict.kind === 'cycle' && loops++ < named) {
      const around = conflict.links.map((link) => name(plan.linkAt(link)?.predecessor));
      const loop = [...(around.length > 8 ? [...around.slice(0, 7), '…'] : around), around[0] ?? '?'].join(' → ');
      lines.push({ severity: 'error', text: say(chartWords.cycle, { loop, ...ends(conflict.cut) }, wording) });
    } else if (conflict.kind === 'summary-link-refused' && refused++ < named) {
      lines.push({ severity: 'warning', text: say(chartWords['left-out-link-summary'], ends(conflict.link), wording) });
    }
  }
  return lines;
}

function leftOut(analysis: Analysis, wording: Wording): BannerLine[] {
  const lines: BannerLine[] = [];
  const { plan } = analysis;
  const unknown = plan.referencesToNothing.filter(isLink).map((reference) => reference.id);
  const unreadable = (rule: string): string[] => plan.problems.filter((problem) => problem.rule === rule).map(sourceOf);
  for (const [names, one, many, severity] of [
    [unknown, 'left-out-link-unknown', 'left-out-links-unknown', 'error'],
    [unreadable('invalid-link'), 'left-out-link-unreadable', 'left-out-links-unreadable', 'error'],
    [unreadable('invalid-date'), 'left-out-date', 'left-out-dates', 'error'],
    [unreadable('invalid-duration'), 'left-out-duration', 'left-out-durations', 'error'],
    [withoutDuration(analysis), 'without-duration', 'without-durations', 'info'],
  ] as const) {
    if (names.length === 0) continue;
    const phrase = chartWords[names.length === 1 ? one : many];
    lines.push({ severity, text: say(phrase, { count: names.length, names: listed(names, wording) }, wording) });
  }
  return lines;
}

/** A link of a task. */
function isLink({ task, kinds }: Reference): boolean {
  return task >= 0 && kinds.includes('task');
}

/** Work whose length nobody has said yet. */
function withoutDuration({ plan }: Analysis): string[] {
  return plan.problems
    .filter(({ rule, code }) => rule === 'schema' && code === 'missing-duration')
    .map(({ args }) => String(args.id ?? ''));
}

function sourceOf({ node }: PlanProblem): string {
  return node.kind === 'scalar' ? node.text : node.kind;
}

/** Names that people read: each once and short, the first few of them. */
function listed(names: readonly string[], wording: Wording): string {
  const distinct = [...new Set(names.map((name) => clip(oneLine(name))))];
  const list = distinct.slice(0, named).map((name) => `“${name}”`);
  const text = list.join(wording.locale === 'en' ? ', ' : '、');
  return distinct.length > named
    ? say(chartWords.more, { names: text, count: distinct.length - named, total: distinct.length }, wording)
    : text;
}

function clip(name: string): string {
  const characters = [...name];
  return characters.length > 40 ? `${characters.slice(0, 39).join('')}…` : name;
}

function emptiness({ plan, tree }: Analysis, wording: Wording): BannerLine[] {
  if (plan.tasks.length > 0) return [];
  const phrase = tree.root === undefined ? chartWords['empty-file'] : chartWords['no-tasks'];
  return [{ severity: 'info', text: say(phrase, {}, wording) }];
}
