// What the page and the one that holds it (the panel in VS Code) say to each other.
import type { ChartAnswer } from '../../server/protocol.ts';

/** To the page. */
export type ToPage =
  | { readonly type: 'chart'; readonly chart: ChartAnswer }
  /** The cursor's task: its name and those around it, the outermost first; empty outside the work. `reveal`: bring it into view. */
  | { readonly type: 'mark'; readonly path: readonly string[]; readonly reveal: boolean }
  /** The editor's hover text of a task, Markdown. */
  | { readonly type: 'hover'; readonly planId: string; readonly markdown: string }
  | { readonly type: 'about'; readonly locale: 'en' | 'zh-cn'; readonly uri: string; readonly locked: boolean }
  /** No chart could be had; what is shown stays. */
  | { readonly type: 'trouble'; readonly text: string };

/** From the page. */
export type FromPage =
  | { readonly type: 'ready' }
  /** A task was chosen: show its text; `takeFocus`: and go there. */
  | { readonly type: 'select'; readonly planId: string; readonly takeFocus: boolean }
  | { readonly type: 'hover'; readonly planId: string }
  /** Plan ids of the summaries that are to be folded. */
  | { readonly type: 'fold'; readonly folded: readonly string[] }
  /** Drawing failed; for the log. */
  | { readonly type: 'failed'; readonly version: number; readonly reason: string };

/** What the page keeps over a reload of the window; VS Code gives it back to page and panel. */
export interface PageState {
  readonly uri: string;
  readonly locked: boolean;
  readonly folded?: readonly string[];
  /** Pixels per day; undefined: as wide as the panel. */
  readonly zoom?: number;
  /** The row at the top of what is seen, and how far it is scrolled out, in pixels. */
  readonly top?: { readonly planId: string; readonly offset: number };
  /** The moment at the left edge. */
  readonly left?: string;
  readonly table?: boolean;
}
