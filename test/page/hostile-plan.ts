// A plan in which everything that has a name has one that a stranger might write.
import { hostileNames } from './hostile-names.ts';

/** JSON's strings are YAML's; broken UTF-16 is left to those tests that make their texts without YAML. */
const quoted = (name: string): string => JSON.stringify(name.toWellFormed());

/** Phases, tasks, milestones, people, risks, resources and costs, all named so. */
export function hostilePlan(names: readonly string[] = hostileNames): string {
  const name = (index: number): string => quoted(names[index % names.length] ?? '');
  const half = Math.ceil(names.length / 2);
  const tasks = names.map((_, index) => {
    const after = index % half === 0 ? '' : `, after: t${index - 1}`;
    const kind = index % 5 === 4 ? 'milestone: true' : 'estimate: { optimistic: 1d, likely: 2d, pessimistic: 6d }';
    return `      t${index}: { name: ${name(index)}, ${kind}${after}, owner: p${index % 12}, cost: ${100 + index} }`;
  });
  return `name: ${name(0)}
start: 2026-03-02
status-date: 2026-03-04
budget: { total: 20000 }
team:
${Array.from({ length: 12 }, (_, index) => `  p${index}: { name: ${name(index)}, role: ${name(index + 1)}, skills: [${name(index + 2)}] }`).join('\n')}
resources:
  r1: { name: ${name(1)}, kind: material, unit: ${name(2)}, price: 10 }
risks:
${names.map((_, index) => `  r${index}: { name: ${name(index)}, probability: ${(index * 7) % 100}%, impact: ${1 + (index % 5)}, action: ${name(index + 1)} }`).join('\n')}
phases:
  a:
    name: ${name(0)}
    tasks:
${tasks.slice(0, half).join('\n')}
  b:
    name: ${name(1)}
    gate: { criteria: [${name(3)}] }
    tasks:
${tasks.slice(half).join('\n')}
`;
}
