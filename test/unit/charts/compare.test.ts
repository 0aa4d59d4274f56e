// A chart compared: ghosts where tasks stood, what moved and why, against a baseline and against an earlier version.
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../server/analysis.ts';
import { ganttAnswer } from '../../../server/charts/gantt-answer.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysed } from '../editor/analysed.ts';

const before = `name: House
start: 2026-03-02
tasks:
  dig: 5d
  pour: { name: Pour, duration: 5d, after: dig }
  paint: { duration: 2d, after: dig }
  old: { name: Old shed, duration: 1d }
`;
/** Digging takes two days more; the shed is gone, a fence is new. */
const now = before
  .replace('dig: 5d', 'dig: 7d')
  .replace('old: { name: Old shed, duration: 1d }', 'fence: { name: Fence, duration: 1d }');

function answer(
  text: string,
  question: Parameters<typeof ganttAnswer>[1],
  earlier: Record<string, Analysis> = {},
  locale: 'en' | 'zh-cn' = 'en',
) {
  const analysis = analysed(text);
  return ganttAnswer(analysis, question, wordingFor(analysis.plan, locale), (key) => earlier[key]);
}

const rowsOf = ({ blocks }: ReturnType<typeof answer>) =>
  Object.fromEntries(blocks.flatMap(({ rows }) => rows.map((row) => [row.planId, row])));

describe('against an earlier version', () => {
  const compared = answer(now, { against: { kind: 'version', key: 'v' }, changes: true }, { v: analysed(before) });

  it('tasks that moved have a ghost where they stood, and say by how much they moved', () => {
    const rows = rowsOf(compared);
    // Monday 2 to Friday 6 March, drawn over whole days.
    expect(rows.dig?.drawn.ghost).toEqual({ start: '2026-03-02T00:00', finish: '2026-03-07T00:00' });
    expect(rows.pour?.drawn.ghost).toEqual({ start: '2026-03-09T00:00', finish: '2026-03-14T00:00' });
    expect(rows.pour?.moved).toBe('2 working days later');
    expect(rows.fence?.drawn.ghost).toBeUndefined();
    expect(compared.head?.signs).toContain('ghost');
  });

  it('tells what moved, by how much, driven by what, and what came and went', () => {
    expect(compared.changes).toMatchObject({
      summary: 'The work ends on 2026-03-17, 2 working days later than before (2026-03-13).',
      lines: [
        { planId: 'dig', kind: 'later', moved: '2 working days later', because: 'it takes 2 working days longer' },
        { planId: 'pour', name: 'Pour', kind: 'later', moved: '2 working days later', because: 'it began with dig' },
        { planId: 'paint', kind: 'later', because: 'it began with dig' },
        { planId: 'fence', name: 'Fence', kind: 'added', moved: 'new' },
        { name: 'Old shed', kind: 'removed', moved: 'gone' },
      ],
      more: 0,
    });
  });

  it('says elapsed work by the clock, and a finish that a weekend alone moved', () => {
    const cure = (length: string) => `start: 2026-03-02\ntasks: { cure: ${length} }\n`;
    const question = { against: { kind: 'version', key: 'v' }, changes: true } as const;
    const later = answer(cure('6ed'), question, { v: analysed(cure('5ed')) });
    expect(later.changes).toMatchObject({
      summary: 'The work ends on 2026-03-08, 1 day later than before (2026-03-07).',
      lines: [{ planId: 'cure', moved: '1 day later', because: 'it takes 1 day longer' }],
    });
    expect(rowsOf(later).cure?.moved).toBe('1 day later');
  });

  it('tells it in Chinese', () => {
    const { changes } = answer(
      now,
      { against: { kind: 'version', key: 'v' }, changes: true },
      { v: analysed(before) },
      'zh-cn',
    );
    expect(changes?.summary).toBe('在 2026-03-17 完成，比之前（2026-03-13）晚 2 个工作日。');
    expect(changes?.lines[0]).toMatchObject({ moved: '晚 2 个工作日', because: '工期增加 2 个工作日' });
  });

  it('says nothing where nothing moved', () => {
    const same = answer(before, { against: { kind: 'version', key: 'v' }, changes: true }, { v: analysed(before) });
    expect(same.changes).toMatchObject({
      summary: 'Nothing moved; the work still ends on 2026-03-13.',
      lines: [],
      more: 0,
    });
    expect(Object.values(rowsOf(same)).some(({ drawn }) => drawn.ghost !== undefined)).toBe(false);
  });

  it('compares with nothing where the version is not known any more', () => {
    const unknown = answer(now, { against: { kind: 'version', key: 'other' }, changes: true });
    expect(unknown.changes).toMatchObject({ summary: '', lines: [] });
  });

  it('is not told again while it is the same, and not at all where nobody asks', () => {
    const question = { against: { kind: 'version', key: 'v' } } as const;
    const earlier = { v: analysed(before) };
    const known = { blocks: {}, changes: answer(now, { ...question, changes: true }, earlier).changes?.tag ?? '' };
    expect(answer(now, { ...question, changes: true, known }, earlier).changes).toBeUndefined();
    expect(answer(now, question, earlier).changes).toBeUndefined();
  });

  it('tells those of many that moved most, in the order of the plan, and counts the others', () => {
    const plan = (length: (index: number) => number): string =>
      `start: 2026-03-02\ntasks:\n${Array.from({ length: 250 }, (_, index) => `  t${index}: ${length(index)}d\n`).join('')}`;
    const many = answer(
      plan((index) => (index < 50 ? 2 : 5)),
      { against: { kind: 'version', key: 'v' }, changes: true },
      {
        v: analysed(plan(() => 1)),
      },
    );
    expect(many.changes?.lines).toHaveLength(200);
    expect(many.changes?.lines[0]).toMatchObject({ planId: 't50', moved: '4 working days later' });
    expect(many.changes?.more).toBe(50);
  });
});

