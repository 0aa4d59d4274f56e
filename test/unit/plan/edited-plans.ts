// Random plans, rich in what ties their parts together, and edits as people make them; and a plan as plain data.
import type { Plan } from '../../../server/plan/plan.ts';
import type { Node } from '../../../server/text/node.ts';
import { PlacedNode } from '../../../server/text/placed-node.ts';
import type { TextChange, Tree } from '../../../server/text/tree.ts';
import { everyPart } from '../every-part.ts';
import { randomChange } from '../text/edits.ts';
import { linesOf } from '../text/shape.ts';
import type { Chance } from '../text/yaml-text.ts';
import { filesOf } from './bound.ts';

/** The files that plans here name. */
export const files = filesOf({
  'team.yaml': 'team:\n  guest: { skills: [law] }\ncalendars:\n  far: { hours: 08:00-16:00 }\n',
  'v1.yaml': 'tasks:\n  a: 2026-03-02..2026-03-04\n',
  'other.plan.yaml': 'start: 2026-01-05\n',
});

const head = [
  'name: Plan',
  'start: 2026-03-02',
  'order: sequential',
  'include: team.yaml',
  'calendar: office',
  'units: { day: 7h }',
  'subplans: { other: other.plan.yaml }',
  'baselines: { v1: { file: v1.yaml } }',
  'defaults: &d { owner: li, duration: 2d }',
  'team: { li: { skills: [law, art] }, wang: { skills: [law] } }',
  'team:\n  li: Li\n  wang: { name: 王芳, calendar: far }',
  'calendars: { office: { hours: 09:00-17:00 }, far: { extends: office } }',
  'risks: { late: { name: Late, probability: 3, impact: 3, owner: li, tasks: [a, setup/b] } }',
  'goals: { win: { name: Win } }',
];

const phaseKeys = [
  'name: Phase',
  'order: sequential',
  'buffer: 2d',
  'gate: 2026-04-01',
  'gate: { date: 2026-04-01, approver: li }',
  'window: 2026-03-02..2026-03-20',
  'goal: win',
  'duration: 3d',
];

const taskKeys = [
  'name: Name',
  'duration: 2d',
  'duration: 3天',
  'duration: 0d',
  'effort: 4d',
  'owner: li',
  'owner: nobody',
  'assign: [li 50%, wang]',
  'skills: [law]',
  'after: a',
  'after: [a, b + 1d]',
  'after: [setup/a SS, other/x]',
  'after: aa',
  'after: c-1d',
  'before: [b, c FF]',
  'before: setup.gate',
  'before: other/y',
  'milestone: true',
  'repeat: { every: weekly, times: 3 }',
  'deadline: 2026-04-09',
  'window: 2026-03-09..2026-03-01',
  'status: { state: cancelled, until: 2026-05-01 }',
  'status: cancelled',
  'calendar: far',
  'calendar: near',
  'progress: 50%',
  '<<: *d',
  'wrong: 1',
];

/** Ids that hardly stand twice; and such as do, and mean other things as well. */
const distinct = Array.from({ length: 60 }, (_, i) => `t${i}`);
const simpleKeys = [
  'name: Name',
  'duration: 2d',
  'owner: li',
  'owner: nobody',
  'deadline: 2026-04-09',
  'calendar: far',
];
const ids = ['a', 'b', 'c', 'd', 'setup', 'a.1', '任务', 'aab', 'setup.gate', '__proto__'];
const values = ['3d', '', '{ duration: 1d, after: a }', '*d'];
const words = [...ids, 'li', 'wang', '3d', '50%', 'SS', 'cancelled'];

function oneOf(all: readonly string[], chance: Chance): string {
  return all[chance.below(all.length)] ?? '';
}

function many(count: number, make: () => readonly string[]): readonly string[] {
  return Array.from({ length: count }, make).flat();
}

/** A key of a task with its value. */
function taskKey(names: readonly string[], chance: Chance): string {
  if (names === ids || chance.below(3) > 0) return oneOf(names === ids ? taskKeys : simpleKeys, chance);
  const [one, other] = [oneOf(names, chance), oneOf(names, chance)];
  return chance.below(5) === 0 ? `before: ${one}` : `after: [${one}, ${other} + 1d]`;
}

/** The lines of one entry of `tasks:`, with an id from `names`. */
function taskLines(indent: string, depth: number, names: readonly string[], chance: Chance): readonly string[] {
  const id = oneOf(names, chance);
  if (chance.below(4) === 0) return [`${indent}${id}: ${oneOf(values, chance)}`];
  const keys = many(1 + chance.below(4), () => [`${indent}  ${taskKey(names, chance)}`]);
  if (depth === 3 || chance.below(5) > 0) return [`${indent}${id}:`, ...keys];
  const inside = many(chance.below(4), () => taskLines(`${indent}    `, depth + 1, names, chance));
  return [`${indent}${id}:`, ...keys, `${indent}  tasks:`, ...inside];
}

function phaseLines(names: readonly string[], chance: Chance): readonly string[] {
  const keys = many(chance.below(3), () => [`    ${oneOf(phaseKeys, chance)}`]);
  const tasks = many(1 + chance.below(5), () => taskLines('      ', 0, names, chance));
  return [`  ${oneOf(['setup', 'build', 'a', 'run'], chance)}:`, ...keys, '    tasks:', ...tasks];
}

