// What the hover says, against dates worked out by hand.
import { describe, expect, it } from 'vitest';
import { hover } from '../../../server/editor/hover.ts';
import { analysedAt, chinese, english, relaunch, texts } from './analysed.ts';

function said(withCursor: string, reader = english): string | undefined {
  const { analysis, offset } = analysedAt(withCursor);
  const answer = hover(analysis, offset, reader);
  return answer && typeof answer.contents === 'object' && 'value' in answer.contents
    ? answer.contents.value
    : undefined;
}

function at(found: string): string {
  return relaunch.replace(found.replace('‸', ''), found);
}

describe('a task', () => {
  it('says when, how long, what drives it, what follows', () => {
    const text = said(at('  de‸sign: 10d'));
    expect(text).toContain('**design** · Task');
    expect(text).toContain('2026-03-02 (Mon) → 2026-03-13 (Fri) · 10 working days');
    expect(text).toContain('Starts with the plan');
    expect(text).toContain('Followed by: build');
    expect(text).toContain('Critical');
  });

  it('says its slack, its driving predecessor and its owner by name', () => {
    // test ends on 27 March, launch waits for build until 3 April: five working days.
    const text = said(at('  te‸st:   {'));
    expect(text).toContain('2026-03-23 (Mon) → 2026-03-27 (Fri) · 5 working days');
    expect(text).toContain('Slack: 5 working days');
    expect(text).toContain('Start set by: build');
    expect(said(at('  bu‸ild:  {'))).toContain('Owner: Mia Chen');
  });

  it('that is estimated by the clock lasts days of the clock', () => {
    const estimate = '{ optimistic: 1ed, likely: 2ed, pessimistic: 3ed }';
    expect(said(`start: 2026-03-02\ntasks:\n  cu‸re: { estimate: ${estimate} }\n`)).toContain('· 2 days');
  });

  it('that is a milestone is one moment, with its deadline', () => {
    const text = said(at('  laun‸ch: {'));
    expect(text).toContain('**launch** · Milestone');
    expect(text).toContain('2026-04-03 (Fri)');
    expect(text).not.toContain('→');
    expect(text).toContain('Deadline: 2026-04-20 (Mon)');
  });

  it('that is a milestone at the opening of a day is on that day', () => {
    const text = said('start: 2026-03-02\ntasks:\n  a‸: { milestone: true, start: 2026-03-04 }\n');
    expect(text).toContain('2026-03-04 (Wed)');
    expect(text).not.toContain(':00');
  });

  it('counts the successors that it doesn’t name', () => {
    const many = Array.from({ length: 8 }, (_, index) => `  t${index}: { duration: 1d, after: a }`).join('\n');
    expect(said(`start: 2026-03-02\ntasks:\n  a‸: 1d\n${many}\n`)).toContain(
      'Followed by: t0, t1, t2, t3, t4 and 3 more',
    );
  });

  it('does not name the reserve and the gate of its own phase', () => {
    const plan =
      'start: 2026-03-02\nphases:\n  p:\n    buffer: 1d\n    gate: { criteria: [ok] }\n    tasks:\n      a‸: 1d\n      b: { duration: 1d, after: a }\n';
    expect(said(plan)).toMatch(/Followed by: b\s*$/m);
  });

  it('speaks Chinese', () => {
    const text = said(at('  te‸st:   {'), chinese);
    expect(text).toContain('任务');
    expect(text).toContain('总时差：5 个工作日');
  });

  it('that can’t be in time says by how much it is late', () => {
    // One week from Monday 2 March ends on Friday 6th; promised for Wednesday 4th: two working days.
    expect(said('start: 2026-03-02\ntasks:\n  a‸: { duration: 1w, deadline: 2026-03-04 }\n')).toContain(
      'Late by 2 working days',
    );
  });

  it('that can’t be in time names the chain before it', () => {
    const six = Array.from({ length: 5 }, (_, i) => `  t${i + 1}: { duration: 1d, after: t${i} }\n`).join('');
    const plan = `start: 2026-03-02\ntasks:\n  t0: 1d\n${six}  z‸: { duration: 1d, after: t5, deadline: 2026-03-03 }\n`;
    expect(said(plan)).toContain('Held up by: … → t2 → t3 → t4 → t5 → z');
    expect(said(plan.replace('2026-03-03', '2026-03-31'))).not.toContain('Held up');
  });

  it('says how far it has moved from the baseline, and with what that began', () => {
    // b was to end on Thu 5th; a takes two days more, so b ends on Mon 9th: two working days later.
    const plan = (cursor: string) =>
      'start: 2026-03-02\nbaselines:\n  v1: { date: 2026-03-01, tasks: { a: { span: 2026-03-02..2026-03-03 }, b: { span: 2026-03-04..2026-03-05 }, c: { span: 2026-03-02..2026-03-04 } } }\ntasks:\n  a: 4d\n  b: { duration: 2d, after: a }\n  c: 2d\n'.replace(
        `\n  ${cursor}:`,
        `\n  ${cursor}‸:`,
      );
    expect(said(plan('b'))).toContain('Ends 2 working days later than the baseline promised; it began with a');
    expect(said(plan('a'))).toMatch(/Ends 2 working days later than the baseline promised\s*$/m);
    expect(said(plan('c'))).toContain('Ends 1 working day earlier than the baseline promised');
    expect(said(plan('b'), chinese)).toContain('比基准承诺晚 2 个工作日完成，起因于“a”');
  });

  it('says when it began only where that is written', () => {
    const plan =
      'start: 2026-03-02\nstatus-date: 2026-03-11\ntasks:\n  live: { duration: 2h, repeat: { every: weekly on fri 10:00, times: 3 } }\n  done: { duration: 1d, progress: 100 }\n  told: { duration: 1d, progress: 100, actual: { start: 2026-03-03 } }\n  sum: { tasks: { in: { duration: 1d, progress: 100, actual: { start: 2026-03-03 } } } }\n';
    for (const id of ['live', 'done']) {
      const text = said(plan.replace(`${id}:`, `${id}‸:`));
      expect(text).toContain('no “actual” says when');
      expect(text).not.toContain('Started when');
    }
    for (const id of ['told', 'sum'])
      expect(said(plan.replace(`${id}:`, `${id}‸:`))).toContain('Started when “actual” says');
  });

  it('shows hostile names as they are written', () => {
    const text = said(
      'start: 2026-03-02\ntasks:\n  a‸: { duration: 1d, name: "![x](https://example.org/p.png) <img src=x> [a](command:x)" }\n',
    );
    expect(text).not.toContain('](');
    expect(text).not.toMatch(/(?<!\\)</);
  });
});

