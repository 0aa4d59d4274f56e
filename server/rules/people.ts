// Rules about who answers for work, who does it, and what they can do.
import type { Field } from '../plan/field.ts';
import type { Plan, PlanTask } from '../plan/plan.ts';
import { callNames, doersOf, peopleOf, writtenWork } from './doers.ts';
import { type RuleContext, rule } from './rule.ts';

/** Work that nobody answers for: neither an owner (its own or of what holds it) nor anybody assigned. */
export const missingOwner = rule({
  id: 'missing-owner',
  family: 'people',
  severity: 'info',
  parameters: {},
  *check(context) {
    const { plan } = context;
    if (plan.root.team === undefined) return;
    const owned = ownedTasks(plan);
    const misread = misreadTasks(context);
    for (const { index, record, name, key } of writtenWork(plan)) {
      if (owned[index] === 1 || misread.has(index) || says(record, 'assign') || says(record, 'owner')) continue;
      yield { message: 'missing-owner', args: { task: name }, place: { node: key } };
    }
  },
});

/** 1 for tasks that have an owner, or are part of something that has one. */
function ownedTasks({ tasks }: Plan): Uint8Array {
  const owned = new Uint8Array(tasks.length);
  for (const { index, parent, record } of tasks)
    if (record.owner !== undefined || owned[parent] === 1) owned[index] = 1;
  return owned;
}

/** Tasks with text that says nothing as it is written: the owner may be in it. */
function misreadTasks({ plan, tree }: RuleContext): ReadonlySet<number> {
  const slips = plan.problems.filter(({ rule }) => swallowing.has(rule));
  const misread = new Set(slips.flatMap(({ node, onKey }) => plan.taskOf(onKey ?? node)?.index ?? []));
  // What YAML made of broken text may stand outside of the task: there the lines tell.
  const places = slips.flatMap(({ span }) => span?.start ?? []).sort((a, b) => a - b);
  const written = places.length === 0 ? [] : plan.tasks.filter(({ synthetic }) => synthetic === undefined);
  const starts = written.map(({ key }) => tree.spanOf(key).start);
  let task = 0;
  for (const place of places) {
    while ((starts[task] ?? Number.POSITIVE_INFINITY) <= place) task += 1;
    const { index } = written[task - 1] ?? {};
    if (index !== undefined) misread.add(index);
  }
  return misread;
}

const swallowing: ReadonlySet<string> = new Set([
  'flow-comma',
  'fullwidth-punctuation',
  'schema',
  'shorthand-with-keys',
]);

type Record = PlanTask['record'];

/** Whether a key is written, even with a value that can't be read. */
function says(record: Record, key: 'owner' | 'assign'): boolean {
  return record[key] !== undefined || record.unread.includes(key);
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
    const { plan, schedule } = context;
    if (plan.root.team === undefined && plan.root.resources === undefined) return;
    const misread = misreadTasks(context);
    for (const { index, record, name, key } of writtenWork(plan)) {
      const minutes = schedule.durationMinutes[index] ?? 0;
      if (says(record, 'owner') || says(record, 'assign') || misread.has(index)) continue;
      if (minutes < min || (schedule.progress[index] ?? 0) >= 100) continue;
      yield {
        message: 'missing-resource',
        args: { task: name, length: { workingMinutes: minutes } },
        place: { node: key },
      };
    }
  },
});

/** Nobody assigned has a skill that the work asks for. Silent where somebody works whose skills the plan doesn't know. */
export const skillMismatch = rule({
  id: 'skill-mismatch',
  family: 'people',
  severity: 'warning',
  parameters: {},
  *check({ plan, schedule }) {
    const people = peopleOf(plan);
    if (people.size === 0) return;
    const able = new Map<string, string>();
    const skillsOf = new Map<string, ReadonlySet<string>>();
    for (const [id, { value }] of people) {
      skillsOf.set(id, new Set(value.skills?.value.map((skill) => skill.value)));
      for (const skill of value.skills?.value ?? []) if (!able.has(skill.value)) able.set(skill.value, id);
    }
    const call = callNames(plan);
    for (const { index, record, name, node } of writtenWork(plan)) {
      if (record.skills === undefined || (schedule.progress[index] ?? 0) >= 100) continue;
      const doers = doersOf(record, plan);
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
  *check({ plan }) {
    const { team, stakeholders } = plan.root;
    const owned = ownedTasks(plan);
    const call = callNames(plan);
    for (const { index, record, name, key } of writtenWork(plan)) {
      const { owner, assign, consult, inform } = record;
      if (owner !== undefined && team === undefined && stakeholders === undefined && several.test(owner.value)) {
        yield { message: 'raci.owners', args: { task: name, owner: owner.value }, place: { node: owner.node } };
      }
      const doers = doersOf(record, plan);
      if (assign !== undefined && owned[index] === 0 && doers.length > 1) {
        const names = doers.map(({ id }) => call(id));
        yield {
          message: 'raci.accountable',
          args: { task: name, people: { list: names } },
          place: { node: assign.node },
        };
      }
      const others = consult ?? inform;
      if (others !== undefined && owned[index] === 1 && !says(record, 'owner') && !says(record, 'assign')) {
        const names = [...read(consult), ...read(inform)].map(call);
        yield { message: 'raci.responsible', args: { task: name, people: { list: names } }, place: { node: key } };
      }
    }
  },
});

/** Two names in one text: “Mia and Ben”, “mia / ben”, “李伟、陈静”. */
const several = /\S(?:\s*[,，、/&＆+]\s*|\s+(?:and|und|et|y)\s+|[和与])\S/u;

function read(field: Field<readonly Field<string>[]> | undefined): readonly string[] {
  return (field?.value ?? []).map(({ value }) => value);
}
