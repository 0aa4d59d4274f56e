// Runs the rules over one version of a plan: severities and parameters applied, silenced findings left out, sorted by place.
import type { Span } from '../text/tree.ts';
import type { Finding, Place, Report, Severity } from './finding.ts';
import { ignoredBy } from './ignore.ts';
import { ruleById } from './registry.ts';
import type { RuleContext } from './rule.ts';
import { effectiveRules, type OuterSettings } from './settings.ts';
import { SharedFacts } from './shared-facts.ts';

interface Placed {
  readonly finding: Finding;
  readonly span: Span;
}

/** The findings of a plan. Linear in its size. */
export function check(version: Omit<RuleContext, 'facts'>, settings: OuterSettings): readonly Finding[] {
  const context = { ...version, facts: new SharedFacts(version.plan, version.schedule) };
  const { tree } = context;
  const { effective, reports } = effectiveRules(ruleById, tree, context.plan, settings);
  const ignored = ignoredBy(tree.comments);
  const found: Placed[] = [];
  const add = (rule: string, severity: Severity, report: Report): void => {
    const span = spanOf(report.place, context);
    if (ignored.size > 0 && ignored.get(tree.positionAt(span.start).line)?.has(rule) === true) return;
    found.push({ finding: { ...report, rule, severity: report.severity ?? severity }, span });
  };
  const schemaSeverity = effective.get('schema')?.severity ?? 'error';
  if (schemaSeverity !== 'off') for (const report of reports) add('schema', schemaSeverity, report);
  for (const rule of ruleById.values()) {
    const { severity, values } = effective.get(rule.id) ?? { severity: 'off', values: {} };
    if (severity === 'off' || (rule.timing === 'settled' && context.simulation === undefined)) continue;
    for (const report of rule.check(context, values)) add(rule.id, severity, report);
  }
  const left = onePerCause(found, context);
  left.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return left.map(({ finding }) => finding);
}

/** Without the findings that yield to another one of the same place, or of a place that they name. */
function onePerCause(found: readonly Placed[], context: RuleContext): Placed[] {
  const places = new Set(found.map(({ finding, span }) => placeName(finding.rule, span)));
  return found.filter(({ finding: { rule, related = [] }, span }) => {
    const stronger = ruleById.get(rule)?.yieldsTo ?? [];
    if (stronger.length === 0) return true;
    const spans = [span, ...related.map(({ place }) => spanOf(place, context))];
    return !stronger.some((other) => spans.some((each) => places.has(placeName(other, each))));
  });
}

function placeName(rule: string, { start, end }: Span): string {
  return `${rule} ${start} ${end}`;
}

/** Where a place stands: never empty where the text is not. */
export function spanOf(place: Place, { tree }: Pick<RuleContext, 'tree'>): Span {
  const span = 'span' in place ? place.span : sliceOf(place, tree);
  if (span.end > span.start) return span;
  return span.start > 0 ? { start: span.start - 1, end: span.start } : { start: 0, end: Math.min(1, tree.length) };
}

/** A slice of a scalar's text where that stands in the document as it is (quoted text: behind its quote); else the whole node. */
function sliceOf(place: Extract<Place, { node: unknown }>, tree: RuleContext['tree']): Span {
  const { node, from, to } = place;
  const span = tree.spanOf(node);
  if (node.kind !== 'scalar' || from === undefined || to === undefined) return span;
  const offset = node.source.indexOf(node.text);
  return offset < 0 ? span : { start: span.start + offset + from, end: span.start + offset + to };
}