describe('a link', () => {
  it('says what it means and that it sets the date', () => {
    const text = said(at('after: des‸ign'));
    expect(text).toContain('**build** starts when **design** is done.');
    expect(text).toContain('It sets the date');
    expect(text).toContain('**design** · Task');
  });

  it('says its lag in words', () => {
    expect(said(at('after: build SS‸+5d'))).toContain('**test** starts 5 working days after **build** has begun.');
    expect(said(at('after: build SS+5d').replace('SS+5d', 'SS‸+50%'))).toContain(
      '**test** starts 7.5 working days (50% of the predecessor’s duration) after **build** has begun.',
    );
  });

  it('says how many days it leaves', () => {
    expect(said(at('after: [build, te‸st]'))).toContain('It leaves 5 working days.');
  });

  it('marks the id alone', () => {
    const { analysis, offset } = analysedAt(at('after: bu‸ild SS+5d'));
    const range = hover(analysis, offset, english)?.range;
    expect(range && texts(analysis, [range])).toEqual(['build']);
  });
});

describe('a date', () => {
  it('says its weekday and how far it is from today', () => {
    // From Wednesday 18 March: 18, 19, 20, 23…27, 30…3 April, 6…10, 13…17: 3 + 20 working days to Monday the 20th.
    const text = said(at('deadline: 2026-04-‸20'));
    expect(text).toContain('**2026-04-20 (Mon)** · working day');
    expect(text).toContain('in 23 working days');
  });

  it('of the past says how long ago', () => {
    // From Monday 2 March to Wednesday 18th: two weeks and two days.
    expect(said(at('start: 2026-03-‸02'))).toContain('12 working days ago');
  });

  it('names a holiday', () => {
    const plan =
      'start: 2026-03-02\ncalendar: c\ncalendars:\n  c: { days: mon-fri, holidays: { 2026-03-20: Company day } }\ntasks:\n  a: { duration: 1d, deadline: 2026-03-‸20 }\n';
    expect(said(plan)).toContain('no working day: Company day');
  });

  it('is one end of a range', () => {
    const plan = 'start: 2026-03-02\nteam:\n  li: { leave: [2026-04-06..2026-04-‸10] }\ntasks: { a: 1d }\n';
    expect(said(plan)).toContain('2026-04-10 (Fri)');
  });

  it('of a weekend is no working day', () => {
    expect(said('start: 2026-03-0‸7\ntasks: { a: 1d }\n')).toContain('no working day');
  });
});

