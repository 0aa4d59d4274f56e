// The one that holds the page: the panel in VS Code, or nobody where the page is a file of its own.

import { againstOf } from './changes-panel.ts';
import { filterOf } from './filter-bar.ts';
import { type FromPage, foldingOf, keptView, type PageState, type ToPage } from './messages.ts';

export interface Holder {
  /** False where nothing answers: an exported chart. */
  readonly present: boolean;
  send(message: FromPage): void;
  listen(hear: (message: ToPage) => void): void;
  readonly state: PageState | undefined;
  keep(state: PageState): void;
}

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare const acquireVsCodeApi: (() => VsCodeApi) | undefined;

/** The holder of this page. In a webview this may be asked once only. */
export function findHolder(): Holder {
  if (typeof acquireVsCodeApi !== 'function') {
    return { present: false, send: () => undefined, listen: () => undefined, state: undefined, keep: () => undefined };
  }
  const api = acquireVsCodeApi();
  return {
    present: true,
    send: (message) => api.postMessage(message),
    listen: (hear) => window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => hear(data)),
    state: stateOf(api.getState()),
    keep: (state) => api.setState(state),
  };
}

/** What an earlier version of the page may have kept is read with care. */
function stateOf(kept: unknown): PageState | undefined {
  if (typeof kept !== 'object' || kept === null || !('uri' in kept) || typeof kept.uri !== 'string') return undefined;
  const zoom = 'zoom' in kept && typeof kept.zoom === 'number' && kept.zoom > 0 ? { zoom: kept.zoom } : {};
  const left = 'left' in kept && typeof kept.left === 'string' ? { left: kept.left } : {};
  const table = 'table' in kept && kept.table === true ? { table: true } : {};
  const view = 'view' in kept ? keptView(kept.view) : undefined;
  const folding = 'folding' in kept ? foldingOf(kept.folding) : undefined;
  const against = 'against' in kept ? againstOf(kept.against) : undefined;
  return {
    uri: kept.uri,
    locked: 'locked' in kept && kept.locked === true,
    ...zoom,
    ...left,
    ...table,
    ...(view === undefined ? {} : { view }),
    ...('viewTable' in kept && kept.viewTable === true ? { viewTable: true } : {}),
    ...(folding === undefined ? {} : { folding }),
    ...topOf(kept),
    ...('filter' in kept ? { filter: filterOf(kept.filter) } : {}),
    ...('filtering' in kept && kept.filtering === true ? { filtering: true } : {}),
    ...(against === undefined ? {} : { against }),
    ...('comparing' in kept && kept.comparing === true ? { comparing: true } : {}),
  };
}

function topOf(kept: object): Pick<PageState, 'top'> {
  const top = 'top' in kept ? kept.top : undefined;
  if (typeof top !== 'object' || top === null || !('planId' in top) || !('offset' in top)) return {};
  return typeof top.planId === 'string' && typeof top.offset === 'number'
    ? { top: { planId: top.planId, offset: top.offset } }
    : {};
}
