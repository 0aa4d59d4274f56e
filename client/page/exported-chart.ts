// The chart that an exported page carries in itself: it answers as a server would.
import type { GanttChart } from '../../server/charts/chart.ts';
import { answerFrom, type ChartQuestion, tagged } from '../../server/charts/chart-answer.ts';
import type { Filter } from '../../server/charts/filter.ts';
import { type Folding, fitting } from '../../server/charts/folding.ts';
import type { ChartAnswer } from '../../server/protocol.ts';
import { type FoldedRows, foldHere } from './fold-here.ts';

export class ExportedChart {
  readonly #chart: GanttChart;
  #rows: FoldedRows;
  #folding: Folding = fitting;
  #filter: Filter = {};
  /** How often it was folded or filtered: each time it is another chart. */
  #version = 1;

  constructor(chart: GanttChart) {
    this.#chart = chart;
    this.#rows = foldHere(chart, this.#folding, this.#filter);
  }

  get locale(): GanttChart['locale'] {
    return this.#chart.locale;
  }

  fold(folding: Folding): void {
    this.#folding = folding;
    this.#renew();
  }

  filter(filter: Filter): void {
    this.#filter = filter;
    this.#renew();
  }

  answer(question: ChartQuestion): ChartAnswer {
    const { overview } = question;
    return {
      uri: '',
      version: this.#version,
      ...answerFrom(this.#rows, question),
      ...(overview === undefined ? {} : { overview: tagged(this.#rows.overview(overview)) }),
    };
  }

  #renew(): void {
    this.#rows = foldHere(this.#chart, this.#folding, this.#filter);
    this.#version += 1;
  }
}

/** Undefined in a webview, where charts come from the panel. The element is written by `server/charts/html.ts`. */
export function exportedChart(): ExportedChart | undefined {
  const text = document.getElementById('plan-chart')?.textContent;
  return text === undefined ? undefined : new ExportedChart(JSON.parse(text));
}
