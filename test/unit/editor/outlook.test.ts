// What becomes of a plan, at a glance.
import { describe, expect, it } from 'vitest';
import { outlook } from '../../../server/editor/outlook.ts';
import { wordingOf } from '../../../server/editor/reader.ts';
import { analysed, chinese, english, relaunch } from './analysed.ts';

const of = (text: string, reader = english) => {
  const analysis = analysed(text);
  return outlook(analysis, wordingOf(analysis, reader));
};
const promised = (day: string) => relaunch.replace('start: 2026-03-02', `start: 2026-03-02\nfinish: ${day}`);

describe('the outlook', () => {
  it('has the last day of work, and nothing of a promise where there is none', () => {
    const { finish, slack, spoken } = of(relaunch);
    expect(finish).toBe('2026-04-03');
    expect(slack).toBeUndefined();
    expect(spoken).toContain('Finish: 2026-04-03 (Fri)');
    expect(spoken).toContain('Next milestone: launch, 2026-04-03 (Fri)');
  });

  it('says what is left until the promised finish', () => {
    // Wednesday to Friday before, Monday and Tuesday behind.
    expect(of(promised('2026-03-31')).slack).toEqual({ text: '3d', isLate: true });
    expect(of(promised('2026-04-07')).slack).toEqual({ text: '2d', isLate: false });
    expect(of(promised('2026-04-03')).slack).toEqual({ text: '0d', isLate: false });
    expect(of(promised('2026-03-31')).spoken).toContain('Promised: 2026-03-31 (Tue) · 3 working days too late');
    expect(of(promised('2026-04-03')).spoken).toContain('nothing to spare');
  });

  it('counts findings by severity', () => {
    const analysis = analysed(relaunch.replace('after: design', 'after: desing'));
    const counts = outlook(analysis, wordingOf(analysis, english));
    expect(counts.findings.error).toBe(1);
    expect(Object.values(counts.findings).reduce((sum, count) => sum + count, 0)).toBe(analysis.findings.length);
    expect(counts.spoken).toContain('1 error');
  });

  it('speaks Chinese', () => {
    expect(of(promised('2026-03-31'), chinese).spoken).toContain('承诺：2026-03-31 周二 · 晚 3 个工作日');
  });

  it('has no dates where there is no work, and shows names of strangers as they are', () => {
    const { finish, details } = of('name: "[x](http://evil) <img>"\nstart: 2026-03-02\n');
    expect(finish).toBeUndefined();
    expect(details).toContain('\\[x\\]\\(http\\://evil\\) \\<img\\>');
  });
});
