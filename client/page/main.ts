// The page's program: connects the chart with the one that holds the page, the pointer and the keyboard.
import './page.css';
import type { Folding } from '../../server/charts/folding.ts';
import type { ChartAnswer } from '../../server/protocol.ts';
import { ChartView } from './chart-view.ts';
import { editByHand } from './editing/edit-by-hand.ts';
import { exportedChart } from './exported-chart.ts';
import { listenToHands } from './hands.ts';
import { findHolder } from './holder.ts';
import type { Rows } from './looked-at.ts';
import type { PageState, ToPage } from './messages.ts';
import { offerChart, paint, paintView } from './painting.ts';
import { Reading } from './reading.ts';
import { skeleton, word } from './skeleton.ts';
import { Tooltip } from './tooltip.ts';
import { OtherViews } from './views/other-views.ts';
import { type PageLocale, wordsIn } from './words.ts';

const holder = findHolder();
const exported = exportedChart();
const parts = skeleton();
const tooltip = new Tooltip();
document.body.append(tooltip.element);

let locale: PageLocale = 'en';
let say = wordsIn(locale);
let kept: PageState | undefined = holder.state;
let about = { uri: kept?.uri ?? '', locked: kept?.locked ?? false };
let folding = kept?.folding;
/** What the holder knows to be at the top. */
let atTop: string | undefined;

/** In a file of its own the whole of a chart of usual length is drawn: for paper, and for the browser's own search. */
const margin = exported === undefined ? 50 : 1_000;

const view = new ChartView(parts, say, margin, {
  moved: () => {
    reading.follow();
    keep();
    hands?.drawn(parts.page.dataset.version ?? '');
  },
  glided: () => {
    reading.follow();
    hands?.follow();
  },
  failed: (version, reason) => holder.send({ type: 'failed', version, reason }),
  looks: (rows) => {
    if (exported !== undefined) queueMicrotask(() => view.take(exported.answer(spanOf(rows))));
    else holder.send({ type: 'look', ...spanOf(rows), ...around(view.place()) });
  },
});

/** In a chart of its own nothing answers: it is read only. */
const hands =
  exported === undefined
    ? editByHand({
        parts,
        view,
        tooltip,
        holder,
        at: () => view.marks.focusedRow,
        focus: (row) => view.marks.focus(row),
      })
    : undefined;
/** A file of its own holds its chart and nothing else. */
const others =
  exported === undefined
    ? new OtherViews(parts, kept, {
        send: holder.send,
        ganttShown: (isShown) => {
          view.isShown = isShown;
        },
        changed: () => keep(),
      })
    : undefined;
const reading = new Reading(parts, view, say, holder, {
  moved: () => keep(),
  wants: (want) => {
    if (exported === undefined) holder.send({ type: 'want', want });
    else {
      exported.filter(want.filter ?? {});
      redrawExported();
    }
  },
});

function redrawExported(): void {
  if (exported === undefined) return;
  const answer = exported.answer({
    ...spanOf(view.wanted),
    ...(reading.want.overview === undefined ? {} : { overview: reading.want.overview }),
  });
  reading.take(answer);
  view.take(answer);
}

/** The task at the top, for the server to say where it has gone. */
function around({ top }: Pick<PageState, 'top'>): { readonly around?: string } {
  return top === undefined ? {} : { around: top.planId };
}

function spanOf({ first, end }: Rows) {
  return { first, count: end - first };
}

function hear(message: ToPage): void {
  switch (message.type) {
    case 'about':
      // A plan that moved is as one that was loaded again: its chart comes under the new name.
      if (message.was !== undefined && message.was === view.uri) kept = { ...stateNow(), uri: message.uri };
      about = { uri: message.uri, locked: message.locked };
      parts.lock.hidden = !message.locked;
      speak(message.locale);
      others?.about(message.uri, message.view ?? 'gantt');
      keep();
      break;
    case 'chart':
      take(message.chart);
      break;
    case 'beside-chart':
      if (message.chart.uri === about.uri) reading.take(message.chart);
      break;
    case 'view':
      others?.take(message.answer);
      break;
    case 'mark':
      others?.mark(message.path);
      view.marks.mark(message.path, message.row, message.reveal);
      break;
    case 'hover':
      tooltip.fill(message.planId, message.markdown);
      break;
    case 'against':
      reading.compare(message.against);
      break;
    case 'paint':
      void paint(message, { width: parts.views.clientWidth, zoom: view.zoom }, locale, say).then(holder.send);
      break;
    case 'paint-view':
      void paintView(message).then(holder.send);
      break;
    case 'tried':
    case 'made':
      hands?.hear(message);
      break;
    case 'trouble':
      if (others?.isShown === true) others.trouble(message.text);
      else view.trouble(message.text);
      break;
  }
}

