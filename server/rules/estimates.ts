// Rules about three-point estimates.
import { durationMinutes } from '../plan/scalars/duration.ts';
import { rule } from './rule.ts';

/** optimistic ≤ likely ≤ pessimistic. */
export const estimateOrder = rule({
  id: 'estimate-order',
  family: 'estimates',
  severity: 'error',
  parameters: {},
  *check({ plan, tree }) {
    for (const { record, name, synthetic } of plan.tasks) {
      if (synthetic !== undefined) continue;
      const { optimistic, likely, pessimistic } = record.estimate ?? {};
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
            low: { workingMinutes: lowMinutes },
            high: { workingMinutes: highMinutes },
          },
          place: { node: high.node },
          related: [{ message: 'estimate-order.other', args: { lower }, place: { node: low.node } }],
          fixes: [{ kind: 'edit', name: 'sort', edits }],
        };
      }
    }
  },
});

/** A wide spread says that the work is not understood yet. */
export const estimateSpread = rule({
  id: 'estimate-spread',
  family: 'estimates',
  severity: 'hint',
  parameters: { max: { kind: 'number', default: '4' } },
  *check({ plan }, { max }) {
    for (const { record, name, synthetic } of plan.tasks) {
      if (synthetic !== undefined) continue;
      const { optimistic, pessimistic } = record.estimate ?? {};
      if (optimistic === undefined || pessimistic === undefined) continue;
      const low = durationMinutes(optimistic.value, plan.units);
      const high = durationMinutes(pessimistic.value, plan.units);
      if (low <= 0 || high <= max * low) continue;
      yield {
        message: 'estimate-spread',
        args: { task: name, low: { workingMinutes: low }, high: { workingMinutes: high }, times: high / low, max },
        place: { node: pessimistic.node },
        related: [{ message: 'estimate-spread.other', args: {}, place: { node: optimistic.node } }],
      };
    }
  },
});
