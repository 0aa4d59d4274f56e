// The views that are drawn from boxes, by their names: as a server draws them, and an exported file that nobody answers.
import type { Wording } from '../words/words.ts';
import type { Boxes } from './boxes.ts';
import { type NetworkQuestion, networkDrawing } from './network-drawing.ts';
import type { OtherView, ViewContent } from './view.ts';
import { breakdownDrawing } from './work-breakdown-drawing.ts';

/** All of a view but its tables. */
export type BoxDrawing = (boxes: Boxes, question: NetworkQuestion, wording: Wording) => Omit<ViewContent, 'tables'>;

export const boxDrawings: Readonly<Partial<Record<OtherView, BoxDrawing>>> = {
  network: networkDrawing,
  wbs: breakdownDrawing,
};
