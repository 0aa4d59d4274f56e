// An analysis that takes over what an edit left alone says what a fresh one says: plan, schedule and findings, whatever was typed.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Analysis, analyse, type Snapshot } from '../../server/analysis.ts';
import type { FileLookup } from '../../server/plan/plan.ts';
import { spanOf } from '../../server/rules/check.ts';
import type { Place } from '../../server/rules/finding.ts';
import { noCountryHolidays } from '../../server/schedule/country-holidays.ts';
import type { Node } from '../../server/text/node.ts';
import { openTree } from '../../server/text/open-tree.ts';
import { PlacedNode } from '../../server/text/placed-node.ts';
import type { TextChange, Tree } from '../../server/text/tree.ts';
import { randomChange } from './text/edits.ts';
import { linesOf, textAfter } from './text/shape.ts';
import type { Chance } from './text/yaml-text.ts';

/** Edits per run; `PLAN_INCREMENTAL_SEED` repeats a run. */
const edits = Number(process.env.PLAN_INCREMENTAL_EDITS ?? 400);
const seed = process.env.PLAN_INCREMENTAL_SEED === undefined ? {} : { seed: Number(process.env.PLAN_INCREMENTAL_SEED) };
const editsPerText = 10;

const team = 'team:\n  wang: { name: 王芳, skills: [law] }\n  li: { name: Li, leave: [2026-03-09..2026-03-10] }\n';
const files: FileLookup = (path) =>
  path === 'team.plan.yaml' ? { path, text: team } : { path, text: undefined, failure: 'missing' };

function snapshotOf(tree: Tree): Snapshot {
  const nowMinute = 29_551_680;
  return {
    uri: 'file:///plan',
    version: 1,
    tree,
    files,
    holidays: noCountryHolidays,
    settings: { rules: {} },
    nowMinute,
  };
}

function isNode(thing: object): thing is Node {
  return PlacedNode.entryOf(thing) !== undefined;
}

function isSeries(thing: object): thing is Iterable<unknown> {
  return Symbol.iterator in thing;
}

