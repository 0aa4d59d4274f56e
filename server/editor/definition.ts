// From a use of an id, or the path of a file, to where it is.
import type { Location, LocationLink } from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import type { Definition } from '../plan/plan.ts';
import type { Range, Span } from '../text/tree.ts';
import { elsewhereAt } from './elsewhere.ts';
import { entryRange } from './entry.ts';
import { identifierAt } from './identifier.ts';
import { rangeOf } from './place.ts';
import type { Reader } from './reader.ts';
import { type ScalarAt, scalarAt } from './scalar-at.ts';
import { scalarOf, segmentsOf, shapeAt } from './shape.ts';

interface Target {
  readonly uri: string;
  /** The id alone. */
  readonly key: Range;
  /** Its whole entry. */
  readonly entry: Range;
  /** What was asked about. */
  readonly origin: Span;
}

/** Where the thing under the cursor is; null where nothing is or nothing defines it. */
export function definition(
  analysis: Analysis,
  offset: number,
  { definitionLinks }: Pick<Reader, 'definitionLinks'>,
): Location | LocationLink[] | null {
  const target =
    targetOfId(analysis, offset) ??
    targetInSubplan(analysis, offset) ??
    targetOfPath(analysis, offset) ??
    targetOfAlias(analysis, offset);
  if (!target) return null;
  const { uri, key, entry, origin } = target;
  if (!definitionLinks) return { uri, range: key };
  const originSelectionRange = rangeOf(analysis.tree, origin);
  return [{ targetUri: uri, targetRange: entry, targetSelectionRange: key, originSelectionRange }];
}

function targetOfId(analysis: Analysis, offset: number): Target | undefined {
  const id = identifierAt(analysis, offset);
  const place = id?.definition && placeOf(analysis, id.definition);
  return place && { ...place, origin: id.span };
}

function placeOf(
  { tree, plan, snapshot }: Analysis,
  { key, node, file }: Definition,
): Omit<Target, 'origin'> | undefined {
  if (file === undefined) return { uri: snapshot.uri, ...entryRange(tree, key, node) };
  const included = plan.includes.find(({ path }) => path === file);
  return included && { uri: included.path, ...entryRange(included.tree, key, node) };
}

/** The task of another plan that a link comes out of. */
function targetInSubplan(analysis: Analysis, offset: number): Target | undefined {
  const found = elsewhereAt(analysis, offset);
  return found && { uri: found.uri, ...entryRange(found.tree, found.task.key, found.task.node), origin: found.span };
}

/** The file that a path names, where it could be read. */
function targetOfPath({ tree, snapshot }: Analysis, offset: number): Target | undefined {
  const at = scalarAt(tree, offset);
  if (!at || at.onKey || !isPath(at)) return undefined;
  const file = snapshot.files(at.scalar.text, '');
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return file?.text === undefined ? undefined : { uri: file.path, key: top, entry: top, origin: at.span };
}

/** What an alias stands for, where its anchor is. */
function targetOfAlias({ tree, snapshot }: Analysis, offset: number): Target | undefined {
  const { steps, onKey } = tree.pathAt(offset);
  const alias = steps.at(-1)?.node;
  const target = alias?.kind === 'alias' && !onKey ? tree.resolve(alias) : undefined;
  if (alias === undefined || target === undefined) return undefined;
  const range = rangeOf(tree, tree.spanOf(target));
  return { uri: snapshot.uri, key: range, entry: range, origin: tree.spanOf(alias) };
}

function isPath({ path }: ScalarAt): boolean {
  const shape = shapeAt(segmentsOf(path));
  return shape !== undefined && scalarOf(shape)?.format === 'path';
}
