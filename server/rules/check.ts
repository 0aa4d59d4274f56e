// Runs the rules over one version of a plan: severities and parameters applied, silenced findings left out, sorted by place.
import { grouped } from '../plan/grouped.ts';
import type { Span } from '../text/tree.ts';
import type { Finding, Place, Report, Severity } from './finding.ts';
import { ignoredBy } from './ignore.ts';
import { inOneGo } from './in-one-go.ts';
import { alikeBefore, inPlace, keptFindings } from './kept-findings.ts';
import { ruleById } from './registry.ts';
import type { Idle, Rule, RuleContext } from './rule.ts';
import type { OuterSettings } from './settings.ts';
import { type SettingsInForce, settingsInForce } from './settings-in-force.ts';
import { SharedFacts } from './shared-facts.ts';
import { Silencing } from './silencing.ts';
import { unusedIgnore } from './unused-ignore.ts';

/** One version of a plan, as rules see it. */
export type Version = Omit<RuleContext, 'facts' | 'idle' | 'isOff'>;

/** What the instant rules found in one version; `settle` goes on from here. */
export interface Checked {
  /** Sorted by place, one for each cause, without what is silenced. */
  readonly findings: readonly Finding[];
  readonly review: Review;
}

interface Placed {
  readonly report: Report;
  readonly finding: Finding;
  readonly span: Span;
}

/** All findings of a plan, in one go. Linear in its size. */
export function check(version: Version, settings: OuterSettings): readonly Finding[] {
  return inOneGo(settle(checkInstant(version, settings)));
}

/** What the rules find that run on every keystroke. What is still true of the version `before` is taken over from it. */
export function checkInstant(version: Version, settings: OuterSettings, before?: Checked): Checked {
  const review = new Review(version, settings, before?.review);
  const found = review.instant();
  const kept = alikeBefore(found, before?.findings ?? []);
  review.keep(kept);
  return { findings: inPlace(found, kept), review };
}

/** The findings of all rules, sorted like those of the instant ones. Yields after every few milliseconds of work; whoever loses interest asks no more. */
export function* settle({ review, findings }: Checked): Generator<undefined, readonly Finding[]> {
  return keptFindings(yield* review.settled(), findings);
}

const instantRules = [...ruleById.values()].filter(({ timing }) => timing === 'instant');
const simulatedRules = [...ruleById.values()].filter(({ timing }) => timing === 'simulated');
/** All but the one that looks at what these silence. */
const settledRules = [...ruleById.values()].filter((rule) => rule.timing === 'settled' && rule.id !== unusedIgnore.id);

/** The rules on one version. */
class Review {
  readonly settings: SettingsInForce;
  readonly #context: RuleContext;
  readonly #silencing: Silencing;
  /** What the instant rules found, whatever yields to what. */
  readonly #found: Placed[] = [];
  /** The finding that each report came to, in this version or an earlier one: some reports are taken over. */
  readonly #made: WeakMap<Report, Finding>;

  constructor(version: Version, settings: OuterSettings, before?: Review) {
    this.#context = new SharedFacts(version, before?.facts).context;
    this.#silencing = new Silencing(ignoredBy(version.tree));
    this.#made = before === undefined ? new WeakMap() : before.#made;
    this.settings = settingsInForce(version, settings, before?.settings);
    const severity = this.settings.effective.get('schema')?.severity ?? 'error';
    if (severity === 'off') return;
    for (const report of this.settings.reports) this.#add(this.#found, 'schema', severity, report, this.#silencing);
  }

  get facts(): SharedFacts {
    return this.#context.facts;
  }

