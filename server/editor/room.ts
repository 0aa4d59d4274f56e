// Whether there is room at the cursor: a key or a value that runs into what stands beside or below it helps nobody.
import type { Node } from '../text/node.ts';
import type { Tree } from '../text/tree.ts';
import type { CursorPlace } from './cursor-place.ts';
import { mapAround } from './map-around.ts';

export interface Room {
  /** For a key: none, any, or one that holds the lines below it. */
  readonly key: 'none' | 'any' | 'holder';
  readonly value: boolean;
  /** What has to stand behind a key that is put before another. */
  readonly behind: string;
}

const none: Room = { key: 'none', value: false, behind: '' };

export function roomAt(tree: Tree, place: CursorPlace): Room {
  const { line, character } = tree.positionAt(place.word.end);
  const rest = tree
    .line(line)
    .slice(character)
    .replace(place.quoted ? /^["']/ : '', '');
  // What is closed, or an alias, is a whole value.
  if (/[\]}"']$|^\*/.test(place.before)) return none;
  return place.flow ? inFlow(tree, place, rest) : inBlock(tree, place, rest, line);
}

/** Words that can go on behind a value, as a link's type and lag do. */
const words = String.raw`\s+[^\s:#{}[\],"'&*!|>%@\x60][^:#{}[\],"']*`;
const endsInFlow = new RegExp(String.raw`^(?:${words})?\s*(?:$|[,，、\]}]|\s#)`);
const endsInBlock = new RegExp(String.raw`^(?:${words})?\s*(?:$|[，、]|\s#)`);

function inFlow(tree: Tree, place: CursorPlace, rest: string): Room {
  const start = Math.max(0, place.word.start - (place.quoted ? 1 : 0));
  const ahead = lastLetter(tree, start);
  const isFresh = place.before !== '' || ahead === undefined || '{[,:?，、'.includes(ahead);
  if (!isFresh) return none;
  const next = nextInBrackets(tree, place.word.end, rest);
  if (next === undefined || ',，、]}'.includes(next) || place.colonFollows)
    return { key: 'any', value: endsInFlow.test(rest), behind: '' };
  const value = endsInFlow.test(rest) && /\S/.test(rest);
  // Another pair follows: it needs its comma.
  return { key: /^\s/.test(rest) ? 'any' : 'none', value, behind: ', ' };
}

/** Nobody leaves more white space inside brackets. */
const farthest = 1000;

function lastLetter(tree: Tree, end: number): string | undefined {
  return tree
    .text({ start: Math.max(0, end - farthest), end })
    .trimEnd()
    .at(-1);
}

/** The next letter inside the brackets around an offset; undefined where they end with the line. */
function nextInBrackets(tree: Tree, offset: number, rest: string): string | undefined {
  const letter = withoutComment(rest).trimStart().at(0);
  if (letter !== undefined) return letter;
  const around = tree.pathAt(offset).steps.findLast(({ node }) => isBrackets(node));
  const end = around ? tree.spanOf(around.node).end : offset;
  const below = tree.text({ start: offset + rest.length, end: Math.min(end, offset + rest.length + farthest) });
  return withoutComment(below).trimStart().at(0);
}

function withoutComment(text: string): string {
  return text.replaceAll(/(?<=^|\s)#.*/gm, '');
}

function isBrackets(node: Node): boolean {
  return (node.kind === 'map' || node.kind === 'list') && node.flow;
}

function inBlock(tree: Tree, place: CursorPlace, rest: string, line: number): Room {
  const { start } = place.word;
  const isInBrackets = tree.pathAt(start).steps.some(({ node }) => {
    const span = tree.spanOf(node);
    return isBrackets(node) && span.start < start && span.end > start;
  });
  if (isInBrackets) return none;
  const lineText = tree.line(line);
  const own = firstColumn(lineText);
  // Behind a dash, what begins there stands in its own column.
  const column = place.wants === 'value' ? own : place.column;
  const below = nextContent(tree, line);
  const isDeeper =
    below !== undefined && (below.column > column || (below.column === column && below.isItem && !isItem(lineText)));
  const value = endsInBlock.test(rest) && !isDeeper && isAlone(tree, place);
  if (place.colonFollows) return { key: isAligned(tree, place) ? 'any' : 'none', value: false, behind: '' };
  const isFree = /^\s*(?:$|#)/.test(rest) && isAligned(tree, place);
  const isListBelow = below?.column === column && isDeeper;
  if (!isFree || isListBelow) return { key: 'none', value, behind: '' };
  if (!isDeeper) return { key: 'any', value, behind: '' };
  // Deeper lines belong to the word above them, if there is one; else to something further up.
  return { key: place.word.end > place.word.start ? 'holder' : 'none', value, behind: '' };
}

function firstColumn(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}

function isItem(text: string): boolean {
  return /^\s*-(?:\s|$)/.test(text);
}

/** A gap that is wider says nothing about the cursor any more. */
const linesLooked = 200;

function nextContent(tree: Tree, line: number): { readonly column: number; readonly isItem: boolean } | undefined {
  for (let below = line + 1; below < Math.min(tree.lineCount, line + linesLooked); below += 1) {
    const text = tree.line(below);
    if (/^\s*(?:#|$)/.test(text)) continue;
    return { column: firstColumn(text), isItem: isItem(text) };
  }
  return undefined;
}

/** A key stands in the column of its neighbours. */
function isAligned(tree: Tree, place: CursorPlace): boolean {
  if (place.wants === 'value') return true;
  const neighbour = mapAround(tree, place)?.pairs.find(({ key }) => {
    const span = tree.spanOf(key);
    return span.start > place.word.end || span.end < place.word.start;
  });
  return neighbour === undefined || tree.positionAt(tree.spanOf(neighbour.key).start).character === place.column;
}

/** A value on a line of its own has no neighbours. */
function isAlone(tree: Tree, place: CursorPlace): boolean {
  const value = place.entries.at(-1)?.value;
  if (place.wants === 'value') return value?.kind !== 'map' || isBrackets(value) || place.segments.at(-1) === 'item';
  if (place.segments.at(-1) === 'item') return true;
  return (
    value === undefined ||
    (value.kind === 'scalar' && (value.source === '' || tree.spanOf(value).start <= place.word.end))
  );
}
