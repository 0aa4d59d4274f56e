// `rules.checks`: a team's own checks as they are written, read and judged before they run.
import { mostChecks } from '../plan/check-names.ts';
import { nearest } from '../plan/nearest.ts';
import type { MapNode, Node, ScalarNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { type Condition, Conditions, checkFunctions } from './check-expression.ts';
import { variableNames } from './check-variables.ts';
import type { Fix, MessageArgument, Place, Report, Severity } from './finding.ts';
import { checksKey } from './rule-sets.ts';
import { isSeverityOrOff } from './settings.ts';

/** What a check can look at. A phase is a summary as well: it counts as a phase. */
export const checkedKinds = ['task', 'milestone', 'buffer', 'summary', 'phase'] as const;
export type CheckedKind = (typeof checkedKinds)[number];

/** Keys of a check, with whether it needs them. */
export const checkKeys = { id: true, when: true, message: true, for: false, severity: false } as const;

export interface OwnCheck {
  readonly id: string;
  readonly kinds: ReadonlySet<CheckedKind>;
  readonly condition: Condition;
  /** Where the condition is written. */
  readonly when: ScalarNode;
  /** With `{variable}` where a value goes. */
  readonly message: string;
  /** The variables that the message shows. */
  readonly shown: readonly string[];
}

const knownKeys: readonly string[] = Object.keys(checkKeys);
const neededKeys = knownKeys.filter((key) =>
  Object.entries(checkKeys).some(([name, needed]) => name === key && needed),
);
const idPattern = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u;

/** Whether a check can be called so. */
export function isCheckId(text: string): boolean {
  return idPattern.test(text);
}

export const shownVariable = /\{([A-Za-z_]+)\}/g;

/** Reads the checks under the `rules:` of one text, and says what is wrong with those that can't run. */
export class CheckList {
  readonly checks: OwnCheck[] = [];
  readonly reports: Report[] = [];
  readonly #tree: Tree;
  readonly #ids: Set<string>;
  readonly #isTaken: (id: string) => boolean;
  #conditions: Conditions | undefined;

  /** `ids`: those of checks that were read before; `isTaken`: whether a rule has the id. */
  constructor(tree: Tree, ids: Set<string>, isTaken: (id: string) => boolean) {
    this.#tree = tree;
    this.#ids = ids;
    this.#isTaken = isTaken;
  }

  read(rules: Node): this {
    const map = this.#tree.resolve(rules);
    const pair = map?.kind === 'map' ? this.#tree.pair(map, checksKey) : undefined;
    if (pair === undefined) return this;
    const list = this.#tree.resolve(pair.value);
    if (list?.kind !== 'list') {
      this.#report('not-a-list', { node: pair.key }, {});
      return this;
    }
    for (const item of list.items.slice(0, mostChecks)) this.#check(item);
    const over = list.items[mostChecks];
    if (over !== undefined) this.#report('too-many', { node: over }, { most: mostChecks });
    return this;
  }

  #check(item: Node): void {
    const map = this.#tree.resolve(item);
    if (map?.kind !== 'map') {
      this.#report('not-a-check', { node: item }, { known: { list: knownKeys } });
      return;
    }
    const before = this.reports.length;
    const values = this.#values(map);
    const id = this.#id(values.get('id'));
    const when = values.get('when');
    const condition = when === undefined ? undefined : this.#condition(when);
    const kinds = this.#kinds(map);
    const message = values.get('message')?.text ?? '';
    const shown = this.#shown(values.get('message'));
    this.#severity(values.get('severity'));
    for (const key of neededKeys.filter((needed) => !values.has(needed)))
      if (!this.#tree.pair(map, key)) this.#report('missing-key', { node: map.pairs[0]?.key ?? item }, { key });
    if (this.reports.length > before || when === undefined || condition === undefined) return;
    this.#ids.add(id);
    this.checks.push({ id, kinds, condition, when, message, shown });
  }

  /** The texts of a check by key; `for` may be a list and is read by itself. */
  #values(map: MapNode): ReadonlyMap<string, ScalarNode> {
    const values = new Map<string, ScalarNode>();
    for (const { key, value } of this.#tree.pairsOf(map)) {
      if (key.text.startsWith('x-') || key.text === 'for') continue;
      const scalar = this.#tree.resolve(value);
      if (!knownKeys.includes(key.text)) this.#unknown('unknown-key', key, knownKeys, { kind: 'rename-key', key });
      else if (scalar?.kind === 'scalar' && scalar.text.trim() !== '') values.set(key.text, scalar);
      else this.#report('empty', { node: key }, { key: key.text });
    }
    return values;
  }

  #id(node: ScalarNode | undefined): string {
    if (node === undefined) return '';
    const id = node.text.trim();
    if (!isCheckId(id)) this.#report('bad-id', { node }, { text: id });
    else if (this.#isTaken(id)) this.#report('taken', { node }, { text: id });
    else if (this.#ids.has(id)) this.#report('twice', { node }, { text: id });
    return id;
  }

  #condition(when: ScalarNode): Condition | undefined {
    this.#conditions ??= new Conditions();
    const read = this.#conditions.read(when.text);
    if ('holds' in read) return read;
    const { code, args, from, to, meant } = read;
    const place: Place = { node: when, from, to };
    const known = code === 'no-such-function' ? checkFunctions : variableNames;
    const all = {
      ...args,
      ...(code === 'no-such-function' || code === 'unknown-word' ? { known: { list: known } } : {}),
    };
    // Only a word that stands where it is underlined can be replaced.
    const fixes: readonly Fix[] =
      meant === undefined || code === 'no-such-function' ? [] : [{ kind: 'replace', place, text: meant }];
    this.#report(code, place, all, meant, fixes);
    return undefined;
  }

  #kinds(map: MapNode): ReadonlySet<CheckedKind> {
    const value = this.#tree.pair(map, 'for')?.value;
    const node = value && this.#tree.resolve(value);
    if (node === undefined) return new Set(['task']);
    const items = node.kind === 'list' ? node.items : [node];
    const kinds = new Set<CheckedKind>();
    for (const item of items) {
      const scalar = this.#tree.resolve(item);
      const kind = scalar?.kind === 'scalar' ? checkedKinds.find((each) => each === scalar.text.trim()) : undefined;
      if (kind !== undefined) kinds.add(kind);
      else if (scalar?.kind === 'scalar') this.#unknown('unknown-kind', scalar, checkedKinds, { kind: 'replace' });
      else this.#report('unknown-kind', { node: item }, { text: '', known: { list: checkedKinds } });
    }
    return kinds;
  }

  #shown(message: ScalarNode | undefined): readonly string[] {
    const names: string[] = [];
    for (const { 0: whole, 1: name = '', index } of message?.text.matchAll(shownVariable) ?? []) {
      if (message === undefined) continue;
      if (variableNames.includes(name)) names.push(name);
      else {
        const place: Place = { node: message, from: index + 1, to: index + whole.length - 1 };
        const meant = nearest(name, variableNames);
        const fixes: readonly Fix[] = meant === undefined ? [] : [{ kind: 'replace', place, text: meant }];
        this.#report('unknown-word', place, { text: name, known: { list: variableNames } }, meant, fixes);
      }
    }
    return names;
  }

  /** What it comes to, settings say. */
  #severity(node: ScalarNode | undefined): void {
    if (node !== undefined && !isSeverityOrOff(node.text.trim()))
      this.#unknown('bad-severity', node, severityNames, { kind: 'replace' });
  }

  /** A word that is none of those that can stand there. */
  #unknown(
    code: string,
    node: ScalarNode,
    known: readonly string[],
    mend: { readonly kind: 'replace' } | { readonly kind: 'rename-key'; readonly key: ScalarNode },
  ): void {
    const meant = nearest(node.text, known);
    const fixes: readonly Fix[] =
      meant === undefined
        ? []
        : [mend.kind === 'replace' ? { kind: 'replace', place: { node }, text: meant } : { ...mend, to: meant }];
    this.#report(code, { node }, { text: node.text, known: { list: known } }, meant, fixes);
  }

  #report(
    code: string,
    place: Place,
    args: Readonly<Record<string, MessageArgument>>,
    meant?: string,
    fixes: readonly Fix[] = [],
  ): void {
    this.reports.push({
      message: `check-invalid.${code}`,
      args,
      place,
      ...(meant !== undefined && { meant }),
      ...(fixes.length > 0 && { fixes }),
    });
  }
}

const severityNames: readonly (Severity | 'off')[] = ['error', 'warning', 'info', 'hint', 'off'];
