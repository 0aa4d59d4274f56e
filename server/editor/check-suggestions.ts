// What can be written in a team's own check: its keys, what it looks at, and the values that its message shows.
import { CompletionItemKind } from 'vscode-languageserver-types';
import { checkedKinds, type checkKeys } from '../rules/check-list.ts';
import { variableTable } from '../rules/check-variables.ts';
import { severitiesAndOff } from '../rules/settings.ts';
import { checkKeyWords, variableWords } from '../words/check-variables.ts';
import type { Locale } from '../words/words.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';

/** Empty outside `rules.checks`. `typed` is the word up to the cursor. */
export function checkSuggestions(place: CursorPlace, typed: string, locale: Locale): readonly Suggestion[] {
  const [section, checks, item, key, ...deeper] = place.segments.map((segment) =>
    segment === 'item' ? '' : segment.key,
  );
  const isInItem = section === 'rules' && checks === 'checks' && item === '';
  if (!isInItem || deeper.some((segment) => segment !== '')) return [];
  if (key === undefined) return place.wants === 'value' || place.before !== '' ? [] : keys(place, locale);
  // Its condition is looked at by itself.
  if (key === 'when') return [];
  if (key === 'message') return shown(typed, locale);
  if (place.before !== '') return [];
  return key === 'for' ? named(checkedKinds) : key === 'severity' ? named(severitiesAndOff) : [];
}

function keys({ colonFollows }: CursorPlace, locale: Locale): readonly Suggestion[] {
  return keyNames.map((name) => ({
    label: name,
    kind: CompletionItemKind.Property,
    documentation: checkKeyWords[name][locale],
    ...(!colonFollows && { text: `${name}: ` }),
  }));
}

const keyNames = ['id', 'for', 'when', 'message', 'severity'] as const satisfies readonly (keyof typeof checkKeys)[];

function named(names: readonly string[]): readonly Suggestion[] {
  return names.map((label) => ({ label, kind: CompletionItemKind.EnumMember }));
}

/** The values that a message can show, behind an open brace. */
function shown(typed: string, locale: Locale): readonly Suggestion[] {
  const before = /^.*\{(?=\w*$)/u.exec(typed)?.[0];
  return before === undefined ? [] : variables(before, '}', locale);
}

/** The values that a condition can ask for. */
export function variableSuggestions(locale: Locale): readonly Suggestion[] {
  return variables('', '', locale);
}

function variables(before: string, after: string, locale: Locale): readonly Suggestion[] {
  return variableTable.map(({ name, type }) => ({
    ...behind(before, name),
    text: `${before}${name}${after}`,
    kind: CompletionItemKind.Variable,
    detail: type,
    documentation: variableWords[name][locale],
  }));
}

/** Found by what is typed, whatever stands in front of it. */
function behind(before: string, name: string): Pick<Suggestion, 'label' | 'name'> {
  return before === '' ? { label: name } : { label: name, name: `${before}${name}` };
}
