// Which keys can stand at the cursor: of a record, or ids and dates where a map's keys are some.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { type KeyShape, type RecordName, records, type Shape } from '../plan/schema.generated.ts';
import type { MapNode } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { Suggestion } from './completion.ts';
import type { CursorPlace } from './cursor-place.ts';
import { keyDocumentation } from './key-reference.ts';
import { touches } from './place.ts';
import type { Reader } from './reader.ts';
import { scalarOf } from './shape.ts';
import { valueSuggestions } from './value-suggestions.ts';

/** Required keys first, then in canonical order; without those that are there, those they rule out, and those of older formats. */
export function keySuggestions(
  analysis: Analysis,
  place: CursorPlace,
  shape: Shape,
  reader: Reader,
): readonly Suggestion[] {
  if (shape.kind === 'list') return keySuggestions(analysis, place, shape.of, reader);
  if (shape.kind === 'map')
    return valueSuggestions(analysis, place, { kind: 'scalar', format: shape.key }, reader).map((each) =>
      asKey(each, place),
    );
  if (shape.kind !== 'record') return [];
  const { fields, exclusive } = records[shape.name];
  const present = presentKeys(analysis, place);
  const ruledOut = new Set(exclusive.filter((keys) => keys.some((key) => present.has(key))).flat());
  return Object.entries(fields)
    .filter(([key, { deprecated }]) => !present.has(key) && !ruledOut.has(key) && deprecated === undefined)
    .sort(([, a], [, b]) => Number(b.required) - Number(a.required))
    .map(([key, field]) => keySuggestion(shape.name, key, field, place, reader));
}

function keySuggestion(
  record: RecordName,
  key: string,
  field: KeyShape,
  place: CursorPlace,
  reader: Reader,
): Suggestion {
  const documentation = keyDocumentation(record, key, reader.locale);
  return {
    label: key,
    kind: CompletionItemKind.Property,
    ...(documentation !== undefined && { documentation }),
    ...(place.colonFollows ? {} : withValue(key, field.shape, place)),
  };
}

/** The key with room for its value. */
function withValue(key: string, shape: Shape, place: CursorPlace): Pick<Suggestion, 'text' | 'snippet'> {
  const scalar = scalarOf(shape);
  if (scalar?.format === 'boolean') return { text: `${key}: true` };
  if (scalar?.format === 'enum' && scalar.values)
    return { text: `${key}: `, snippet: `${key}: \${1|${scalar.values.join(',')}|}` };
  if (scalar || shape.kind === 'raw') return { text: `${key}: ` };
  if (place.flow) return { text: `${key}: {}`, snippet: `${key}: { $1 }` };
  const below = `\n${' '.repeat(place.column + 2)}`;
  return { text: `${key}:${below}`, snippet: `${key}:${below}$1` };
}

function asKey(suggestion: Suggestion, place: CursorPlace): Suggestion {
  return place.colonFollows ? suggestion : { ...suggestion, text: `${suggestion.text ?? suggestion.label}: ` };
}

/** The keys that the map around the cursor has, but for the one at the cursor. */
function presentKeys({ tree }: Analysis, place: CursorPlace): ReadonlySet<string> {
  const map = mapAround(tree, place);
  const others = map?.pairs.filter(({ key }) => !touches(tree.spanOf(key), place.word.start)) ?? [];
  return new Set(others.map(({ key }) => key.text));
}

/** The map that the cursor's word is a key of. */
function mapAround(tree: Tree, { entries, segments, word }: CursorPlace): MapNode | undefined {
  let node = entries.at(-1)?.value ?? tree.root;
  for (const _ of segments.slice(segments.findLastIndex((segment) => segment !== 'item') + 1))
    node = node?.kind === 'list' ? node.items.findLast((item) => tree.spanOf(item).start <= word.start) : undefined;
  return node?.kind === 'map' ? node : undefined;
}
