// The rows that stand out: the cursor's, the pointed-at one, and the one that the keyboard is at.
import { blockStart } from '../../server/charts/blocks.ts';
import { rowHeight } from './row-height.ts';
import type { Skeleton } from './skeleton.ts';
import { nameOf, type Strips } from './strip.ts';

/** What is drawn, and what is known of it. */
export interface Stage {
  readonly strips: Strips;
  readonly rowCount: number;
  rowNamed(planId: string): number | undefined;
  planIdOf(row: number): string | undefined;
}

export class Marks {
  readonly #parts: Skeleton;
  #stage: Stage = { strips: new Map(), rowCount: 0, rowNamed: () => undefined, planIdOf: () => undefined };
  #path: readonly string[] = [];
  #row: number | undefined;
  #pointed: number | undefined;
  #at: { readonly row: number; readonly planId: string | undefined } = { row: 0, planId: undefined };
  /** The keyboard is on its way to a row that is not drawn yet. */
  #focusComes = false;

  constructor(parts: Skeleton) {
    this.#parts = parts;
  }

  /** Other pictures of the same names are drawn: marks them. */
  repeat(stage: Stage): void {
    this.#stage = stage;
    this.#markCurrent();
    const row = this.#pointed;
    this.#pointed = undefined;
    this.point(row);
  }

  /** Other strips are drawn: marks them. `hadFocus`: a name had the focus before. */
  dress(stage: Stage, hadFocus: boolean): void {
    this.repeat(stage);
    // Who has gone on to something else meanwhile stays there.
    const isElsewhere = document.activeElement !== document.body && !this.#parts.names.contains(document.activeElement);
    if (isElsewhere) this.#focusComes = false;
    this.#rove(hadFocus || this.#focusComes, false);
  }

  /** Marks the cursor's task, or what it is folded into (`row`: as the server says), and brings it into view where asked to. */
  mark(path: readonly string[], row: number | undefined, reveal: boolean): void {
    this.#path = path;
    this.#row = row;
    const current = this.#markCurrent();
    const { chart, names } = this.#parts;
    if (current !== undefined && !names.contains(document.activeElement)) {
      // Who comes with the keyboard comes to where the cursor is.
      this.#at = { row: current, planId: this.#stage.planIdOf(current) };
      this.#rove(false, false);
    }
    if (current === undefined || !reveal) return;
    const room = this.#room();
    const top = current * rowHeight;
    if (top < chart.scrollTop || top + rowHeight > chart.scrollTop + room)
      chart.scrollTop = Math.max(0, top - room / 2);
    const span = [...this.#stage.strips.values()].map(({ picture }) => picture.spanOf(current)).find(Boolean);
    const width = chart.clientWidth - names.offsetWidth;
    if (span !== undefined && (span.right < chart.scrollLeft || span.left > chart.scrollLeft + width))
      chart.scrollLeft = Math.max(0, span.left - width / 3);
  }

  #markCurrent(): number | undefined {
    const named = this.#path.map((planId) => this.#stage.rowNamed(planId)).findLast((index) => index !== undefined);
    const row = this.#path.length === 0 ? undefined : (named ?? this.#row);
    for (const element of this.#parts.names.querySelectorAll('.current')) {
      element.classList.remove('current');
      element.removeAttribute('aria-current');
    }
    for (const { picture } of this.#stage.strips.values()) picture.mark('current', row);
    const element = row === undefined ? undefined : nameOf(this.#stage.strips, row);
    element?.classList.add('current');
    element?.setAttribute('aria-current', 'true');
    return row;
  }

  /** Marks the row under the pointer or with the focus, with its links. */
  point(row: number | undefined): void {
    if (row === this.#pointed) return;
    this.#pointed = row;
    for (const element of this.#parts.names.querySelectorAll('.pointed')) element.classList.remove('pointed');
    const { strips } = this.#stage;
    if (row !== undefined) nameOf(strips, row)?.classList.add('pointed');
    const { links } = (row === undefined ? undefined : strips.get(blockStart(row))) ?? { links: [] };
    const pointed = links.filter(({ from, to }) => from.row === row || to.row === row);
    for (const { picture } of strips.values()) {
      picture.mark('pointed', row);
      picture.pointAt(pointed);
    }
  }

  /** The row that the keyboard is at: one row can be reached by Tab. */
  get focusedRow(): number {
    const { row, planId } = this.#at;
    const named = planId === undefined ? undefined : this.#stage.rowNamed(planId);
    return Math.min(named ?? row, Math.max(0, this.#stage.rowCount - 1));
  }

  /** Takes the keyboard to a row; where that is not drawn yet, it gets there when it is. */
  focus(row: number): void {
    this.#at = { row, planId: this.#stage.planIdOf(row) };
    this.#rove(true, true);
  }

  #rove(takeFocus: boolean, reveal: boolean): void {
    const { names, chart } = this.#parts;
    for (const element of names.querySelectorAll<HTMLElement>('[tabindex="0"]')) element.tabIndex = -1;
    const row = this.focusedRow;
    const element = nameOf(this.#stage.strips, row);
    if (element === undefined && this.#stage.rowCount > 0) names.tabIndex = 0;
    else names.removeAttribute('tabindex');
    if (element !== undefined) {
      element.tabIndex = 0;
      this.#at = { row, planId: this.#stage.planIdOf(row) };
    }
    if (takeFocus) {
      (element ?? names).focus({ preventScroll: true });
      this.#focusComes = element === undefined;
    }
    if (!reveal) return;
    const top = row * rowHeight;
    const room = this.#room();
    if (top < chart.scrollTop) chart.scrollTop = top;
    else if (top + rowHeight > chart.scrollTop + room) chart.scrollTop = top + rowHeight - room;
  }

  /** The height of what is seen of the rows. */
  #room(): number {
    return this.#parts.chart.clientHeight - this.#parts.corner.offsetHeight;
  }
}
