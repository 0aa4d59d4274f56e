// Semantic tokens: what the ids, links, dates and durations of a plan mean, beyond what can be seen by their letters.

import type { Analysis } from '../analysis.ts';
import { grouped } from '../plan/grouped.ts';
import type { Definition, Reference } from '../plan/plan.ts';
import type { Node, ScalarNode } from '../text/node.ts';
import type { Range, Span } from '../text/tree.ts';
import type { Mark, Marks } from './marks.ts';
import { offsetOf, sliceSpan } from './place.ts';
import { rootShape } from './shape.ts';

/** The types of tokens, in the order in which the legend numbers them; package.json says what each looks like where a theme doesn't. */
export const tokenTypes = [
  'planTask',
  'planPhase',
  'planMilestone',
  'planBuffer',
  'planPerson',
  'planStakeholder',
  'planResource',
  'planCalendar',
  'planGoal',
  'planKpi',
  'planRisk',
  'planSubplan',
  'planSkill',
  'planDecision',
  'planBaseline',
  'planRecord',
  'planLinkType',
  'planDate',
  'planDuration',
  'property',
] as const;

/** Each a bit, the first the lowest. */
export const tokenModifiers = ['definition', 'planCritical', 'planDone', 'deprecated'] as const;

type TokenType = (typeof tokenTypes)[number];
type Modifier = (typeof tokenModifiers)[number];

/** On one line; `type` counts in `tokenTypes`, `modifiers` are bits. */
export interface Token {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

/** In the order of the text; with a range only those of entries that it touches. `marks` keeps what holds from version to version. */
export function semanticTokens(analysis: Analysis, marks: Marks, range?: Range): readonly Token[] {
  const { tree } = analysis;
  if (!tree.root) return [];
  const wanted = range && { start: offsetOf(tree, range.start), end: offsetOf(tree, range.end) };
  const tokens = new Tokens(analysis, wanted === undefined);
  const isWanted = (node: Node): boolean => !wanted || touch(tree.spanOf(node), wanted);
  for (const mark of marks.of(tree.root, rootShape, isWanted)) if (isWanted(mark.node)) tokens.add(mark);
  return tokens.found;
}

function touch(one: Span, other: Span): boolean {
  return one.start <= other.end && one.end >= other.start;
}

/** Behind a link's target: its type, then its lag. */
const linkRest = /^\s*(?<type>FS|SS|FF|SF)?\s*(?<lag>[+-]\s*\S.*?)?\s*$/iu;

class Tokens {
  readonly found: Token[] = [];
  readonly #analysis: Analysis;
  readonly #references: ReadonlyMap<ScalarNode, readonly Reference[]> | undefined;

  /** `whole`: all references will be needed. */
  constructor(analysis: Analysis, whole: boolean) {
    this.#analysis = analysis;
    this.#references = whole ? grouped(analysis.plan.references, ({ node }) => node) : undefined;
  }

  add({ kind, node }: Mark): void {
    switch (kind) {
      case 'date':
        this.#scalar(node, 'planDate');
        return;
      case 'duration':
        this.#scalar(node, 'planDuration');
        return;
      case 'deprecated':
        this.#scalar(node, 'property', ['deprecated']);
        return;
      default:
        if (!this.#definition(node)) this.#reference(node, kind === 'link');
    }
  }

  #definition(node: ScalarNode): boolean {
    const definition = this.#analysis.plan.definedAt(node);
    if (definition) this.#scalar(node, this.#typeOf(definition), [...this.#modifiersOf(definition), 'definition']);
    return definition !== undefined;
  }

  #reference(node: ScalarNode, isLink: boolean): void {
    const references = this.#references ? (this.#references.get(node) ?? []) : this.#analysis.plan.referencesAt(node);
    for (const { from, to, definition } of references)
      if (definition) this.#slice(node, from, to, this.#typeOf(definition), this.#modifiersOf(definition));
    const target = references.at(-1)?.to;
    if (isLink && target !== undefined && target < node.text.length) this.#linkRest(node, target);
  }

  #linkRest(node: ScalarNode, from: number): void {
    const { type, lag } = linkRest.exec(node.text.slice(from))?.groups ?? {};
    const rest = node.text.slice(from);
    if (type) this.#slice(node, from + rest.indexOf(type), from + rest.indexOf(type) + type.length, 'planLinkType');
    if (lag) this.#slice(node, from + rest.lastIndexOf(lag), from + rest.lastIndexOf(lag) + lag.length, 'planDuration');
  }

  #typeOf({ kind, task }: Definition): TokenType {
    const made = task === undefined ? undefined : this.#analysis.plan.tasks[task];
    if (!made) return typeOfKind[kind];
    if (made.isPhase) return 'planPhase';
    return made.kind === 'milestone' ? 'planMilestone' : made.kind === 'buffer' ? 'planBuffer' : 'planTask';
  }

  #modifiersOf({ task }: Definition): readonly Modifier[] {
    if (task === undefined) return [];
    const { critical, progress } = this.#analysis.schedule;
    if ((progress[task] ?? 0) >= 100) return ['planDone'];
    return critical[task] === 1 ? ['planCritical'] : [];
  }

  #scalar(node: ScalarNode, type: TokenType, modifiers: readonly Modifier[] = []): void {
    this.#slice(node, 0, node.text.length, type, modifiers);
  }

  #slice(node: ScalarNode, from: number, to: number, type: TokenType, modifiers: readonly Modifier[] = []): void {
    const { tree } = this.#analysis;
    const { start, end } = sliceSpan(tree, node, from, to);
    // A token stays on its line.
    if (end <= start || node.source.includes('\n') || node.source.includes('\r')) return;
    const { line, character } = tree.positionAt(start);
    this.found.push({
      line,
      character,
      length: end - start,
      type: tokenTypes.indexOf(type),
      modifiers: modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0),
    });
  }
}

const typeOfKind: Readonly<Record<Definition['kind'], TokenType>> = {
  task: 'planTask',
  person: 'planPerson',
  stakeholder: 'planStakeholder',
  resource: 'planResource',
  calendar: 'planCalendar',
  goal: 'planGoal',
  kpi: 'planKpi',
  risk: 'planRisk',
  subplan: 'planSubplan',
  skill: 'planSkill',
  decision: 'planDecision',
  baseline: 'planBaseline',
  meeting: 'planRecord',
  report: 'planRecord',
  change: 'planRecord',
  review: 'planRecord',
};
