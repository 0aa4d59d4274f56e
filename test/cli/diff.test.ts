// `plan diff` as people run it: two files, revisions of Git, and whatever is neither. Dates worked out by hand: 2026-03-02 is a Monday.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const runner = new PlanFolder();
const folder = runner.path;
const hasGit = spawnSync('git', ['--version']).status === 0;

const before = `name: Website | relaunch
start: 2026-03-02
include: lengths/team.yaml
tasks:
  design: 5d
  build: { duration: 10d, after: design, owner: mia }
  texts: { name: "文案 *草稿*", duration: 3d, after: design }
  old: { tasks: { a: 1d, b: 1d } }
  launch: { milestone: true, after: [build, texts] }
`;
const after = before
  .replace('design: 5d', 'design: 7d')
  .replace('  old: { tasks: { a: 1d, b: 1d } }\n', '')
  .replace('  launch', '  extra: 1d\n  launch');

const plan = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runner.plan(['diff', ...args], env);

beforeAll(() => {
  mkdirSync(join(folder, 'plans/lengths'), { recursive: true });
  writeFileSync(join(folder, 'plans/web.plan.yaml'), before);
  writeFileSync(join(folder, 'plans/lengths/team.yaml'), 'team: { mia: { name: Mia } }\n');
  if (hasGit) {
    const git = (...words: string[]) => execFileSync('git', words, { cwd: folder });
    git('init', '-q');
    git('add', '.');
    git('-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', 'commit', '-qm', 'First');
  }
  writeFileSync(join(folder, 'plans/older.plan.yaml'), before);
  writeFileSync(join(folder, 'plans/web.plan.yaml'), after);
});
afterAll(() => runner.remove());

const moved = `Website | relaunch: the work ends on 2026-03-24, 2 working days later than before (2026-03-20).

Task         Before                   Now                      Moved                 Because
design       2026-03-02 → 2026-03-06  2026-03-02 → 2026-03-10  2 working days later  it takes 2 working days longer
build        2026-03-09 → 2026-03-20  2026-03-11 → 2026-03-24  2 working days later  it began with design
文案 *草稿*  2026-03-09 → 2026-03-11  2026-03-11 → 2026-03-13  2 working days later  it began with design
launch       2026-03-20               2026-03-24               2 working days later  it began with design
New: extra
Gone: old
`;

