// What an edit can't have changed is the same object in the plan bound after it, and what it may have changed is as in a fresh one.
import { describe, expect, it } from 'vitest';
import { bind } from '../../../server/plan/bind.ts';
import type { Plan } from '../../../server/plan/plan.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Tree } from '../../../server/text/tree.ts';
import { filesOf, told } from './bound.ts';

interface Version {
  readonly text: string;
  readonly tree: Tree;
  readonly plan: Plan;
}

const files = filesOf({});

function opened(text: string): Version {
  const tree = openTree(text);
  return { text, tree, plan: bind(tree, files) };
}

/** A version in which the first `old` is `now`; it tells what a fresh one tells. */
function replaced({ text, tree, plan }: Version, old: string, now: string): Version {
  const from = text.indexOf(old);
  const range = { start: tree.positionAt(from), end: tree.positionAt(from + old.length) };
  const edited = tree.edit([{ range, text: now }]);
  const next = { text: edited.text(), tree: edited, plan: bind(edited, files, plan) };
  expect(told(next)).toEqual(told(opened(next.text)));
  return next;
}

/** More than is read as one entry. */
function many(line: (i: number) => string, count = 300): string {
  return Array.from({ length: count }, (_, i) => line(i)).join('');
}

it('reads a list of very many items with an alias among them', () => {
  const items = 'y, '.repeat(160_000);
  const { plan } = opened(`start: 2026-03-02\ntasks:\n  a: { name: &word hi, duration: 1d, tags: [${items}*word] }\n`);
  expect(plan.tasks[0]?.record.tags?.value).toHaveLength(160_001);
});

describe('calendars and units', () => {
  const calendars =
    'calendars: { day: { hours: 08:00-15:30 }, long: { hours: { mon: 08:00-18:00 } }, round: { extends: round } }';
  const plan = `start: 2026-03-02\ncalendar: day\n${calendars}\ntasks:\n${many((i) => `  t${i}: 1d\n`)}`;
  const hoursOf = ({ plan }: Version) => plan.root.calendars?.value.map(({ value }) => plan.hoursOf(value));

  it('are taken over where the work changes', () => {
    const before = opened(plan);
    const hours = hoursOf(before);
    const after = replaced(before, 't150: 1d', 't150: 2d');
    expect(hoursOf(after)?.every((of, at) => of === hours?.[at])).toBe(true);
    expect(after.plan.units).toBe(before.plan.units);
    expect(after.plan.problems).toBe(before.plan.problems);
  });

  it('are read again where they change', () => {
    const before = opened(plan);
    expect(before.plan.units.dayMinutes).toBe(450);
    const after = replaced(before, '15:30', '12:30');
    expect(after.plan.units.dayMinutes).toBe(270);
    expect(hoursOf(after)).toEqual(hoursOf(opened(after.text)));
  });
});

describe('ids', () => {
  const task = (i: number) => `  t${i}: { name: Name, duration: 2d, owner: li, after: [t${i + 1}x] }\n`;
  const plan = (count: number) => `start: 2026-03-02\nteam: { li: Li }\ntasks:\n${many(task, count)}`;

  it('are looked up in the entry that was read again only, known ones and unknown ones', () => {
    const before = opened(plan(20));
    expect(replaced(before, 'Name', 'Names').plan.kept.resolved.outcomes.slice(2)).toEqual(
      before.plan.kept.resolved.outcomes.slice(2),
    );
    const fine = opened(plan(1).replace('after: [t1x]', 'after: []'));
    expect(replaced(fine, 'Name', 'Names').plan.kept.resolved).toBe(fine.plan.kept.resolved);
    const used = replaced(fine, ', owner: li', '');
    expect(used.plan.kept.resolved).not.toBe(fine.plan.kept.resolved);
    expect(used.plan.isUsed('person', 'li')).toBe(false);
  });

  it('are looked up again where tasks come, go or change places, and what depends on none is not', () => {
    const lines = many((i) => `  t${i}: { duration: 2d, owner: ${i === 9 ? 'lee' : 'li'} }\n`);
    const near = '  aaaa: 1d\n  aabb: 1d\n';
    const asking = '  x: { duration: 1d, after: [aaab] }\n  y: { duration: 1d, after: aaab/t3 }\n';
    let version = opened(`start: 2026-03-02\nteam: { li: Li }\ntasks:\n${lines}${near}${asking}  end: 1d\n`);
    const { outcomes } = version.plan.kept.resolved;
    for (const [old, now] of [
      ['  t20: {', '  new: 1d\n  t20: {'],
      [near, '  aabb: 1d\n  aaaa: 1d\n'],
      ['  aabb: 1d\n', ''],
      ['  t250: {', '  aaac: 1d\n  t250: {'],
      ['  aaaa: 1d\n', ''],
      ['  aaac: 1d\n', '  aaab: 1d\n'],
      ['  aaab: 1d\n', ''],
    ] as const)
      version = replaced(version, old, now);
    expect(version.plan.kept.resolved.outcomes[10]).toBe(outcomes[10]);
  });

  it('are compared with as many words as in a fresh plan, where that is more than is allowed', () => {
    // 400 unknown ids among 400: the first 76 of them come to more than 30,000 comparisons.
    let version = opened(plan(400));
    const suggested = () => version.plan.problems.filter(({ suggestion }) => suggestion !== undefined).length;
    expect(suggested()).toBe(76);
    for (const [old, now] of [
      ['t20x', 't20y'],
      ['t20y', 't30'],
      ['t201x', 't202'],
      ['t30]', 't30z, t31z]'],
      ['t399x', 't1'],
      ['t30z', 't1'],
      ['t100x', 't1 + 1d'],
    ] as const)
      version = replaced(version, old, now);
    expect(suggested()).toBe(76);
  });
});

