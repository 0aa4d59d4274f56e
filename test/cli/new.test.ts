// `plan new`: templates as files, and what is said where there is none.
import { afterAll, describe, expect, test } from 'vitest';
import { PlanFolder } from './run-plan.ts';

const folder = new PlanFolder();
afterAll(() => folder.remove());

describe('plan new', () => {
  test('lists the templates, in the language of the reader', () => {
    const { status, stdout } = folder.plan(['new']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ten-lines +A plan in ten lines$/m);
    expect(folder.plan(['new'], { PLAN_LANG: 'zh' }).stdout).toMatch(/^team-operations +团队运营/m);
  });

  test('writes a plan that starts on the day and is clean', () => {
    expect(folder.plan(['new', 'ten-lines', '--start', '2027-01-04', '-o', 'mine.plan.yaml'])).toMatchObject({
      status: 0,
      stderr: 'written: mine.plan.yaml\n',
    });
    // 44 weeks behind 2026-03-02.
    expect(folder.read('mine.plan.yaml')).toMatch(/^start: 2027-01-04$.*deadline: 2027-02-22 }/ms);
    expect(folder.plan(['check', 'mine.plan.yaml', '--fail-on', 'hint']).status).toBe(0);
  });

  test('overwrites nothing unasked', () => {
    folder.write('there.plan.yaml', 'name: Mine\n');
    const refused = folder.plan(['new', 'ten-lines', '-o', 'there.plan.yaml']);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(folder.read('there.plan.yaml')).toBe('name: Mine\n');
    expect(folder.plan(['new', 'ten-lines', '-o', 'there.plan.yaml', '--force']).status).toBe(0);
    expect(folder.read('there.plan.yaml')).toContain('Website relaunch');
  });

  test('prints without a file, and starts on a Monday by itself', () => {
    const { stdout } = folder.plan(['new', 'windfarm-community']);
    const [, start = ''] = /^start: (\S+)$/m.exec(stdout) ?? [];
    expect(new Date(start).getUTCDay()).toBe(1);
  });

  test('says which templates there are where the name is none of them', () => {
    for (const name of ['mistakes', '__proto__', '../package']) {
      const { status, stderr } = folder.plan(['new', name]);
      expect(status).toBe(2);
      expect(stderr).toContain('software-release');
    }
  });
});
