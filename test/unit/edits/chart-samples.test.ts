// Every task of the samples, dragged: it begins exactly where it was let go, after a fresh analysis, or a reason is given; and nothing else of the text changes.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../server/analysis.ts';
import { planIds } from '../../../server/charts/plan-ids.ts';
import { applyEdits } from '../../../server/edits/apply-edits.ts';
import { aimedFinish, aimedStart } from '../../../server/edits/chart-aim.ts';
import { timeOf } from '../../../server/edits/chart-dates.ts';
import type { Gesture, GestureAnswer } from '../../../server/protocol.ts';
import { openTree } from '../../../server/text/open-tree.ts';
import { analysed } from '../editor/analysed.ts';
import { answered, made } from './gestures.ts';

const samples = readdirSync('samples').filter((name) => name.endsWith('.plan.yaml'));

describe.each(samples)('%s', (name) => {
  const text = readFileSync(`samples/${name}`, 'utf8');
  const analysis = analysed(text);
  const ids = planIds(analysis.plan);

  it.each([-1, 3])('moved by %d working days', (steps) => {
    let written = 0;
    for (const task of analysis.plan.tasks) {
      const planId = ids[task.index] ?? '';
      const gesture: Gesture = { kind: 'move', planId, shift: { steps }, grain: 'day' };
      const { refused, edits } = answered(analysis, gesture);
      if (refused !== undefined) {
        expect(refused).not.toBe('');
        expect(edits).toEqual([]);
        continue;
      }
      written += 1;
      const next = made(analysis, edits);
      const { schedule } = analysed(next);
      const calendar = analysis.schedule.calendarOf(task.index);
      const wanted = aimedStart(timeOf(analysis, task), analysis.schedule.start[task.index] ?? 0, { steps }, 'day');
      const got = schedule.start[task.index] ?? 0;
      // A milestone that a link brings to the end of a day may stand on that day's morning.
      const days = Math.floor(got / 1440) - Math.floor((wanted - 1) / 1440);
      if (task.kind === 'milestone' && calendar.between(got, wanted) !== 0) expect([planId, days]).toEqual([planId, 0]);
      else if (task.kind !== 'milestone') expect([planId, got]).toEqual([planId, wanted]);
      expect(comments(next)).toEqual(comments(text));
      expect(undone(analysis, edits, next)).toBe(text);
    }
    if (steps > 0) expect(written).toBeGreaterThan(0);
  });

  it.each([2])('stretched by %d working days', (steps) => {
    for (const task of analysis.plan.tasks) {
      const planId = ids[task.index] ?? '';
      const { refused, edits } = answered(analysis, { kind: 'stretch', planId, shift: { steps }, grain: 'day' });
      if (refused !== undefined) continue;
      const { schedule } = analysed(made(analysis, edits));
      const [start = 0, finish = 0] = [analysis.schedule.start[task.index], analysis.schedule.finish[task.index]];
      const wanted = aimedFinish(timeOf(analysis, task), { start, finish }, { steps }, 'day');
      const day = (minute: number) => Math.floor((minute - 1) / 1440);
      expect([planId, day(schedule.finish[task.index] ?? 0)]).toEqual([planId, day(wanted)]);
      expect([planId, schedule.start[task.index]]).toEqual([planId, start]);
    }
  });
});

function comments(text: string): readonly string[] {
  return openTree(text).comments.map((comment) => comment.text);
}

/** The text with these edits taken back. */
function undone({ tree }: Analysis, edits: GestureAnswer['edits'], next: string): string {
  let shift = 0;
  const back = edits
    .map(({ range, newText }) => ({ start: tree.offsetAt(range.start), end: tree.offsetAt(range.end), newText }))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, newText }) => {
      const from = start + shift;
      shift += newText.length - (end - start);
      return { span: { start: from, end: from + newText.length }, text: tree.text({ start, end }) };
    });
  return applyEdits(next, back);
}
