// Runs the rules over one version of a plan: severities and parameters applied, silenced findings left out, sorted by place.
import type { Span } from '../text/tree.ts';
import type { Finding, Place, Report, Severity } from './finding.ts';
import { ignoredBy } from './ignore.ts';
import { ruleById } from './registry.ts';
import type { RuleContext } from './rule.ts';
import { effectiveRules, type OuterSettings } from './settings.ts';

/** The findings of a plan. Linear in its size. */
export function check(context: RuleContext, settings: OuterSettings): readonly Finding[] {
  const { tree } = context;
  const { effective, reports } = effectiveRules(ruleById, tree, context.plan, settings);
  const ignored = ignoredBy(tree.comments);
  const found: { finding: Finding; span: Span }[] = [];
  const add = (rule: string, severity: Severity, report: Report): void => {
    const span = spanOf(report.place, context);
    if (ignored.size > 0 && ignored.get(tree.positionAt(span.start).line)?.has(rule) === true) return;
    found.push({ finding: { ...report, rule, severity: report.severity ?? severity }, span });
  };
  const schemaSeverity = effective.get('schema')?.severity ?? 'error';
  if (schemaSeverity !== 'off') for (const report of reports) add('schema', schemaSeverity, report);
  for (const rule of ruleById.values()) {
    const { severity, values } = effective.get(rule.id) ?? { severity: 'off', values: {} };
    if (severity === 'off' || rule.timing === 'settled') continue;
    for (const report of rule.check(context, values)) add(rule.id, severity, report);
  }
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return found.map(({ finding }) => finding);
}

/** Where a place stands: never empty where the text is not. */
export function spanOf(place: Place, { tree }: Pick<RuleContext, 'tree'>): Span {
  const span = 'span' in place ? place.span : sliceOf(place, tree);
  if (span.end > span.start) return span;
  const end = Math.min(span.start + 1, tree.length);
  return { start: Math.max(0, end - 1), end };
}

/** A slice of a scalar's text where that stands in the document as it is (quoted text: behind its quote); else the whole node. */
function sliceOf(place: Extract<Place, { node: unknown }>, tree: RuleContext['tree']): Span {
  const { node, from, to } = place;
  const span = tree.spanOf(node);
  if (node.kind !== 'scalar' || from === undefined || to === undefined) return span;
  const offset = node.source.indexOf(node.text);
  return offset < 0 ? span : { start: span.start + offset + from, end: span.start + offset + to };
}
