// A small house and a long list, as charts: for looking at them.
import type { Changes } from '../../server/charts/compare.ts';
import { type MadeChart, madeChart } from './made-charts.ts';

/** Of these rows, by whom and under which tags. */
function withFacts(chart: MadeChart, facts: NonNullable<MadeChart['facts']>): MadeChart {
  return {
    ...chart,
    facts,
    choices: {
      people: [
        { id: 'mia', name: 'Mia Wong' },
        { id: 'sam', name: '<b>Sam</b>' },
      ],
      tags: ['red'],
      baselines: [{ id: 'contract', name: 'contract' }],
    },
  };
}

export const house = (): MadeChart =>
  withFacts(
    madeChart([
      { name: 'Shell', kind: 'summary', isPhase: true, from: 2, to: 20, critical: true },
      { name: 'Dig', depth: 1, from: 2, to: 9, critical: true },
      { name: 'Pour', depth: 1, from: 9, to: 20 },
      { name: 'Fit', kind: 'summary', isPhase: true, from: 20, to: 40 },
      { name: 'Paint', depth: 1, from: 20, to: 30 },
      { name: 'Pour the floor', depth: 1, from: 30, to: 40 },
    ]),
    [
      { people: [], tags: [] },
      { people: ['mia'], tags: [] },
      { people: ['sam'], tags: [] },
      { people: [], tags: ['red'] },
      { people: ['mia', 'sam'], tags: [] },
      { people: [], tags: [] },
    ],
  );

export const long = (rows: number): MadeChart =>
  madeChart(
    Array.from({ length: rows }, (_, index) => ({
      name: `Task ${index}`,
      from: 2 + index,
      to: 8 + index,
      critical: index % 10 === 0,
    })),
  );

export const moved: Changes = {
  summary: 'The work ends on 2026-04-08, 3 working days later than before (2026-04-03).',
  lines: [
    {
      planId: 'id-1',
      name: 'Dig',
      kind: 'later',
      moved: '3 working days later',
      because: 'it takes 3 working days longer',
    },
    { planId: 'id-2', name: 'Pour', kind: 'earlier', moved: '1 working day earlier', because: '' },
    { planId: 'id-4', name: 'Paint', kind: 'added', moved: 'new', because: '' },
    { name: 'Old shed', kind: 'removed', moved: 'gone', because: '' },
  ],
  more: 12,
};
