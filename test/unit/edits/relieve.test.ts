// What would end an overload: offered only where it does, and costs nobody anything.
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { reliefs } from '../../../server/edits/relieve.ts';
import { analysed } from '../../rules/fixture.ts';

/** a and b fall on Mia from Monday to Wednesday; c takes two weeks, so that b could start a week later. */
const plan = `name: Two at once
start: 2026-03-02
rules: { use: minimal, overallocated: warning }
team:
  mia: { name: Mia, skills: [design] }
  jo: { name: Jo, skills: [design] }
  li: { name: 李, skills: [build] }
tasks:
  a: { duration: 3d, owner: mia }
  b: { name: Draw it, duration: 3d, assign: [mia 80%], skills: design } # B
  c: 10d
`;

function offered(text: string): Readonly<Record<string, string>> {
  const analysis = analysed(text);
  const finding = analysis.findings.find(({ rule }) => rule === 'overallocated');
  if (finding === undefined) throw new Error('Somebody has too much to do');
  return Object.fromEntries(
    reliefs(analysis, finding).map(({ kind, to, edits }) => [`${kind} ${to}`, applyEdits(text, edits)]),
  );
}

test('somebody who is free and able, or a start behind the other work', () => {
  expect(offered(plan)).toEqual({
    'reassign jo': plan.replace('[mia 80%]', '[jo 80%]'),
    'delay 2026-03-05': plan.replace('skills: design }', 'skills: design, earliest: 2026-03-05 }'),
  });
});

test('where the owner does the work, somebody is assigned and the owner goes on to answer for it', () => {
  const owned = plan.replace('assign: [mia 80%]', 'owner: mia');
  expect(offered(owned)['reassign jo']).toBe(owned.replace('skills: design }', 'skills: design, assign: jo }'));
});

test('an earliest start that is there is moved; in the middle of a day it says the time', () => {
  const there = plan.replace('skills: design }', 'skills: design, earliest: 2026-03-03 }');
  expect(Object.keys(offered(there))).toEqual(['reassign jo', 'delay 2026-03-05']);
  expect(offered(there)['delay 2026-03-05']).toBe(there.replace('earliest: 2026-03-03', 'earliest: 2026-03-05'));
  const half = plan.replace('a: { duration: 3d', 'a: { duration: 2.5d');
  // Wednesday's hours are 09:00-12:00 and 13:00-18:00: half of the eight are over at 14:00.
  expect(Object.keys(offered(half))).toEqual(['reassign jo', 'delay 2026-03-04 14:00']);
});

describe('nobody', () => {
  test.each([
    ['who lacks the skill', plan.replace('jo: { name: Jo, skills: [design] }', 'jo: { name: Jo, skills: [build] }')],
    ['who is busy', plan.replace('  c: 10d', '  c: { duration: 10d, owner: jo }')],
    ['who is away', plan.replace('name: Jo,', 'name: Jo, leave: [2026-03-04],')],
  ])('%s', (_, text) => {
    expect(Object.keys(offered(text))).toEqual(['delay 2026-03-05']);
  });
});

describe('no later start', () => {
  test.each([
    ['without slack', plan.replace('  c: 10d', '  c: 3d')],
    ['that a date fixes', plan.replace('duration: 3d, assign', 'duration: 3d, start: 2026-03-02, assign')],
    ['that breaks a promise', plan.replace('skills: design }', 'skills: design, deadline: 2026-03-05 }')],
    ['of work that has begun', plan.replace('skills: design }', 'skills: design, progress: 10 }')],
  ])('%s', (_, text) => {
    expect(Object.keys(offered(text)).filter((key) => key.startsWith('delay'))).toEqual([]);
  });
});

test('in a long plan only where somebody asks, in a very long one not at all', () => {
  const tried = (tasks: number, why: 'asked' | 'unasked') => {
    const analysis = analysed(plan + Array.from({ length: tasks - 3 }, (_, index) => `  x${index}: 1d\n`).join(''));
    const finding = analysis.findings.find(({ rule }) => rule === 'overallocated');
    return finding && reliefs(analysis, finding, why).length;
  };
  expect([tried(200, 'unasked'), tried(201, 'unasked'), tried(201, 'asked'), tried(2001, 'asked')]).toEqual([
    2, 0, 2, 0,
  ]);
});

test('nothing for machines, for one task that is too much by itself, or for another finding', () => {
  const machine = plan.replace(
    'tasks:',
    'resources: { crane: { kind: equipment } }\ntasks:\n  d: { duration: 1d, assign: crane x2 }',
  );
  const analysis = analysed(machine);
  const finding = analysis.findings.find(({ message }) => message === 'overallocated.equipment');
  expect(finding && reliefs(analysis, finding)).toEqual([]);
  const alone = plan.replace('mia 80%', 'mia 120%').replace('a: { duration: 3d, owner: mia }', 'a: 3d');
  // Jo would have too much as well.
  expect(offered(alone)).toEqual({});
});
