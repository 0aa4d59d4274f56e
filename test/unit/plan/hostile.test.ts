// Texts that nobody would write, and texts half written: a plan of what survives, quickly, whatever happens.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind } from '../../../server/plan/bind.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import type { Tree } from '../../../server/text/tree.ts';
import { bound, placeOf, withTasks } from './bound.ts';

/** Binds, and looks at every place that a problem, link or reference names. */
function inspect(text: string): ReturnType<typeof bound> {
  const all = bound(text);
  const { plan, tree } = all;
  for (const problem of plan.problems) {
    const { start, end } = placeOf(problem, tree);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(Math.max(tree.length, 1));
    expect(start).toBeLessThanOrEqual(end);
    for (const { span } of problem.edits ?? []) expect(tree.text(span).length).toBe(span.end - span.start);
  }
  for (const { predecessor, successor, node } of plan.links) {
    expect(predecessor).toBeLessThan(plan.tasks.length);
    expect(plan.tasks[successor]).toBeDefined();
    expect(tree.spanOf(node)).toBeDefined();
  }
  for (const { node, from, to } of plan.references) {
    expect(from).toBeLessThanOrEqual(to);
    expect(to).toBeLessThanOrEqual(node.text.length);
  }
  plan.tasks.forEach((task, index) => {
    expect(task.index).toBe(index);
    expect(task.end).toBeGreaterThan(index);
    expect(task.end).toBeLessThanOrEqual(plan.tasks.length);
    expect(task.parent).toBeLessThan(index);
    for (const child of task.children) expect(plan.tasks[child]?.parent).toBe(index);
  });
  return all;
}

describe('texts of any kind', () => {
  it.each([
    '',
    ' ',
    '\n',
    '\ufeff',
    '# only a comment',
    'null',
    '[]',
    '{}',
    '*x',
    '&x',
    '---\n...\n',
    'a: b: c',
    '\0',
    '<<: *x',
    '<<: [*a, *b]',
    'tasks: *x',
    'tasks: &x *x',
    '? [a]\n: b',
    '- - -',
    'tasks:\n  ? {a: 1}\n  : 2',
    '\ud800',
  ])('%j', (text) => {
    inspect(text);
  });

  it.skipIf(!existsSync('../shared/data/yaml-test-suite'))('the official suite of YAML', () => {
    const folder = '../shared/data/yaml-test-suite';
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
    expect(files.length).toBeGreaterThan(100);
    for (const name of files) inspect(readFileSync(`${folder}/${name}`, 'utf8'));
  });

  it('plans of others', () => {
    const folder = 'samples';
    for (const name of readdirSync(folder))
      if (name.endsWith('.yaml')) inspect(readFileSync(`${folder}/${name}`, 'utf8'));
  });
});

describe('a plan while it is typed', () => {
  const text = readFileSync('samples/windfarm-community.plan.yaml', 'utf8');

  it('is bound at every length', () => {
    for (let length = 0; length < text.length; length += 97) inspect(text.slice(0, length));
  });

  it('survives what is cut out, doubled or put in', () => {
    const piece = fc.constantFrom(
      '',
      ':',
      '：',
      ' #1',
      '\t',
      '[',
      '}',
      '"',
      '*x ',
      '&x ',
      '\n',
      '  ',
      ', ',
      '，',
      '- ',
      '<<: *d',
      '\r\n',
      '\u{1f600}',
      '\0',
      '__proto__: 1\n',
      'tasks: ',
    );
    const edit = fc.record({ at: fc.nat(text.length), cut: fc.nat(30), put: piece });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        inspect(edits.reduce((all, { at, cut, put }) => all.slice(0, at) + put + all.slice(at + cut), text));
      }),
      { numRuns: 150 },
    );
  });
});

