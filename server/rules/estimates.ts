// Rules about three-point estimates.
import type { Field } from '../plan/field.ts';
import type { Duration, Units } from '../plan/scalar.ts';
import { durationMinutes } from '../plan/scalars/duration.ts';
import type { MessageArgument } from './finding.ts';
import { rule } from './rule.ts';
import { is } from './task-table.ts';

/** optimistic ≤ likely ≤ pessimistic. */
export const estimateOrder = rule({
  id: 'estimate-order',
  family: 'estimates',
  severity: 'error',
  parameters: {},
  *check({ plan, tree, facts }) {
    for (const { record, name } of facts.tasks.where(is.disorder, is.synthetic)) {
      const { optimistic, likely, pessimistic } = record.estimate ?? {};
      if (isAscending([optimistic, likely, pessimistic], plan.units)) continue;
      const points = [
        ['optimistic', optimistic],
        ['likely', likely],
        ['pessimistic', pessimistic],
      ] as const;
      const written = points.flatMap(([, field]) =>
        field === undefined ? [] : { field, minutes: durationMinutes(field.value, plan.units) },
      );
      const grown = written.toSorted((a, b) => a.minutes - b.minutes);
      const edits = written.flatMap(({ field, minutes }, i) => {
        const to = grown[i];
        if (to === undefined || to.minutes === minutes) return [];
        return { span: tree.spanOf(field.node), text: tree.text(tree.spanOf(to.field.node)) };
      });
      for (const [index, [lower, low]] of points.entries()) {
        const [upper, high] = points[index + 1] ?? [];
        if (low === undefined || high === undefined || upper === undefined) continue;
        const lowMinutes = durationMinutes(low.value, plan.units);
        const highMinutes = durationMinutes(high.value, plan.units);
        if (lowMinutes <= highMinutes) continue;
        yield {
          message: 'estimate-order',
          args: {
            task: name,
            lower,
            upper,
            low: amount(low.value, plan.units),
            high: amount(high.value, plan.units),
          },
          place: { node: high.node },
          related: [{ message: 'estimate-order.other', args: { lower }, place: { node: low.node } }],
          fixes: [{ kind: 'edit', name: 'sort', edits }],
        };
      }
    }
  },
});

/** Whether no point that is written is below the one written before it. */
function isAscending(points: readonly (Field<Duration> | undefined)[], units: Units): boolean {
  let least = Number.NEGATIVE_INFINITY;
  for (const point of points) {
    const minutes = point === undefined ? least : durationMinutes(point.value, units);
    if (minutes < least) return false;
    least = minutes;
  }
  return true;
}

/** A wide spread says that the work is not understood yet. */
export const estimateSpread = rule({
  id: 'estimate-spread',
  family: 'estimates',
  severity: 'hint',
  timing: 'settled',
  parameters: { max: { kind: 'number', default: '4' } },
  *check({ plan, facts }, { max }) {
    for (const { record, name } of facts.tasks.where(is.estimate, is.synthetic)) {
      const { optimistic, pessimistic } = record.estimate ?? {};
      if (optimistic === undefined || pessimistic === undefined) continue;
      const low = durationMinutes(optimistic.value, plan.units);
      const high = durationMinutes(pessimistic.value, plan.units);
      if (low <= 0 || high <= max * low) continue;
      yield {
        message: 'estimate-spread',
        args: {
          task: name,
          low: amount(optimistic.value, plan.units),
          high: amount(pessimistic.value, plan.units),
          times: high / low,
          max,
        },
        place: { node: pessimistic.node },
        related: [{ message: 'estimate-spread.other', args: {}, place: { node: optimistic.node } }],
      };
    }
  },
});

/** After a simulation that was asked for: the promised finish holds in too few of its runs. */
export const finishUnlikely = rule({
  id: 'finish-unlikely',
  family: 'estimates',
  severity: 'warning',
  timing: 'simulated',
  parameters: { min: { kind: 'percent', default: '50%' } },
  *check({ plan, simulation }, { min }) {
    const { finish } = plan.root;
    if (finish === undefined || simulation === undefined || simulation.estimated === 0) return;
    const { day, minute = 1440 } = finish.value;
    const share = simulation.shareBy(day * 1440 + minute) * 100;
    if (share >= min) return;
    yield {
      message: 'finish-unlikely',
      args: {
        promised: { day },
        share: { percent: Math.round(share) },
        runs: simulation.runs,
        p50: { minute: simulation.finishBy(0.5) },
        p80: { minute: simulation.finishBy(0.8) },
      },
      place: { node: finish.node },
    };
  },
});

/** A point of an estimate in the kind of time in which it is written. */
function amount(duration: Duration, units: Units): MessageArgument {
  const minutes = durationMinutes(duration, units);
  return duration.elapsed ? { elapsedMinutes: minutes } : { workingMinutes: minutes };
}
