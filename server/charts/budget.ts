// Budget and earned value over time: what was to be done and spent by when, what is done, and what it has cost.
import type { Analysis } from '../analysis.ts';
import { type EarnedValue, earnedValue, type ValuePoint, valueSeries } from '../schedule/earned-value.ts';
import { type MeasuredWork, measuredWork } from '../schedule/measured-work.ts';
import { lastMinute } from '../schedule/moments.ts';
import { viewWords } from '../words/views.ts';
import { say, type Wording, word } from '../words/words.ts';
import { labelText } from './mermaid-text.ts';
import type { Drawing, LegendEntry, Line, Table, ViewContent } from './view.ts';
import { axisDays, finishDay, weeksBetween } from './view-dates.ts';

/** So many dates can be read below an axis. */
const mostParts = 20;

/** The view of an analysed plan. */
export function budget(analysis: Analysis, wording: Wording): ViewContent {
  const { plan, schedule } = analysis;
  const work = measuredWork(plan, schedule);
  if (work.tasks.length === 0) return { drawings: [], tables: [], empty: say(viewWords['no-work'], {}, wording) };
  const { statusDate } = plan.root;
  const asOf = statusDate === undefined ? undefined : lastMinute(statusDate.value);
  const from = Math.min(schedule.planStart, ...minutesOf(work, 'start'));
  const to = Math.max(schedule.planFinish, ...minutesOf(work, 'finish'), asOf ?? 0);
  const { edges } = weeksBetween(from, to, mostParts);
  const points = valueSeries(work.tasks, edges, asOf ?? Number.NEGATIVE_INFINITY);
  const total = work.unit === 'money' ? plan.root.budget?.total?.value : undefined;
  const now = asOf === undefined ? undefined : earnedValue(work.tasks, asOf);
  const { drawing, legend } = drawn(points, edges, total, work, wording);
  return {
    summary: summaryOf(work, now, asOf, wording),
    drawings: [drawing],
    tables: [...(now === undefined ? [] : [indexes(now, work, wording)]), tableOf(points, edges, work, wording)],
    legend,
    notes: [
      ...(work.unit === 'time' ? [say(viewWords['budget-in-time'], {}, wording)] : []),
      ...(asOf === undefined ? [say(viewWords['budget-without-status'], {}, wording)] : []),
    ],
  };
}

function minutesOf({ tasks }: MeasuredWork, edge: 'start' | 'finish'): readonly number[] {
  const pick = edge === 'start' ? Math.min : Math.max;
  return tasks.length === 0 ? [] : [tasks.reduce((found, task) => pick(found, task[edge]), tasks[0]?.[edge] ?? 0)];
}

/** An amount in the unit of the work, as a number of a chart: money, or working days. */
function amount(value: number, { unit }: MeasuredWork, wording: Wording): number {
  return unit === 'money' ? Math.round(value) : Math.round((value / wording.dayMinutes) * 10) / 10;
}

function worded(value: number, { unit }: MeasuredWork, wording: Wording): string {
  if (!Number.isFinite(value)) return '';
  return word(unit === 'money' ? { money: Math.round(value) } : { workingMinutes: value }, wording);
}

function summaryOf(
  work: MeasuredWork,
  now: EarnedValue | undefined,
  asOf: number | undefined,
  wording: Wording,
): string {
  const basis = say(viewWords[work.isPromised ? 'against-baseline' : 'against-plan'], {}, wording);
  if (now === undefined || asOf === undefined) return basis;
  const ratio = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : '—');
  const state = say(
    viewWords['earned-summary'],
    { date: finishDay(asOf), spi: ratio(now.spi), cpi: ratio(now.cpi) },
    wording,
  );
  return `${basis} · ${state}`;
}

