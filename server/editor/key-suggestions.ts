// Which keys can stand at the cursor: of a record, or ids and dates where a map's keys are some.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { notOnSummary } from '../plan/listing-problems.ts';
import { type KeyShape, type RecordName, records, type Shape } from '../plan/schema.generated.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';
import { keyDocumentation } from './key-reference.ts';
import { presentKeys } from './map-around.ts';
import type { Reader } from './reader.ts';
import type { Room } from './room.ts';
import { scalarOf } from './shape.ts';
import { templateSuggestions } from './template-suggestions.ts';
import { valueSuggestions } from './value-suggestions.ts';

/** Required keys first, then in canonical order; without those that are there, those they rule out, and those of older formats. */
export function keySuggestions(
  analysis: Analysis,
  place: CursorPlace,
  shape: Shape,
  room: Room,
  reader: Reader,
): readonly Suggestion[] {
  if (room.key === 'none') return [];
  if (shape.kind === 'list') return keySuggestions(analysis, place, shape.of, room, reader);
  if (shape.kind === 'map') {
    const keys = valueSuggestions(analysis, place, { kind: 'scalar', format: shape.key }, reader);
    const whole = shape.of.kind === 'record' ? templateSuggestions(analysis, place, shape.of.name, room, reader) : [];
    return [...keys.map((each) => asKey(each, place, room)), ...whole];
  }
  if (shape.kind !== 'record') return [];
  const { fields, exclusive } = records[shape.name];
  const present = presentKeys(analysis.tree, place);
  const ruledOut = new Set(
    ruling(shape.name, exclusive)
      .filter((keys) => keys.some((key) => present.has(key)))
      .flat(),
  );
  const whole = shape.name === 'Plan' ? templateSuggestions(analysis, place, 'Plan', room, reader) : [];
  const keys = Object.entries(fields)
    .filter(([key, { deprecated }]) => !present.has(key) && !ruledOut.has(key) && deprecated === undefined)
    .filter(([, field]) => room.key === 'any' || !scalarOf(field.shape) || field.shape.kind !== 'scalar')
    .sort(([, a], [, b]) => Number(b.required) - Number(a.required))
    .map(([key, field]) => keySuggestion(shape.name, key, field, place, room, reader));
  return [...keys, ...whole];
}

/** Keys that rule each other out. */
function ruling(record: RecordName, exclusive: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return record === 'Task' ? [...exclusive, ...notOnSummary.map((key) => ['tasks', key])] : exclusive;
}

function keySuggestion(
  record: RecordName,
  key: string,
  field: KeyShape,
  place: CursorPlace,
  room: Room,
  reader: Reader,
): Suggestion {
  const documentation = keyDocumentation(record, key, reader.locale);
  return {
    label: key,
    kind: CompletionItemKind.Property,
    ...(documentation !== undefined && { documentation }),
    ...(place.colonFollows ? {} : withValue(key, field.shape, place, room)),
  };
}

/** The key with room for its value. */
function withValue(key: string, shape: Shape, place: CursorPlace, room: Room): Pick<Suggestion, 'text' | 'snippet'> {
  // What it holds is there already.
  if (room.key === 'holder') return { text: `${key}:` };
  const made = valueFor(key, shape, place);
  const { behind } = room;
  return {
    text: `${made.text}${behind}`,
    ...(made.snippet !== undefined && { snippet: `${made.snippet}${behind}` }),
  };
}

function valueFor(key: string, shape: Shape, place: CursorPlace): { readonly text: string; readonly snippet?: string } {
  const scalar = scalarOf(shape);
  if (scalar?.format === 'boolean') return { text: `${key}: true` };
  if (scalar?.format === 'enum' && scalar.values)
    return { text: `${key}: `, snippet: `${key}: \${1|${scalar.values.join(',')}|}` };
  if (scalar || shape.kind === 'raw') return { text: `${key}: ` };
  if (place.flow) return { text: `${key}: {}`, snippet: `${key}: { $1 }` };
  const below = `\n${' '.repeat(place.column + 2)}`;
  return { text: `${key}:${below}`, snippet: `${key}:${below}$1` };
}

function asKey(suggestion: Suggestion, place: CursorPlace, { key, behind }: Room): Suggestion {
  if (place.colonFollows) return suggestion;
  const colon = key === 'holder' ? ':' : ': ';
  return { ...suggestion, text: `${suggestion.text ?? suggestion.label}${colon}${behind}` };
}