/** What is new of a chart: of the plan before (the reader stays where they are), of one seen before the page was loaded again, or of another. */
function take(chart: ChartAnswer): void {
  if (makesOld(chart, tooltip.planId)) tooltip.hide();
  reading.take(chart);
  if (view.uri === chart.uri || kept?.uri !== chart.uri) {
    if (view.uri !== undefined && view.uri !== chart.uri) view.zoom = folding = undefined;
    view.take(chart);
    return;
  }
  const { zoom, top, left } = kept;
  view.zoom = zoom;
  view.take(chart, { ...(top === undefined ? {} : { top }), ...(left === undefined ? {} : { left }) });
}

/** Whether what was known of a task may be another now: not where only rows elsewhere come, of the same chart. */
function makesOld({ head, blocks }: ChartAnswer, planId: string | undefined): boolean {
  return head !== undefined || blocks.some(({ rows }) => rows.some((row) => row.planId === planId));
}

function keep(): void {
  if (kept !== undefined) {
    // Until its first chart is there, the place that was kept is still to come.
    if (about.uri === kept.uri && view.uri !== kept.uri) {
      const { view: _, viewTable: __, ...place } = kept;
      holder.keep({ ...place, ...others?.state });
      return;
    }
    kept = undefined;
  }
  const state = stateNow();
  if (state.top !== undefined && state.top.planId !== atTop) holder.send({ type: 'at', around: state.top.planId });
  atTop = state.top?.planId;
  holder.keep(state);
}

function stateNow(): PageState {
  const { zoom } = view;
  return {
    ...about,
    ...view.place(),
    ...(zoom === undefined ? {} : { zoom }),
    ...(folding === undefined ? {} : { folding }),
    ...(parts.sheet.hidden ? {} : { table: true }),
    ...others?.state,
    ...reading.kept,
  };
}

function fold(next: Folding): void {
  folding = next;
  tooltip.hide();
  if (exported === undefined) holder.send({ type: 'fold', folding: next });
  else {
    exported.fold(next);
    redrawExported();
  }
  keep();
}

function showTable(on: boolean): void {
  view.showTable(on);
  parts.buttons.table.setAttribute('aria-pressed', String(on));
  for (const name of ['zoom-in', 'zoom-out', 'fit'] as const) parts.buttons[name].disabled = on;
  tooltip.hide();
  keep();
}

function speak(next: PageLocale): void {
  locale = next;
  say = wordsIn(locale);
  document.documentElement.lang = locale === 'zh-cn' ? 'zh-CN' : 'en';
  word(parts, say);
  view.speak(locale, say);
  hands?.speak(locale);
  others?.speak(locale);
  reading.speak(say);
}

listenToHands({
  parts,
  view,
  tooltip,
  say: () => say,
  holder,
  folding: () => folding,
  fold,
  keep,
  showTable,
  isSaying: () => hands?.isSaying() === true,
});
speak(exported?.locale ?? (document.documentElement.lang.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en'));
if (kept !== undefined) reading.restore(kept);
if (kept?.table === true) showTable(true);
holder.listen(hear);
if (exported !== undefined) {
  const first = exported.answer({ count: margin });
  reading.take(first);
  view.take(first);
  offerChart(exported, say);
}
parts.buttons.export.hidden = !holder.present;
parts.buttons['new-task'].hidden = !holder.present;
holder.send({ type: 'ready', ...around(kept ?? {}), want: reading.want });
