// A file that is no plan by itself: it gives people, equipment, calendars and rules to plans that include it.
import type { MapNode } from '../text/node.ts';
import { keyShape } from './record-shapes.ts';

/** Whether a document says nothing but what an included file may say, and something of that. */
export function isPart({ pairs }: MapNode): boolean {
  let says = false;
  for (const { key } of pairs) {
    if (key.text.startsWith('x-')) continue;
    if (keyShape('Include', key.text) === undefined) return false;
    says = true;
  }
  return says;
}