/** Anything as plain data: nodes become their places, in whichever text they stand. */
function plain(value: unknown, { tree, plan }: Analysis): unknown {
  const placed = (node: Node): string => {
    const own = [tree, ...plan.includes.map((file) => file.tree)].find((each) => each.has(node));
    if (!own) throw new Error('a node of an older text');
    const { start, end } = own.spanOf(node);
    return `${own === tree ? '' : 'file '}${start}–${end}`;
  };
  const walk = (thing: unknown): unknown => {
    if (typeof thing === 'function') return undefined;
    if (typeof thing === 'number') return Number.isFinite(thing) ? thing : String(thing);
    if (typeof thing !== 'object' || thing === null) return thing;
    if (isNode(thing)) return placed(thing);
    if (isSeries(thing)) return Array.from(thing, walk);
    return Object.fromEntries(Object.entries(thing).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value);
}

function everythingOf(analysis: Analysis): unknown {
  const { plan, schedule, findings, tree } = analysis;
  const { includes, kept: _kept, counters: _counters, ...ownPlan } = plan;
  const { calendar, kept: _before, ...numbers } = schedule;
  const spans = (place: Place) => spanOf(place, { tree });
  const tasks = plan.tasks.map((_, task) => task);
  return plain(
    {
      plan: { ...ownPlan, includes: includes.map(({ path, node }) => ({ path, node })) },
      found: plan.tasks.map(({ id, key }) => [plan.findTask(id, -1)?.index, plan.taskOf(key)?.index]),
      schedule: numbers,
      asked: tasks.map((task) => [schedule.driver(task), schedule.drivingChain(task).length]),
      calendars: tasks.map((task) => schedule.calendarOf(task).nextWorking(29_551_680)),
      firstMinute: calendar.nextWorking(29_551_680),
      findings: findings.map((finding) => ({
        ...finding,
        span: spans(finding.place),
        around: (finding.related ?? []).map(({ place }) => spans(place)),
      })),
    },
    analysis,
  );
}

const anchors = `name: Anchors
start: 2026-03-02
defaults: &law { owner: wang, duration: 2d }
team:
  wang: { name: 王芳 }
  li: Li
tasks:
  a: &first
    duration: 3d
    owner: wang
  b: *first
  c: { <<: *law, after: a }
  d:
    <<: [*first, *law]
    after: [b, c + 1d]
  e: &last { duration: 1w, after: d, assign: [li 50%, wang] }
  f:
    name: Group
    tasks:
      g: *last
      h: { <<: *last, deadline: 2026-03-20 }
rules: { missing-owner: off, high-duration: { severity: info, limit: 2d } }
`;

const chinese = `# 计划
name: 法律服务投标
start: 2026-03-02
status-date: 2026-03-12
include: team.plan.yaml
calendar: office
calendars:
  office: { country: CN, hours: [09:00-12:00, 13:00-18:00] }
goals:
  win: { name: 中标, kpis: [price] }
kpis:
  price: { name: 报价, unit: 元, target: 100 }
phases:
  招标:
    name: 招标准备
    window: 2026-03-02..2026-03-20
    buffer: 2d
    gate: { date: 2026-03-25, approver: wang }
    order: sequential
    tasks:
      公告: { duration: 3天, owner: wang, progress: 50% }
      评分: { duration: 2d, owner: li } # plan-ignore: missing-predecessor (known)
      会议: { duration: 1h, repeat: { every: weekly, times: 4 }, owner: li }
  评标: # 第二阶段
    tasks:
      开标: { milestone: true, after: 招标, deadline: 2026-04-01 }
      澄清: { duration: 5d, after: [开标 + 1d], assign: [wang 50%, li] }
      签约: 3d
risks:
  迟到: { name: 迟到, probability: 3, impact: 4, owner: wang }
`;

const crlf =
  'name: x\r\nstart: 2026-01-05\r\ntasks:\r\n  a: 3d\r\n  # 说明 😀\r\n  b:\r\n    duration: 2d\r\n    after: a\r\n\r\n  c: { duration: 1d, after: [a, b] }\r\nteam:\r\n  p: { name: P }\r\n';
const flow =
  '{ name: x, start: 2026-01-05, tasks: { a: 3d, b: { duration: 2d, after: a }, c: { tasks: { d: 1d } } } }\n';

/** A plan as other tools export it: phases, tasks with links to earlier ones, people, some progress. */
function generated(chance: Chance): string {
  const lines = ['name: Generated', 'start: 2026-01-05', 'status-date: 2026-02-02', 'phases:'];
  const count = 4 + chance.below(50);
  for (let i = 0; i < count; i++) {
    if (i % 8 === 0) lines.push(`  p${i}:`, `    name: Phase ${i}`, '    tasks:');
    lines.push(`      t${i}:`, `        duration: ${1 + chance.below(9)}d`, `        owner: p${chance.below(4)}`);
    if (i > 1)
      lines.push(`        after: [t${chance.below(i)}, t${chance.below(i)} ${['', '+ 1d', '- 4h'][chance.below(3)]}]`);
    if (chance.below(5) === 0) lines.push(`        progress: ${chance.below(11) * 10}%`, '        # noted');
    if (chance.below(9) === 0) lines.push(`        deadline: 2026-0${1 + chance.below(9)}-10`);
  }
  lines.push('team:', ...[0, 1, 2, 3].map((i) => `  p${i}: { name: P${i} }`));
  return `${lines.join('\n')}\n`;
}

const samples = readdirSync('samples')
  .filter((name) => name.endsWith('.plan.yaml'))
  .map((name) => readFileSync(`samples/${name}`, 'utf8'));
const beginnings = ['', anchors, anchors, chinese, chinese, crlf, flow, ...samples];

const words = [
  'a',
  'b',
  't3',
  'p1',
  'wang',
  'li',
  '3d',
  '0d',
  '2w',
  '1.5h',
  '2026-03-09',
  '2062-03-09',
  '50%',
  '4e',
  'SS',
  'done',
  'off',
];
const pieces = [
  '  neu: { duration: 2d, after: a }\n',
  '      neu: 3d\n',
  '    order: sequential\n',
  '        after: [t1, t2]\n',
  '        actual: { start: 2026-01-06, finish: 2026-01-05 }\n',
  '    leave: [2026-04-09..2026-04-01]\n',
  'finish: 2026-05-01\n',
  'status-date: 2026-03-20\n',
  'units: { day: 7h }\n',
  'rules: { far-date: off }\n',
  'baselines:\n  first: { date: 2026-03-01, tasks: { a: { start: 2026-03-02, finish: 2026-03-04 } } }\n',
];

/** One edit as people make them in a plan: another word, a new line, a line gone or twice; or anything at all. */
function planChange(text: string, chance: Chance): TextChange {
  const lines = linesOf(text);
  const line = chance.below(lines.length);
  const { start, end } = lines[line] ?? { start: 0, end: 0 };
  const written = text.slice(start, end);
  const at = (character: number, to = character) => ({ start: { line, character }, end: { line, character: to } });
  switch (chance.below(6)) {
    case 0: {
      const found = [...written.matchAll(/[\p{L}\d.%-]+/gu)];
      const word = found[chance.below(Math.max(found.length, 1))];
      const text = words[chance.below(words.length)] ?? '';
      return { range: word === undefined ? at(0) : at(word.index, word.index + word[0].length), text };
    }
    case 1:
      return { range: at(0), text: pieces[chance.below(pieces.length)] ?? '' };
    case 2:
      return { range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } }, text: '' };
    case 3:
      return { range: at(0), text: `${written}\n` };
    case 4:
      return { range: at(chance.below(written.length + 1)), text: ['x', '1', ' ', '李'][chance.below(4)] ?? '' };
    default:
      return randomChange(text, chance);
  }
}

