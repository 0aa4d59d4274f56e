// The conditions of a team's own checks: expressions in CEL, read and typed before they are asked. A condition can look at a task's values and at nothing else.
import { type ASTNode, Environment, EvaluationError, ParseError, type ParseResult } from '@marcbachmann/cel-js';
import { childrenOf, conditionLimits, longestCondition } from '../plan/check-literals.ts';
import { nearest } from '../plan/nearest.ts';
import { type VariableValue, variableNames, variableType } from './check-variables.ts';

/** What takes time in proportion to what it is given, and nothing more: no regular expressions, no lists that are built. */
export const checkFunctions = [
  'size',
  'startsWith',
  'endsWith',
  'contains',
  'exists',
  'all',
  'exists_one',
  'int',
  'double',
  'string',
] as const;

export type CheckFunction = (typeof checkFunctions)[number];

const knownFunctions: readonly string[] = checkFunctions;

/** Functions that look at each item of a list. */
const eachItem: readonly string[] = ['exists', 'all', 'exists_one'];

/** Why a condition has no answer for a task. */
export type NoAnswer = 'divides-by-zero' | 'no-such-item' | 'failed';

export interface Condition {
  /** The variables that it asks for. */
  readonly variables: readonly string[];
  /** What one answer costs at most: steps, those for each item of a list, and how long a list of its own is. */
  readonly cost: { readonly once: number; readonly eachItem: number; readonly items: number };
  /** Whether it holds, or why that can't be said. */
  holds(values: Readonly<Record<string, VariableValue>>): boolean | NoAnswer;
}

/** What is wrong with an expression, and where in it. */
export interface ExpressionProblem {
  readonly code:
    | 'too-long'
    | 'too-complex'
    | 'ends-early'
    | 'syntax'
    | 'unknown-word'
    | 'no-such-function'
    | 'one-list'
    | 'wrong-types'
    | 'not-a-condition';
  readonly args: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
  /** What stands there instead, where that is clear. */
  readonly meant?: string;
}

/** Reads conditions. The words that they may use are the same for all. */
export class Conditions {
  readonly #environment: Environment;

  constructor() {
    this.#environment = new Environment({ limits: conditionLimits });
    for (const name of variableNames) this.#environment.registerVariable(name, variableType(name) ?? 'dyn');
    // People write `duration * 2 == 10`.
    for (const [sign, compute] of arithmetic) {
      this.#environment.registerOperator(`double ${sign} int: double`, (a: number, b: bigint) => compute(a, Number(b)));
      this.#environment.registerOperator(`int ${sign} double: double`, (a: bigint, b: number) => compute(Number(a), b));
    }
    // The other way round comes of it.
    this.#environment.registerOperator('double == int', (a: number, b: bigint) => a === Number(b));
  }

  /** What kind of value an expression gives, in the words of CEL; undefined where it can't be read or its parts don't agree. */
  typeOf(expression: string): string | undefined {
    if (expression.length > longestCondition) return undefined;
    try {
      const { valid, type } = this.#environment.parse(expression).check();
      return valid ? type : undefined;
    } catch (error) {
      if (error instanceof ParseError) return undefined;
      throw error;
    }
  }

  read(expression: string): Condition | ExpressionProblem {
    if (expression.length > longestCondition)
      return { code: 'too-long', args: { most: String(longestCondition) }, from: 0, to: expression.length };
    try {
      const parsed = this.#environment.parse(expression);
      const uses = new Uses(parsed.ast);
      if (uses.problem !== undefined) return uses.problem;
      const { valid, type = '', error } = parsed.check();
      if (!valid) return problemOf(error, expression);
      if (type !== 'bool') return { code: 'not-a-condition', args: { type }, from: 0, to: expression.length };
      return { variables: [...uses.variables], cost: uses.cost, holds: (values) => answer(parsed, values) };
    } catch (error) {
      if (error instanceof ParseError) return problemOf(error, expression);
      throw error;
    }
  }
}

const arithmetic: readonly (readonly [string, (a: number, b: number) => number])[] = [
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
];

function answer(parsed: ParseResult, values: Readonly<Record<string, VariableValue>>): boolean | NoAnswer {
  try {
    return parsed(values) === true;
  } catch (error) {
    // Whatever stops it: a plan is never the worse for a check.
    return (error instanceof EvaluationError && noAnswers[error.code]) || 'failed';
  }
}

const noAnswers: Readonly<Record<string, NoAnswer>> = {
  division_by_zero: 'divides-by-zero',
  modulo_by_zero: 'divides-by-zero',
  index_out_of_bounds: 'no-such-item',
};

/** The words and functions of an expression. */
class Uses {
  readonly variables = new Set<string>();
  readonly cost = { once: 0, eachItem: 0, items: 0 };
  problem: ExpressionProblem | undefined;
  #joins = 0;

  constructor(ast: ASTNode) {
    this.#visit(ast, new Set(), false);
  }

