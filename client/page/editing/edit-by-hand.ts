// Editing by hand: what there is to it, put together.
import type { Holder } from '../holder.ts';
import type { ToPage } from '../messages.ts';
import type { Skeleton } from '../skeleton.ts';
import type { Tooltip } from '../tooltip.ts';
import type { PageLocale } from '../words.ts';
import { Editing } from './editing.ts';
import type { EditingView } from './editing-view.ts';
import { gestureWords } from './gesture-words.ts';
import { EditingLayer } from './layer.ts';
import { usePointerToEdit } from './pointer.ts';

export interface EditedPage {
  readonly parts: Skeleton;
  readonly view: EditingView;
  readonly tooltip: Tooltip;
  readonly holder: Holder;
}

/** Hands that edit, as the page's program sees them. */
export interface EditingHands {
  hear(message: Extract<ToPage, { readonly type: 'tried' | 'made' }>): void;
  /** A chart is drawn, of this version of the text. */
  drawn(version: string): void;
  speak(locale: PageLocale): void;
}

/** Attaches everything that edits; once for the life of the page. */
export function editByHand({ parts, view, tooltip, holder }: EditedPage): EditingHands {
  let locale: PageLocale = 'en';
  let shown = '';
  const say = gestureWords(() => locale);
  const layer = new EditingLayer(parts.chart, view);
  const editing = new Editing(holder, layer, say);
  usePointerToEdit({
    chart: parts.chart,
    drawing: parts.drawing,
    view,
    editing,
    layer,
    say,
    begun: () => tooltip.hide(),
  });
  return {
    hear: (message) => editing.hear(message),
    drawn: (version) => {
      if (version !== shown) editing.chartChanged();
      shown = version;
    },
    speak: (next) => {
      locale = next;
    },
  };
}
