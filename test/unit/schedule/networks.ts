// Networks of tasks and links that are no plan's.

import { linkTypeCodes } from '../../../server/plan/columns.ts';
import { nestingOf } from '../../../server/plan/nesting.ts';
import type { PlanLink } from '../../../server/plan/plan.ts';
import { type Network, networkOf } from '../../../server/schedule/network.ts';

export type NetworkLink = Pick<PlanLink, 'predecessor' | 'successor' | 'type'>;

export function buildNetwork(
  tasks: readonly { readonly parent: number; readonly end: number }[],
  links: readonly NetworkLink[],
): Network {
  return networkOf({
    ...nestingOf(tasks),
    predecessor: Int32Array.from(links, ({ predecessor }) => predecessor),
    successor: Int32Array.from(links, ({ successor }) => successor),
    type: Uint8Array.from(links, ({ type }) => linkTypeCodes[type]),
  });
}
