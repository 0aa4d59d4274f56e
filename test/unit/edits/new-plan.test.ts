// New plans from templates: dates moved by whole weeks, nothing done yet, no error on whatever Monday it begins.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse } from '../../../server/analysis.ts';
import { mondayAfter, planFromTemplate } from '../../../server/edits/new-plan.ts';
import { dayNumber, weekdayIndex } from '../../../server/plan/scalars/civil.ts';
import type { CountryHolidays } from '../../../server/schedule/country-holidays.ts';
import { loadPublishedHolidays } from '../../../server/schedule/published-holidays.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { templateFile, templateIds } from '../../../server/words/templates.ts';

const template = [
  '# What it shows.',
  'name: Small # by 2026-03-06',
  'start: 2026-03-02',
  'finish: 2026-03-31',
  'status-date: 2026-03-06   # so far',
  'calendars:',
  '  office: { days: mon-fri, holidays: { 2026-03-20: A day off } }',
  'calendar: office',
  'kpis:',
  '  users: { name: Users, from: 0, target: 9, by: { 2026-03-27: 9 }, values: { 2026-03-06: 2 } }',
  'tasks:',
  '  progress: { duration: 3d, progress: 100, actual: { start: 2026-03-02, finish: 2026-03-04 } }',
  '  build: { duration: 2d, actual: { start: 2026-03-05 }, earliest: 2026-03-05 09:00, after: progress }',
  '  test:',
  '    duration: 1d',
  '    progress: 0   # not yet',
  '    after: build',
  '',
  '# What was promised.',
  'baselines:',
  '  v1: { date: 2026-03-01, tasks: { build: { span: 2026-03-05..2026-03-06 } } }',
  '',
  'rules:',
  '  checks:',
  '    - { id: late, when: finish > "2026-03-31", message: Late }',
  '',
].join('\n');

describe('a plan from a template', () => {
  test('starts on the day; other dates keep their weekday; calendars stay; what has happened is gone', () => {
    // 2026-03-02 is a Monday, 2026-03-11 a Wednesday nine days later: all else moves by two weeks.
    expect(planFromTemplate(template, dayNumber(2026, 3, 11)).split('\n')).toEqual([
      '# What it shows.',
      'name: Small # by 2026-03-06',
      'start: 2026-03-11',
      'finish: 2026-04-14',
      'calendars:',
      '  office: { days: mon-fri, holidays: { 2026-03-20: A day off } }',
      'calendar: office',
      'kpis:',
      '  users: { name: Users, from: 0, target: 9, by: { 2026-04-10: 9 } }',
      'tasks:',
      '  progress: { duration: 3d }',
      '  build: { duration: 2d, earliest: 2026-03-19 09:00, after: progress }',
      '  test:',
      '    duration: 1d',
      '    after: build',
      '',
      'rules:',
      '  checks:',
      '    - { id: late, when: finish > "2026-04-14", message: Late }',
      '',
    ]);
  });

  test('keeps the line ends', () => {
    const text = planFromTemplate(template.replaceAll('\n', '\r\n'), dayNumber(2026, 3, 2));
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test.each(['', 'name: Nothing\n', 'start: soon\ntasks: { a: 1d }\n', '- a list\n'])('leaves %j alone', (text) => {
    expect(planFromTemplate(text, dayNumber(2026, 3, 2))).toBe(text);
  });

  test('the Monday after a day is never the day itself', () => {
    const monday = dayNumber(2026, 3, 9);
    expect([2, 3, 8, 9].map((day) => mondayAfter(dayNumber(2026, 3, day)))).toEqual([
      monday,
      monday,
      monday,
      dayNumber(2026, 3, 16),
    ]);
  });
});

describe('every template', () => {
  let holidays: CountryHolidays;
  beforeAll(async () => {
    holidays = await loadPublishedHolidays('en');
  });

  test.each(templateIds())('%s has no error on any Monday of a year, and no date of its old self', (id) => {
    const text = readFileSync(templateFile(id), 'utf8');
    for (let day = dayNumber(2027, 1, 4); day < dayNumber(2028, 1, 4); day += 7) {
      expect(weekdayIndex(day)).toBe(0);
      const tree = openTree(planFromTemplate(text, day));
      const { findings, plan } = analyse({
        uri: 'file:///new.plan.yaml',
        version: 1,
        tree,
        files: (path) => ({ path, text: undefined, failure: 'missing' }),
        holidays,
        settings: { rules: {} },
        nowMinute: day * 1440,
      });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(plan.root.start?.value.day).toBe(day);
      expect(plan.root.statusDate).toBeUndefined();
      expect(plan.tasks.filter(({ record }) => record.actual ?? record.progress)).toEqual([]);
    }
  });
});
