// Random plans full of anchors, aliases and merge keys, and edits of just these.
import type { TextChange } from '../../../server/text/tree.ts';
import { changeTo } from '../sound-edits.ts';
import { linesOf } from '../text/shape.ts';
import type { Chance } from '../text/yaml-text.ts';

const head = [
  'status-date: 2026-03-20',
  'order: sequential',
  'subplans: { other: other.plan.yaml }',
  'x-a: &a { duration: 2d, owner: li }',
  'x-b: &b\n  duration: 3d\n  after: [t1, t2]',
  'x-c: &c { <<: *a, before: t3, start: 2026-03-01..2026-03-04 }',
  'x-l: &l [t1, t2 + 1d, tx]',
  'x-s: &s li',
  'x-day: &day 2026-03-0９',
  'x-g: &g { date: 2026-04-01, approver: *s }',
  'x-phase: &p { buffer: 1d, gate: *g, order: sequential }',
  'x-tasks: &t\n  t7: *a\n  t8: { <<: *b, wrong: 1 }',
  'defaults: &d { owner: li, duration: 2d }',
  'team: { li: &who { name: Li, leave: [2026-03-09..2026-03-05] }, wang: *who }',
  'goals: { win: { name: Win, owner: *s } }',
];

const values = [
  '*a',
  '*b',
  '*d',
  '3d',
  '{ <<: *a, after: t1 }',
  '{ <<: [*a, *b], name: Both }',
  '{ <<: *c, deadline: *day }',
  '{ <<: { duration: 1d }, owner: *s }',
  '{ duration: &n 4d, after: *l, owner: nobody }',
  '{ duration: *n, before: *l }',
  '&a { duration: 4d, after: t2 }',
  '&a { after: t2 }',
  '&b { effort: 2d, assign: [*s, wang] }',
  '&g { duration: 1w, tasks: { t9: *a } }',
];

const keys = [
  '<<: *a',
  '<<: *d',
  '<<: [*b, *c]',
  '<<: *p',
  'name: Name',
  'duration: 1w',
  'after: *l',
  'after: &l [t4, t5]',
  'before: *l',
  'owner: *s',
  'owner: &s wang',
  'deadline: *day',
  'deadline: &day 2026-03-30',
  'gate: *g',
  'actual: &act { start: 2026-03-02 }',
  'actual: *act',
];

const insides = ['tasks: *t', 'tasks: *own', 'tasks: &own { t5: *b, t6: 2d }'];
const names = ['a', 'b', 'c', 'd', 'g', 'l', 'n', 'p', 's', 't', 'day', 'own'];

function oneOf<T>(all: readonly T[], chance: Chance): T {
  const one = all[chance.below(all.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}

function many(count: number, make: () => readonly string[]): readonly string[] {
  return Array.from({ length: count }, make).flat();
}

/** The lines of one entry; only in plans that copy whole maps of tasks does one take those of another. */
function entryLines(indent: string, isCopying: boolean, chance: Chance): readonly string[] {
  const anchor = chance.below(5) === 0 ? ` &${oneOf(names, chance)}` : '';
  const id = `t${chance.below(9)}`;
  if (chance.below(2) === 0) return [`${indent}${id}: ${oneOf(values, chance)}`];
  const own = [...many(1 + chance.below(3), () => [`${indent}  ${oneOf(keys, chance)}`])];
  if (isCopying && chance.below(3) === 0) own.push(`${indent}  ${oneOf(insides, chance)}`);
  else if (indent.length < 9 && chance.below(4) === 0)
    own.push(`${indent}  tasks:`, ...many(1 + chance.below(3), () => entryLines(`${indent}    `, isCopying, chance)));
  return [`${indent}${id}:${anchor}`, ...own];
}

export function anchoredText(chance: Chance): string {
  const isCopying = chance.below(4) === 0;
  const entries = (indent: string) => many(1 + chance.below(5), () => entryLines(indent, isCopying, chance));
  const phases =
    chance.below(2) === 0
      ? []
      : ['phases:', ...many(2, () => [`  p${chance.below(4)}:`, '    <<: *p', '    tasks:', ...entries('      ')])];
  const lines = [
    'start: 2026-03-02',
    ...head.filter(() => chance.below(4) > 0),
    ...phases,
    ...(phases.length > 0 && chance.below(2) === 0 ? [] : ['tasks:', ...entries('  ')]),
  ];
  return `${lines.filter((line) => isCopying || !line.startsWith('x-tasks')).join('\n')}\n`;
}

/** Another name, an anchor, alias or merge key more or fewer, other words in what has an anchor. */
export function anchorChange(text: string, chance: Chance): TextChange {
  const at = (from: number, to: number, now: string) => changeTo(text, text.slice(0, from) + now + text.slice(to));
  const found = [...text.matchAll(/[&*]([a-z]+)/g)];
  const sign = found.length === 0 ? undefined : oneOf(found, chance);
  const value = [...text.matchAll(/(?<=: )[^\s&*<{[][^\s,}\]]*/g)];
  const word = value.length === 0 ? undefined : oneOf(value, chance);
  const lines = linesOf(text);
  const line = oneOf(lines, chance);
  const indent = /^ */.exec(text.slice(line.start, line.end))?.[0] ?? '';
  switch (chance.below(7)) {
    case 0:
      return sign ? at(sign.index + 1, sign.index + sign[0].length, oneOf(names, chance)) : at(0, 0, '');
    case 1:
      return sign?.[0].startsWith('&')
        ? at(sign.index, sign.index + sign[0].length + 1, '')
        : at(sign?.index ?? 0, (sign?.index ?? 0) + (sign?.[0].length ?? 0), 'li');
    case 2:
      return word ? at(word.index, word.index, `&${oneOf(names, chance)} `) : at(0, 0, '');
    case 3:
      return word
        ? at(word.index, word.index + word[0].length, oneOf(['*a', '*s', '*day', '5d', 'wang', 't3', 'x'], chance))
        : at(0, 0, '');
    case 4:
      return at(line.start, line.start, `${indent}${oneOf(keys, chance)}\n`);
    case 5:
      return at(line.start, line.start, `${entryLines(indent, false, chance).join('\n')}\n`);
    default:
      return word
        ? at(word.index + word[0].length, word.index + word[0].length, oneOf(['1', 'x', ' '], chance))
        : at(0, 0, '');
  }
}
