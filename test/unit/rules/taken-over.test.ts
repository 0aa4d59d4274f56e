// A rule is asked again only when something that it hangs on has changed; what it found is what it would find.
import { describe, expect, test, vi } from 'vitest';
import { type Analysis, analyseInstantly } from '../../../server/analysis.ts';
import type { FileLookup } from '../../../server/plan/plan.ts';
import { Conditions } from '../../../server/rules/check-expression.ts';
import { rules } from '../../../server/rules/registry.ts';
import { is } from '../../../server/rules/task-table.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { completed } from '../../../server/text/steps.ts';
import type { TextChange, Tree } from '../../../server/text/tree.ts';
import { fixtures } from '../../rules/all-fixtures.ts';
import { findingsOf, snapshotOf } from '../incremental-shape.ts';

const hanging = rules.filter(({ from }) => from !== undefined);

/** The same settings leave the rules what they are. */
const settings = { rules: {} };

/** Types into a plan, piece by piece. */
class Typing {
  analysis: Analysis;
  readonly #files: Readonly<Record<string, string>>;

  constructor(text: string, files: Readonly<Record<string, string>> = {}) {
    this.#files = files;
    this.analysis = this.#analysed(openTree(text));
  }

  /** The rules that are asked again when a piece of the text is replaced. */
  asked(piece: string, by: string): readonly string[] {
    const asked: string[] = [];
    for (const rule of hanging) {
      const { check } = rule;
      vi.spyOn(rule, 'check').mockImplementation((...of) => {
        asked.push(rule.id);
        return check(...of);
      });
    }
    const { tree } = this.analysis;
    const at = tree.text().indexOf(piece);
    this.edit({ range: { start: tree.positionAt(at), end: tree.positionAt(at + piece.length) }, text: by });
    vi.restoreAllMocks();
    expect(this.found).toEqual(this.wanted);
    return asked;
  }

  edit(change: TextChange): void {
    this.analysis = this.#analysed(this.analysis.tree.edit([change]), this.analysis);
  }

  #analysed(tree: Tree, before?: Analysis): Analysis {
    const files: FileLookup = (path) => {
      const text = Object.hasOwn(this.#files, path) ? this.#files[path] : undefined;
      return text === undefined ? { path, text, failure: 'missing' } : { path, text };
    };
    return completed(analyseInstantly({ ...snapshotOf(tree), files, settings }, before));
  }

  replace(piece: string, by: string): void {
    const { tree } = this.analysis;
    const start = tree.text().indexOf(piece);
    expect(start).toBeGreaterThan(-1);
    this.edit({ range: { start: tree.positionAt(start), end: tree.positionAt(start + piece.length) }, text: by });
  }

  /** What the instant rules found. */
  get found(): unknown {
    return findingsOf(this.analysis, this.analysis.checked.findings);
  }

  /** What they find in the same text alone. */
  get wanted(): unknown {
    return new Typing(this.analysis.tree.text(), this.#files).found;
  }
}

/** What is in a block is read by itself only where the block is long. */
function apart(line: string): readonly string[] {
  return line.endsWith(':') ? [line, ...Array.from({ length: 45 }, () => '#')] : [line];
}

test.each(hanging.map(({ id }) => id))(
  '%s finds what it would find, whichever line goes, comes back or changes',
  { timeout: 120_000 },
  (id) => {
    for (const { text, files } of fixtures.filter(({ rule }) => rule === id)) {
      const lines = text.split(/\r?\n/).flatMap(apart);
      const typing = new Typing(lines.join('\n'), files);
      const { found } = typing;
      for (const [line, source] of lines.entries()) {
        if (source.startsWith('#') || source === '') continue;
        const start = { line, character: 0 };
        const renamed = source.replace(/name: *\S/, '$&x');
        const changed = source.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 4) % 10));
        typing.edit({ range: { start, end: { line: line + 1, character: 0 } }, text: '' });
        expect(typing.found, source).toEqual(typing.wanted);
        typing.edit({ range: { start, end: start }, text: `${source}\n` });
        expect(typing.found, source).toEqual(found);
        typing.edit({ range: { start, end: { line, character: source.length } }, text: changed });
        expect(typing.found, changed).toEqual(typing.wanted);
        typing.edit({ range: { start, end: { line, character: changed.length } }, text: renamed });
        expect(typing.found, renamed).toEqual(typing.wanted);
        typing.edit({ range: { start, end: { line, character: renamed.length } }, text: source });
        expect(typing.found, source).toEqual(found);
      }
    }
  },
);

const plan = `name: Shop
start: 2026-03-02
calendar: office
calendars:
  office: { holidays: [2026-04-03] }
goals:
  g: { statement: Open the shop, owner: wang }
team:
  wang: Wang
phases:
  p:
    name: Build
    goal: g
    window: 2026-03-02..2026-03-04
    tasks:
      a: { name: Dig, duration: 2d, owner: wang }
      b: { name: Lay, duration: 2d, deadline: 2026-03-04, after: a, owner: wang }
      c: { name: Sweep, duration: two days, owner: wang }
      d: { name: Look, duration: 1d, description: so }
  q:
    name: Close
    goal: g
    tasks:
      e: { name: Lock, duration: 1d, owner: nobody }
`
  .split('\n')
  .flatMap(apart)
  .join('\n');

