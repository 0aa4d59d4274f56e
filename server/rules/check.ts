// Runs the rules over one version of a plan: severities and parameters applied, silenced findings left out, sorted by place.
import { grouped } from '../plan/grouped.ts';
import { sameOr } from '../text/same-or.ts';
import type { Span } from '../text/tree.ts';
import type { Finding, Place, Report } from './finding.ts';
import { ignoredBy } from './ignore.ts';
import { inOneGo } from './in-one-go.ts';
import { keptFindings } from './kept-findings.ts';
import { ruleById } from './registry.ts';
import type { Idle, Rule, RuleContext } from './rule.ts';
import type { EffectiveRule, OuterSettings } from './settings.ts';
import { type SettingsInForce, settingsInForce } from './settings-in-force.ts';
import { SharedFacts, type Told } from './shared-facts.ts';
import { withoutShared } from './shared-fixes.ts';
import { Silencing } from './silencing.ts';
import { unusedIgnore } from './unused-ignore.ts';

/** One version of a plan, as rules see it. */
export type Version = Omit<RuleContext, 'facts' | 'idle' | 'isOff'>;

/** What the instant rules found in one version; `settle` goes on from here. */
export interface Checked {
  /** Sorted by place, one for each cause, without what is silenced. */
  readonly findings: readonly Finding[];
  /** Where each of them begins. */
  readonly starts: readonly number[];
  readonly review: Review;
}

interface Placed {
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
  const placed = review.instant();
  const findings = sameOr(findingsOf(placed), before?.findings);
  return { findings, starts: placed.map(({ span }) => span.start), review };
}

/** The findings of all rules, sorted like those of the instant ones. Yields after every few milliseconds of work; whoever loses interest asks no more. */
export function* settle({ review }: Checked): Generator<undefined, readonly Finding[]> {
  return findingsOf(yield* review.settled());
}

const instantRules = [...ruleById.values()].filter(({ timing }) => timing === 'instant');
const simulatedRules = [...ruleById.values()].filter(({ timing }) => timing === 'simulated');
/** All but the one that looks at what these silence. */
const settledRules = [...ruleById.values()].filter((rule) => rule.timing === 'settled' && rule.id !== unusedIgnore.id);

const off: EffectiveRule = { severity: 'off', values: {} };

/** The rules on one version. */
class Review {
  readonly settings: SettingsInForce;
  readonly #context: RuleContext;
  readonly #silencing: Silencing;
  /** What the instant rules found, whatever yields to what. */
  readonly #found: Placed[] = [];

  constructor(version: Version, settings: OuterSettings, before?: Review) {
    this.settings = settingsInForce(version, settings, before?.settings);
    const { effective } = this.settings;
    const isOff = (id: string) => effective.get(id)?.severity === 'off';
    this.#context = new SharedFacts({ ...version, isOff }, before?.facts).context;
    this.#silencing = new Silencing(ignoredBy(version.tree));
  }

  get facts(): SharedFacts {
    return this.#context.facts;
  }

  instant(): readonly Placed[] {
    const { settings } = this;
    const context = this.#context;
    const place = (findings: readonly Finding[]) => this.#place(findings, this.#found, this.#silencing);
    place(this.#told(settings, 'schema', [], () => settings.reports));
    const rules = context.simulation === undefined ? instantRules : [...instantRules, ...simulatedRules];
    for (const rule of rules)
      place(this.#told(rule, rule.id, rule.from?.(context), (values) => rule.check(context, values)));
    return this.#sorted(this.#found);
  }

  *settled(): Generator<undefined, readonly Placed[]> {
    const found = [...this.#found];
    const silencing = this.#silencing.copy();
    yield* this.#run(settledRules, found, silencing);
    if (!silencing.isEmpty) yield* this.#run([unusedIgnore], found, silencing);
    return this.#sorted(found);
  }

  *#run(rules: readonly Rule[], found: Placed[], silencing: Silencing): Iterable<undefined> {
    const context = { ...this.#context, idle: () => this.#idle(silencing, found) };
    for (const rule of rules) {
      const { severity, values } = this.settings.effective.get(rule.id) ?? off;
      if (severity === 'off') continue;
      const reports: Report[] = [];
      for (const report of rule.check(context, values)) {
        if (report === undefined) yield;
        else reports.push(report);
      }
      this.#place(
        this.#told(rule, rule.id, undefined, () => reports),
        found,
        silencing,
      );
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

  /** What the reports of a rule, or of the settings, come to. Where all that they hang on is as it was they are not even asked for; without `from` always. */
  #told(
    subject: object,
    rule: string,
    from: readonly unknown[] | undefined,
    reports: (values: EffectiveRule['values']) => Iterable<Report | undefined>,
  ): readonly Finding[] {
    const { effective } = this.settings;
    const { severity, values } = effective.get(rule) ?? off;
    if (severity === 'off') return [];
    const say = (last = nothingTold) => {
      const findings: Finding[] = [];
      for (const report of reports(values)) {
        if (report === undefined) continue;
        const { id = rule } = report;
        // A rule may speak under the id of another one, whose severity counts then.
        const own = id === rule ? severity : (effective.get(id)?.severity ?? severity);
        if (own !== 'off')
          findings.push({ ...withoutShared(report, this.#context), rule: id, severity: report.severity ?? own });
      }
      return asTold(keptFindings(findings, last.findings));
    };
    const { tree, plan } = this.#context;
    // Fixes are left out where others read the same text.
    const sharing = [tree.references.mark, plan.kept.isPlain];
    // What is named beside a finding may have been written anew.
    const holds = ({ beside }: Told) => beside.every((node) => tree.has(node));
    return this.facts.told.findings.of(subject, [this.settings, ...sharing, ...(from ?? [{}])], say, holds).findings;
  }

  /** Puts what is not silenced among what is found. */
  #place(findings: readonly Finding[], found: Placed[], silencing: Silencing): void {
    const { tree } = this.#context;
    for (const finding of findings) {
      const span = spanOf(finding.place, this.#context);
      // What silences nothing says itself whether that may be told.
      const isOpen = silencing.isEmpty || finding.rule === unusedIgnore.id;
      if (isOpen || !silencing.silences(finding.rule, tree.positionAt(span.start).line)) found.push({ finding, span });
    }
  }

  #sorted(found: readonly Placed[]): readonly Placed[] {
    const left = onePerCause(found, this.#context);
    return left.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  }
}

function findingsOf(placed: readonly Placed[]): readonly Finding[] {
  return placed.map(({ finding }) => finding);
}

const nothingTold: Told = { findings: [], beside: [] };

function asTold(findings: readonly Finding[]): Told {
  if (findings.length === 0) return nothingTold;
  const places = findings.flatMap(({ related = [] }) => related.map(({ place }) => place));
  return { findings, beside: places.flatMap((place) => ('node' in place ? place.node : [])) };
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