describe('problems', () => {
  const tasks = many((i) => `  t${i}:\n    name: Name\n    wrong: 1\n`);
  const twice = `  same: 1d\n  same: 2d\n`;

  it('are the same objects where an entry without any changes', () => {
    const before = opened(
      `start: 2026-03-02\ntasks:\n${tasks}${twice}  fine:\n    name: Fine\n    duration: 2d\n  end: 1d\n`,
    );
    const after = replaced(before, 'Fine', 'Good');
    expect(after.plan.problems).toHaveLength(601);
    expect(after.plan.problems).toEqual(before.plan.problems);
    expect(after.plan.kept.settled.once).toBe(before.plan.kept.settled.once);
  });

  it('of ids that stand twice are at the place that they have now', () => {
    const before = opened(`start: 2026-03-02\ntasks:\n${tasks}${twice}  end: 1d\n`);
    const first = replaced(before, 'same: 1d', 'same: 5d');
    const second = replaced(first, 'same: 2d', 'same: 6d');
    const [found] = second.plan.problems.filter(({ rule }) => rule === 'duplicate-id');
    expect(
      [found?.onKey, ...(found?.related ?? []).map(({ node }) => node)].every((node) => node && second.tree.has(node)),
    ).toBe(true);
  });

  it('come back when what hid them is mended', () => {
    const before = opened(`start: 2026-03-02\ntasks:\n${tasks}  end: 1d\n`);
    const broken = replaced(before, '  t150:\n    name: Name', '  t150:\n    name: "Name');
    expect(broken.plan.problems.length).toBeLessThan(600);
    expect(replaced(broken, '"Name', 'Name').plan.problems).toHaveLength(600);
  });
});

describe('the document', () => {
  const head = (value: string) =>
    `start: 2026-03-02\nteam:\n${many((i) => `  p${i}: { name: ${value} }\n`)}tasks:\n  a: 1d\n`;

  it('means nothing by what stands elsewhere until an alias or a merge key comes anywhere, and then again when it has gone', () => {
    let version = opened(head('Li'));
    for (const [old, now, isPlain] of [
      ['p7: { name: Li', 'p7: { name: Lo', true],
      ['p7: { name: Lo', 'p7: { name: &who Lo', true],
      ['p8: { name: Li', 'p8: { name: *who', false],
      ['&who ', '', false],
      ['*who', 'Li', true],
      ['p9: { name: Li', 'p9: { <<: *all', false],
      ['<<: *all', 'name: Li', true],
    ] as const) {
      version = replaced(version, old, now);
      expect(version.plan.kept.document.meanings === undefined, now).toBe(isPlain);
      expect(version.plan.root.team?.value.map(({ value }) => value.name?.value)).toEqual(
        opened(version.text).plan.root.team?.value.map(({ value }) => value.name?.value),
      );
    }
  });
});

