// A word of a team's own check: a key, or a value that its condition or message asks for.
import { variableTable } from '../rules/check-variables.ts';
import { checksKey } from '../rules/rule-sets.ts';
import { checkFunctionWords, checkOperatorWords } from '../words/check-expressions.ts';
import { checkKeyWords, variableWords } from '../words/check-variables.ts';
import type { Locale, Phrase } from '../words/words.ts';
import { code } from './markdown.ts';
import type { ScalarAt } from './scalar-at.ts';
import { segmentsOf } from './shape.ts';

/** Markdown and the span that it speaks of; undefined outside `rules.checks` and for other words. */
export function checkHover(
  at: ScalarAt,
  offset: number,
  locale: Locale,
): { readonly span: { readonly start: number; readonly end: number }; readonly text: string } | undefined {
  const [section, checks, item, key, ...deeper] = segmentsOf(at.path).map((segment) =>
    segment === 'item' ? '' : segment.key,
  );
  if (section !== 'rules' || checks !== checksKey || item !== '' || deeper.length > 0) return undefined;
  if (at.onKey) {
    const known = Object.entries(checkKeyWords).find(([name]) => name === key);
    return known && { span: at.span, text: known[1][locale] };
  }
  if (key !== 'when' && key !== 'message') return undefined;
  const start = at.span.start + Math.max(0, at.scalar.source.indexOf(at.scalar.text));
  for (const { 0: word, index } of at.scalar.text.matchAll(/\w+|[=!<>]=|&&|\|\||[^\s\w]/g)) {
    const span = { start: start + index, end: start + index + word.length };
    const isIn = /^\w/.test(word) ? offset <= span.end : offset < span.end;
    if (offset < span.start || !isIn) continue;
    const text = valueText(word, locale) ?? (key === 'when' ? expressionText(word, locale) : undefined);
    if (text !== undefined) return { span, text };
  }
  return undefined;
}

function valueText(word: string, locale: Locale): string | undefined {
  const variable = variableTable.find(({ name }) => name === word);
  return variable && `**${variable.name}** · ${code(variable.type)}\n\n${variableWords[variable.name][locale]}`;
}

/** What a function or a sign does. */
function expressionText(word: string, locale: Locale): string | undefined {
  const known = new Map(Object.entries<Phrase>({ ...checkFunctionWords, ...checkOperatorWords })).get(word);
  return known && `${code(word)}\n\n${known[locale]}`;
}
