// Texts in the condition of a team's own check that stand for ids or tags: what a condition compares with one is one; of some texts that can't be said.
import { type ASTNode, Environment, ParseError } from '@marcbachmann/cel-js';
import type { ReferenceKind } from './plan.ts';

/** Longer ones nobody can read, and nested ones nobody understands. */
export const longestCondition = 1000;
export const conditionLimits = {
  maxAstNodes: 200,
  maxDepth: 50,
  maxListElements: 100,
  maxMapEntries: 10,
  maxCallArguments: 8,
};

/** What a text in a condition can name. */
export type NamedKind = ReferenceKind | 'tag';

/** A text in a condition that may stand for an id or a tag: `from`…`to` inside the condition, without its quotes. */
export interface CheckLiteral {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** What it may be the id of. */
  readonly kinds: readonly NamedKind[];
  /** Whether it surely is one: it is compared with one. */
  readonly isSure: boolean;
}

/** The variables of conditions whose values are ids or tags. */
const idVariables: ReadonlyMap<string, readonly NamedKind[]> = new Map([
  ['id', ['task']],
  ['phase', ['task']],
  ['owner', ['person', 'stakeholder']],
  ['assigned', ['person', 'resource']],
  ['skills', ['skill']],
  ['tags', ['tag']],
  ['goals', ['goal']],
  ['risks', ['risk']],
]);

/** Functions that give each item of a list a name. */
const eachItem: ReadonlySet<string> = new Set(['exists', 'all', 'exists_one', 'map', 'filter']);

/** What the value of an expression is: an id of these kinds, or something else. Undefined where its place says nothing, as of a text. */
type Meaning = readonly NamedKind[] | 'no-id';

/** A name that `exists` gives: the items of a list of texts mean what they are compared with. */
interface Bound {
  meaning: Meaning | undefined;
}

/** In the order of the condition; none where it can't be read. */
export function checkLiterals(condition: string): readonly CheckLiteral[] {
  if (condition.length > longestCondition || !/["']/.test(condition)) return [];
  try {
    return new Finder(new Environment({ limits: conditionLimits }).parse(condition).ast).found();
  } catch (error) {
    if (error instanceof ParseError) return [];
    throw error;
  }
}

/** Whether a text can be read as an expression; what its words mean is another question. */
export function isExpression(text: string): boolean {
  if (text.length > longestCondition) return false;
  try {
    new Environment({ limits: conditionLimits }).parse(text);
    return true;
  } catch (error) {
    if (error instanceof ParseError) return false;
    throw error;
  }
}

type Literal = Extract<ASTNode, { op: 'value' }>;
type Call = Extract<ASTNode, { op: 'call' | 'rcall' }>;

class Finder {
  readonly #literals: Literal[] = [];
  readonly #meanings = new Map<Literal, Meaning>();
  /** Of texts that are looked for in others. */
  readonly #parts = new Map<Literal, readonly NamedKind[]>();
  readonly #mentioned = new Set<NamedKind>();

  constructor(ast: ASTNode) {
    this.#visit(ast, new Map());
  }

  found(): readonly CheckLiteral[] {
    const all = this.#literals.flatMap((node): CheckLiteral[] => {
      const meaning = this.#meanings.get(node);
      const { args: id } = node;
      if (typeof id !== 'string' || id === '' || meaning === 'no-id') return [];
      const [from, to] = [node.range.start + 1, node.range.end - 1];
      // A text written in another way than plainly is not touched.
      const isPlain = node.input.slice(from, to) === id;
      return [
        {
          id,
          from,
          to,
          kinds: meaning ?? this.#parts.get(node) ?? [...this.#mentioned],
          isSure: meaning !== undefined && isPlain,
        },
      ];
    });
    return all.sort((a, b) => a.from - b.from);
  }

  #visit(node: ASTNode, bound: ReadonlyMap<string, Bound>): void {
    switch (node.op) {
      case 'value':
        this.#literals.push(node);
        return;
      case 'id':
        if (!bound.has(node.args)) for (const kind of idVariables.get(node.args) ?? []) this.#mentioned.add(kind);
        return;
      case 'call':
      case 'rcall':
        this.#call(node, bound);
        return;
      case '==':
      case '!=':
      case 'in':
        this.#compare(...node.args, bound);
        break;
      default:
    }
    for (const child of childrenOf(node)) this.#visit(child, bound);
  }

  #call(node: Call, bound: ReadonlyMap<string, Bound>): void {
    const [name] = node.args;
    const [receiver, args] = node.op === 'rcall' ? [node.args[1], node.args[2]] : [undefined, node.args[1]];
    if (receiver) this.#visit(receiver, bound);
    const [item, ...rest] = args;
    if (!receiver || !eachItem.has(name) || item?.op !== 'id') {
      for (const arg of args) this.#visit(arg, bound);
      const whole = receiver && meaningOf(receiver, bound);
      for (const arg of args) {
        // A part of a name or a description is no id.
        if (whole === 'no-id') this.#mean(arg, 'no-id');
        else if (whole !== undefined && arg.op === 'value') this.#parts.set(arg, whole);
      }
      return;
    }
    const given: Bound = { meaning: meaningOf(receiver, bound) };
    for (const arg of rest) this.#visit(arg, new Map([...bound, [item.args, given]]));
    if (given.meaning !== undefined) this.#mean(receiver, given.meaning);
  }

  /** Both sides of a comparison are of one kind. */
  #compare(one: ASTNode, other: ASTNode, bound: ReadonlyMap<string, Bound>): void {
    const meaning = meaningOf(one, bound) ?? meaningOf(other, bound);
    if (meaning === undefined) return;
    for (const side of [one, other]) {
      this.#mean(side, meaning);
      const named = side.op === 'id' ? bound.get(side.args) : undefined;
      if (named) named.meaning ??= meaning;
    }
  }

  /** The texts that an expression gives, as they are. */
  #mean(node: ASTNode, meaning: Meaning): void {
    if (node.op === 'value') this.#meanings.set(node, meaning);
    else if (node.op === 'list') for (const item of node.args) this.#mean(item, meaning);
    else if (node.op === '?:') for (const branch of node.args.slice(1)) this.#mean(branch, meaning);
  }
}

function meaningOf(node: ASTNode, bound: ReadonlyMap<string, Bound>): Meaning | undefined {
  switch (node.op) {
    case 'value':
      return undefined;
    case 'id': {
      const given = bound.get(node.args);
      return given ? given.meaning : (idVariables.get(node.args) ?? 'no-id');
    }
    case '[]':
      return meaningOf(node.args[0], bound);
    case 'call':
      return node.args[0] === 'string' && node.args[1][0] ? meaningOf(node.args[1][0], bound) : 'no-id';
    case 'list':
      return agreed(node.args, bound);
    case '?:':
      return agreed(node.args.slice(1), bound);
    // What is put together may be an id and something else.
    case '+':
      return undefined;
    default:
      return 'no-id';
  }
}

/** What all of them mean that mean anything; undefined where they differ. */
function agreed(nodes: readonly ASTNode[], bound: ReadonlyMap<string, Bound>): Meaning | undefined {
  const [first, ...rest] = nodes.map((node) => meaningOf(node, bound)).filter((meaning) => meaning !== undefined);
  return rest.every((meaning) => String(meaning) === String(first)) ? first : undefined;
}

/** The parts of an expression, apart from those of a call. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
    case 'call':
    case 'rcall':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case '!_':
    case '-_':
      return [node.args];
    case 'map':
      return node.args.flat();
    default:
      return node.args;
  }
}
