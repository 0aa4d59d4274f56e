// Rules about who answers for work, who does it, and what they can do.
import type { Field } from '../plan/field.ts';
import type { PlanTask } from '../plan/plan.ts';
import { callNames } from './doers.ts';
import type { Report } from './finding.ts';
import { type RuleContext, rule } from './rule.ts';
import type { SharedFacts } from './shared-facts.ts';
import { is } from './task-table.ts';

/** Work still to be done that nobody answers for: neither an owner (its own or of what holds it) nor anybody assigned. On the clock nobody works: paint dries. */
export const missingOwner = rule({
  id: 'missing-owner',
  family: 'people',
  severity: 'info',
  parameters: {},
  from: ({ plan, facts }) => [
    plan.root.team === undefined,
    facts.tasks.inside(is.owner),
    unowned(facts),
    ...[...swallowing].flatMap((id) => facts.standing(id)),
  ],
  *check(context) {
    const { plan, facts } = context;
    if (plan.root.team === undefined) return;
    const owned = facts.tasks.inside(is.owner);
    const candidates = unowned(facts).filter(
      ({ index, record }) => owned[index] !== 1 && !isReportedDone(record) && !hides(record),
    );
    const isMisread = candidates.length === 0 ? undefined : misreading(context);
    for (const task of candidates) {
      if (isMisread?.(task) === true) continue;
      yield { message: 'missing-owner', args: { task: task.name }, place: { node: task.key } };
    }
  },
});

function isReportedDone({ progress, actual }: Record): boolean {
  return actual?.finish !== undefined || (progress?.value ?? 0) >= 100;
}

function unowned(facts: SharedFacts): readonly PlanTask[] {
  return facts.written(is.work | is.repeat, is.owner | is.assign | is.elapsed);
}

function ownerless(facts: SharedFacts): readonly PlanTask[] {
  return facts.written(is.work | is.repeat, is.owner | is.assign);
}

