// Values that are typed on the chart: which edits they become, and what is said where they can't be. 2026-03-02 is a Monday; a day has eight hours.
import { describe, expect, it } from 'vitest';
import type { TypedField } from '../../../server/charts/gesture.ts';
import type { Gesture } from '../../../server/protocol.ts';
import { analysed, chinese } from '../editor/analysed.ts';
import { answered, textAfter } from './gestures.ts';

const plan = (task: string, more = ''): string => `name: P\nstart: 2026-03-02\n${more}tasks:\n  a: 5d\n${task}`;
const team = 'team:\n  mia: { name: Mia Albers }\n  jonas: { name: Jonas Brandt }\n  jo: Jo\n';
const set = (field: TypedField, text?: string) =>
  ({ kind: 'set', planId: 'b', field, ...(text === undefined ? {} : { text }) }) as const;

describe('what is typed', () => {
  const cases: readonly (readonly [TypedField, string, string, string])[] = [
    ['duration', '8d', '  b: { duration: 5d } # so far\n', '  b: { duration: 8d } # so far\n'],
    ['duration', '1w 2d', '  b: 5d\n', '  b: 1w 2d\n'],
    ['duration', ' 3 ', '  b: "5d"\n', '  b: "3d"\n'],
    ['duration', '两周', '  b: 5d\r\n', '  b: 2w\r\n'],
    ['duration', '4h', '  b:\n    owner: mia\n', '  b:\n    owner: mia\n    duration: 4h\n'],
    ['duration', '3d', '  b: { effort: 2d, assign: mia }\n', '  b: { effort: 3d, assign: mia }\n'],
    [
      'duration',
      '4d',
      '  b: { estimate: { optimistic: 2d, likely: 3d, pessimistic: 6d } }\n',
      '  b: { estimate: { optimistic: 2d, likely: 4d, pessimistic: 6d } }\n',
    ],
    [
      'duration',
      '1d',
      '  b: { duration: 5d, actual: { start: 2026-03-02, remaining: 2d } }\n',
      '  b: { duration: 5d, actual: { start: 2026-03-02, remaining: 1d } }\n',
    ],
    // Friday, and the three working days behind it: Tuesday.
    [
      'duration',
      '3d',
      '  b: { start: 2026-03-06, finish: 2026-03-06 }\n',
      '  b: { start: 2026-03-06, finish: 2026-03-10 }\n',
    ],
    ['start', '2026-03-11', '  b: { duration: 5d, after: a }\n', '  b: { duration: 5d, after: a + 2d }\n'],
    ['start', '2026-03-04', '  b: 5d\n', '  b: { duration: 5d, earliest: 2026-03-04 }\n'],
    // A Saturday: work begins on Monday.
    ['start', '2026-03-07', '  b: { start: 2026-03-04, duration: 1d }\n', '  b: { start: 2026-03-09, duration: 1d }\n'],
    ['finish', '2026-03-10', '  b: { duration: 5d }\n', '  b: { duration: 7d }\n'],
    // To the minute.
    ['start', '2026-03-03 09:15', '  b: { start: 2026-03-04 }\n', '  b: { start: 2026-03-03 09:15 }\n'],
    ['finish', '2026-03-02 15:40', '  b: 5d\n', '  b: 340m\n'],
    ['finish', '2026-03-02 15:40', '  b: { effort: 2d, assign: mia }\n', '  b: { effort: 340m, assign: mia }\n'],
    // A milestone that waits for something may stand at the end of a day.
    ['start', '2026-03-09 18:00', '  b: { milestone: true, after: a }\n', '  b: { milestone: true, after: a + 1d }\n'],
    ['deadline', '2026-04-01', '  b: 5d\n', '  b: { duration: 5d, deadline: 2026-04-01 }\n'],
    ['deadline', '', '  b: { duration: 5d, deadline: 2026-04-01 }\n', '  b: { duration: 5d }\n'],
    // It is missed: that is shown, and hinders nobody.
    [
      'deadline',
      '2026-03-03',
      '  b: { duration: 5d, deadline: 2026-04-01 }\n',
      '  b: { duration: 5d, deadline: 2026-03-03 }\n',
    ],
    ['progress', '40', '  b: { duration: 5d }\n', '  b: { duration: 5d, progress: 40% }\n'],
    ['owner', 'jonas brandt', '  b: { duration: 5d, owner: mia }\n', '  b: { duration: 5d, owner: jonas }\n'],
    ['owner', 'mi', '  b: 5d\n', '  b: { duration: 5d, owner: mia }\n'],
    // The whole name of one, although another begins so.
    ['owner', 'Jo', '  b: 5d\n', '  b: { duration: 5d, owner: jo }\n'],
    ['owner', '', '  b: { duration: 5d, owner: mia }\n', '  b: { duration: 5d }\n'],
  ];
  it.each(cases)('%s “%s” in %s', (field, text, before, after) => {
    expect(textAfter(plan(before, team), set(field, text))).toBe(plan(after, team));
  });

  it('stays as it is written where it says the same', () => {
    expect(answered(analysed(plan('  b: 5 天\n')), set('duration', '5d'))).toMatchObject({
      unchanged: true,
      now: '5d',
      edits: [],
    });
  });

  it('is nothing where a length or a date is needed', () => {
    for (const field of ['duration', 'start', 'finish', 'progress'] as const)
      expect(answered(analysed(plan('  b: 5d\n')), set(field, '  '))).toMatchObject({ unchanged: true, edits: [] });
  });

  it('is anybody where there is no team', () => {
    expect(textAfter(plan('  b: 5d\n'), set('owner', 'Zoe: "Z"'))).toBe(
      plan(`  b: { duration: 5d, owner: 'Zoe: "Z"' }\n`),
    );
  });

  it('shows what else moves, and what promise breaks', () => {
    const text = plan('  b: { duration: 5d, deadline: 2026-03-06 }\n  c: { duration: 1d, after: b }\n');
    const { lines, moved, dates, writes } = answered(analysed(text), set('duration', '7d'));
    expect([writes, dates]).toEqual(['duration: 7d', '2026-03-02 → 2026-03-10']);
    expect(moved.map(({ planId }) => planId).sort()).toEqual(['b', 'c']);
    expect(lines.map(({ kind }) => kind)).toEqual(['moved', 'finish', 'broken']);
  });
});