describe('bombs', () => {
  it('of aliases in lists and maps', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) => `x-${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(', ')}]`,
    );
    inspect(
      `x-0: &a0 [lol]\n${levels.join('\n')}\nstart: 2026-03-02\ntasks: { a: { duration: 1d, after: *a30, assign: *a30, tags: *a30, x: *a30 } }\n`,
    );
  });

  it('of aliases in tasks', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) => `    t${i + 1}: &t${i + 1} { tasks: { l${i}: *t${i}, r${i}: *t${i} } }`,
    );
    const { plan } = inspect(
      `start: 2026-03-02\nphases:\n  p:\n   tasks:\n    t0: &t0 { tasks: { a: 1d } }\n${levels.join('\n')}\n`,
    );
    expect(plan.tasks.length).toBeLessThan(200);
  });

  it('of aliases in calendars', () => {
    const holidays = Array.from({ length: 2000 }, (_, i) => `${2000 + (i % 99)}-01-01`).join(', ');
    const many = Array.from({ length: 2000 }, (_, i) => `  c${i}: *c`).join('\n');
    inspect(
      `start: 2026-03-02\nx-c: &c { holidays: &h [${holidays}], workdays: *h }\ncalendars:\n${many}\ntasks: { a: 1d }\n`,
    );
  });

  it('of brackets and levels', () => {
    inspect('['.repeat(5000));
    inspect('{a: '.repeat(5000));
    const deep = Array.from(
      { length: 2000 },
      (_, i) => `${' '.repeat(2 * i)}tasks:\n${' '.repeat(2 * i + 1)}t${i}:`,
    ).join('\n');
    inspect(`start: 2026-03-02\n${deep}\n`);
  });

  it('of merge keys costs one look at each', () => {
    const asked = (count: number): number => {
      const merging = Array.from({ length: count }, (_, i) => `  t${i}: { <<: *d, name: Task ${i} }`).join('\n');
      const tree = openTree(
        `start: 2026-03-02\ndefaults: &d { duration: 2d, owner: li, after: [] }\ntasks:\n${merging}\n`,
      );
      let questions = 0;
      const counting: Tree = new Proxy(tree, {
        get(of, name) {
          const member: unknown = Reflect.get(of, name, of);
          if (typeof member !== 'function') return member;
          return (...args: readonly unknown[]): unknown => {
            questions += 1;
            return Reflect.apply(member, of, args);
          };
        },
      });
      expect(bind(counting, () => undefined).tasks).toHaveLength(count);
      return questions;
    };
    expect(asked(5000)).toBeLessThan(asked(500) * 10.5);
  });

  it('of numbers', () => {
    inspect(
      'start: 2026-03-02\ntasks: { a: { duration: 999999999999999999999mo }, b: { duration: 1h, repeat: { every: daily, from: 0100-01-01, until: 9999-12-31 } }, c: { duration: 1d, after: a + 99999999% } }\n',
    );
  });

  it('of long texts and long lines', () => {
    inspect(
      `start: 2026-03-02\nname：${'x：，'.repeat(50_000)}\ntasks: { a: { duration: 1d, name: ${'@ [ '.repeat(2000)} } }\n`,
    );
    inspect(`start: 2026-03-02\ntasks:\n  a: { duration: 1d, after: [${'a '.repeat(100_000)}] }\n`);
    inspect(`start: ${'9'.repeat(200_000)}\ntasks: { a: ${'1d '.repeat(100_000)} }\n`);
  });

  it('of broken lines', () => {
    inspect(`start: 2026-03-02\ntasks:\n${Array.from({ length: 5000 }, (_, i) => `  t${i}\uff1a3d`).join('\n')}\n`);
    inspect(`start: 2026-03-02\ntasks:\n${Array.from({ length: 5000 }, (_, i) => `\tt${i}: 3d`).join('\n')}\n`);
    inspect(
      `start: 2026-03-02\ntasks:\n${Array.from({ length: 3000 }, (_, i) => `  t${i}: 3d\n    owner: li`).join('\n')}\n`,
    );
  });
});

describe('ten thousand tasks', () => {
  it('are bound', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `t${i}: { duration: ${1 + (i % 9)}d, owner: li, after: [t${Math.max(0, i - 1)} SS + 1d] }`,
    );
    const { plan } = withTasks(lines.join('\n'));
    expect(plan.tasks).toHaveLength(10_000);
    expect(plan.links).toHaveLength(10_000);
    expect(plan.problems).toEqual([]);
  });
});