/** Answers for tasks without others inside whether text in them says nothing as it is written: the owner may be in it. */
function misreading({ plan, tree }: RuleContext): (task: PlanTask) => boolean {
  const slips = plan.problems
    .flatMap(({ rule, node, onKey, span }) => {
      if (!swallowing.has(rule)) return [];
      // What YAML made of broken text may stand outside of the task: there the lines tell.
      if (span !== undefined) return { at: span.start };
      const place = onKey ?? node;
      return tree.has(place) ? { at: tree.spanOf(place).start, place } : [];
    })
    .sort((one, other) => one.at - other.at);
  const firstFrom = (offset: number): number => {
    let [low, high] = [0, slips.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((slips[middle]?.at ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return ({ index, key }) => {
    let next = index + 1;
    while (plan.tasks[next]?.synthetic !== undefined) next += 1;
    const follower = plan.tasks[next];
    const until = follower === undefined ? Number.POSITIVE_INFINITY : tree.spanOf(follower.key).start;
    for (let at = firstFrom(tree.spanOf(key).start); at < slips.length; at += 1) {
      const slip = slips[at];
      if (slip === undefined || slip.at >= until) return false;
      if (slip.place === undefined || plan.taskOf(slip.place)?.index === index) return true;
    }
    return false;
  };
}

const swallowing: ReadonlySet<string> = new Set([
  'flow-comma',
  'fullwidth-punctuation',
  'schema',
  'shorthand-with-keys',
]);

type Record = PlanTask['record'];

/** Whether an owner or somebody assigned is written in a way that can't be read. */
function hides({ unread }: Record): boolean {
  return unread.includes('owner') || unread.includes('assign');
}

/** Work of a day or more that neither people nor anything else is assigned to. */
export const missingResource = rule({
  id: 'missing-resource',
  family: 'people',
  severity: 'info',
  source: 'D10',
  recommended: false,
  parameters: { min: { kind: 'duration', default: '1d' } },
  *check(context, { min }) {
    const { plan, schedule, facts } = context;
    if (plan.root.team === undefined && plan.root.resources === undefined) return;
    const { durationMinutes, progress } = schedule;
    const candidates = ownerless(facts).filter(
      ({ index, record }) => (durationMinutes[index] ?? 0) >= min && (progress[index] ?? 0) < 100 && !hides(record),
    );
    const isMisread = candidates.length === 0 ? undefined : misreading(context);
    for (const task of candidates) {
      if (isMisread?.(task) === true) continue;
      const workingMinutes = durationMinutes[task.index] ?? 0;
      yield {
        message: 'missing-resource',
        args: { task: task.name, length: { workingMinutes } },
        place: { node: task.key },
      };
    }
  },
});

/** Nobody assigned has a skill that the work asks for. Silent where somebody works whose skills the plan doesn't know. */
export const skillMismatch = rule({
  id: 'skill-mismatch',
  family: 'people',
  severity: 'warning',
  timing: 'settled',
  parameters: {},
  *check({ plan, schedule, facts }) {
    const { people } = facts.cast;
    if (people.size === 0 || !facts.tasks.some(is.skills)) return;
    const able = new Map<string, string>();
    const skillsOf = new Map<string, ReadonlySet<string>>();
    for (const [id, { value }] of people) {
      skillsOf.set(id, new Set(value.skills?.value.map((skill) => skill.value)));
      for (const skill of value.skills?.value ?? []) if (!able.has(skill.value)) able.set(skill.value, id);
    }
    const call = callNames(plan);
    let looked = 0;
    for (const { index, record, name, node } of facts.written(is.skills)) {
      looked += 1;
      if (looked % 500 === 0) yield;
      if (record.skills === undefined || (schedule.progress[index] ?? 0) >= 100) continue;
      const doers = facts.cast.doersOf(record);
      if (doers.length === 0 || doers.some(({ person }) => person === undefined)) continue;
      for (const skill of record.skills.value) {
        if (doers.some(({ id }) => skillsOf.get(id)?.has(skill.value))) continue;
        const who = able.get(skill.value);
        yield {
          message: who === undefined ? 'skill-mismatch.nobody' : 'skill-mismatch',
          args: {
            task: name,
            skill: skill.value,
            people: { list: [...new Set(doers.map(({ id }) => call(id)))] },
            ...(who === undefined ? {} : { who: call(who) }),
          },
          place: { node: skill.node },
          fixes: who === undefined ? [] : [{ kind: 'assign', of: node, id: who }],
        };
      }
    }
  },
});

/** Several who are accountable, or nobody responsible where others are asked and told. */
export const raci = rule({
  id: 'raci',
  family: 'people',
  severity: 'hint',
  parameters: {},
  *check({ plan, facts }) {
    const { team, stakeholders } = plan.root;
    const isCastKnown = team !== undefined || stakeholders !== undefined;
    yield* isCastKnown ? [] : severalOwners(facts.written(is.owner));
    if (!facts.tasks.some(is.assign | is.audience)) return;
    const owned = facts.tasks.inside(is.owner);
    const call = callNames(plan);
    for (const { index, record, name } of facts.written(is.assign)) {
      if (record.assign === undefined || owned[index] === 1) continue;
      const doers = facts.cast.doersOf(record);
      if (doers.length < 2) continue;
      const names = doers.map(({ id }) => call(id));
      yield {
        message: 'raci.accountable',
        args: { task: name, people: { list: names } },
        place: { node: record.assign.node },
      };
    }
    for (const { index, record, name, key } of facts.written(is.audience, is.owner | is.assign)) {
      if (owned[index] === 0 || hides(record)) continue;
      const names = [...read(record.consult), ...read(record.inform)].map(call);
      yield { message: 'raci.responsible', args: { task: name, people: { list: names } }, place: { node: key } };
    }
  },
});

/** Owners that are several people; each way of writing is looked at once. */
function* severalOwners(work: readonly PlanTask[]): Iterable<Report> {
  const known = new Map<string, boolean>();
  for (const { record, name } of work) {
    const { owner } = record;
    if (owner === undefined) continue;
    const isSeveral = known.get(owner.value) ?? several.test(owner.value);
    known.set(owner.value, isSeveral);
    if (isSeveral)
      yield { message: 'raci.owners', args: { task: name, owner: owner.value }, place: { node: owner.node } };
  }
}

/** Two names in one text: “Mia and Ben”, “mia / ben”, “李伟、陈静”. */
const several = /\S(?:\s*[,，、/&＆+]\s*|\s+(?:and|und|et|y)\s+|[和与])\S/u;

function read(field: Field<readonly Field<string>[]> | undefined): readonly string[] {
  return (field?.value ?? []).map(({ value }) => value);
}
