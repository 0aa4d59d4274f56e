// One cause, one problem: slips replace what follows from them, and what aliases repeat is told once.
import type { Node } from '../text/node.ts';
import type { Piece, Span, SyntaxFinding, Tree } from '../text/tree.ts';
import type { PlanProblem } from './plan.ts';
import type { Slip } from './slip.ts';

/** What YAML finds wrong without losing what the author wrote. */
const harmless: ReadonlySet<string> = new Set([
  'duplicate-key',
  'several-documents',
  'control-character',
  'conflict-marker',
  'missing-space-before-comment',
  'yaml-version',
  'directive',
  'directive-without-document',
  'text-behind-marker',
  'unknown-alias',
  'bad-merge',
  'merge-cycle',
  'merge-too-large',
]);

/** Which of some ids stand before the first colon of a line, in a version of the text. */
export interface Sought {
  readonly tree: Tree;
  readonly absent: ReadonlySet<string>;
  /** Where each of the others does. */
  readonly written: ReadonlyMap<string, Piece>;
}

interface Settled {
  readonly problems: readonly PlanProblem[];
  readonly superseded: ReadonlySet<SyntaxFinding>;
  /** For the version after this one. */
  readonly sought?: Sought;
}

/** The problems to report: `found` ones without what broken text explains, and the slips; and the syntax findings that these replace. */
export function settle(tree: Tree, found: readonly PlanProblem[], slips: readonly Slip[], before?: Sought): Settled {
  const superseded = new Set(slips.flatMap(({ supersedes }) => supersedes));
  // What was made of broken text is not what the author wrote.
  const broken = tree.syntax.filter(({ code }) => !harmless.has(code));
  const apart = broken.length === 0 ? found : apartFrom(tree, found, broken, slips);
  const unknown =
    broken.length === 0
      ? new Set<string>()
      : new Set(apart.flatMap(({ rule, args }) => (rule === 'unknown-reference' ? String(args.id) : [])));
  // An id that stands before a colon somewhere is there, only not where it could be read.
  const sought = unknown.size === 0 ? undefined : lookedFor(unknown, tree, before);
  const left =
    sought === undefined || sought.written.size === 0
      ? apart
      : apart.filter(({ rule, args }) => rule !== 'unknown-reference' || sought.absent.has(String(args.id)));
  return {
    problems: oncePerPlace([...left, ...slips.map(({ problem }) => problem)]),
    superseded,
    ...(sought && { sought }),
  };
}

/** The problems that stand neither on a broken line nor in what the parser made of one. */
function apartFrom(
  tree: Tree,
  found: readonly PlanProblem[],
  broken: readonly SyntaxFinding[],
  slips: readonly Slip[],
): readonly PlanProblem[] {
  const lines = new Set<number>();
  const addLines = ({ start, end }: Span) => {
    const last = tree.positionAt(end).line;
    for (let line = tree.positionAt(start).line; line <= last; line++) lines.add(line);
  };
  for (const { span } of broken) addLines(span);
  for (const { problem } of slips) for (const { span } of problem.edits ?? []) addLines(span);
  const lineOf = (node: Node) => tree.positionAt(tree.spanOf(node).start).line;
  const isMisread = (problem: PlanProblem): boolean => {
    const { node, onKey, span } = problem;
    if (span !== undefined) return false;
    const place = onKey ?? node;
    if (lines.has(lineOf(place)) || lines.has(lineOf(node))) return true;
    // A group of keys that begins on a broken line, or below one, may have swallowed the lines below it.
    const holder = tree.parentOf(place)?.node;
    const above = holder && tree.parentOf(holder);
    if (holder !== undefined && above !== undefined && lines.has(lineOf(holder))) return true;
    if (above?.pair !== undefined && lines.has(lineOf(above.pair.key))) return true;
    return isMissingInBroken(problem);
  };
  /** What is missing may stand on a line that can't be read. */
  const isMissingInBroken = ({ code, args, node, onKey }: PlanProblem): boolean => {
    if (code !== 'missing-key' && code !== 'missing-duration') return false;
    const first = lineOf(onKey ?? node);
    const last = tree.positionAt(tree.spanOf(node).end).line;
    const key = code === 'missing-key' ? String(args.key) : '';
    return [...lines].some((line) => first <= line && line <= last && tree.line(line).includes(key));
  };
  return found.filter((problem) => !isMisread(problem));
}

/** Of words that stood nowhere before, only what is new of the text is searched; what still stands where it stood is not looked for. */
function lookedFor(words: ReadonlySet<string>, tree: Tree, before: Sought | undefined): Sought {
  const written = new Map<string, Piece>();
  const [searched, others] = [new Set<string>(), new Set<string>()];
  for (const word of words) {
    const piece = before?.written.get(word);
    if (piece !== undefined && tree.hasPiece(piece)) written.set(word, piece);
    else if (before?.absent.has(word) === true && !/[\r\n]/.test(word)) searched.add(word);
    else others.add(word);
  }
  if (others.size > 0) addWritten(written, others, tree.pieces());
  if (before && searched.size > 0) {
    const isNew = addWritten(new Map(), searched, [{ text: tree.textSince(before.tree) }]);
    if (isNew.size > 0) addWritten(written, new Set(isNew.keys()), tree.pieces());
  }
  return { tree, absent: new Set([...words].filter((word) => !written.has(word))), written };
}

/** So many words are looked for one by one; more of them among all that stands before a colon. */
const few = 20;
const plainWord = /^[^\s:：-][^\s:：]*$/;
/** A plain word before the first colon of a line: `standsAsKey` for all of them at once. */
const keyOfLine = /(?<![^\r\n])[ \t-]*([^\s:：-][^\s:：]*)[ \t]*[:：]/g;

/** Adds where those of the words stand that stand before the first colon of a line. */
function addWritten(
  written: Map<string, Piece>,
  words: ReadonlySet<string>,
  pieces: Iterable<Piece>,
): Map<string, Piece> {
  const plain = words.size > few ? new Set([...words].filter((word) => plainWord.test(word))) : new Set<string>();
  const others = new Set([...words].filter((word) => !plain.has(word)));
  for (const piece of pieces) {
    if (plain.size + others.size === 0) break;
    const { text } = piece;
    if (plain.size > 0)
      for (const [, key = ''] of text.matchAll(keyOfLine)) if (plain.delete(key)) written.set(key, piece);
    for (const word of others)
      if (text.includes(word) && standsAsKey(word, text)) {
        others.delete(word);
        written.set(word, piece);
      }
  }
  return written;
}

function standsAsKey(word: string, text: string): boolean {
  if (word === '') return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    let behind = at + word.length;
    while (text[behind] === ' ' || text[behind] === '\t') behind += 1;
    if (text[behind] !== ':' && text[behind] !== '：') continue;
    let before = at - 1;
    while (before >= 0 && ' \t-'.includes(text.charAt(before))) before -= 1;
    if (before < 0 || text[before] === '\n' || text[before] === '\r') return true;
  }
  return false;
}

/** Each once, however many aliases and merges lead to it. */
function oncePerPlace(problems: readonly PlanProblem[]): readonly PlanProblem[] {
  const seen = new Map<Node, Set<string>>();
  return problems.filter(({ rule, code, args, node, onKey, from, span }) => {
    const place = onKey ?? node;
    const known = seen.get(place) ?? new Set();
    const name = [rule, code, from ?? span?.start ?? '', ...Object.values(args)].join(' ');
    if (known.has(name)) return false;
    seen.set(place, known.add(name));
    return true;
  });
}
