// Completion: what can stand at the cursor, keys, values and ids, in block and flow style and in half-typed text.
import {
  type CompletionItem,
  type CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { DefinitionKind } from '../plan/plan.ts';
import type { Shape } from '../plan/schema.generated.ts';
import type { Pair } from '../text/node.ts';
import type { Span } from '../text/tree.ts';
import { anchorSuggestions } from './anchor-suggestions.ts';
import { conditionSuggestions } from './condition-suggestions.ts';
import { type CursorPlace, cursorPlace } from './cursor-place.ts';
import { describe } from './hover.ts';
import { ignoreSuggestions } from './ignore-suggestions.ts';
import { keySuggestions } from './key-suggestions.ts';
import { rangeOf } from './place.ts';
import { type Reader, wordingOf } from './reader.ts';
import { type Room, roomAt } from './room.ts';
import { ruleSuggestions } from './rule-suggestions.ts';
import { scalarOf, shapeAt } from './shape.ts';
import { hoursSuggestions } from './standard-codes.ts';
import { valueSuggestions } from './value-suggestions.ts';

/** Something that can be written at the cursor. */
export interface Suggestion {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Another word by which it can be found. */
  readonly name?: string;
  /** What is written, if not the label. */
  readonly text?: string;
  /** The same with tab stops. */
  readonly snippet?: string;
  /** What it replaces, if not the word. */
  readonly span?: Span;
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** It is the id of such a thing: what there is to say of it comes when somebody looks. */
  readonly about?: DefinitionKind;
  /** A comma or a closing bracket takes it. */
  readonly commits?: boolean;
}

/** What comes along with an item until somebody looks at it. */
interface ItemData {
  readonly uri: string;
  readonly about: DefinitionKind;
  readonly id: string;
  /** Index of the task that it was offered in; -1 outside the work. */
  readonly from: number;
}

/** More than anybody reads: typing narrows them down. */
const mostSuggestions = 500;

/** What can stand at an offset, the likeliest first; empty where nothing can be said. */
export function completion(analysis: Analysis, offset: number, reader: Reader): CompletionList {
  const apart =
    ignoreSuggestions(analysis, offset, wordingOf(analysis, reader)) ??
    anchorSuggestions(analysis, offset) ??
    conditionSuggestions(analysis, offset, reader.locale);
  if (apart) return listed(analysis, apart, offset, reader);
  const place = cursorPlace(analysis.tree, offset);
  if (!place) return { isIncomplete: false, items: [] };
  const typed = analysis.tree.text({ start: place.word.start, end: offset });
  const shape = shapeAt(place.segments);
  const room = roomAt(analysis.tree, place);
  const found =
    shape && shape.kind !== 'raw'
      ? suggestions(analysis, place, shape, room, reader)
      : [...hoursSuggestions(place, room), ...ruleSuggestions(analysis.tree, place, typed, room, reader)];
  return listed(analysis, { ...place, found }, offset, reader);
}

/** What can be written in the place of a word. */
interface Offered {
  readonly word: Span;
  readonly found: readonly Suggestion[];
  /** The entries that hold the cursor. */
  readonly entries?: readonly Pair[];
}

function listed(analysis: Analysis, offered: Offered, offset: number, reader: Reader): CompletionList {
  const { word, found } = offered;
  const isIncomplete = found.length > mostSuggestions;
  const sought = analysis.tree.text({ start: word.start, end: offset }).toLowerCase();
  const fitting = isIncomplete ? found.filter((each) => searched(each).toLowerCase().includes(sought)) : found;
  const items = fitting.slice(0, mostSuggestions).map((each, index) => item(analysis, offered, each, index, reader));
  return { isIncomplete, items };
}

/** The words that what is typed is compared with. */
function searched({ label, name = '' }: Suggestion): string {
  return name === '' || name === label ? label : `${label} ${name}`;
}

/** A map's keys where a key can be typed; values where a value can, a shorthand's among them. */
function suggestions(
  analysis: Analysis,
  place: CursorPlace,
  shape: Shape,
  room: Room,
  reader: Reader,
): readonly Suggestion[] {
  // What is merged is an alias.
  const last = place.segments.at(-1);
  if (place.wants === 'value' && typeof last === 'object' && last.key === '<<') return [];
  if (place.wants !== 'value' && place.before === '') {
    const keys = keySuggestions(analysis, place, shape, room, reader);
    if (keys.length > 0 || place.wants === 'key') return keys;
  }
  const scalar = room.value ? scalarOf(shape) : undefined;
  return scalar ? valueSuggestions(analysis, place, scalar, reader) : [];
}

function item(
  analysis: Analysis,
  { word, entries = [] }: Offered,
  suggestion: Suggestion,
  index: number,
  { snippets, labelDetails }: Reader,
): CompletionItem {
  const { label, kind, text = label, snippet, span = word, detail, documentation, about, commits } = suggestion;
  const newText = snippets && snippet !== undefined ? snippet : text;
  return {
    label,
    kind,
    // In the order of the list, whatever the editor thinks of the alphabet.
    sortText: String(index).padStart(5, '0'),
    filterText: searched(suggestion),
    insertTextFormat: newText === snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    textEdit: { range: rangeOf(analysis.tree, span), newText },
    ...(detail !== undefined && { detail, ...(labelDetails && { labelDetails: { description: detail } }) }),
    ...(documentation !== undefined && { documentation: { kind: 'markdown', value: documentation } }),
    ...(commits === true && { commitCharacters: [',', ']', '}'] }),
    ...(about !== undefined && { data: dataFor(analysis, entries, about, label) }),
  };
}

function dataFor({ plan, snapshot }: Analysis, entries: readonly Pair[], about: DefinitionKind, id: string): ItemData {
  const key = entries.findLast((entry) => plan.taskOf(entry.key)?.key === entry.key)?.key;
  return { uri: snapshot.uri, about, id, from: (key && plan.taskOf(key)?.index) ?? -1 };
}

/** The document that an item was offered in; undefined for an item that says all there is. */
export function itemUri({ data }: CompletionItem): string | undefined {
  return isItemData(data) ? data.uri : undefined;
}

/** The item with what there is to say of the thing that it names. */
export function resolvedItem(analysis: Analysis, item: CompletionItem, reader: Reader): CompletionItem {
  const { data } = item;
  if (!isItemData(data)) return item;
  const { plan } = analysis;
  const task = data.about === 'task' ? plan.findTask(data.id, data.from) : undefined;
  const definition = task ? plan.definedAt(task.key) : plan.define(data.about, data.id);
  if (!definition) return item;
  const value = describe(analysis, definition, wordingOf(analysis, reader));
  return { ...item, documentation: { kind: 'markdown', value } };
}

function isItemData(data: unknown): data is ItemData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'uri' in data &&
    typeof data.uri === 'string' &&
    'about' in data &&
    typeof data.about === 'string' &&
    'id' in data &&
    typeof data.id === 'string' &&
    'from' in data &&
    typeof data.from === 'number'
  );
}
