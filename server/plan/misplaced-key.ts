// Keys that stand at the wrong depth: one of the plan among the tasks, one of a task at the left edge.
import type { Node, Pair } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import { formats } from './formats.ts';
import type { PlanProblem } from './plan.ts';
import { atKey, problem } from './reading.ts';
import { keyShape, recordTerm } from './record-shapes.ts';
import type { RecordName, Shape } from './schema.generated.ts';

/**
 * An entry of `tasks` or `phases` that is a key: of the plan, indented too deep, or of one of its neighbours, not deep enough. It is told instead
 * of all that is wrong with the entry; undefined for what may be a task all the same.
 */
export function keyAsEntry(tree: Tree, name: RecordName, { key, value }: Pair): PlanProblem | undefined {
  if (tree.resolve(value) !== value || hasKeyOf(name, value) || isNumber(value)) return undefined;
  const [ofPlan, ofEntry] = [belongs('Plan', key.text, value), belongs(name, key.text, value)];
  if (!ofPlan && !ofEntry) return undefined;
  const code = !ofEntry ? 'section-as-entry' : ofPlan ? 'either-as-entry' : 'key-as-entry';
  return problem('schema', code, { key: key.text, of: recordTerm(name) }, atKey(value, key));
}

type Owner = readonly [record: RecordName, code: 'key-of-plan' | 'key-of-task' | 'key-of-phase'];

/** Whose key an unknown one may be; the plan's in all other records. */
const owners: Readonly<Partial<Record<RecordName, readonly Owner[]>>> = {
  Plan: [
    ['Task', 'key-of-task'],
    ['Phase', 'key-of-phase'],
  ],
  Task: [
    ['Plan', 'key-of-plan'],
    ['Phase', 'key-of-phase'],
  ],
};
const usualOwners: readonly Owner[] = [['Plan', 'key-of-plan']];

/** A key that this record has not, and that another has. */
export function keyOfAnother(name: RecordName, { key, value }: Pair): PlanProblem | undefined {
  const owner = (owners[name] ?? usualOwners).find(([other]) => belongs(other, key.text, value));
  return owner && problem('schema', owner[1], { key: key.text, of: recordTerm(name) }, atKey(value, key));
}

/** A length without its unit. */
function isNumber(node: Node): boolean {
  return node.kind === 'scalar' && /^[\d.,]+$/.test(node.text);
}

function hasKeyOf(name: RecordName, node: Node): boolean {
  return node.kind === 'map' && node.pairs.some(({ key }) => keyShape(name, key.text) !== undefined);
}

/** Whether a record has the key, and the value is what the key holds. */
function belongs(name: RecordName, key: string, value: Node): boolean {
  const shape = keyShape(name, key)?.shape;
  return shape !== undefined && fits(shape, value);
}

/** What is empty fits nowhere. */
function fits(shape: Shape, node: Node): boolean {
  switch (node.kind) {
    case 'map':
      return node.pairs.length > 0 && (shape.kind === 'map' || shape.kind === 'record' || shape.kind === 'raw');
    case 'list':
      return node.items.length > 0 && (shape.kind === 'list' || (shape.kind === 'map' && shape.list !== undefined));
    case 'scalar':
      if (shape.kind === 'list') return fits(shape.of, node);
      if (shape.kind !== 'scalar' || node.text === '') return false;
      return shape.values?.includes(node.text) ?? formats[shape.format].parse(node.text).ok;
    case 'alias':
      return false;
  }
}