describe('an analysis after edits', () => {
  test('says what a fresh one says', { timeout: 120_000 + edits * 500 }, () => {
    const property = fc.property(fc.gen(), (gen) => {
      const chance: Chance = { below: (count) => gen(fc.nat, { max: count - 1 }) };
      let text = beginnings[chance.below(beginnings.length + 3)] ?? generated(chance);
      let analysis = analyse(snapshotOf(openTree(text)));
      for (let left = 1 + chance.below(editsPerText * 2 - 1); left > 0; left--) {
        const change = planChange(text, chance);
        text = textAfter(text, [change]);
        analysis = analyse(snapshotOf(analysis.tree.edit([change])), analysis);
        const fresh = everythingOf(analyse(snapshotOf(openTree(text))));
        const edited = everythingOf(analysis);
        // Text is compared at once; only what differs is compared in detail.
        if (JSON.stringify(edited) !== JSON.stringify(fresh)) expect(edited).toEqual(fresh);
      }
    });
    fc.assert(property, { numRuns: Math.ceil(edits / editsPerText), ...seed, endOnFailure: false });
  });
});

describe('the work of a keystroke', () => {
  const phase = (p: number) => {
    const tasks = Array.from(
      { length: 20 },
      (_, i) => `      t${p}-${i}:\n        duration: 2d\n        after: [t0-1]\n`,
    );
    return `  p${p}:\n    name: Phase\n    tasks:\n${tasks.join('')}`;
  };
  const text = `name: x\nstart: 2026-01-05\nphases:\n${[0, 1, 2, 3].map(phase).join('')}`;
  const typed = (where: string, what: string): Analysis['counters'] => {
    const before = analyse(snapshotOf(openTree(text)));
    const at = before.tree.positionAt(text.indexOf(where) + where.length);
    const tree = before.tree.edit([{ range: { start: at, end: at }, text: what }]);
    return analyse(snapshotOf(tree), before).counters;
  };

  test('a fresh plan reads every entry', () => {
    expect(analyse(snapshotOf(openTree(text))).counters).toMatchObject({ entriesRead: 4 + 80, tasksScheduled: 4 + 80 });
  });

  test('in a task parses that task and reads it and the phase that holds it', () => {
    const { entriesParsed, linesScanned, entriesRead } = typed('t2-7:\n        duration: ', '1');
    expect(entriesParsed).toBe(1);
    expect(linesScanned).toBeLessThan(20);
    expect(entriesRead).toBe(2);
  });

  test('in a key of a phase reads the phase', () => {
    expect(typed('p1:\n    name: ', 'My ')).toMatchObject({ entriesParsed: 1, entriesRead: 1 });
  });

  test('outside of the work reads no task', () => {
    expect(typed('start: 2026-01-', '1')).toMatchObject({ entriesParsed: 1, entriesRead: 0 });
    expect(typed('name: ', 'y')).toMatchObject({ entriesParsed: 1, entriesRead: 0 });
  });
});
