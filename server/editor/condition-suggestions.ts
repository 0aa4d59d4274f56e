// What can be written in the condition of a team's own check: values, functions, and in its texts the ids and tags that are compared there.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { checkLiterals, isExpression, type NamedKind } from '../plan/check-literals.ts';
import { type CheckFunction, checkFunctions } from '../rules/check-expression.ts';
import { checkedKinds } from '../rules/check-list.ts';
import { type VariableType, variableType } from '../rules/check-variables.ts';
import type { Span } from '../text/tree.ts';
import { checkFunctionWords, checkOperatorWords, itemWords } from '../words/check-expressions.ts';
import { type Locale, plainWording, say } from '../words/words.ts';
import { variableSuggestions } from './check-suggestions.ts';
import type { Suggestion } from './completion.ts';
import { type ConditionPlace, conditionPlace } from './condition-place.ts';
import { type ExpressionScan, itemFunctions, scanExpression } from './expression-scan.ts';
import { operatorSuggestions } from './operator-suggestions.ts';
import { scalarOf, shapeAt } from './shape.ts';
import { tagsInUse } from './tag-suggestions.ts';
import { literals, namedThings } from './value-suggestions.ts';

/** What fits in a condition at an offset, and what it replaces; undefined outside of conditions. */
export function conditionSuggestions(
  analysis: Analysis,
  offset: number,
  locale: Locale,
): { readonly word: Span; readonly found: readonly Suggestion[] } | undefined {
  const place = conditionPlace(analysis.tree, offset);
  if (place === undefined) return undefined;
  const scan = scanExpression(place.text, place.at);
  const wanted: Wanted = { analysis, place, scan, locale };
  const likeliest = scan.comparedWith === undefined ? [items, texts] : [texts, items];
  const found = [...likeliest, words, methods, operators].flatMap((offer) => offer(wanted));
  return { word: { start: place.offsetOf(scan.word.from), end: place.offsetOf(scan.word.to) }, found };
}

interface Wanted {
  readonly analysis: Analysis;
  readonly place: ConditionPlace;
  readonly scan: ExpressionScan;
  readonly locale: Locale;
}

/** Ids, tags and words that what is compared there can be; with quotes where none are open yet. */
function texts({ analysis, place, scan }: Wanted): readonly Suggestion[] {
  const { text, offsetOf, quote, style } = place;
  const { word, open } = scan;
  // A plain scalar can't begin with a quote.
  const isFirst = style === 'plain' && word.from === 0;
  if (scan.behindPoint || scan.namesItem || (open === undefined && isFirst)) return [];
  const [before, behind] =
    open === undefined
      ? [quote, quote]
      : ['', open.isClosed ? '' : analysis.tree.text({ start: offsetOf(word.from - 1), end: offsetOf(word.from) })];
  const fresh = (name: string) => `${text.slice(0, word.from)}${open ? '' : quote}${name}`;
  const probe = open ? open.quote : quote;
  const rest = text.slice(word.to + (open?.isClosed ? 1 : 0));
  const literal = [`${fresh('x')}${probe}${rest}`, `${fresh('x')}${probe}${scan.closing}`]
    .flatMap(checkLiterals)
    .find(({ from }) => from === word.from + (open ? 0 : 1));
  const compared = scan.items.some(({ name }) => name === scan.comparedWith) ? undefined : scan.comparedWith;
  if (!fits(wantedText(place, scan, `${open ? '' : quote}x${open?.isClosed ? '' : probe}`), place, scan)) return [];
  const found =
    (compared === undefined ? undefined : wordsOf(compared)) ??
    (literal ? namesOf(literal.kinds, compared, analysis) : []);
  return found
    .filter(({ label }) => plainly.test(label))
    .map((each) => ({ ...each, text: `${before}${each.label}${behind}` }));
}

/** What means the same in every style of YAML and needs no escape in an expression. */
const plainly =
  /^[\p{L}\p{M}\p{N}_.\u200c-\u200d-](?:[\p{L}\p{M}\p{N}_.\u200c-\u200d -]*[\p{L}\p{M}\p{N}_.\u200c-\u200d-])?$/u;

/** What a value can be that is one of a few words. */
function wordsOf(variable: string): readonly Suggestion[] | undefined {
  if (variable === 'kind') return literals(checkedKinds);
  if (variable !== 'priority' && variable !== 'status') return undefined;
  const shape = shapeAt([{ key: 'tasks' }, { key: '' }, { key: variable }]);
  return literals((shape && scalarOf(shape)?.values) ?? []);
}

function namesOf(kinds: readonly NamedKind[], compared: string | undefined, { plan }: Analysis): readonly Suggestion[] {
  return kinds.flatMap((kind): readonly Suggestion[] => {
    if (kind === 'tag') return tagsInUse(plan).map((label) => ({ label, kind: CompletionItemKind.Constant }));
    const things = namedThings(plan, [kind]);
    if (kind !== 'task' || compared !== 'phase') return things;
    // A condition sees the outermost phase of a task.
    const phases = new Set(plan.tasks.flatMap(({ id, isPhase, parent }) => (isPhase && parent < 0 ? id : [])));
    return things.filter(({ label }) => phases.has(label));
  });
}