describe('against a baseline', () => {
  const promised = `${before}baselines:
  contract:
    date: 2026-02-20
    tasks: { dig: 2026-03-02..2026-03-04, pour: 2026-03-09..2026-03-13, gone: 2026-03-02..2026-03-03 }
  later:
    date: 2026-02-27
    tasks: { dig: 2026-03-02..2026-03-05 }
`;

  it('the newest one is what a chart is compared with by itself', () => {
    const rows = rowsOf(answer(promised, {}));
    // Promised until Thursday, planned until Friday.
    expect(rows.dig?.drawn.ghost).toEqual({ start: '2026-03-02T00:00', finish: '2026-03-06T00:00' });
    expect(rows.dig?.moved).toBe('1 working day later');
    expect(rows.pour?.drawn.ghost).toBeUndefined();
  });

  it('another one can be chosen, or none', () => {
    const contract = answer(promised, { against: { kind: 'baseline', id: 'contract' }, changes: true });
    expect(rowsOf(contract).dig?.moved).toBe('2 working days later');
    expect(contract.changes?.lines).toMatchObject([
      { planId: 'dig', kind: 'later' },
      { planId: 'paint', kind: 'added' },
      { planId: 'old', kind: 'added' },
      { name: 'gone', kind: 'removed' },
    ]);
    expect(rowsOf(answer(promised, { against: { kind: 'nothing' } })).dig?.drawn.ghost).toBeUndefined();
    expect(
      rowsOf(answer(promised, { against: { kind: 'baseline', id: '__proto__' } })).dig?.drawn.ghost,
    ).toBeUndefined();
  });

  it('offers the baselines of the plan', () => {
    expect(answer(promised, {}).head?.choices?.baselines.map(({ id }) => id)).toEqual(['contract', 'later']);
  });

  it('the picture reaches as far as what was promised', () => {
    const early = promised.replace('2026-03-02..2026-03-05', '2026-01-05..2026-01-09');
    expect(answer(early, {}).head?.from.slice(0, 7)).toBe('2026-01');
    expect(answer(early, { against: { kind: 'nothing' } }).head?.from.slice(0, 7)).not.toBe('2026-01');
  });
});

describe('the overview', () => {
  it('has a stripe for some rows each, from the first start to the last finish, in thousandths of the picture', () => {
    const { overview, head } = answer(before, { overview: 2 });
    if (head === undefined) throw new Error('no head');
    const share = (minute: string): number =>
      Math.round(
        ((Date.parse(minute) - Date.parse(`${head.from}Z`)) /
          (Date.parse(`${head.to}Z`) - Date.parse(`${head.from}Z`))) *
          1000,
      );
    expect(overview?.stripes).toEqual([
      // Dig and pour: the critical chain, from Monday 9:00 to Friday of the next week 17:00 or 18:00.
      [share('2026-03-02T09:00Z'), expect.closeTo(share('2026-03-13T17:30Z'), -1), 1],
      [share('2026-03-02T09:00Z'), expect.closeTo(share('2026-03-10T17:30Z'), -1), 0],
    ]);
    expect(answer(before, {}).overview).toBeUndefined();
  });
});
