// Charts made by hand, for tests of what is drawn from them.
import { type FoldedRows, foldHere, signsOf } from '../../client/page/fold-here.ts';
import type { ChartLink, ChartRow, GanttChart } from '../../server/charts/chart.ts';
import { answerFrom } from '../../server/charts/chart-answer.ts';
import type { Changes } from '../../server/charts/compare.ts';
import type { Filter } from '../../server/charts/filter.ts';
import type { ChartAnswer } from '../../server/protocol.ts';

/** A chart and the text that it shows. */
export interface MadeChart extends GanttChart {
  readonly uri: string;
  readonly version: number;
  /** What moved, where that is asked for. */
  readonly changes?: Changes;
}

/** The chart as a server holds it; its rows are folded as they are made. */
export function rowsOf(chart: MadeChart, filter: Filter = {}): FoldedRows {
  const folding = {
    base: 'none' as const,
    folded: chart.rows.filter((row) => row.folded).map((row) => row.planId),
    unfolded: [],
  };
  return foldHere(chart, folding, filter);
}

/** All of a chart at once, as a page gets it that knows nothing yet. */
export function wholeAnswer(chart: MadeChart): ChartAnswer {
  const { uri, version } = chart;
  return { uri, version, ...answerFrom(rowsOf(chart), { first: 0, count: chart.rows.length }) };
}

/** A row by what is special about it; days are days of March 2026 (32 is 1 April), the finish is exclusive. */
export type MadeRow = Partial<Omit<ChartRow, 'start' | 'finish' | 'drawn' | 'deadline'>> & {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly deadlineDay?: number;
};

/** `[from row, to row, type, critical]`. */
export type MadeLink = readonly [number, number, ChartLink['type']?, boolean?];

const midnight = (day: number): string => new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 16);

/** A chart of these rows. Bars are drawn from midnight to midnight; work is from 9 to 18. */
export function madeChart(
  made: readonly MadeRow[],
  links: readonly MadeLink[] = [],
  more: Partial<MadeChart> = {},
): MadeChart {
  /** By depth: the last row so far; by row (-1: the top): how many are inside. */
  const around: number[] = [];
  const inside = new Map<number, number>();
  const places = made.map(({ depth = 0 }, index) => {
    around[depth] = index;
    const parent = depth === 0 ? -1 : (around[depth - 1] ?? -1);
    const place = (inside.get(parent) ?? 0) + 1;
    inside.set(parent, place);
    return { parent, place };
  });
  const rows = made.map(({ from, to, deadlineDay, ...row }, index): ChartRow => {
    const isPoint = row.kind === 'milestone';
    const { parent, place } = places[index] ?? { parent: -1, place: 1 };
    return {
      parent,
      place,
      siblings: inside.get(parent) ?? 1,
      chartId: `t${index.toString(36)}`,
      planId: `id-${index}`,
      kind: 'task',
      isPhase: false,
      depth: 0,
      start: midnight(from).replace('00:00', '09:00'),
      finish: midnight(to - 1).replace('00:00', '18:00'),
      drawn: {
        start: midnight(from),
        finish: midnight(isPoint ? from : to),
        ...(deadlineDay === undefined ? {} : { deadline: midnight(deadlineDay) }),
      },
      length: isPoint ? 'milestone' : `${to - from} days`,
      progress: 0,
      critical: false,
      cancelled: false,
      folded: false,
      hasChildren: (made[index + 1]?.depth ?? 0) > (row.depth ?? 0),
      late: false,
      ...(deadlineDay === undefined ? {} : { deadline: midnight(deadlineDay - 1).replace('00:00', '18:00') }),
      ...row,
    };
  });
  const first = Math.min(...made.map(({ from }) => from), 2);
  const last = Math.max(...made.map(({ to, deadlineDay }) => Math.max(to, deadlineDay ?? to)), 3);
  const span = { from: midnight(first - 2), to: midnight(last + 2) };
  const title = more.title ?? 'Website relaunch';
  return {
    uri: 'file:///plans/website.plan.yaml',
    version: 1,
    title,
    blank: false,
    rowCount: rows.length,
    withTime: rows.length > 0 && rows.every(({ start, drawn }) => start === drawn.start),
    nested: rows.some(({ hasChildren }) => hasChildren),
    signs: signsOf(rows),
    widest: [...rows].sort((a, b) => b.name.length - a.name.length)[0] ?? { name: '', depth: 0, kind: 'task' },
    rows,
    links: links.map(([from, to, type = 'FS', critical = false]) => ({
      from: `t${from.toString(36)}`,
      to: `t${to.toString(36)}`,
      type,
      critical,
    })),
    ...span,
    today: midnight(14),
    start: midnight(first),
    finish: midnight(last),
    daysOff: weekends(first - 2, last + 2),
    banner: [],
    folded: [],
    locale: 'en',
    ...more,
  };
}

