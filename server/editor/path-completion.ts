// Completion of paths: the files of the workspace that can be included, are plans to wait for, or hold a baseline.
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types';
import type { Analysis } from '../analysis.ts';
import { writtenPaths } from '../plan/written-paths.ts';
import { quoted, scalarSource } from '../text/quoting.ts';
import type { Span, Tree } from '../text/tree.ts';
import { type CursorPlace, cursorPlace } from './cursor-place.ts';
import { rangeOf } from './place.ts';
import { scalarAt } from './scalar-at.ts';
import { scalarOf, shapeAt } from './shape.ts';

/** A place where a path is wanted. */
export interface PathPlace {
  /** The key that the path is for. */
  readonly key: 'include' | 'subplans' | 'file';
  /** What is to be replaced: the whole path, without quotes. */
  readonly span: Span;
  readonly flow: boolean;
  readonly quote: string;
}

/** A file that can be named, by its path from the plan. */
export interface NamedFile {
  readonly path: string;
  readonly isPlan: boolean;
}

/** Whether a path of a file is wanted at an offset, and where it stands. */
export function pathPlace({ tree }: Analysis, offset: number): PathPlace | undefined {
  const place = cursorPlace(tree, offset);
  if (!place || place.wants === 'key') return undefined;
  const shape = shapeAt(place.segments);
  const [first] = place.segments;
  if (!shape || scalarOf(shape)?.format !== 'path' || first === undefined || first === 'item') return undefined;
  const key = first.key === 'include' || first.key === 'subplans' ? first.key : 'file';
  return { key, flow: place.flow, ...replaced(tree, offset, place) };
}

/** The whole path under the cursor without its quotes; half-typed, as much of it as stands before the cursor. */
function replaced(
  tree: Tree,
  offset: number,
  { word, quoted: isQuoted }: CursorPlace,
): Pick<PathPlace, 'span' | 'quote'> {
  const at = scalarAt(tree, offset);
  const { text = '', source = '' } = at && !at.onKey ? at.scalar : {};
  const isWhole = text !== '' && !text.includes('\n') && source.endsWith(isQuoted ? source.charAt(0) : text);
  if (at && isWhole) {
    const inside = isQuoted ? 1 : 0;
    return { span: { start: at.span.start + inside, end: at.span.end - inside }, quote: source.slice(0, inside) };
  }
  if (!isQuoted) return { span: word, quote: '' };
  const { line, character } = tree.positionAt(offset);
  const opened = /["'](?=[^"']*$)/.exec(tree.line(line).slice(0, character));
  const start = opened ? offset - character + opened.index + 1 : word.start;
  return { span: { start, end: word.end }, quote: opened?.[0] ?? '' };
}

/** The files that fit there, those beside the plan first. What is named already is left out. */
export function pathCompletion(
  analysis: Analysis,
  { key, span, flow, quote }: PathPlace,
  files: readonly NamedFile[],
): CompletionList {
  const { tree } = analysis;
  const written = new Set(
    writtenPaths(tree)
      .filter((node) => tree.spanOf(node).end < span.start || tree.spanOf(node).start > span.end)
      .map(({ text }) => text.trim()),
  );
  const fitting = files
    .filter(({ path, isPlan }) => !written.has(path) && (key === 'subplans') === isPlan)
    .sort((a, b) => distance(a.path) - distance(b.path) || (a.path < b.path ? -1 : 1));
  const range = rangeOf(tree, span);
  const items = fitting.map(
    ({ path }, index): CompletionItem => ({
      label: path,
      kind: CompletionItemKind.File,
      sortText: String(index).padStart(5, '0'),
      filterText: path,
      insertTextFormat: InsertTextFormat.PlainText,
      insertTextMode: InsertTextMode.asIs,
      textEdit: { range, newText: inQuotes(path, flow, quote) },
    }),
  );
  return { isIncomplete: false, items };
}

function inQuotes(path: string, flow: boolean, quote: string): string {
  if (quote === '"') return quoted(path).slice(1, -1);
  return quote === "'" ? path.replaceAll("'", "''") : scalarSource(path, flow);
}

/** Steps up count twice. */
function distance(path: string): number {
  return path.split('/').reduce((sum, part) => sum + (part === '..' ? 2 : 1), 0);
}