describe('the rules that a keystroke asks', () => {
  const missed = ({ analysis }: Typing) =>
    analysis.checked.findings
      .filter(({ rule }) => rule === 'missed-deadline')
      .map(({ related = [] }) => related.map(({ args }) => args.task));

  test('are none where nothing is told of the entry, and what was found is the same list', () => {
    const typing = new Typing(plan);
    const { findings } = typing.analysis.checked;
    const found = new Set(findings.map(({ rule }) => rule));
    for (const rule of [
      'missed-deadline',
      'invalid-duration',
      'missing-owner',
      'outside-phase-window',
      'unknown-reference',
    ])
      expect(found).toContain(rule);
    expect(typing.asked('description: so', 'description: so it is')).toEqual(['missing-owner']);
    expect(typing.analysis.checked.findings.length).toBe(findings.length);
    const kept = typing.analysis.checked.findings;
    expect(typing.asked('name: Close', 'name: Open')).not.toContain('schema');
    expect(typing.analysis.checked.findings).toBe(kept);
  });

  test('are those that tell of a task whose name is typed', () => {
    const typing = new Typing(plan);
    expect(missed(typing)).toEqual([['Dig']]);
    expect(typing.asked('Dig', 'Cut')).toContain('missed-deadline');
    expect(missed(typing)).toEqual([['Cut']]);
    expect(typing.asked('Lock', 'Shut')).not.toContain('missed-deadline');
    expect(typing.asked('name: Build', 'name: Raise')).toContain('outside-phase-window');
  });

  test('are those that hang on dates where a date moves', () => {
    const typing = new Typing(plan);
    const asked = typing.asked('name: Dig, duration: 2d', 'name: Dig, duration: 3d');
    expect(asked).toContain('missed-deadline');
    expect(asked).not.toContain('invalid-duration');
    expect(typing.asked('2026-04-03', '2026-03-03')).toContain('missed-deadline');
  });
});

test('lists and marks of tasks are the same objects until one of theirs is written anew', () => {
  const typing = new Typing(plan);
  const of = () => {
    const { facts } = typing.analysis.checked.review;
    const { tasks, cancelled } = facts;
    const lists = [tasks.where(is.deadline), tasks.where(is.owner, is.synthetic), tasks.all(is.work | is.owner)];
    return [...lists, facts.written(is.work, is.owner), cancelled, tasks.inside(is.owner), tasks.bits, tasks.shape];
  };
  const same = (piece: string, by: string) => {
    const before = of();
    typing.asked(piece, by);
    return of().map((each, index) => each === before[index]);
  };
  const deadlines = () => of()[0];
  expect(same('description: so', 'description: more')).toEqual([true, true, true, false, true, true, true, true]);
  expect(same('name: Sweep', 'name: Clean')).toEqual([true, false, false, true, true, true, true, true]);
  expect(same('name: Close', 'name: Shut')).toEqual([true, true, true, true, true, true, true, false]);
  expect(deadlines()).toHaveLength(1);
  expect(same('description: more', 'deadline: 2026-03-30')).toEqual([
    false,
    true,
    true,
    false,
    true,
    true,
    false,
    true,
  ]);
  expect(deadlines()).toHaveLength(2);
});

test("a team's own checks are read where something in them has changed, or in what they mean, and then once", () => {
  const conditions = vi.spyOn(Conditions.prototype, 'read');
  const check = (id: string, when: string) => `    - { id: ${id}, when: ${when}, message: '{name}' }`;
  const tasks = [...apart('tasks:'), '  a: { <<: &two { duration: 2d }, name: A }', '  b: { <<: *two, name: B }'];
  const own = ['rules:', '  checks:', check('long', '*when'), check('open', "owner == ''")];
  const typing = new Typing(
    ['start: 2026-03-02', 'include: far.yaml', 'x-when: &when duration > 3', ...tasks, ...own].join('\n'),
    { 'far.yaml': `rules:\n  checks:\n${check('far', 'progress > 1')}\n` },
  );
  const read = (piece: string, by: string): number => {
    conditions.mockClear();
    typing.replace(piece, by);
    const { length } = conditions.mock.calls;
    expect(typing.found).toEqual(typing.wanted);
    return length;
  };
  expect(read('name: A', 'name: AA')).toBe(0);
  expect(read('name: B', 'name: BB')).toBe(0);
  expect(read('duration: 2d', 'duration: 4d')).toBe(0);
  expect(read('> 3', '> 5')).toBe(3);
  expect(read("owner == ''", "owner == 'li'")).toBe(3);
  vi.restoreAllMocks();
});
