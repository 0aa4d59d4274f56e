// The chart in blocks of fifty rows: what is looked at, what is new of it, and where a row has gone.
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../server/analysis.ts';
import { blockOf, blockStarts, isDrawnIn, linksOf, type RowSource } from '../../../server/charts/blocks.ts';
import { answerFrom } from '../../../server/charts/chart-answer.ts';
import { GanttRows } from '../../../server/charts/gantt.ts';
import { ganttAnswer } from '../../../server/charts/gantt-answer.ts';
import { ganttChart } from '../../../server/charts/whole-gantt.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { analysed } from '../editor/analysed.ts';

const none = { base: 'none', folded: [], unfolded: [] } as const;

/** Phases of fifty tasks, each after the one before; the first of a phase waits for the last of the phase before. */
function planOf(phases: number, rename: Readonly<Record<string, string>> = {}): string {
  const tasks = (phase: number) =>
    Array.from({ length: 50 }, (_, task) => {
      const id = `p${phase}t${task}`;
      const before = task > 0 ? `p${phase}t${task - 1}` : phase > 0 ? `p${phase - 1}t49` : undefined;
      const after = before === undefined ? '' : `, after: ${before}`;
      return `      ${id}: { name: ${rename[id] ?? id}, duration: 1d${after} }\n`;
    }).join('');
  return `start: 2026-03-02\nphases:\n${Array.from({ length: phases }, (_, phase) => `  p${phase}:\n    tasks:\n${tasks(phase)}`).join('')}`;
}

function asked(text: string, question: Parameters<typeof ganttAnswer>[1]) {
  const analysis = analysed(text);
  return ganttAnswer(analysis, question, wordingFor(analysis.plan, 'en'));
}

/** What an asker knows that has been given these answers. */
function knownFrom(answer: ReturnType<typeof asked>) {
  return {
    head: answer.head?.tag ?? '',
    blocks: Object.fromEntries(answer.blocks.map(({ first, tag }) => [first, tag])),
  };
}

describe('the blocks of some rows', () => {
  it.each([
    [0, 1, 120, [0]],
    [0, 50, 120, [0]],
    [49, 51, 120, [0, 50]],
    [-50, 30, 120, [0]],
    [90, 999, 120, [50, 100]],
    [0, 10, 0, []],
    [500, 600, 120, []],
  ])('from %d up to %d of a chart of %3$d', (first, end, rowCount, starts) => {
    expect(blockStarts(first, end, rowCount)).toEqual(starts);
  });

  it('are those that are wanted, and together the whole chart', () => {
    const analysis = analysed(planOf(4));
    const wording = wordingFor(analysis.plan, 'en');
    const whole = ganttChart(analysis, wording, []);
    const rows = new GanttRows(analysis, wording, { folding: none });
    const blocks = blockStarts(0, 204, 204).map((first) => blockOf(rows, first));
    expect(blocks.map((block) => block.rows.length)).toEqual([50, 50, 50, 50, 4]);
    expect(blocks.flatMap((block) => block.rows)).toEqual(whole.rows);
    // Phase rows at 0, 51, 102 and 153.
    expect(blocks.map(({ groupsBefore }) => groupsBefore)).toEqual([0, 1, 2, 3, 4]);
    expect([3, 54, 105, 156].map((row) => whole.rows[row]?.parent)).toEqual([0, 51, 102, 153]);
    // Every link is in the blocks of both of its ends, as the same arrow.
    for (const [index, block] of blocks.entries()) {
      const links = linksOf(block);
      const own = block.rows;
      expect(links).toHaveLength(block.links.length);
      // What a row says is not said again.
      for (const { row } of block.ends) expect(Math.floor(row / 50)).not.toBe(index);
      const ids = new Set(own.map(({ chartId }) => chartId));
      const wanted = whole.links.filter(({ from, to }) => ids.has(from) || ids.has(to));
      const idOf = (row: number) => whole.rows[row]?.chartId;
      expect(
        links.map(({ from, to, type }) => [idOf(from.row), idOf(to.row), type]),
        `block ${index}`,
      ).toEqual(wanted.map(({ from, to, type }) => [from, to, type]));
      for (const { from } of links)
        expect([from.start, from.finish]).toEqual([
          whole.rows[from.row]?.drawn.start,
          whole.rows[from.row]?.drawn.finish,
        ]);
    }
  });

  it('hold a long link where it ends only, and a short one wherever it passes', () => {
    expect(isDrawnIn({ from: 10, to: 110 }, 50, 100)).toBe(true);
    expect(isDrawnIn({ from: 110, to: 10 }, 50, 100)).toBe(true);
    expect(isDrawnIn({ from: 10, to: 111 }, 50, 100)).toBe(false);
    expect(isDrawnIn({ from: 10, to: 5_000 }, 0, 50)).toBe(true);
    expect(isDrawnIn({ from: 10, to: 5_000 }, 5_000, 5_050)).toBe(true);
    expect(isDrawnIn({ from: 10, to: 49 }, 50, 100)).toBe(false);
  });
});

