// The outline: phases and tasks with their dates, and the entries of the other parts of a plan.
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import { Retold } from '../rules/retold.ts';
import type { Node, Pair, ScalarNode } from '../text/node.ts';
import type { Steps } from '../text/steps.ts';
import { entryRange } from './entry.ts';
import { datesOf } from './work-dates.ts';

/** The symbols of entries, kept from version to version while nothing of them changes. */
export class KnownSymbols {
  /** How many entries symbols were made for. */
  made = 0;
  readonly ofKeys = new Retold<ScalarNode, DocumentSymbol>();
}

/** In the order of the text. Single values at the top (`name`, `start`) are left out; so is what a plan only implies (buffers and gates of phases). */
export function* documentSymbols(analysis: Analysis, known: KnownSymbols): Steps<DocumentSymbol[]> {
  const root = analysis.tree.root && analysis.tree.resolve(analysis.tree.root);
  if (root?.kind !== 'map') return [];
  const outline = new Outline(analysis, known);
  const sections: DocumentSymbol[] = [];
  for (const pair of root.pairs) if (pair.value.kind !== 'scalar') sections.push(yield* outline.section(pair));
  return sections;
}

/** Entries that are looked at in one step: a millisecond's worth. */
const entriesPerStep = 50;

/** Nobody reads an outline that is deeper, and messages that are break their readers. */
const deepestOutline = 64;

const workKinds: Readonly<Record<PlanTask['kind'], SymbolKind>> = {
  task: SymbolKind.Function,
  summary: SymbolKind.Class,
  milestone: SymbolKind.Event,
  buffer: SymbolKind.Struct,
};

class Outline {
  readonly #analysis: Analysis;
  readonly #known: KnownSymbols;
  readonly #tasks: ReadonlyMap<ScalarNode, PlanTask>;
  #entries = 0;

  constructor(analysis: Analysis, known: KnownSymbols) {
    this.#analysis = analysis;
    this.#known = known;
    this.#tasks = new Map(
      analysis.plan.tasks.flatMap((task) => (task.synthetic === undefined ? [[task.key, task] as const] : [])),
    );
  }

  *section({ key, value }: Pair): Steps<DocumentSymbol> {
    const { key: selectionRange, entry: range } = entryRange(this.#analysis.tree, key, value);
    const children: DocumentSymbol[] = [];
    for (const pair of value.kind === 'map' ? value.pairs : []) children.push(yield* this.#entry(pair, 1));
    return { name: nameOf(key.text), kind: SymbolKind.Namespace, range, selectionRange, children };
  }

  *#entry({ key, value }: Pair, depth: number): Steps<DocumentSymbol> {
    this.#entries += 1;
    if (this.#entries % entriesPerStep === 0) yield;
    const task = this.#tasks.get(key);
    if (!task) {
      const detail = this.#nameIn(value);
      return this.#symbol(key, value, [detail], () => ({ name: nameOf(key.text), detail, kind: SymbolKind.Field }));
    }
    const { index, kind, isPhase, record } = task;
    const { start, finish } = this.#analysis.schedule;
    const children = depth < deepestOutline ? yield* this.#work(task, depth + 1) : [];
    const name = record.name?.value ?? '';
    const from = [name, kind, isPhase, start[index], finish[index], ...children];
    return this.#symbol(key, value, from, () => ({
      name: nameOf(name, task.id),
      detail: datesOf(this.#analysis, task),
      kind: isPhase ? SymbolKind.Module : workKinds[kind],
      children,
    }));
  }

  /** `from`: all that is said hangs on, beside key and value. */
  #symbol(
    key: ScalarNode,
    value: Node,
    from: readonly unknown[],
    say: () => Omit<DocumentSymbol, 'range' | 'selectionRange'>,
  ): DocumentSymbol {
    const { tree } = this.#analysis;
    const made = (): DocumentSymbol => {
      this.#known.made += 1;
      const { key: selectionRange, entry: range } = entryRange(tree, key, value);
      return { ...say(), range, selectionRange };
    };
    const line = tree.pieceLineOf(value);
    return line !== undefined && line === tree.pieceLineOf(key)
      ? this.#known.ofKeys.of(key, [value, line, ...from], made)
      : made();
  }

  /** The tasks inside, where they are written inside (an alias has them elsewhere). */
  *#work(summary: PlanTask, depth: number): Steps<DocumentSymbol[]> {
    const { tree, plan } = this.#analysis;
    const found: DocumentSymbol[] = [];
    if (summary.children.length === 0) return found;
    const { start, end } = tree.spanOf(summary.node);
    for (const index of summary.children) {
      const task = plan.tasks[index];
      if (!task || this.#tasks.get(task.key) !== task) continue;
      const key = tree.spanOf(task.key);
      if (start <= key.start && key.end <= end)
        found.push(yield* this.#entry({ key: task.key, value: task.node }, depth));
    }
    return found;
  }

  /** The `name` of an entry that has one. */
  #nameIn(value: Node): string {
    const { tree } = this.#analysis;
    const map = tree.resolve(value);
    const name = map?.kind === 'map' ? tree.pair(map, 'name')?.value : undefined;
    const scalar = name && tree.resolve(name);
    return scalar?.kind === 'scalar' ? scalar.text : '';
  }
}

/** Editors refuse symbols without a name. */
function nameOf(...texts: readonly string[]): string {
  return texts.find((text) => text.trim() !== '') ?? '—';
}
