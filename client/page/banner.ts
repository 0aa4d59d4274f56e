// What is said below a chart or a view: why nothing newer is shown, what was left out, and that what is seen is an older one.
import type { BannerLine } from '../../server/charts/chart.ts';
import { showNotes } from './notes.ts';
import type { Skeleton } from './skeleton.ts';

export class Banner {
  readonly #parts: Pick<Skeleton, 'page' | 'notes' | 'live'>;
  /** Why nothing newer comes; undefined while all is well. */
  trouble: string | undefined;

  constructor(parts: Pick<Skeleton, 'page' | 'notes' | 'live'>) {
    this.#parts = parts;
  }

  /** `stale`: the words for it, where what is seen is older than the text. */
  show(lines: readonly BannerLine[], stale: string | undefined): void {
    this.#parts.page.classList.toggle('stale', stale !== undefined || this.trouble !== undefined);
    showNotes(this.#parts, [
      ...(this.trouble === undefined ? [] : [{ severity: 'error' as const, text: this.trouble }]),
      ...lines,
      ...(stale === undefined ? [] : [{ severity: 'info' as const, text: stale }]),
    ]);
  }
}
