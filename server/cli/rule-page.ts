// The page of a rule, which comes with the program.
import { readFileSync } from 'node:fs';
import { ruleById } from '../rules/registry.ts';
import { packageFile } from './package-file.ts';

/** Markdown, without the marks of what is generated in it; undefined for what is no rule of ours. */
export function rulePage(id: string): string | undefined {
  if (!ruleById.has(id)) return undefined;
  return readFileSync(packageFile(`docs/rules/${id}.md`), 'utf8').replaceAll(/^<!--.*-->\r?\n/gm, '');
}
