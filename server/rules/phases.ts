// Rules about phases: when one may be left, what it is for, and what it needs from those before it.
import type { Field } from '../plan/field.ts';
import type { PlanTask } from '../plan/plan.ts';
import { type RuleContext, rule } from './rule.ts';
import { is } from './task-table.ts';

/** No criteria for leaving a phase, or nobody to say so; where the plan has gates at all. */
export const phaseWithoutGate = rule({
  id: 'phase-without-gate',
  family: 'goals',
  severity: 'info',
  parameters: {},
  from: ({ facts: { tasks, cancelled, phases } }) => [
    tasks.shape,
    cancelled,
    ...phases.flatMap(({ phase }) => [phase?.gate, phase?.unread]),
  ],
  *check(context) {
    const phases = phasesOf(context);
    if (!phases.some(({ phase }) => phase?.gate !== undefined)) return;
    for (const { name, key, phase } of phases) {
      if (phase === undefined || phase.unread.includes('gate')) continue;
      const { gate } = phase;
      const missing =
        gate === undefined
          ? 'phase-without-gate'
          : lacks(gate.criteria, 'criteria', gate.unread)
            ? 'phase-without-gate.criteria'
            : lacks(gate.approver, 'approver', gate.unread)
              ? 'phase-without-gate.approver'
              : undefined;
      if (missing === undefined) continue;
      yield {
        message: missing,
        args: { phase: name },
        place: { node: gate === undefined ? key : (gateKey(phase.node) ?? key) },
      };
    }
  },
});

function gateKey(node: PlanTask['node']): PlanTask['key'] | undefined {
  return node.kind === 'map' ? node.pairs.find(({ key }) => key.text === 'gate')?.key : undefined;
}

function lacks(field: Field<unknown> | undefined, key: string, unread: readonly string[]): boolean {
  return (field === undefined || (Array.isArray(field.value) && field.value.length === 0)) && !unread.includes(key);
}

function phasesOf({ facts: { phases, cancelled } }: RuleContext): readonly PlanTask[] {
  return phases.filter(({ index }) => cancelled[index] === 0);
}

/** A phase that says no goal, where the plan has goals. */
export const phaseWithoutGoal = rule({
  id: 'phase-without-goal',
  family: 'goals',
  severity: 'hint',
  parameters: {},
  *check(context) {
    const { plan } = context;
    const phases = phasesOf(context);
    if (plan.root.goals === undefined && !phases.some(({ phase }) => phase?.goal !== undefined)) return;
    for (const { name, key, phase } of phases) {
      if (phase === undefined || phase.goal !== undefined || phase.unread.includes('goal')) continue;
      yield { message: 'phase-without-goal', args: { phase: name }, place: { node: key } };
    }
  },
});

/** Something that a phase needs and no phase puts out that stands before it or begins before it. */
export const phaseInputsUnmet = rule({
  id: 'phase-inputs-unmet',
  family: 'goals',
  severity: 'hint',
  parameters: {},
  from: ({ facts: { dates, tasks, cancelled, phases } }) => [
    dates,
    tasks.shape,
    cancelled,
    ...tasks.where(is.output).flatMap(({ record }) => [record.outputs, record.deliverables]),
    ...phases.map(({ phase }) => phase?.inputs),
  ],
  *check(context) {
    const { schedule, facts } = context;
    const phases = phasesOf(context);
    if (!phases.some(({ phase }) => phase?.inputs !== undefined)) return;
    const sources = new Map<
      string,
      { firstIndex: number; firstStart: number; start: PlanTask; field: Field<string> }
    >();
    let place = 0;
    for (const { index, record } of facts.tasks.where(is.output)) {
      while ((phases[place]?.end ?? Number.POSITIVE_INFINITY) <= index) place += 1;
      const phase = phases[place];
      if (phase === undefined || phase.index > index) continue;
      const start = schedule.start[phase.index] ?? Number.POSITIVE_INFINITY;
      for (const field of [...(record.outputs?.value ?? []), ...(record.deliverables?.value ?? [])]) {
        const name = nameOf(field.value);
        const before = sources.get(name);
        if (before === undefined)
          sources.set(name, { firstIndex: phase.index, firstStart: start, start: phase, field });
        else if (start < before.firstStart) Object.assign(before, { firstStart: start, start: phase, field });
      }
    }
    for (const phase of phases) {
      for (const { value, node } of phase.phase?.inputs?.value ?? []) {
        const source = sources.get(nameOf(value));
        const start = schedule.start[phase.index] ?? 0;
        if (source !== undefined && (source.firstIndex < phase.index || source.firstStart < start)) continue;
        // What a phase makes itself it didn't have to begin with.
        const later = source === undefined || source.start === phase ? undefined : source;
        yield {
          message: later === undefined ? 'phase-inputs-unmet' : 'phase-inputs-unmet.later',
          args: { phase: phase.name, input: value.trim(), other: later?.start.name ?? '' },
          place: { node },
          related:
            later === undefined
              ? []
              : [
                  {
                    message: 'phase-inputs-unmet.source',
                    args: { other: later.start.name },
                    place: { node: later.field.node },
                  },
                ],
        };
      }
    }
  },
});

/** Two spellings of one name are one thing. */
function nameOf(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}
