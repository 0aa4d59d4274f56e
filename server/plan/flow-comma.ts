// Commas that end a value in a flow map although they were meant to be part of it: `{ after: build, test }`, `{ budget: 1,200,000 }`.
import type { MapNode, Pair } from '../text/node.ts';
import { quoted } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { formats } from './formats.ts';
import type { PlanProblem } from './plan.ts';
import { problem } from './reading.ts';
import { keyShape } from './record-shapes.ts';
import { amountOf, formatAmount } from './scalars/amount.ts';
import type { RecordName, Shape } from './schema.generated.ts';
import { misreadKey } from './unknown-key.ts';

/** The pair that lost a part of its value (with the problem), or one that is such a part. */
export interface FlowSlip {
  readonly problem?: PlanProblem;
  /** Whether what stands there can't be taken for itself. What stands before a comma mostly can: a key may just be typed behind it. */
  readonly isUnread: boolean;
}

/** The slips among the pairs of a flow map that is a record of that name; undefined where there are none. */
export function commaSlips(tree: Tree, name: RecordName, map: MapNode): ReadonlyMap<Pair, FlowSlip> | undefined {
  let slips: Map<Pair, FlowSlip> | undefined;
  for (let i = 1; i < map.pairs.length; i++) {
    const before = map.pairs[i - 1];
    const pieces: Pair[] = [];
    while (i < map.pairs.length && isPiece(tree, name, map.pairs[i])) {
      const piece = map.pairs[i++];
      if (piece !== undefined) pieces.push(piece);
    }
    const shape = before === undefined ? undefined : keyShape(name, before.key.text)?.shape;
    if (before === undefined || shape === undefined || pieces.length === 0) continue;
    const found = slipOf(before, pieces, shape);
    if (found === undefined) continue;
    slips ??= new Map();
    slips.set(before, { problem: found, isUnread: found.code === 'number' });
    for (const piece of pieces) slips.set(piece, { isUnread: true });
  }
  return slips;
}

/** A key that the record does not have, with neither value nor colon. */
function isPiece(tree: Tree, name: RecordName, pair: Pair | undefined): boolean {
  if (pair === undefined || pair.value.kind !== 'scalar' || pair.value.source !== '') return false;
  if (keyShape(name, pair.key.text) !== undefined || misreadKey(name, pair.key, pair.value) !== undefined) return false;
  return tree.spanOf(pair.value).start === tree.spanOf(pair.key).end;
}

function slipOf({ value }: Pair, pieces: readonly Pair[], shape: Shape): PlanProblem | undefined {
  const last = pieces.at(-1);
  if (value.kind !== 'scalar' || last === undefined) return undefined;
  const rest = pieces.map(({ key }) => key.source);
  const args = { text: pieces.map(({ key }) => key.text).join(', ') };
  const place = { node: value, through: last.key };
  if (shape.kind === 'list') {
    const suggestion = `[${[value.source, ...rest].join(', ')}]`;
    return problem('flow-comma', 'list', args, { ...place, suggestion });
  }
  const number = numberOf([value.source, ...rest], shape);
  const whole = [value.source, ...rest];
  if (number !== undefined) {
    return problem('flow-comma', 'number', { text: whole.join(',') }, { ...place, suggestion: number });
  }
  return problem('flow-comma', 'text', args, { ...place, suggestion: quoted(whole.join(', ')) });
}

/** The number or amount of time that the pieces make; undefined where they make none. */
function numberOf(pieces: readonly string[], shape: Shape): string | undefined {
  const format = shape.kind === 'scalar' ? shape.format : shape.kind === 'record' ? shape.shorthand?.format : undefined;
  if (format === undefined || format === 'text') return undefined;
  const grouped = amountOf(pieces.join(','));
  if (grouped !== undefined) return formatAmount(grouped, true);
  const decimal = pieces.join('.');
  return pieces.length === 2 && /^\d+\.\d/.test(decimal) && formats[format].parse(decimal).ok ? decimal : undefined;
}