  #visit(node: ASTNode, bound: ReadonlySet<string>, inside: boolean): void {
    this.#count(1, inside);
    if (node.op === '+') this.#join(node, inside);
    if (node.op === 'list') this.cost.items = Math.max(this.cost.items, node.args.length);
    if (node.op === 'id') {
      if (!bound.has(node.args)) this.variables.add(node.args);
      return;
    }
    if (node.op === 'call' || node.op === 'rcall') {
      this.#call(node, bound, inside);
      return;
    }
    for (const child of childrenOf(node)) this.#visit(child, bound, inside);
  }

  #call(node: Extract<ASTNode, { op: 'call' | 'rcall' }>, bound: ReadonlySet<string>, inside: boolean): void {
    const name = node.args[0];
    const { start: from, end: to } = node.range;
    if (!knownFunctions.includes(name)) {
      const meant = nearest(name, checkFunctions);
      this.problem ??= { code: 'no-such-function', args: { text: name }, from, to, ...(meant && { meant }) };
      return;
    }
    if (name === 'contains') this.#count(searchSteps(node), inside);
    const [receiver, args] = node.op === 'rcall' ? [node.args[1], node.args[2]] : [undefined, node.args[1]];
    if (receiver !== undefined) this.#visit(receiver, bound, inside);
    const [item, ...rest] = args;
    if (!eachItem.includes(name) || item?.op !== 'id') {
      for (const arg of args) this.#visit(arg, bound, inside);
      return;
    }
    if (inside || (receiver?.op !== 'id' && receiver?.op !== 'list'))
      this.problem ??= { code: 'one-list', args: { text: name }, from, to };
    for (const arg of rest) this.#visit(arg, new Set([...bound, item.args]), true);
  }

  /** Texts and lists that are put together are copied. */
  #join(node: ASTNode, inside: boolean): void {
    this.#joins += 1;
    this.#count(stepsOfJoin, inside);
    if (this.#joins > mostJoins) this.problem ??= { code: 'too-complex', args: {}, from: 0, to: node.input.length };
  }

  #count(steps: number, inside: boolean): void {
    if (inside) this.cost.eachItem += steps;
    else this.cost.once += steps;
  }
}

/** More than anybody adds up in one condition. */
const mostJoins = 10;
const stepsOfJoin = 100;

/** Looking for a long text takes longer. */
function searchSteps(node: Extract<ASTNode, { op: 'call' | 'rcall' }>): number {
  const sought = node.op === 'rcall' ? node.args[2][0] : undefined;
  return sought?.op === 'value' && typeof sought.args === 'string' ? sought.args.length * 10 : 1000;
}

function problemOf(
  error:
    | {
        readonly code: string;
        readonly message: string;
        readonly range?: { readonly start: number; readonly end: number } | undefined;
      }
    | undefined,
  expression: string,
): ExpressionProblem {
  const { start = 0, end = expression.length } = error?.range ?? {};
  const code = error?.code ?? '';
  const text = expression.slice(start, end);
  if (code === 'limit_exceeded') return { code: 'too-complex', args: {}, from: 0, to: expression.length };
  if (code === 'unknown_variable') {
    const meant = nearest(text, variableNames);
    return { code: 'unknown-word', args: { text }, from: start, to: end, ...(meant !== undefined && { meant }) };
  }
  if (syntaxCodes.has(code)) return syntaxProblem(expression, start, Math.max(end, start + 1));
  const found = /: (.*)$|'(.*)'/.exec(error?.message.split('\n')[0] ?? '');
  return { code: 'wrong-types', args: { text, found: found?.[1] ?? found?.[2] ?? text }, from: start, to: end };
}

const syntaxCodes: ReadonlySet<string> = new Set([
  'unexpected_token',
  'expected_token',
  'unexpected_character',
  'unterminated_string',
  'invalid_number',
  'reserved_identifier',
  'invalid_macro_argument',
]);

/** Words and signs of other languages. */
const meantSigns: Readonly<Record<string, string>> = { and: '&&', or: '||', not: '!', '=': '==', '<>': '!=' };

function syntaxProblem(expression: string, start: number, end: number): ExpressionProblem {
  if (start >= expression.trimEnd().length) return { code: 'ends-early', args: {}, from: 0, to: expression.length };
  for (const { 0: word, index } of expression.matchAll(/\b(?:and|or|not)\b|<>|(?<![=!<>])=(?!=)/gi)) {
    const meant = meantSigns[word.toLowerCase()];
    // A word that is not understood stops the reader where it stands, or at what follows it.
    if (meant !== undefined && index <= start && start <= index + word.length + 1)
      return { code: 'syntax', args: { text: word }, from: index, to: index + word.length, meant };
  }
  return {
    code: 'syntax',
    args: { text: expression.slice(start, end) },
    from: start,
    to: Math.min(end, expression.length),
  };
}
