// The plans that people type into here: generated ones by size, and real ones.
import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedPlan } from './generated-plan.mts';

export interface MeasuredPlan {
  readonly name: string;
  readonly text: string;
  /** Of a generated plan. */
  readonly tasks?: number;
  readonly findings?: number;
}

/** Findings that stand in a generated plan, as far as it has so many tasks. */
export const usualFindings = 200;
/** The variant with many. */
export const manyFindings = 1_000;

const seed = 20_260_302;

/** A generated plan of a size. */
export function planOf(tasks: number, findings = usualFindings): MeasuredPlan {
  const mistakes = Math.min(findings, Math.round(tasks / 5));
  const name = `${tasks.toLocaleString('en')} tasks${findings === usualFindings ? '' : `, ${findings.toLocaleString('en')} findings`}`;
  return { name, text: generatedPlan({ tasks, mistakes, seed }), tasks, findings };
}

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Plans that others wrote, beside the project; left out where they are not there. */
const others = join(root, '../shared/data/yaml-plans');

/** The largest sample, and the largest plan that others wrote. */
export function realPlans(): MeasuredPlan[] {
  return [...largest(join(root, 'samples'), 1, 'sample'), ...largest(others, 1, 'by others')];
}

function largest(folder: string, count: number, kind: string): MeasuredPlan[] {
  return globSync('**/*.{yaml,yml}', { cwd: folder })
    .map((path) => join(folder, path))
    .toSorted((a, b) => statSync(b).size - statSync(a).size || (a < b ? -1 : 1))
    .slice(0, count)
    .map((path) => ({ name: `${basename(path)} (${kind})`, text: readFileSync(path, 'utf8') }));
}