describe('two files', () => {
  test('without a name, with work that became cancelled', () => {
    const text =
      'start: 2026-03-02\ntasks:\n  a: 2d\n  b: { duration: 3d, after: a }\n  c: { duration: 1d, after: b }\n';
    writeFileSync(join(folder, 'plans/open.plan.yaml'), text);
    writeFileSync(join(folder, 'plans/less.plan.yaml'), text.replace('after: a }', 'after: a, status: cancelled }'));
    const { stdout } = plan(['plans/open.plan.yaml', 'plans/less.plan.yaml']);
    expect(stdout).toMatch(/^The work ends on 2026-03-04, 3 working days earlier than before \(2026-03-09\)\.\n/);
    expect(stdout).toMatch(/\nCancelled: b\n$/);
  });

  test('what moved, by how much, and where it began', () => {
    expect(plan(['plans/older.plan.yaml', 'plans/web.plan.yaml'])).toEqual({ status: 0, stdout: moved, stderr: '' });
  });

  test('the other way round', () => {
    const { stdout } = plan(['plans/web.plan.yaml', 'plans/older.plan.yaml']);
    expect(stdout).toContain('the work ends on 2026-03-20, 2 working days earlier than before (2026-03-24)');
    expect(stdout).toContain('it takes 2 working days less');
    expect(stdout).toContain('New: old\nGone: extra\n');
  });

  test('a shift that ends at midnight ends on the day that it began', () => {
    const shifts = (length: string) =>
      `start: 2026-03-02\ncalendars: { standard: { days: mon-fri, hours: 16:00-24:00 } }\ntasks:\n  a: ${length}\n`;
    writeFileSync(join(folder, 'plans/short.plan.yaml'), shifts('1d'));
    writeFileSync(join(folder, 'plans/long.plan.yaml'), shifts('5d'));
    const { stdout } = plan(['plans/short.plan.yaml', 'plans/long.plan.yaml']);
    expect(stdout).toContain('ends on 2026-03-06');
    expect(stdout).toContain('than before (2026-03-02)');
    expect(stdout).toMatch(/a +2026-03-02 +2026-03-02 → 2026-03-06/);
  });

  test('the same', () => {
    expect(plan(['plans/web.plan.yaml', 'plans/web.plan.yaml']).stdout).toBe(
      'Website | relaunch: nothing moved; the work still ends on 2026-03-24.\n',
    );
  });

  test('in Chinese', () => {
    const { stdout } = plan(['plans/older.plan.yaml', 'plans/web.plan.yaml'], { PLAN_LANG: 'zh' });
    expect(stdout).toContain('在 2026-03-24 完成，比之前（2026-03-20）晚 2 个工作日');
    expect(stdout).toContain('源于“design”');
  });

  test('as Markdown no name is markup', () => {
    const { stdout } = plan(['plans/older.plan.yaml', 'plans/web.plan.yaml', '-f', 'md']);
    expect(stdout).toContain('Website \\| relaunch: ');
    expect(stdout).toContain('| 文案 \\*草稿\\* | 2026-03-09 → 2026-03-11 |');
  });

  test('as JSON', () => {
    const document = JSON.parse(plan(['plans/older.plan.yaml', 'plans/web.plan.yaml', '-f', 'json']).stdout);
    expect(document).toMatchObject({
      name: 'Website | relaunch',
      before: { start: '2026-03-02T09:00', finish: '2026-03-20T18:00' },
      now: { start: '2026-03-02T09:00', finish: '2026-03-24T18:00' },
      finishMinutes: 960,
      added: [{ id: 'extra', name: 'extra' }],
      removed: [{ id: 'old', name: 'old' }],
    });
    expect(document.moved[1]).toMatchObject({ id: 'build', startMinutes: 960, lengthMinutes: 0, root: 'design' });
  });
});

describe.skipIf(!hasGit)('revisions of Git (skipped where there is no git)', () => {
  test('a revision alone is that of the file, with the files that it names', () => {
    expect(plan(['HEAD', 'plans/web.plan.yaml'])).toEqual({ status: 0, stdout: moved, stderr: '' });
  });

  test('on either side, with its path', () => {
    expect(plan(['HEAD:plans/web.plan.yaml', 'plans/web.plan.yaml']).stdout).toBe(moved);
    expect(plan(['plans/web.plan.yaml', 'HEAD:plans/web.plan.yaml']).stdout).toContain('2 working days earlier');
  });

  test.each([
    [['nope', 'plans/web.plan.yaml'], 'Git knows no revision “nope”'],
    [['--', '-x', 'plans/web.plan.yaml'], 'Git knows no revision “-x”'],
    [['HEAD:plans/older.plan.yaml', 'plans/web.plan.yaml'], 'the file is not in “HEAD”'],
    [['HEAD:../../etc/passwd', 'plans/web.plan.yaml'], 'HEAD:../../etc/passwd: '],
    [['HEAD', 'plans/none.plan.yaml'], 'plans/none.plan.yaml: there is no such file'],
    [['none.plan.yaml', 'plans/web.plan.yaml'], 'none.plan.yaml: there is no such file'],
  ])('%j is wrong usage, and says why', (args, message) => {
    const { status, stdout, stderr } = plan(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });
});

test('without a repository a revision is nothing', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'plan-no-git-'));
  writeFileSync(join(elsewhere, 'a.plan.yaml'), before);
  const { status, stderr } = plan(['HEAD', join(elsewhere, 'a.plan.yaml')]);
  rmSync(elsewhere, { recursive: true, force: true });
  expect(status).toBe(2);
  expect(stderr).toMatch(/there is no Git repository here|there is no program git/);
});