describe('an answer', () => {
  it('holds what is looked at and no more', () => {
    const { head, blocks } = asked(planOf(20), { folding: none, first: 480, count: 40 });
    expect(head?.rowCount).toBe(1_020);
    expect(blocks.map(({ first, rows }) => [first, rows.length])).toEqual([
      [450, 50],
      [500, 50],
    ]);
  });

  it('gives of another version what has changed', () => {
    const look = { folding: none, first: 0, count: 150 };
    const before = asked(planOf(4), look);
    expect(before.blocks).toHaveLength(3);
    const known = knownFrom(before);
    // The same text again: nothing. A name in the second block: that block. One that is not looked at: nothing.
    expect(asked(planOf(4), { ...look, known })).toMatchObject({ blocks: [] });
    expect(asked(planOf(4), { ...look, known })).not.toHaveProperty('head');
    const near = asked(planOf(4, { p1t20: 'Other' }), { ...look, known });
    expect(near.blocks.map(({ first }) => first)).toEqual([50]);
    expect(near).not.toHaveProperty('head');
    expect(asked(planOf(4, { p3t20: 'Other' }), { ...look, known }).blocks).toEqual([]);
    // A title is in the head.
    const named = asked(`name: Named\n${planOf(4)}`, { ...look, known });
    expect([named.head?.title, named.blocks]).toEqual(['Named', []]);
  });

  it('has the same rows and blocks where a key elsewhere changes nothing that they show', () => {
    const look = { folding: none, first: 0, count: 150 };
    const before = analysed(planOf(4));
    const wording = wordingFor(before.plan, 'en');
    const [first, second, third] = ganttAnswer(before, look, wording).blocks;
    const at = before.tree.positionAt(planOf(4).indexOf('name: p1t20') + 'name: '.length);
    const tree = before.tree.edit([{ range: { start: at, end: at }, text: 'x' }]);
    const after = ganttAnswer(analyse({ ...before.snapshot, tree }, before), look, wording).blocks;
    expect(after[0]).toBe(first);
    expect(after[2]).toBe(third);
    const changed = after[1]?.rows.flatMap((row, index) => (row === second?.rows[index] ? [] : row.name));
    // The phase holds the task.
    expect(changed).toEqual(['p1', 'xp1t20']);
  });

  it('says where a row has gone, also when it is folded, and nothing of one that is gone', () => {
    const look = { first: 0, count: 0, around: 'p1t7' };
    expect(asked(planOf(4), { ...look, folding: none }).anchor).toEqual({ planId: 'p1t7', row: 59 });
    const folding = { base: 'none', folded: ['p0', 'p1'], unfolded: [] } as const;
    expect(asked(planOf(4), { ...look, folding }).anchor).toEqual({ planId: 'p1t7', row: 1 });
    expect(asked(planOf(4), { ...look, around: 'gone' })).not.toHaveProperty('anchor');
    expect(asked(planOf(4), look).blocks).toEqual([]);
  });

  it('makes a row once for somebody who scrolls, and no row twice for what is known', () => {
    const analysis = analysed(planOf(4));
    const rows = new GanttRows(analysis, wordingFor(analysis.plan, 'en'), { folding: none });
    const made: number[] = [];
    const counted: RowSource = {
      head: rows.head,
      row: (index) => {
        made.push(index);
        return rows.row(index);
      },
      rowNamed: (planId) => rows.rowNamed(planId),
      end: (index) => rows.end(index),
      links: (first, end) => rows.links(first, end),
      groupsBefore: (index) => rows.groupsBefore(index),
    };
    const top = answerFrom(counted, { first: 0, count: 100 });
    expect(made).toHaveLength(100);
    const known = { blocks: Object.fromEntries(top.blocks.map(({ first, tag }) => [first, tag])) };
    const next = answerFrom(counted, { first: 50, count: 100, known });
    expect(next.blocks.map(({ first }) => first)).toEqual([100]);
    expect(made.slice(100)).toEqual(Array.from({ length: 50 }, (_, index) => 100 + index));
    expect(next.blocks[0]).toEqual(answerFrom(rows, { first: 100, count: 50 }).blocks[0]);
  });

  it('is about the rows that this reader sees, whoever asked before', () => {
    const analysis = analysed(planOf(4));
    const wording = wordingFor(analysis.plan, 'en');
    const rowCount = (question: Parameters<typeof ganttAnswer>[1]) =>
      ganttAnswer(analysis, question, wording).head?.rowCount;
    const folded = { base: 'all', folded: [], unfolded: [] } as const;
    for (let round = 0; round < 2; round++) {
      expect(rowCount({ folding: none })).toBe(204);
      expect(rowCount({ folding: folded })).toBe(4);
      expect(rowCount({ folding: none, filter: { text: 'p1t7' } })).toBe(2);
      expect(ganttAnswer(analysis, {}, { ...wording, locale: 'zh-cn' }).head?.locale).toBe('zh-cn');
      expect(ganttAnswer(analysis, {}, wording).head?.locale).toBe('en');
    }
  });

  it('stands up to any question', () => {
    for (const first of [-1e9, Number.NaN, 1e12, 0.5])
      for (const count of [-5, Number.NaN, 1e12, 0.5]) {
        const { blocks } = asked(planOf(2), {
          folding: none,
          first,
          count,
          around: '__proto__',
          known: { blocks: {} },
        });
        expect(blocks.length).toBeLessThanOrEqual(3);
      }
  });
});

describe('folding', () => {
  it.each([
    [{ base: 'all', folded: [], unfolded: [] }, 4],
    [{ base: 'all', folded: [], unfolded: ['p1'] }, 54],
    [{ base: 'none', folded: ['p0', 'p3', 'none of this name'], unfolded: [] }, 104],
    [{ base: 'none', folded: ['__proto__', 'constructor'], unfolded: ['toString'] }, 204],
    [{ base: 'fit', folded: [], unfolded: [] }, 204],
    [{ base: 'fit', folded: ['p2'], unfolded: [] }, 154],
  ] as const)('by %j leaves %d rows', (folding, rows) => {
    expect(asked(planOf(4), { folding }).head?.rowCount).toBe(rows);
  });
});
