// What is said around the chart: its title above; below it what was left out, and what went wrong.
import type { BannerLine, ChartHead } from '../../server/charts/chart.ts';
import { dateText, finishText } from './row-text.ts';
import type { Skeleton } from './skeleton.ts';
import { withCode } from './with-code.ts';

/** Shows these lines; those that are there already are not said again to screen readers. */
export function showNotes({ notes, live }: Pick<Skeleton, 'notes' | 'live'>, lines: readonly BannerLine[]): void {
  const before = [...notes.children].map((line) => line.textContent).join('\n');
  if (before === lines.map(({ text }) => text.replaceAll('`', '')).join('\n')) return;
  notes.replaceChildren(
    ...lines.map(({ severity, text }) => {
      const line = document.createElement('li');
      line.className = severity;
      line.append(...withCode(text));
      return line;
    }),
  );
  // What scrolls has to be reachable by the keyboard.
  if (live.scrollHeight > live.clientHeight) live.tabIndex = 0;
  else live.removeAttribute('tabindex');
}

/** Shows a plan's name, and when it begins and ends. */
export function showTitle({ title, when }: Skeleton, head: ChartHead): void {
  const dates =
    head.rowCount === 0 ? '' : `${dateText(head.start, head.withTime)} → ${finishText(head, head.withTime)}`;
  title.textContent = head.title;
  when.textContent = dates;
  // Where there is little room both may be cut.
  title.title = [head.title, dates].filter((part) => part !== '').join('\n');
}