describe('a figure', () => {
  const plan = `start: 2026-03-02
calendars:
  site: { days: mon-sat, hours: 09:00-13:00 }
team: { li: {}, chen: { capacity: 50% } }
tasks:
  plain: 1w 2d
  short: { duration: 3d, calendar: site }
  work: { effort: 6d, assign: [li 50%, chen] }
  alone: { effort: 4h }
  guess: { estimate: { optimistic: 2d, likely: 3d, pessimistic: 10d } }
  begun: { duration: 10d, progress: 40% }
  ended: { duration: 5d, progress: 100% }
  told: { duration: 5d, progress: 20%, actual: { remaining: 3d } }
  cure: { duration: 2ed, after: short }
  weekly: { duration: 2h, repeat: { every: weekly on mon, times: 3 } }
  point: 0d
phases:
  p: { buffer: 2d, tasks: { x: 1d } }
`;
  const figure = (found: string, reader = english) =>
    said(plan.replace(found.replace('‸', ''), found), reader)?.split('  \n');

  it('of time says what it comes to and when that is', () => {
    // 7 days from Monday the 2nd end on Tuesday the 10th.
    expect(figure('1w ‸2d')).toEqual(['**1w 2d** · 7 working days = 56 h', '2026-03-02 (Mon) → 2026-03-10 (Tue)']);
    // 24 hours, four a day, Monday to Saturday.
    expect(figure('duration: 3‸d, cal')?.[1]).toBe('2026-03-02 (Mon) → 2026-03-07 (Sat) · calendar: site');
    expect(figure('duration: 2‸ed')?.[0]).toBe('**2ed** · 2 days = 48 h on the clock');
    expect(figure('duration: 2‸h')).toEqual(['**2h** · 2 working hours = 0.25 d']);
    expect(figure('point: 0‸d')).toEqual(['**0d** · a point in time', '2026-03-02 (Mon)']);
    expect(figure('1w ‸2d', chinese)).toEqual([
      '**1w 2d** · 7 个工作日 = 56 小时',
      '2026-03-02 周一 → 2026-03-10 周二',
    ]);
  });

  it('of effort says how long that takes whom', () => {
    // Two at half time work one day a day: six days from Monday the 2nd.
    expect(figure('effort: 6‸d')).toEqual([
      '**6d** · 6 working days = 48 h · work of one person',
      '2026-03-02 (Mon) → 2026-03-09 (Mon) · 6 working days',
      'By: li 50% and chen',
    ]);
    expect(figure('effort: 4‸h')?.[2]).toContain('Nobody is assigned');
  });

  it('of an estimate says what is expected', () => {
    // (2 + 4 × 3 + 10) / 6 = 4.
    expect(figure('likely: 3‸d')).toEqual([
      '**3d** · 3 working days = 24 h',
      'Expected: 4 working days',
      '2026-03-02 (Mon) → 2026-03-05 (Thu)',
    ]);
  });

  it('of progress says of what, how much is left, and until when', () => {
    expect(figure('progress: 4‸0%')).toEqual([
      '**40%** of 10 working days · left: 6 working days',
      'until 2026-03-13 (Fri)',
    ]);
    expect(figure('progress: 10‸0%')).toEqual(['**100%**', 'All done: 2026-03-06 (Fri)']);
    expect(figure('progress: 2‸0%')?.[0]).toBe('**20%** · What “actual” says counts instead: 40%');
    expect(figure('remaining: 3‸d')?.[1]).toBe('until 2026-03-06 (Fri)');
    expect(figure('progress: 4‸0%', chinese)?.[0]).toBe('10 个工作日的 **40%** · 剩余 6 个工作日');
  });

  it('of a person’s capacity says how many hours those are', () => {
    expect(figure('capacity: 5‸0%')).toEqual(['**50%** of full time: 4 h a day, 20 h a week']);
    expect(figure('capacity: 5‸0%', chinese)).toEqual(['全职的 **50%**：每天 4 小时，每周 20 小时']);
    expect(said('start: 2026-03-02\nteam: { li: { capacity: 5‸0%, calendar: late } }\n')).toBeUndefined();
  });

  it('of a cadence says the next days, or the last where all is over', () => {
    // Mondays 2, 9 and 16 March are over on Wednesday the 18th.
    expect(figure('every: weekly ‸on mon')).toEqual(['**weekly on mon**', 'For the last time: 2026-03-16 (Mon)']);
    const longer = plan.replace('times: 3', 'times: 9').replace('weekly on mon', 'week‸ly on mon');
    expect(said(longer)).toContain('Next: 2026-03-23 (Mon) · 2026-03-30 (Mon) · 2026-04-06 (Mon)');
    expect(said(longer, chinese)).toContain('接下来：2026-03-23 周一');
    // The plan ends on Friday 3 April.
    const meeting = `${relaunch}meetings:\n  sync: { when: every 2w on ‸fri }\n`;
    expect(said(meeting)).toContain('Next: 2026-03-20 (Fri) · 2026-04-03 (Fri)');
    // Sunday the 22nd lies between.
    expect(said(meeting.replace('every 2w on ‸fri', 'every ‸2d'))).toContain(
      'Next: 2026-03-18 (Wed) · 2026-03-20 (Fri) · 2026-03-24 (Tue)',
    );
    expect(said('meetings:\n  sync: { when: week‸ly }\n')).toContain('**weekly**');
    expect(said('start: 2026-03-02\nkpis:\n  k: { target: 3, every: week‸ly }\n')).toBeUndefined();
  });

  it('of a phase’s reserve says when that is', () => {
    expect(figure('buffer: 2‸d')?.[1]).toBe('2026-03-03 (Tue) → 2026-03-04 (Wed)');
  });
});

