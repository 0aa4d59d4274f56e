// Ids of generated plans.

/** The one goal that all phases serve. */
export const goalId = 'open';

export function phaseId(phase: number): string {
  return `p${phase + 1}`;
}

export function taskId(phase: number, group: number, step: number): string {
  return `${phaseId(phase)}-${group + 1}-${step + 1}`;
}

/** Who works in the groups with this number, in every phase. */
export function personId(group: number): string {
  return `person-${group + 1}`;
}
