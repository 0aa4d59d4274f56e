// The sample that the documentation works out by hand has the dates and slack that it comes to there.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shown } from './calendar-builder.ts';
import { scheduledText } from './plan-builder.ts';

const pages = ['docs/schedule.md', 'docs/schedule.zh-cn.md'].map((path) => readFileSync(path, 'utf8'));
const plan = scheduledText(readFileSync('samples/ten-lines.plan.yaml', 'utf8'));
const [rows = [], chinese] = pages.map((page) =>
  page
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, , start]) => /^\d{4}-\d\d-\d\d$/.test(start ?? '')),
);

describe('the sample in the documentation', () => {
  it('is all there', () => {
    expect(rows.map(([, id]) => id)).toEqual(plan.plan.tasks.map(({ id }) => id));
    expect(chinese).toEqual(rows);
    expect(plan.criticalPath).toEqual(['design', 'build', 'test', 'launch']);
    expect(plan.promises).toEqual(['deadline launch 2880']);
  });

  it.each(rows)('%s%s: %s to %s, slack %s, %s free', (_, id = '', start, finish, slack, free) => {
    const index = plan.index(id);
    const { schedule } = plan;
    const dates = [schedule.start[index] ?? 0, schedule.finish[index] ?? 0].map((minute) => shown(minute).slice(0, 10));
    expect(dates).toEqual([start, finish]);
    expect([plan.total(id), plan.free(id)].map((minutes) => `${minutes / 480} d`)).toEqual([slack, free]);
  });
});