describe('a key', () => {
  it('has its reference', () => {
    const text = said(at('{ dura‸tion: 15d'));
    expect(text).toContain('How long it takes in working time');
    expect(text).toContain('`duration: ');
  });

  it('has it in Chinese', () => {
    expect(said(at('{ dura‸tion: 15d'), chinese)).toMatch(/[\u4e00-\u9fff]/);
  });

  it('that takes a shorthand has its own', () => {
    expect(said('start: 2026-03-02\ntasks:\n  a: { duration: 1d, stat‸us: blocked }\n')).toContain(
      'Only what the dates cannot show',
    );
  });

  it('of an enumeration: the value says what it means', () => {
    expect(said('start: 2026-03-02\ntasks:\n  a: { duration: 1d, status: bloc‸ked }\n')).toBeDefined();
  });

  it('of the author’s own has none', () => {
    expect(said('start: 2026-03-02\nx-no‸te: 3\ntasks: { a: 1d }\n')).toBeUndefined();
  });

  it('called constructor or __proto__ has none', () => {
    expect(said('construct‸or: 3\n')).toBeUndefined();
    expect(said('__pro‸to__: 3\n')).toBeUndefined();
  });
});

it('a person is named with role and tasks', () => {
  const text = said(at('owner: m‸ia'));
  expect(text).toContain('**Mia Chen** · Person');
  expect(text).toContain('role: Developer');
  expect(text).toContain('Used by: build');
});

it('a rule that a comment silences is named, not what stands around it', () => {
  const plan = 'start: 2026-03-02\ntasks:\n  a: 5d # plan-ignore: overdue (late)\n';
  expect(said(plan.replace('overdue', 'over‸due'))).toContain('Left out: warning');
  for (const other of ['plan-ignore', '(late)', 'ignore: '])
    expect(said(plan.replace(other, `${other.slice(0, 2)}‸${other.slice(2)}`))).toBeUndefined();
  expect(said(plan.replace('overdue', 'over‸dew'))).toBeUndefined();
});

it('has nothing to say in empty places', () => {
  expect(said('‸')).toBeUndefined();
  expect(said(`${relaunch}\n‸`)).toBeUndefined();
  expect(said('# comm‸ent\nname: x')).toBeUndefined();
});
