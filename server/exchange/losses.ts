// What a conversion can't carry: collected while it reads or writes, said afterwards.
import type { TaskName } from '../plan/plan.ts';
import type { MessageArguments } from '../rules/finding.ts';
import type { LossCode } from '../words/convert.ts';

/** One kind of thing that is lost or changed, and where: names of tasks, people, fields. */
export interface Loss {
  readonly code: LossCode;
  readonly items: readonly TaskName[];
  readonly args: MessageArguments;
}

/** Gathers losses of one conversion; the same code (with the same arguments) is one loss with several items. */
export class Losses {
  readonly #byKey = new Map<string, { readonly code: LossCode; readonly items: TaskName[]; args: MessageArguments }>();

  /** In the order in which they were first seen. */
  get all(): readonly Loss[] {
    return [...this.#byKey.values()];
  }

  add(code: LossCode, item?: TaskName, args: MessageArguments = {}): void {
    const key = `${code} ${JSON.stringify(args)}`;
    const loss = this.#byKey.get(key) ?? { code, items: [], args };
    this.#byKey.set(key, loss);
    if (item !== undefined) loss.items.push(item);
  }
}