  instant(): readonly Finding[] {
    const rules = this.#context.simulation === undefined ? instantRules : [...instantRules, ...simulatedRules];
    for (const _ of this.#run(rules, this.#found, this.#silencing));
    return this.#sorted(this.#found);
  }

  /** Takes older findings in place of its own from here on: a report that comes again comes to the one that is told. */
  keep(kept: ReadonlyMap<Finding, Finding>): void {
    if (kept.size === 0) return;
    for (const [index, { report, finding, span }] of this.#found.entries()) {
      const old = kept.get(finding);
      if (old === undefined) continue;
      this.#made.set(report, old);
      this.#found[index] = { report, finding: old, span };
    }
  }

  *settled(): Generator<undefined, readonly Finding[]> {
    const found = [...this.#found];
    const silencing = this.#silencing.copy();
    yield* this.#run(settledRules, found, silencing);
    if (!silencing.isEmpty) yield* this.#run([unusedIgnore], found, silencing);
    return this.#sorted(found);
  }

  *#run(rules: readonly Rule[], found: Placed[], silencing: Silencing): Iterable<undefined> {
    const { effective } = this.settings;
    const isOff = (id: string) => effective.get(id)?.severity === 'off';
    const context = { ...this.#context, isOff, idle: () => this.#idle(silencing, found) };
    for (const rule of rules) {
      const { severity, values } = effective.get(rule.id) ?? { severity: 'off', values: {} };
      if (severity === 'off') continue;
      for (const report of rule.check(context, values)) {
        if (report === undefined) yield;
        else this.#add(found, rule.id, severity, report, silencing);
      }
      yield;
    }
  }

  *#idle(silencing: Silencing, found: readonly Placed[]): Iterable<Idle> {
    const { tree, simulation } = this.#context;
    const { effective } = this.settings;
    const silences = [...silencing.idle()];
    if (silences.length === 0) return;
    const byLine = grouped(found, ({ span }) => tree.positionAt(span.start).line);
    for (const silence of silences) {
      const { rule, line } = silence;
      const known = effective.get(rule);
      if (known?.severity === 'off' || (simulation === undefined && ruleById.get(rule)?.timing === 'simulated'))
        continue;
      const heard = (byLine.get(line) ?? []).map(({ finding }) => finding.rule);
      yield { silence, isKnown: known !== undefined, heard };
    }
  }

  #add(found: Placed[], rule: string, severity: Severity, report: Report, silencing: Silencing): void {
    const { tree } = this.#context;
    const span = spanOf(report.place, this.#context);
    // What silences nothing says itself whether that may be told.
    const isOpen = silencing.isEmpty || rule === unusedIgnore.id;
    const id = report.id ?? rule;
    if (!isOpen && silencing.silences(id, tree.positionAt(span.start).line)) return;
    // A rule may speak under the id of another one, whose severity counts then.
    const own = report.id === undefined ? severity : (this.settings.effective.get(report.id)?.severity ?? severity);
    if (own !== 'off') found.push({ report, finding: this.#findingOf(report, id, report.severity ?? own), span });
  }

  #findingOf(report: Report, rule: string, severity: Severity): Finding {
    const known = this.#made.get(report);
    if (known?.rule === rule && known.severity === severity) return known;
    const finding = { ...report, rule, severity };
    this.#made.set(report, finding);
    return finding;
  }

  #sorted(found: readonly Placed[]): readonly Finding[] {
    const left = onePerCause(found, this.#context);
    left.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    return left.map(({ finding }) => finding);
  }
}

/** Rules to which others yield. */
const stronger: ReadonlySet<string> = new Set([...ruleById.values()].flatMap(({ yieldsTo = [] }) => yieldsTo));

/** Without the findings that yield to another one of the same place, or of a place that they name. */
function onePerCause(found: readonly Placed[], context: RuleContext): Placed[] {
  const told = found.filter(({ finding }) => stronger.has(finding.rule));
  if (told.length === 0) return [...found];
  const { length } = context.tree;
  const keyOf = ({ start, end }: Span) => start * (length + 1) + end;
  const places = new Map<string, Set<number>>();
  for (const { finding, span } of told) {
    const own = places.get(finding.rule) ?? new Set();
    places.set(finding.rule, own.add(keyOf(span)));
  }
  return found.filter(({ finding: { rule, related = [] }, span }) => {
    const others = (ruleById.get(rule)?.yieldsTo ?? []).flatMap((other) => places.get(other) ?? []);
    if (others.length === 0) return true;
    const keys = [span, ...related.map(({ place }) => spanOf(place, context))].map(keyOf);
    return !others.some((other) => keys.some((key) => other.has(key)));
  });
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