describe('what stands there', () => {
  const text = plan('  b: { duration: 1w, after: a, owner: mia, deadline: 2026-04-01, progress: 25% }\n', team);
  const standing: readonly (readonly [TypedField, string])[] = [
    ['duration', '1w'],
    ['finish', '2026-03-13'],
    ['deadline', '2026-04-01'],
    ['progress', '25%'],
    ['owner', 'mia'],
  ];
  it.each(standing)('%s: %s', (field, now) => {
    expect(answered(analysed(text), set(field))).toMatchObject({ unchanged: true, now, edits: [] });
  });

  it('start, of what has begun: it can’t be changed', () => {
    const { now, refused, unchanged } = answered(analysed(text), set('start'));
    expect([now, unchanged]).toEqual(['2026-03-09', undefined]);
    expect(refused).toContain('“b” has begun');
  });
});

describe('what can’t be', () => {
  const cases: readonly (readonly [TypedField, string, string, string])[] = [
    ['duration', 'soon', '  b: 5d\n', 'soon'],
    ['duration', '-2d', '  b: 5d\n', '-2d'],
    ['duration', '0d', '  b: 5d\n', 'takes some time'],
    ['duration', '2d', '  b: { milestone: true }\n', 'point in time'],
    ['duration', '2d', '  b: { tasks: { c: 1d } }\n', 'what is inside it'],
    ['duration', '2d', '  b: &x 5d\n  c: *x\n', 'YAML anchor'],
    ['start', 'tomorrow-ish', '  b: 5d\n', 'tomorrow-ish'],
    ['start', '2026-02-30', '  b: 5d\n', 'no day 30 in month 2'],
    ['start', '2026-03-03', '  b: { duration: 5d, after: a }\n', 'waits for “a”'],
    ['start', '2026-03-06 17:00', '  b: { duration: 5d, after: a }\n', 'before 2026-03-09 09:00'],
    [
      'start',
      '2026-03-03 18:00',
      '  b: 5d\n',
      'On 2026-03-03 18:00 nobody works on “b”; it could begin on 2026-03-04 09:00',
    ],
    [
      'start',
      '2026-03-03 18:00',
      '  b: { milestone: true, start: 2026-03-04 }\n',
      'it could begin on 2026-03-04 09:00',
    ],
    ['finish', '2026-03-03 20:00', '  b: 5d\n', 'At 2026-03-03 20:00 nobody works on “b”'],
    ['finish', '2020-01-01', '  b: 2d\n', 'begins on 2026-03-02 and can’t end on 2020-01-01'],
    ['finish', '2026-03-02 09:00', '  b: 2d\n', 'begins on 2026-03-02 09:00 and can’t end'],
    ['progress', '140', '  b: 5d\n', '140'],
    ['owner', 'zoe', '  b: 5d\n', 'There are Mia Albers, Jonas Brandt, and Jo'],
    ['owner', 'j', '  b: 5d\n', '“j”'],
  ];
  it.each(cases)('%s “%s” in %s: %s', (field, text, task, reason) => {
    const { refused, edits } = answered(analysed(plan(task, team)), set(field, text));
    expect(refused).toContain(reason);
    expect(refused).not.toBe('');
    expect(edits).toEqual([]);
  });

  it('is said in Chinese', () => {
    const { refused } = answered(analysed(plan('  b: 5d\n', team)), set('owner', 'zoe'), chinese);
    expect(refused).toContain('没有叫“zoe”的人');
    expect(answered(analysed(plan('  b: 5d\n')), set('duration', 'soon'), chinese).refused).toMatch(/\p{Script=Han}/u);
  });
});

