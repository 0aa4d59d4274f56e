// The three samples that pictures are taken of: each of the 13 views has something to show of each, and what the rules say of them are hints.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../server/analysis.ts';
import { otherViews, tableViews, type View } from '../../../server/charts/view.ts';
import { ganttChart } from '../../../server/charts/whole-gantt.ts';
import { wordingFor } from '../../../server/words/findings.ts';
import { answerOf } from '../../page/made-views.ts';
import { analysed } from '../editor/analysed.ts';

const samples = ['software-release', 'operations-process', 'windfarm-community'];

describe.each(samples)('%s', (name) => {
  const analysis = analysed(readFileSync(`samples/${name}.plan.yaml`, 'utf8'));

  it('has a chart', () => {
    expect(ganttChart(analysis, wordingFor(analysis.plan, 'en')).rows.length).toBeGreaterThan(30);
  });

  it.each(otherViews)('shows something in %s', (view) => {
    const shown = answerOf(analysis, view).view;
    expect(shown?.empty).toBeUndefined();
    if (tableViews.has(view)) expect(linesOf(shown)).toBeGreaterThan(0);
    else expect(shown?.drawings.length).toBeGreaterThan(0);
  });

  it('spends money, has begun, and may end on different days', () => {
    const { unit, reported } = measured(analysis);
    expect([unit, reported]).toEqual(['money', true]);
    // A distribution of one bar says nothing.
    expect(answerOf(analysis, 'finish').view?.drawings[0]?.elements.length).toBeGreaterThan(3);
  });
});

function linesOf(view: View | undefined): number {
  return (view?.tables ?? []).reduce((sum, { lines }) => sum + lines.length, 0);
}

/** What the budget view measures in, and whether anything is reported as spent. */
function measured(analysis: Analysis): { readonly unit: string; readonly reported: boolean } {
  const drawing = answerOf(analysis, 'budget').view?.drawings[0];
  const unit = drawing?.mermaid.includes(`y-axis "${analysis.plan.root.currency?.value ?? '?'}"`) ? 'money' : 'time';
  return { unit, reported: drawing?.plots?.some(({ kind }) => kind === 'spent') ?? false };
}
