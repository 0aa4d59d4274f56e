// The outline: phases and tasks with their dates, and the entries of the other parts of a plan.
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { PlanTask } from '../plan/plan.ts';
import type { Node, Pair, ScalarNode } from '../text/node.ts';
import { entryRange } from './entry.ts';
import { datesOf } from './work-dates.ts';

/** In the order of the text. Single values at the top (`name`, `start`) are left out; so is what a plan only implies (buffers and gates of phases). */
export function documentSymbols(analysis: Analysis): DocumentSymbol[] {
  const root = analysis.tree.root && analysis.tree.resolve(analysis.tree.root);
  if (root?.kind !== 'map') return [];
  const outline = new Outline(analysis);
  return root.pairs.flatMap((pair) => outline.section(pair));
}

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
  readonly #tasks: ReadonlyMap<ScalarNode, PlanTask>;

  constructor(analysis: Analysis) {
    this.#analysis = analysis;
    this.#tasks = new Map(
      analysis.plan.tasks.flatMap((task) => (task.synthetic === undefined ? [[task.key, task] as const] : [])),
    );
  }

  section({ key, value }: Pair): DocumentSymbol[] {
    if (value.kind === 'scalar') return [];
    const { key: selectionRange, entry: range } = entryRange(this.#analysis.tree, key, value);
    const children = value.kind === 'map' ? value.pairs.map((pair) => this.#entry(pair, 1)) : [];
    return [{ name: nameOf(key.text), kind: SymbolKind.Namespace, range, selectionRange, children }];
  }

  #entry({ key, value }: Pair, depth: number): DocumentSymbol {
    const { key: selectionRange, entry: range } = entryRange(this.#analysis.tree, key, value);
    const task = this.#tasks.get(key);
    if (!task)
      return { name: nameOf(key.text), detail: this.#nameIn(value), kind: SymbolKind.Field, range, selectionRange };
    return {
      name: nameOf(task.record.name?.value ?? '', task.id),
      detail: datesOf(this.#analysis, task),
      kind: task.isPhase ? SymbolKind.Module : workKinds[task.kind],
      range,
      selectionRange,
      children: depth < deepestOutline ? this.#work(task, depth + 1) : [],
    };
  }

  /** The tasks inside, where they are written inside (an alias has them elsewhere). */
  #work(summary: PlanTask, depth: number): DocumentSymbol[] {
    const { tree, plan } = this.#analysis;
    const { start, end } = tree.spanOf(summary.node);
    return summary.children.flatMap((index) => {
      const task = plan.tasks[index];
      if (!task || this.#tasks.get(task.key) !== task) return [];
      const key = tree.spanOf(task.key);
      return start <= key.start && key.end <= end ? [this.#entry({ key: task.key, value: task.node }, depth)] : [];
    });
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
