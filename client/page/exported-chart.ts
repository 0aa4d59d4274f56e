// The chart that an exported page carries in itself.
import type { ChartAnswer } from '../../server/protocol.ts';

/** Undefined in a webview, where charts come from the panel. The element is written by `server/charts/html.ts`. */
export function exportedChart(): ChartAnswer | undefined {
  const text = document.getElementById('plan-chart')?.textContent;
  return text === undefined ? undefined : JSON.parse(text);
}