/** Lines for what was planned, earned and spent, as far as that is known, and the budget as a level. */
function drawn(
  points: readonly ValuePoint[],
  edges: readonly number[],
  total: number | undefined,
  work: MeasuredWork,
  wording: Wording,
): { readonly drawing: Drawing; readonly legend: readonly LegendEntry[] } {
  const known = points.filter(({ ev }) => !Number.isNaN(ev)).length;
  const hasCosts = points.some(({ ac }) => !Number.isNaN(ac));
  const series = [
    { kind: 'planned', values: points.map(({ pv }) => pv), points: points.length },
    ...(known > 0 ? [{ kind: 'earned', values: points.map(({ ev }) => ev), points: known } as const] : []),
    ...(hasCosts ? [{ kind: 'spent', values: points.map(({ ac }) => ac), points: known } as const] : []),
    ...(total === undefined
      ? []
      : [{ kind: 'limit', values: points.map(() => total), points: points.length } as const]),
  ] as const;
  // Mermaid takes no gaps: behind the last known value that value stands, and the page cuts it off.
  const written = (values: readonly number[], count: number): string =>
    values.map((value, index) => amount(index < count ? value : (values[count - 1] ?? 0), work, wording)).join(', ');
  const highest = Math.max(1, ...series.flatMap(({ values }) => values.filter(Number.isFinite)));
  const axis = say(viewWords[work.unit === 'money' ? 'axis-money' : 'axis-days'], {}, wording);
  const unit = work.unit === 'money' && wording.currency !== undefined ? wording.currency : axis;
  const mermaid = [
    'xychart-beta',
    `    x-axis [${axisDays(edges)
      .map((day) => `"${labelText(day)}"`)
      .join(', ')}]`,
    `    y-axis "${labelText(unit)}" 0 --> ${amount(highest, work, wording)}`,
    ...series.map(({ values, points: count }) => `    line [${written(values, count)}]`),
  ];
  const plots = series.map(({ kind, points: count }) => ({
    name: say(viewWords[plotWords[kind]], {}, wording),
    kind,
    ...(count < points.length ? { points: count } : {}),
  }));
  return {
    drawing: { diagram: 'xychart', mermaid: `${mermaid.join('\n')}\n`, elements: [], plots },
    legend: plots.map(({ kind, name }) => ({ sign: kind, text: name })),
  };
}

const plotWords = {
  planned: 'plot-planned',
  earned: 'plot-earned',
  spent: 'plot-spent',
  limit: 'plot-budget',
} as const;

function indexes(now: EarnedValue, work: MeasuredWork, wording: Wording): Table {
  const ratio = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : '—');
  const values = {
    bac: worded(now.bac, work, wording),
    pv: worded(now.pv, work, wording),
    ev: worded(now.ev, work, wording),
    ac: worded(now.ac, work, wording),
    sv: worded(now.sv, work, wording),
    cv: worded(now.cv, work, wording),
    spi: ratio(now.spi),
    cpi: ratio(now.cpi),
    eac: worded(now.eac, work, wording),
    vac: worded(now.vac, work, wording),
  };
  const lines = (['bac', 'pv', 'ev', 'ac', 'sv', 'cv', 'spi', 'cpi', 'eac', 'vac'] as const)
    .filter((key) => values[key] !== '' && values[key] !== '—')
    .map((key): Line => ({ cells: [say(viewWords[key], {}, wording), values[key]] }));
  const columns = [
    { title: say(viewWords.measure, {}, wording) },
    { title: say(viewWords.value, {}, wording), isNumber: true },
  ];
  return { caption: say(viewWords['earned-table'], {}, wording), columns, lines };
}

function tableOf(points: readonly ValuePoint[], edges: readonly number[], work: MeasuredWork, wording: Wording): Table {
  const lines = points.map(
    ({ pv, ev, ac }, index): Line => ({
      cells: [finishDay(edges[index]), ...[pv, ev, ac].map((value) => worded(value, work, wording))],
    }),
  );
  const columns = (['date', 'plot-planned', 'plot-earned', 'plot-spent'] as const).map((key) => ({
    title: say(viewWords[key], {}, wording),
    isNumber: key !== 'date',
  }));
  return { caption: say(viewWords['value-table'], {}, wording), columns, lines };
}
