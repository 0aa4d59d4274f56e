// Commas that end a value in a flow map although they were meant to be part of it: `{ after: build, test }`, `{ budget: 1,200,000 }`.
import type { MapNode, Pair, ScalarNode } from '../text/node.ts';
import { quoted } from '../text/quoting.ts';
import type { Tree } from '../text/tree.ts';
import { formats } from './formats.ts';
import type { PlanProblem } from './plan.ts';
import { problem } from './reading.ts';
import { keyShape } from './record-shapes.ts';
import { amountOf, formatAmount } from './scalars/amount.ts';
import type { RecordName, ScalarFormat, Shape } from './schema.generated.ts';
import { isText } from './shape-at.ts';
import { misreadKey } from './unknown-key.ts';

/** The pair that lost a part of its value (with the problem), or one that is such a part. */
export interface FlowSlip {
  readonly problem?: PlanProblem;
  /** Whether what stands there can't be taken for itself. What stands before a comma mostly can: a key may just be typed behind it. */
  readonly isUnread: boolean;
}

/** The slips among the pairs of a flow map that is a record of that name; undefined where there are none. */
export function commaSlips(tree: Tree, name: RecordName, map: MapNode): ReadonlyMap<Pair, FlowSlip> | undefined {
  return slipsIn(tree, map, {
    shapeOf: (key) => keyShape(name, key)?.shape,
    isKey: ({ key, value }) => keyShape(name, key.text) !== undefined || misreadKey(name, key, value) !== undefined,
  });
}

/** The numbers that a comma cuts in a flow map of values by date: `{ 2026-03-02: 1,200 }`. */
export function cutNumbers(tree: Tree, { key, of }: MapShape, map: MapNode): readonly PlanProblem[] {
  if (!map.flow || key !== 'date') return [];
  const slips = slipsIn(tree, map, {
    shapeOf: () => of,
    isKey: ({ key: { text } }) => !digits.test(text),
  });
  return [...(slips?.values() ?? [])].flatMap((slip) => (slip.problem?.code === 'number' ? slip.problem : []));
}

export type MapShape = Extract<Shape, { kind: 'map' }>;

/** What a map may hold. */
interface Keys {
  readonly shapeOf: (key: string) => Shape | undefined;
  /** Whether a pair is no piece of another. */
  readonly isKey: (pair: Pair) => boolean;
}

function slipsIn(tree: Tree, map: MapNode, { shapeOf, isKey }: Keys): ReadonlyMap<Pair, FlowSlip> | undefined {
  let slips: Map<Pair, FlowSlip> | undefined;
  for (let i = 1; i < map.pairs.length; i++) {
    const before = map.pairs[i - 1];
    const pieces: Pair[] = [];
    while (i < map.pairs.length && isPiece(tree, isKey, map.pairs[i])) {
      const piece = map.pairs[i++];
      if (piece !== undefined) pieces.push(piece);
    }
    const shape = before === undefined ? undefined : shapeOf(before.key.text);
    if (before === undefined || shape === undefined || pieces.length === 0) continue;
    const found = slipOf(tree, before, pieces, shape);
    if (found === undefined) continue;
    slips ??= new Map();
    slips.set(before, { problem: found, isUnread: found.code === 'number' });
    for (const piece of pieces) slips.set(piece, { isUnread: true });
  }
  return slips;
}

/** A key that the map does not have, with neither value nor colon. */
function isPiece(tree: Tree, isKey: Keys['isKey'], pair: Pair | undefined): boolean {
  if (pair === undefined || pair.value.kind !== 'scalar' || pair.value.source !== '' || isKey(pair)) return false;
  return tree.spanOf(pair.value).start === tree.spanOf(pair.key).end;
}

function slipOf(tree: Tree, { value }: Pair, pieces: readonly Pair[], shape: Shape): PlanProblem | undefined {
  const last = pieces.at(-1);
  if (value.kind !== 'scalar' || value.source === '' || last === undefined) return undefined;
  const { start } = tree.spanOf(value);
  const whole = tree.text({ start, end: tree.spanOf(last.key).end });
  const cut = tree.text({ start: tree.spanOf(pieces[0]?.key ?? last.key).start, end: start + whole.length });
  const place = { node: value, through: last.key };
  const scalars = [value, ...pieces.map(({ key }) => key)];
  if (takesList(shape, scalars))
    return problem('flow-comma', 'list', { text: cut }, { ...place, suggestion: `[${whole}]` });
  const format = formatOf(shape);
  const number = format === undefined ? undefined : numberOf(whole, format);
  if (number !== undefined) return problem('flow-comma', 'number', { text: whole }, { ...place, suggestion: number });
  const cuts = format === 'money' || format === 'rate' ? priceCut : numberCut;
  if (!isText(shape) && cuts.test(whole)) return problem('flow-comma', 'number', { text: whole }, place);
  if (!isText(shape) && !(format !== undefined && holdsComma(whole, format)))
    return problem('flow-comma', 'value', { text: cut }, place);
  const isPlain = scalars.every(({ style }) => style === 'plain') && !/[\r\n]/.test(whole);
  return problem('flow-comma', 'text', { text: cut }, isPlain ? { ...place, suggestion: quoted(whole) } : place);
}

/** Whether brackets make a list that the key takes. Hours of a calendar are read by hand. */
function takesList(shape: Shape, items: readonly ScalarNode[]): boolean {
  if (shape.kind === 'raw') return items.every(({ text }) => formats.interval.parse(text).ok);
  return shape.kind === 'list' || (shape.kind === 'map' && shape.list !== undefined);
}

/** The format of a value that is neither one of a few words nor text. */
function formatOf(shape: Shape): ScalarFormat | undefined {
  if (isText(shape)) return undefined;
  if (shape.kind === 'record') return shape.shorthand?.format;
  return shape.kind === 'scalar' && shape.values === undefined ? shape.format : undefined;
}

/** Whether one value of a format may have commas: an address, a cadence. An id may not. */
function holdsComma(text: string, format: ScalarFormat): boolean {
  return format !== 'enum' && formats[format].refers === undefined && formats[format].parse(text).ok;
}

/** What may stand behind the comma of a number; a date that is just being typed soon is more. */
const digits = /^\d{1,3}(?:\.\d+)?%?$/;

/** Commas between digits; before a price there may be a currency. */
const numberCut = /^[+-]?[\d._]+(?:,\s*\d[^,]*)+$/;
const priceCut = /^(?:[A-Z]{1,3})?\p{Sc}?\s*[+-]?[\d._]+(?:,\s*\d[^,]*)+$/u;

/** Where three digits follow the comma, nobody knows whether it groups them or begins the decimals. */
const decimals = /^(?:0+,\d+|\d+,(?!\d{3}(?!\d))\d+)(?=\D*$)/;

/** The number or amount of time that the text makes; undefined where it makes none, or may make two. */
function numberOf(text: string, format: ScalarFormat): string | undefined {
  const amount = amountOf(text);
  const meant =
    amount !== undefined ? formatAmount(amount, true) : decimals.test(text) ? text.replace(',', '.') : undefined;
  return meant !== undefined && formats[format].parse(meant).ok ? meant : undefined;
}
