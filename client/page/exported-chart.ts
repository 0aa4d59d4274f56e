// The chart that an exported page carries in itself: it answers as a server would.
import type { RowSource } from '../../server/charts/blocks.ts';
import type { GanttChart } from '../../server/charts/chart.ts';
import { answerFrom, type ChartQuestion } from '../../server/charts/chart-answer.ts';
import { type Folding, fitting } from '../../server/charts/folding.ts';
import type { ChartAnswer } from '../../server/protocol.ts';
import { foldHere } from './fold-here.ts';

export class ExportedChart {
  readonly #chart: GanttChart;
  #rows: RowSource;
  /** How often it was folded: each time it is another chart. */
  #version = 1;

  constructor(chart: GanttChart) {
    this.#chart = chart;
    this.#rows = foldHere(chart, fitting);
  }

  get locale(): GanttChart['locale'] {
    return this.#chart.locale;
  }

  fold(folding: Folding): void {
    this.#rows = foldHere(this.#chart, folding);
    this.#version += 1;
  }

  answer(question: ChartQuestion): ChartAnswer {
    return { uri: '', version: this.#version, ...answerFrom(this.#rows, question) };
  }
}

/** Undefined in a webview, where charts come from the panel. The element is written by `server/charts/html.ts`. */
export function exportedChart(): ExportedChart | undefined {
  const text = document.getElementById('plan-chart')?.textContent;
  return text === undefined ? undefined : new ExportedChart(JSON.parse(text));
}
