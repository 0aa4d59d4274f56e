// What Mermaid has drawn of a chart's time: one drawing for each fineness of the grid, from which every width is had.
import type { ChartHead } from '../../server/charts/chart.ts';
import { drawPattern, type Pattern } from './bars.ts';
import type { Grain } from './time-scale.ts';

type Time = Pick<ChartHead, 'from' | 'to'>;

export class Patterns {
  #time = '';
  readonly #asked = new Map<string, Promise<Pattern>>();
  readonly #drawn = new Map<string, Pattern>();

  /** A drawing of this time with this grid, on whatever width; undefined where there is none yet. */
  ready({ from, to }: Time, { tickInterval }: Grain): Pattern | undefined {
    return this.#time === `${from} ${to}` ? this.#drawn.get(tickInterval) : undefined;
  }

  /** The same when it is there. Rejects where Mermaid can't draw it on this width. */
  async drawn({ from, to }: Time, width: number, grain: Grain): Promise<Pattern> {
    const [time, { tickInterval }] = [`${from} ${to}`, grain];
    if (this.#time !== time) {
      this.#asked.clear();
      this.#drawn.clear();
    }
    this.#time = time;
    const asked = this.#asked.get(tickInterval) ?? drawPattern({ from, to }, width, grain);
    this.#asked.set(tickInterval, asked);
    try {
      const pattern = await asked;
      if (this.#asked.get(tickInterval) === asked) this.#drawn.set(tickInterval, pattern);
      return pattern;
    } catch (error) {
      if (this.#asked.get(tickInterval) === asked) this.#asked.delete(tickInterval);
      throw error;
    }
  }
}