/** Values of a task, and functions that stand alone. */
function words(wanted: Wanted): readonly Suggestion[] {
  const { place, scan, locale } = wanted;
  // What `exists` calls an item is for its writer to say.
  if (scan.open || scan.behindPoint || scan.namesItem) return [];
  const values = !isCalled(place, scan) && fits(wantedText(place, scan, 'id'), place, scan);
  const given = new Set(scan.items.map(({ name }) => name));
  return [
    ...(values ? variableSuggestions(locale).filter(({ label }) => !given.has(label)) : []),
    ...functionsNamed(alone, (name) => `${name}($1)`, { place, scan, locale }),
    ...(values ? constants(locale) : []),
    ...not(wanted),
  ];
}

/** The names of items, where functions look at each item of a list. */
function items({ place, scan, locale }: Wanted): readonly Suggestion[] {
  if (scan.open || scan.behindPoint || isCalled(place, scan)) return [];
  if (!fits(wantedText(place, scan, 'id'), place, scan)) return [];
  return scan.items.map((item) => ({
    label: item.name,
    kind: CompletionItemKind.Variable,
    ...(typeOfItem(item) === 'string' && { detail: 'string' }),
    documentation: say(itemWords[item.of === '' ? 'item' : 'item-of'], { list: item.of }, plainWording(locale)),
  }));
}

/** Of an item of a list; undefined where that is no list of a task. */
function typeOfItem({ of }: ExpressionScan['items'][number]): VariableType | undefined {
  return variableType(of) === 'list<string>' ? 'string' : undefined;
}

/** Of what a name stands for. */
function typeOfName(name: string, { items }: ExpressionScan): VariableType | undefined {
  const item = items.find((each) => each.name === name);
  return item ? typeOfItem(item) : variableType(name);
}

function constants(locale: Locale): readonly Suggestion[] {
  return (['true', 'false'] as const).map((label) => ({
    label,
    kind: CompletionItemKind.Constant,
    documentation: checkFunctionWords[label][locale],
  }));
}

/** `!`, where a condition can begin; a plain text that begins with it would be a tag of YAML. */
function not({ place, scan, locale }: Wanted): readonly Suggestion[] {
  const { word, sign, isCompared } = scan;
  const isTag = place.style === 'plain' && place.text.slice(0, word.from).trim() === '';
  if (isTag || sign || isCompared || word.from !== word.to) return [];
  if (!fits(wantedText(place, scan, '!critical'), place, scan)) return [];
  return [
    {
      label: '!',
      kind: CompletionItemKind.Operator,
      text: '!critical',
      snippet: `!\${1:critical}`,
      documentation: checkOperatorWords['!'][locale],
    },
  ];
}

/** Signs that join what stands there with more. */
function operators({ place, scan, locale }: Wanted): readonly Suggestion[] {
  return operatorSuggestions(place, scan, (after, range) => fits(after, place, scan, range), locale);
}

const alone: readonly CheckFunction[] = ['size', 'int', 'double', 'string'];

/** Functions of what stands before a point. */
function methods({ place, scan, locale }: Wanted): readonly Suggestion[] {
  const { behindPoint } = scan;
  if (scan.open || !behindPoint) return [];
  const type = typeOfName(behindPoint.of, scan);
  // No list is looked through inside of another one.
  const names = checkFunctions.filter(
    (name) => isOf(type, name) && !(itemFunctions.has(name) && scan.items.length > 0),
  );
  // A comma would end a condition that stands plainly between brackets.
  const each = (name: string) =>
    place.endsAtComma ? name : `${name}(\${1:t}, \${2:t == ${place.quote}${place.quote}})`;
  const one = (name: string) => (name === 'size' ? 'size()' : `${name}($1)`);
  return functionsNamed(names, (name) => (itemFunctions.has(name) ? each(name) : one(name)), { place, scan, locale });
}

const ofTexts: ReadonlySet<string> = new Set(['startsWith', 'endsWith', 'contains']);

function isOf(type: VariableType | undefined, name: string): boolean {
  if (name === 'size') return type === undefined || type === 'string' || type === 'list<string>';
  if (itemFunctions.has(name)) return type === undefined || type === 'list<string>';
  return ofTexts.has(name) && (type === undefined || type === 'string');
}

/** Functions with what they ask for, or their names alone where that stands there already. */
function functionsNamed(
  names: readonly CheckFunction[],
  snippet: (name: string) => string,
  { place, scan, locale }: Pick<Wanted, 'place' | 'scan' | 'locale'>,
): readonly Suggestion[] {
  const called = isCalled(place, scan);
  if (!fits(wantedText(place, scan, called ? 'size' : 'size()'), place, scan)) return [];
  return names.map((label) => ({
    label,
    kind: CompletionItemKind.Function,
    documentation: checkFunctionWords[label][locale],
    ...(!called && { snippet: snippet(label) }),
  }));
}

function isCalled({ text }: ConditionPlace, { word }: ExpressionScan): boolean {
  return text[word.to] === '(';
}

function wantedText({ text }: ConditionPlace, { word }: ExpressionScan, put: string): string {
  return text.slice(0, word.from) + put + text.slice(word.to);
}

/** Whether what stands there after an item is taken can still be read; where it could not be before, what leads to the cursor. */
function fits(after: string, { text }: ConditionPlace, { word, closing }: ExpressionScan, range = word): boolean {
  if (isExpression(after)) return true;
  if (isExpression(text)) return false;
  return isExpression(after.slice(0, after.length - (text.length - range.to)) + closing);
}