describe('links', () => {
  const linked = many((i) => `  t${i}: { duration: 2d, after: [t${i - 1}] }\n`).replace('[t-1]', '[]');

  it('are the same list where a task that has none is read again', () => {
    const before = opened(`start: 2026-03-02\ntasks:\n${linked}  alone: { duration: 2d }\n  other: 1d\n  end: 1d\n`);
    const after = replaced(before, 'alone: { duration: 2d', 'alone: { duration: 3d');
    expect(after.plan.kept.network).toBe(before.plan.kept.network);
  });

  it('say what they said wherever their tasks are', () => {
    const before = opened(`start: 2026-03-02\ntasks:\n  alone: { duration: 2d }\n${linked}  other: 1d\n`);
    const after = replaced(before, '  alone: { duration: 2d }\n', '');
    const [now, old] = [after.plan.kept.network, before.plan.kept.network];
    const same = now.terms.filter((said, link) => said === old.terms[link] && now.successor[link] === link + 1);
    // A few beside the edit are read with it.
    expect(same.length).toBeGreaterThan(now.terms.length - 10);
    expect([...(after.plan.kept.since?.links ?? [])]).toEqual(old.terms.map((_, link) => link));
    expect(after.plan.links).toEqual(now.terms.map((_, link) => after.plan.linkAt(link)));
  });

  it('that follow from a phase are the same where only its place has changed', () => {
    const phase = (p: string) =>
      `  ${p}:\n    order: sequential\n    buffer: 2d\n    tasks:\n${many((i) => `      ${p}${i}: 1d\n`)}`;
    const before = opened(`start: 2026-03-02\norder: sequential\nphases:\n${phase('p')}${phase('q')}${phase('r')}`);
    const after = replaced(before, '      q150: 1d\n', '');
    const links = after.plan.kept.since?.links ?? [];
    const [now, old] = [after.plan.kept.network.terms, before.plan.kept.network.terms];
    const same = (p: string) =>
      after.plan.links.filter(
        ({ index, successor }) =>
          now[index] === old[links[index] ?? -1] && after.plan.tasks[successor]?.id.startsWith(p),
      );
    // Between its tasks, and into its buffer: in the others, and nothing in the one that has lost a task.
    expect(['p', 'q', 'r'].map((p) => same(p).length)).toEqual([599, 0, 599]);
    expect(links.filter((place) => place < 0)).toHaveLength(1);
  });

  it('are known where they are made again', () => {
    const phase = (p: string) =>
      `  ${p}:\n    buffer: 2d\n    tasks:\n      ${p}a: 1d\n      ${p}b: { duration: 1d, after: [${p}a, ${p}c SS+1d, ${p}d] }\n      ${p}c: 1d\n      ${p}d: 1d\n`;
    const before = opened(`start: 2026-03-02\nphases:\n${phase('p')}${phase('q')}${phase('r')}`);
    const after = replaced(before, '      qc: 1d\n', '');
    const gone = before.plan.findTask('qc', -1)?.index;
    const left = before.plan.links.filter(({ predecessor, successor }) => predecessor !== gone && successor !== gone);
    expect([...(after.plan.kept.since?.links ?? [])]).toEqual(left.map(({ index }) => index));
  });

  it('are made again where one of them would be there twice, and stand there once', () => {
    const before = opened(`start: 2026-03-02\ntasks:\n${linked}  other: 1d\n`);
    const after = replaced(before, 't7: { duration: 2d', 't7: { duration: 2d, before: t8');
    expect(after.plan.links).toHaveLength(before.plan.links.length);
    expect(after.plan.kept.network.hasRepeated).toBe(true);
  });

  it('stand where they are written now, and so do their problems', () => {
    const before = opened(
      `start: 2026-03-02\nsubplans: { outer: o.plan.yaml }\ntasks:\n${linked}  own: { duration: 2d, after: [t3], before: outer/x }\n  other: 1d\n  end: 1d\n`,
    );
    const after = replaced(before, 'own: { duration: 2d', 'own: { duration: 3d');
    expect(after.plan.kept.network.problems).not.toEqual([]);
    const nodes = [...after.plan.links, ...after.plan.kept.network.problems].map(({ node }) => node);
    expect(nodes.every((node) => after.tree.has(node))).toBe(true);
    expect(replaced(before, 't150: {', 't150: {  ').plan.kept.network.problems).toBe(before.plan.kept.network.problems);
  });
});
