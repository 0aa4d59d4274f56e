// The page's program: connects the chart with the one that holds the page, the pointer and the keyboard.
import './page.css';
import type { ChartAnswer } from '../../server/protocol.ts';
import { ChartView } from './chart-view.ts';
import { exportedChart } from './exported-chart.ts';
import { foldHere } from './fold-here.ts';
import { listenToHands } from './hands.ts';
import { findHolder } from './holder.ts';
import type { PageState, ToPage } from './messages.ts';
import { skeleton, word } from './skeleton.ts';
import { Tooltip } from './tooltip.ts';
import { type PageLocale, wordsIn } from './words.ts';

const holder = findHolder();
const exported = exportedChart();
const parts = skeleton();
const tooltip = new Tooltip();
document.body.append(tooltip.element);

let say = wordsIn('en');
let kept: PageState | undefined = holder.state;
let about = { uri: kept?.uri ?? '', locked: kept?.locked ?? false };
let folded = kept?.folded;

const view = new ChartView(parts, say, {
  moved: () => keep(),
  failed: (version, reason) => holder.send({ type: 'failed', version, reason }),
});

function hear(message: ToPage): void {
  switch (message.type) {
    case 'about':
      about = { uri: message.uri, locked: message.locked };
      parts.lock.hidden = !message.locked;
      speak(message.locale);
      keep();
      break;
    case 'chart':
      take(message.chart);
      break;
    case 'mark':
      view.mark(message.path, message.reveal);
      break;
    case 'hover':
      tooltip.fill(message.planId, message.markdown);
      break;
    case 'trouble':
      view.trouble(message.text);
      break;
  }
}

/** A chart from the holder: of the plan before (the reader stays where they are), of one seen before the page was loaded again, or of another. */
function take(chart: ChartAnswer): void {
  tooltip.hide();
  if (view.shown?.uri === chart.uri || kept?.uri !== chart.uri) {
    if (view.shown !== undefined && view.shown.uri !== chart.uri) view.zoom = folded = undefined;
    view.show(chart);
    return;
  }
  const { zoom, top, left } = kept;
  view.zoom = zoom;
  view.show(chart, { ...(top === undefined ? {} : { top }), ...(left === undefined ? {} : { left }) });
  kept = undefined;
}

function keep(): void {
  // Until the first chart is there, the place that was kept is still to come.
  if (kept !== undefined && view.shown === undefined) return;
  const { zoom } = view;
  holder.keep({
    ...about,
    ...view.place(),
    ...(zoom === undefined ? {} : { zoom }),
    ...(folded === undefined ? {} : { folded }),
    ...(parts.sheet.hidden ? {} : { table: true }),
  });
}

function fold(next: readonly string[]): void {
  folded = next;
  tooltip.hide();
  if (exported === undefined) holder.send({ type: 'fold', folded: next });
  else view.show(foldHere(exported, new Set(next)));
  keep();
}

function showTable(on: boolean): void {
  view.showTable(on);
  parts.buttons.table.setAttribute('aria-pressed', String(on));
  for (const name of ['zoom-in', 'zoom-out', 'fit'] as const) parts.buttons[name].disabled = on;
  tooltip.hide();
  keep();
}

function speak(locale: PageLocale): void {
  say = wordsIn(locale);
  document.documentElement.lang = locale === 'zh-cn' ? 'zh-CN' : 'en';
  word(parts, say);
  view.speak(locale, say);
}

listenToHands({ parts, view, tooltip, say: () => say, holder, fold, keep, showTable });
speak(exported?.locale ?? (document.documentElement.lang.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en'));
if (kept?.table === true) showTable(true);
holder.listen(hear);
if (exported !== undefined) view.show(foldHere(exported, new Set(exported.folded)));
holder.send({ type: 'ready' });
