// What a view in a file of its own is to carry, from an analysis.
import type { Analysis } from '../analysis.ts';
import type { Wording } from '../words/words.ts';
import { bannerOf } from './banner.ts';
import { boxDrawings } from './box-drawings.ts';
import { boxesOf } from './boxes.ts';
import { type CarriedView, still } from './carried-view.ts';
import type { View } from './view.ts';

/** A view that was made from an analysis, with all that its file needs. */
export function carriedView(analysis: Analysis, view: View, wording: Wording): CarriedView {
  if (boxDrawings[view.name] === undefined) return { view: still(view) };
  const banner = bannerOf(analysis, wording);
  return { view: still(view), foldable: { boxes: boxesOf(analysis, wording), wording, banner } };
}
