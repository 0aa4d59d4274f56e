// `plan level` and `plan schedule --level`.
import { afterAll, describe, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

const text =
  'name: Two at once\r\nstart: 2026-03-02\r\nfinish: 2026-03-03\r\nteam: { mia: { name: Mia } }\r\ntasks:\r\n  a: { duration: 2d, owner: mia }\r\n  b: { duration: 2d, owner: mia } # B\r\n';

describe('plan level', () => {
  test('prints the dates, what was moved, and what that breaks', () => {
    const { status, stdout } = folder.plan(['level', folder.write('two.plan.yaml', text)]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/b +b +2026-03-04 09:00 +2026-03-05 18:00/);
    expect(stdout).toContain('1 task starts later');
    expect(stdout).toContain('- b: 2026-03-02 09:00 → 2026-03-04 09:00');
    expect(stdout).toContain('finishes on 2026-03-05 instead of 2026-03-03');
    expect(stdout).toContain('Promises that it breaks:');
    expect(folder.read('two.plan.yaml')).toBe(text);
  });

  test('as JSON, and as edits with zero-based places', () => {
    folder.write('two.plan.yaml', text);
    const report = JSON.parse(folder.plan(['level', 'two.plan.yaml', '-f', 'json']).stdout);
    expect(report).toMatchObject({
      finishBefore: '2026-03-03T18:00',
      finish: '2026-03-05T18:00',
      delays: [{ id: 'b', from: '2026-03-02T09:00', to: '2026-03-04T09:00', earliest: '2026-03-04' }],
      overloads: [],
    });
    expect(JSON.parse(folder.plan(['level', 'two.plan.yaml', '--edits']).stdout)).toEqual([
      {
        path: 'two.plan.yaml',
        range: { start: { line: 6, character: 31 }, end: { line: 6, character: 31 } },
        newText: ', earliest: 2026-03-04',
      },
    ]);
  });

  test('writes the file: line ends and mark stay', () => {
    folder.write('two.plan.yaml', `\uFEFF${text}`);
    expect(folder.plan(['level', 'two.plan.yaml', '--write']).status).toBe(0);
    expect(folder.read('two.plan.yaml')).toBe(
      `\uFEFF${text.replace('owner: mia } # B', 'owner: mia, earliest: 2026-03-04 } # B')}`,
    );
    const again = folder.plan(['level', 'two.plan.yaml', '--write'], { PLAN_LANG: 'zh' });
    expect(again.stderr).toContain('没有人员或设备超负荷');
  });

  test('shows in the schedule', () => {
    folder.write('two.plan.yaml', text);
    const { tasks } = JSON.parse(folder.plan(['schedule', 'two.plan.yaml', '--level', '-f', 'json']).stdout);
    expect(tasks.map(({ start }: { start: string }) => start)).toEqual(['2026-03-02T09:00', '2026-03-04T09:00']);
  });

  test('ends with 2 where there is no plan', () => {
    expect(folder.plan(['level', 'nowhere.plan.yaml']).status).toBe(2);
  });
});