function weekends(from: number, to: number): MadeChart['daysOff'] {
  const found = [];
  for (let day = from; day < to; day++) {
    if (new Date(Date.UTC(2026, 2, day)).getUTCDay() === 6)
      found.push({ from: midnight(day).slice(0, 10), to: midnight(day + 1).slice(0, 10) });
  }
  return found;
}

/** One of everything that can be on a chart. */
export function everything(more: Partial<MadeChart> = {}): MadeChart {
  const zh = more.locale === 'zh-cn';
  const rows: MadeRow[] = [
    {
      name: zh ? '启动阶段' : 'Preparation',
      kind: 'summary',
      isPhase: true,
      from: 2,
      to: 21,
      progress: 78,
      critical: true,
    },
    { name: zh ? '需求访谈与整理' : 'Interviews', depth: 1, from: 2, to: 7, progress: 100, owner: zh ? '李伟' : 'Mia' },
    {
      name: zh ? '方案设计' : 'Concept and wireframes',
      depth: 1,
      from: 7,
      to: 14,
      progress: 100,
      critical: true,
      severity: 'warning',
    },
    { name: zh ? '评审' : 'Review', depth: 1, kind: 'summary', from: 14, to: 21, progress: 30, critical: true },
    {
      name: zh ? '内部评审' : 'Inside the team',
      depth: 2,
      from: 14,
      to: 18,
      progress: 60,
      critical: true,
      owner: 'Sam',
      deadlineDay: 17,
      late: true,
      severity: 'error',
    },
    { name: zh ? '客户评审' : 'With the client', depth: 2, from: 18, to: 21, critical: true },
    {
      name: zh ? '方案批准' : 'Concept approved',
      depth: 1,
      kind: 'milestone',
      from: 21,
      to: 22,
      critical: true,
      deadlineDay: 23,
    },
    { name: zh ? '实施阶段' : 'Build', kind: 'summary', isPhase: true, from: 21, to: 41, progress: 0, critical: true },
    { name: zh ? '前端开发' : 'Front end', depth: 1, from: 21, to: 33, critical: true, slack: '0 days' },
    { name: zh ? '后端开发' : 'Back end', depth: 1, from: 21, to: 29, slack: '4 working days', deadlineDay: 36 },
    { name: zh ? '旧版数据迁移（取消）' : 'Migration of the old shop', depth: 1, from: 24, to: 28, cancelled: true },
    { name: zh ? '内容录入' : 'Content', depth: 1, from: 16, to: 27, progress: 35, slack: '6 working days' },
    { name: zh ? '缓冲时间' : 'Reserve', depth: 1, kind: 'buffer', from: 33, to: 38, critical: true },
    { name: zh ? '上线' : 'Launch', depth: 1, kind: 'milestone', from: 38, to: 39, critical: true },
    {
      name: zh ? '运营阶段' : 'Operation',
      kind: 'summary',
      isPhase: true,
      from: 38,
      to: 52,
      folded: true,
      hasChildren: true,
    },
    { name: zh ? '周报' : 'Weekly report', from: 30, to: 31 },
  ];
  return madeChart(
    rows,
    [
      [1, 2],
      [2, 4, 'FS', true],
      [4, 5, 'FS', true],
      [5, 6, 'FS', true],
      [6, 8, 'FS', true],
      [6, 9],
      [9, 8, 'FF'],
      [9, 11, 'SS'],
      [8, 12, 'FS', true],
      [12, 13, 'FS', true],
      [13, 14],
      [11, 10],
    ],
    { title: zh ? '官网改版计划' : 'Website relaunch', statusDate: midnight(16), today: midnight(19), ...more },
  );
}