describe('an owner', () => {
  const stakeholders = 'stakeholders:\n  boss: { name: Boss Bao }\n';
  const owned = (owner: string): string => `  b: { duration: 5d${owner} }\n`;
  const cases: readonly (readonly [string, string, string])[] = [
    ['a stakeholder by name', stakeholders, 'Boss Bao'],
    ['a stakeholder by how only one begins', stakeholders, 'bo'],
    ['a stakeholder beside a team', team + stakeholders, 'boss'],
    ['somebody who is in both', `team:\n  boss: { name: Bao }\n${stakeholders}`, 'Bao'],
  ];
  it.each(cases)('is %s', (_, people, typed) => {
    expect(textAfter(plan(owned(''), people), set('owner', typed))).toBe(plan(owned(', owner: boss'), people));
  });

  it('is nobody whom the plan doesn’t list', () => {
    expect(textAfter(plan(owned(''), stakeholders), set('owner', 'Bob'))).toBe(
      '✕ Nobody in the plan is called “Bob”, or several are. There are Boss Bao.',
    );
  });
});

describe('what others read', () => {
  const text = `name: P
start: 2026-03-02
tasks:
  需求: 2d
  评审: 3d
  前端: { name: &n 前端开发, duration: &len 5d, owner: &pm 李, after: &pre [需求], deadline: &due 2026-05-01, progress: &done 0% }
  后端: { name: *n, duration: *len, owner: *pm, after: *pre, deadline: *due, progress: *done }
  上线: { duration: 1d, earliest: &soon 2026-04-01 }
  发布: { duration: 1d, earliest: *soon }
  培训: { start: &on 2026-04-01, finish: &off 2026-04-03 }
  演示: { start: *on, finish: *off }
  测试: { effort: &work 3d }
  修复: { effort: *work }
`;
  const later = { shift: { steps: 1 }, grain: 'day' } as const;
  const gestures: readonly Gesture[] = [
    { kind: 'stretch', planId: '前端', ...later },
    { kind: 'stretch', planId: '培训', ...later },
    { kind: 'stretch', planId: '测试', ...later },
    { kind: 'move', planId: '上线', ...later },
    { kind: 'move', planId: '培训', ...later },
    { kind: 'link', from: '评审', to: '前端', type: 'FS' },
    { kind: 'progress', planId: '前端', percent: 50 },
    { kind: 'rename', planId: '前端', name: '界面' },
    { kind: 'rename', planId: '前端', name: '前端' },
    { kind: 'set', planId: '前端', field: 'duration', text: '6d' },
    { kind: 'set', planId: '前端', field: 'deadline', text: '2026-06-01' },
    { kind: 'set', planId: '前端', field: 'owner', text: '王' },
    { kind: 'set', planId: '前端', field: 'owner', text: '' },
    { kind: 'set', planId: '前端', field: 'deadline', text: '' },
  ];
  it.each(gestures)('stays: %j', (gesture) => {
    const { refused, edits } = answered(analysed(text), gesture);
    expect(refused).toContain('YAML anchor');
    expect(edits).toEqual([]);
  });

  it('is shown all the same', () => {
    expect(answered(analysed(text), { kind: 'set', planId: '前端', field: 'duration' })).toMatchObject({ now: '5d' });
  });

  it('can be said otherwise by those that read it', () => {
    const longer = textAfter(text, { kind: 'stretch', planId: '后端', ...later });
    expect(longer).toBe(text.replace('duration: *len', 'duration: 6d'));
    expect(textAfter(text, { kind: 'set', planId: '后端', field: 'owner', text: '' })).toBe(
      text.replace(' owner: *pm,', ''),
    );
  });
});

describe('progress, where the author says what remains', () => {
  const rest = (task: string, remaining: string): string =>
    `name: P\nstart: 2026-03-02\nstatus-date: 2026-03-18\nteam: { mia: Mia, jo: Jo }\ntasks:\n  b: { ${task}, actual: { start: 2026-03-09, remaining: ${remaining} } }\n`;
  const cases: readonly (readonly [string, string])[] = [
    ['duration: 10d', '4d'],
    ['estimate: { optimistic: 4d, likely: 8d, pessimistic: 18d }', '1728m'],
    ['start: 2026-03-09, finish: 2026-03-20', '4d'],
    ['effort: 10d, assign: [mia, jo]', '2d'],
  ];
  it.each(cases)('%s: 60%% leaves %s', (task, left) => {
    const text = textAfter(rest(task, '3d'), { kind: 'progress', planId: 'b', percent: 60 });
    expect(text).toBe(rest(task, left));
    expect(Math.round(analysed(text).schedule.progress[0] ?? 0)).toBe(60);
  });
});
