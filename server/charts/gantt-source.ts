// Mermaid's Gantt text of a chart's rows: computed starts and ends only, so that nothing is left to Mermaid's own arithmetic.
import { chartWords } from '../words/charts.ts';
import { say, type Wording } from '../words/words.ts';
import type { ChartRow, Moment } from './chart.ts';
import { mermaidText, oneLine } from './mermaid-text.ts';

/** The source of a chart; the title line is left out where there is no title. An open summary is its section's head only. */
export function ganttSource(rows: readonly ChartRow[], title: string, wording: Wording): string {
  const moments = rows.flatMap(({ drawn }) => [drawn.start, drawn.finish]);
  const wholeDays = moments.every((moment) => moment.endsWith('T00:00'));
  const write = (moment: Moment): string => (wholeDays ? moment.slice(0, 10) : moment);
  const lines = ['gantt'];
  if (oneLine(title) !== '') lines.push(`    title ${mermaidText(title, '')}`);
  lines.push(
    `    dateFormat ${wholeDays ? 'YYYY-MM-DD' : 'YYYY-MM-DDTHH:mm'}`,
    `    axisFormat ${axisFormat(moments)}`,
    '    todayMarker off',
  );
  const sections = new Sections(wording);
  for (const [index, row] of rows.entries()) {
    if (row.depth === 0) {
      const section = sections.begin(row, index === 0);
      if (section !== undefined) lines.push(`    section ${section}`);
    }
    if (row.kind === 'summary' && row.hasChildren && !row.folded) continue;
    const tags = tagsOf(row).map((tag) => `${tag}, `);
    lines.push(
      `    ${mermaidText(row.name, row.planId)} :${tags.join('')}${row.chartId}, ${write(row.drawn.start)}, ${write(row.drawn.finish)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function tagsOf(row: ChartRow): string[] {
  const done = row.progress >= 100 || row.cancelled;
  return [
    ...(row.critical && !row.cancelled ? ['crit'] : []),
    ...(done ? ['done'] : row.progress > 0 ? ['active'] : []),
    ...(row.kind === 'milestone' ? ['milestone'] : []),
  ];
}

/** Days where they can be told apart, else months; hours for a day or two. */
function axisFormat(moments: readonly Moment[]): string {
  const times = moments.map((moment) => Date.parse(`${moment}Z`));
  const days =
    (times.reduce((a, b) => Math.max(a, b), 0) - times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)) /
    86_400_000;
  return days <= 3 ? '%m-%d %H:%M' : days <= 700 ? '%Y-%m-%d' : '%Y-%m';
}

/** Section lines. Mermaid merges sections of one name, so each name is made unique; a top-level task after a section needs one of its own. */
class Sections {
  readonly #taken = new Map<string, number>();
  readonly #wording: Wording;
  #open: 'none' | 'subplans' | 'summary' | 'others' = 'none';

  constructor(wording: Wording) {
    this.#wording = wording;
  }

  /** The section's text where a row at the top begins one. */
  begin(row: ChartRow, isFirst: boolean): string | undefined {
    if (row.isSubplan === true) {
      if (this.#open === 'subplans') return undefined;
      this.#open = 'subplans';
      return this.#unique(mermaidText(say(chartWords.subplans, {}, this.#wording), ''));
    }
    if (row.kind === 'summary') {
      this.#open = 'summary';
      return this.#unique(mermaidText(row.name, row.planId));
    }
    if (isFirst || this.#open === 'none' || this.#open === 'others') return undefined;
    this.#open = 'others';
    return this.#unique(mermaidText(say(chartWords['other-tasks'], {}, this.#wording), ''));
  }

  #unique(text: string): string {
    const before = this.#taken.get(text) ?? 0;
    this.#taken.set(text, before + 1);
    return before === 0 ? text : this.#unique(`${text} (${before + 1})`);
  }
}