/** A plan with phases or tasks or both; one in six with anchors. */
export function planText(chance: Chance): string {
  const isPlain = chance.below(3) > 0;
  const names = chance.below(2) === 0 ? ids : distinct;
  const lines = head.filter((line) => chance.below(2) === 0 && !(isPlain && line.includes('&d')));
  const phases =
    chance.below(4) === 0 ? [] : ['phases:', ...many(1 + chance.below(4), () => phaseLines(names, chance))];
  const tasks =
    chance.below(3) > 0 ? [] : ['tasks:', ...many(1 + chance.below(5), () => taskLines('  ', 0, names, chance))];
  const text = [...lines, ...phases, ...tasks].filter((line) => !(isPlain && line.includes('*d')));
  return `${text.join(chance.below(8) === 0 ? '\r\n' : '\n')}\n`;
}

/** An edit as people make them: a key more or less, a task more or less, another word; or anything at all. */
export function planChange(text: string, chance: Chance): TextChange {
  const lines = linesOf(text);
  const line = chance.below(lines.length);
  const { start, end } = lines[line] ?? { start: 0, end: 0 };
  const written = text.slice(start, end);
  const indent = /^ */.exec(written)?.[0] ?? '';
  const names = text.includes('t1') ? distinct : ids;
  const at = (character: number, to = character) => ({ start: { line, character }, end: { line, character: to } });
  const linesFrom = (count: number) => ({ start: { line, character: 0 }, end: { line: line + count, character: 0 } });
  switch (chance.below(9)) {
    case 0: {
      const found = [...written.matchAll(/[\p{L}\d.%-]+/gu)];
      const word = found[chance.below(Math.max(found.length, 1))];
      const range = word === undefined ? at(0) : at(word.index, word.index + word[0].length);
      return { range, text: oneOf(chance.below(2) === 0 ? names : words, chance) };
    }
    case 1:
      return { range: at(0), text: `${indent}${taskKey(names, chance)}\n` };
    case 2:
      return { range: at(0), text: `${taskLines(indent, 2, names, chance).join('\n')}\n` };
    case 3:
      return { range: linesFrom(1), text: '' };
    case 4:
      return { range: linesFrom(1 + chance.below(6)), text: '' };
    case 5:
      return { range: at(0), text: `${written}\n` };
    case 6:
      return { range: at(written.length), text: oneOf(['x', ' # note', ' #1', '1', ':', '"', ', b]'], chance) };
    case 7:
      return { range: at(chance.below(written.length + 1)), text: oneOf(['x', '1', ' ', '李', '\n'], chance) };
    default:
      return randomChange(text, chance);
  }
}

/** All that a plan says, as plain data: nodes become their places, whichever text they stand in. */
export function everythingOf(plan: Plan, tree: Tree): unknown {
  const trees = [tree, ...plan.includes.map((file) => file.tree)];
  const placed = (node: Node): string => {
    const own = trees.findIndex((each) => each.has(node));
    const span = trees[own]?.spanOf(node);
    if (span === undefined) throw new Error('a node of an older text');
    return `${own}: ${span.start}–${span.end}`;
  };
  const walk = (thing: unknown): unknown => {
    if (typeof thing === 'function') return undefined;
    if (typeof thing !== 'object' || thing === null) return Number.isNaN(thing) ? 'NaN' : thing;
    if (isNode(thing)) return placed(thing);
    if (isSeries(thing)) return Array.from(thing, walk);
    return Object.fromEntries(Object.entries(thing).map(([key, inner]) => [key, walk(inner)]));
  };
  const { kept: _kept, counters: _counters, columns: _columns, includes: _includes, ...said } = everyPart(plan);
  return walk({
    ...said,
    includes: plan.includes.map(({ path, node }) => ({ path, node })),
    found: plan.tasks.map(({ id, key, node, index }) => [
      plan.findTask(id, -1)?.index,
      plan.findTask(id, index)?.index,
      plan.taskOf(key)?.index,
      plan.taskOf(node)?.index,
      plan.define('task', id),
    ]),
    used: plan.definitions.map(({ kind, id }) => [
      kind,
      id,
      plan.isUsed(kind, id),
      plan.usesAny(kind),
      plan.sharesSkill(id),
    ]),
    defined: plan.definitions.map(({ kind, id }) => plan.define(kind, id)),
    hours: plan.root.calendars?.value.map(({ value }) => plan.hoursOf(value)),
  });
}

/** Every reference with those that are found through its scalar, and through what it means. */
export function referencesAround(plan: Plan): readonly (readonly [unknown, unknown])[] {
  const { references, definitions } = plan;
  return [
    [plan.referencesToNothing, references.filter(({ definition }) => definition === undefined)],
    ...references.map(({ node }) => [plan.referencesAt(node), references.filter((one) => one.node === node)] as const),
    ...definitions.map(
      (definition) =>
        [plan.referencesTo(definition), references.filter((one) => one.definition === definition)] as const,
    ),
    ...definitions.map(
      ({ kind, key, file }) => [kind === 'skill' || file ? key : plan.definedAt(key)?.key, key] as const,
    ),
  ];
}

function isNode(thing: object): thing is Node {
  return PlacedNode.entryOf(thing) !== undefined;
}

function isSeries(thing: object): thing is Iterable<unknown> {
  return Symbol.iterator in thing;
}
