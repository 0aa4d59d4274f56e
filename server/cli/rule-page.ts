// The page of a rule, which comes with the program.
import { readFileSync } from 'node:fs';
import { ruleById } from '../rules/registry.ts';
import { packageFile } from './package-file.ts';

/** Markdown; undefined for what is no rule of ours. */
export function rulePage(id: string): string | undefined {
  return ruleById.has(id) ? readFileSync(packageFile(`docs/rules/${id}.md`), 'utf8') : undefined;
}
