// Tasks of a plan that is scheduled again: which of them are read again, and what is kept of the others.
import { describe, expect, it } from 'vitest';
import { Typing } from './typing.ts';

describe('tasks of a plan that is scheduled again', () => {
  it('reads what is cancelled with a summary, and no longer with it', () => {
    const tasks = Array.from({ length: 20 }, (_, i) => `      n${i}:\n        duration: 5d\n`).join('');
    const typing = new Typing(`name: x\nstart: 2026-03-02\ntasks:\n  s:\n    name: S\n    tasks:\n${tasks}  z: 1d\n`);
    const read = () => typing.schedule.kept.ready.read?.length;
    typing.replace('name: S', 'name: T');
    expect(read()).toBe(1);
    typing.replace('name: T', 'status: cancelled');
    expect(read()).toBe(21);
    expect(typing.schedule.planFinish).toBe(Date.UTC(2026, 2, 2, 18) / 60_000);
    typing.replace('status: cancelled', 'name: S');
    expect(read()).toBe(21);
    expect(typing.schedule.planFinish).toBe(Date.UTC(2026, 2, 6, 18) / 60_000);
  });

  it('reads what comes into a summary that is cancelled, and out of it', () => {
    const inside = Array.from({ length: 20 }, (_, i) => `      n${i}:\n        duration: 5d\n`).join('');
    const [cancelled, other] = ['  s:\n    status: cancelled\n    tasks:\n', '  t:\n    tasks:\n'];
    const typing = new Typing(`name: x\nstart: 2026-03-02\ntasks:\n${other}      m: 1d\n${inside}  z: 1d\n`);
    const lastDay = () => new Date(typing.schedule.planFinish * 60_000).getUTCDate();
    expect(lastDay()).toBe(6);
    typing.replace(inside, cancelled + inside);
    expect(lastDay()).toBe(2);
    typing.replace(cancelled, `${cancelled}      k: 9d\n${other}`);
    expect(lastDay()).toBe(6);
    typing.replace(`      k: 9d\n${other}`, '');
    expect(lastDay()).toBe(2);
  });

  it('keeps columns that say the same one column where tasks come and go', () => {
    const tasks = Array.from({ length: 20 }, (_, i) => `  n${i}:\n    duration: ${i + 1}d\n`).join('');
    const typing = new Typing(`name: x\nstart: 2026-03-02\ntasks:\n${tasks}`);
    const columns = () => new Set(Object.values(typing.schedule.kept.ready.activities)).size;
    const atFirst = columns();
    typing.replace('  n9:', '  k:\n    duration: 2d\n  n9:');
    typing.replace('  n3:\n    duration: 4d\n  n4:\n    duration: 5d\n', '');
    expect(columns()).toBe(atFirst);
    // Caps of one task, and time by the clock.
    typing.replace('duration: 8d', 'duration: 8d\n    deadline: 2026-03-20');
    expect(columns()).toBe(atFirst + 1);
    typing.replace('  k:\n    duration: 2d', '  m: 1d\n  k:\n    duration: 2ed');
    expect(columns()).toBe(atFirst + 3);
    expect(typing.schedule.finish).toEqual(new Typing(typing.text).schedule.finish);
  });

  it('counts lags in what a day is now, whatever comes with it', () => {
    const typing = new Typing(
      'name: x\nstart: 2026-03-02\nunits: { day: 8h }\ntasks:\n  a: 1h\n  b: { duration: 1h, after: a + 1d }\n',
    );
    typing.replace('8h }\ntasks:\n', '4h }\ntasks:\n  n: 1h\n');
    expect(typing.schedule.start).toEqual(new Typing(typing.text).schedule.start);
  });

  it('stand where their summary lets them when others come before it', () => {
    const summary = (id: string, rest: string) => `  ${id}:\n${rest}    tasks:\n      ${id}1: 1d\n      ${id}2: 2d\n`;
    const alone = Array.from({ length: 50 }, (_, i) => `  n${i}: 1d\n`).join('');
    const dates = (day: number) => `    earliest: 2026-04-${day}\n    deadline: 2026-04-${day + 14}\n`;
    const typing = new Typing(
      `name: x\nstart: 2026-03-02\ntasks:\n  long: 90d\n  end: { duration: 1d, after: long }\n${summary('p', dates(10))}${alone}${summary('q', dates(15))}`,
    );
    const part = ({ schedule }: Typing) => [schedule.start, schedule.lateFinish, schedule.totalSlackMinutes];
    part(typing);
    typing.replace('  p:\n', `${summary('o', '')}  p:\n`);
    part(typing);
    typing.replace('q2: 2d', 'q2: 3d');
    typing.replace('p1: 1d', 'p1: 2d');
    expect(part(typing)).toEqual(part(new Typing(typing.text)));
  });
});
