// Texts from a plan as Markdown that shows them as they are: plans come from strangers.

import { largest } from '../plan/extremes.ts';

/** A text on one line, with nothing in it that Markdown or HTML would act on. */
export function plain(text: string): string {
  return oneLine(text).replaceAll(/[\\`*_{}[\]()<>#+!|~&:@=-]|(?<=^\d+)\./g, '\\$&');
}

/** A text as code, whatever backticks it holds. */
export function code(text: string): string {
  const line = oneLine(text);
  const longest = largest(
    (line.match(/`+/g) ?? []).map((run) => run.length),
    0,
  );
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line === '' ? ' ' : line}${pad}${fence}`;
}

/** Lines of one paragraph; empty ones are left out. */
export function lines(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('  \n');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
