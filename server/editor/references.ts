// Every place where the id under the cursor is used.
import type { Location } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { definitionLocation } from './definition.ts';
import { identifierAt, useSpan } from './identifier.ts';
import { rangeOf } from './place.ts';

/** Uses in the order of the text, after the definition where that is asked for. */
export function references(analysis: Analysis, offset: number, includeDefinition: boolean): Location[] {
  const { tree, plan, snapshot } = analysis;
  const definition = identifierAt(analysis, offset)?.definition;
  if (!definition) return [];
  const defined = includeDefinition ? definitionLocation(analysis, definition) : undefined;
  return [
    ...(defined ? [defined] : []),
    ...plan.referencesTo(definition).map((use) => ({ uri: snapshot.uri, range: rangeOf(tree, useSpan(tree, use)) })),
  ];
}
