// The baselines that a plan holds itself, as MS Project numbers them: 0 for the newest, 1 to 10 for the others.
import type { Plan } from '../../plan/plan.ts';
import { durationMinutes } from '../../plan/scalars/duration.ts';
import type { BaselineRecord } from '../../plan/schema.generated.ts';
import { firstMinute, lastMinute } from '../../schedule/moments.ts';
import type { WorkingTime } from '../../schedule/working-time.ts';
import type { Losses } from '../losses.ts';
import type { XmlNode } from '../xml-text.ts';
import { minutesText, momentText } from './values.ts';
import { money } from './write-resources.ts';

const mostBaselines = 11;

export class BaselineSpans {
  readonly #byTask = new Map<string, XmlNode[]>();

  constructor(plan: Plan, calendar: WorkingTime, losses: Losses) {
    const all = plan.root.baselines?.value ?? [];
    for (const { id, value } of all) {
      if (value.tasks === undefined) losses.add('baseline-file', id);
      else if (value.date !== undefined) losses.add('baseline-date', id);
    }
    const date = ({ value }: { readonly value: BaselineRecord }) =>
      value.date === undefined ? Number.NEGATIVE_INFINITY : firstMinute(value.date.value);
    const newestFirst = all
      .filter(({ value }) => value.tasks !== undefined)
      .toReversed()
      .sort((a, b) => date(b) - date(a) || 0);
    for (const { id } of newestFirst.slice(mostBaselines)) losses.add('baseline-file', id);
    newestFirst.slice(0, mostBaselines).forEach(({ value: { tasks } }, number) => {
      for (const { id, value } of tasks?.value ?? []) {
        const span = value.span?.value;
        if (span === undefined) continue;
        const of = this.#byTask.get(id) ?? [];
        this.#byTask.set(id, of);
        of.push({
          Number: number,
          Start: momentText(calendar.nextWorking(firstMinute(span.from))),
          Finish: momentText(calendar.previousWorking(lastMinute(span.to))),
          Work: value.effort && minutesText(durationMinutes(value.effort.value, plan.units)),
          Cost: value.cost && money(value.cost.value),
        });
      }
    });
  }

  /** What was promised for a task. */
  of(id: string): readonly XmlNode[] {
    return this.#byTask.get(id) ?? [];
  }
}
