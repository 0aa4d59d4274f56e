// The newest baseline: what was promised for each task.
import type { Plan } from '../plan/plan.ts';
import { firstMinute, lastMinute } from './moments.ts';

/** From the first to the last moment of the promised days. */
export interface BaselineSpan {
  readonly start: number;
  readonly finish: number;
}

/** The promised spans by id, of the baseline with the latest date (of several, the last in the file) among those whose tasks are in the plan. */
export function newestBaseline(plan: Plan): ReadonlyMap<string, BaselineSpan> {
  let newest: { readonly date: number; readonly spans: ReadonlyMap<string, BaselineSpan> } | undefined;
  for (const { value: baseline } of plan.root.baselines?.value ?? []) {
    const date = baseline.date === undefined ? Number.NEGATIVE_INFINITY : firstMinute(baseline.date.value);
    if (baseline.tasks === undefined || (newest !== undefined && date < newest.date)) continue;
    const spans = new Map<string, BaselineSpan>();
    for (const { id, value } of baseline.tasks.value) {
      const span = value.span?.value;
      if (span !== undefined) spans.set(id, { start: firstMinute(span.from), finish: lastMinute(span.to) });
    }
    newest = { date, spans };
  }
  return newest?.spans ?? new Map();
}
