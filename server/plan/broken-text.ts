// Slips that break the text for YAML, recognised from what the parser reports and the lines it reports.

import { quoted } from '../text/quoting.ts';
import type { Span, SyntaxFinding, Tree } from '../text/tree.ts';
import { grouped } from './grouped.ts';
import { isKeyOf } from './meant-key.ts';
import type { PlanProblem } from './plan.ts';
import type { ProblemArguments, ProblemCode, ProblemRule } from './problem-codes.ts';
import { problem } from './reading.ts';
import { parseDuration } from './scalars/duration.ts';
import { isText, shapeAt } from './shape-at.ts';
import type { Slip } from './slip.ts';
import { bracketsForText, bracketsOf, textInBrackets } from './text-in-brackets.ts';

interface Line {
  readonly number: number;
  readonly start: number;
  readonly text: string;
}

type Recognise = (tree: Tree, finding: SyntaxFinding, lines: readonly Line[]) => PlanProblem | undefined;

/** The first that knows a finding explains it, and with it all else that is reported on its lines. */
const recognisers: readonly Recognise[] = [
  tabs,
  wideColon,
  wideComma,
  shorthandWithKeys,
  tightColon,
  colonInText,
  textInNeedOfQuotes,
];

/** A finding that runs over more lines is looked at on the first of them only. */
const mostLines = 8;

/** What people meant where the parser gave up. Linear in what it reports. */
export function brokenText(tree: Tree): readonly Slip[] {
  const slips: Slip[] = [];
  const explained = new Set<SyntaxFinding>();
  const byLine = grouped(tree.syntax, ({ span }) => tree.positionAt(span.start).line);
  for (const finding of tree.syntax) {
    if (explained.has(finding) || finding.code === 'duplicate-key') continue;
    const lines = linesOf(tree, finding.span);
    const found = firstOf(recognisers, (recognise) => recognise(tree, finding, lines));
    if (found === undefined) continue;
    const touched = found.code === 'tab' ? tabbed(tree).map(({ number }) => number) : numbersOf(tree, found, finding);
    const supersedes = [...new Set(touched)]
      .flatMap((line) => byLine.get(line) ?? [])
      .filter(({ code }) => code !== 'duplicate-key');
    for (const other of supersedes) explained.add(other);
    slips.push({ problem: found, supersedes });
  }
  return slips;
}

function firstOf<T, R>(all: readonly T[], ask: (one: T) => R | undefined): R | undefined {
  for (const one of all) {
    const answer = ask(one);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** The lines of a slip and of the finding that told of it. */
function numbersOf(
  tree: Tree,
  { span = { start: 0, end: 0 } }: PlanProblem,
  finding: SyntaxFinding,
): readonly number[] {
  const [slip, first, last] = [span.start, finding.span.start, finding.span.end].map(
    (offset) => tree.positionAt(offset).line,
  );
  return [slip, first, last].flatMap((number) => number ?? []);
}

function linesOf(tree: Tree, span: Span): readonly Line[] {
  const first = tree.positionAt(span.start).line;
  const last = Math.min(tree.positionAt(span.end).line, first + mostLines);
  return Array.from({ length: last - first + 1 }, (_, i) => lineAt(tree, first + i));
}

/** Nobody wrote a longer line by hand. */
const longestLine = 2000;

function lineAt(tree: Tree, number: number): Line {
  const text = tree.line(number);
  const start = tree.offsetAt({ line: number, character: 0 });
  return { number, start, text: text.length > longestLine ? '' : text };
}

/** A problem where no node stands for what is written, with its one edit. */
function at<R extends ProblemRule, C extends ProblemCode<R>>(
  tree: Tree,
  rule: R,
  code: C,
  args: ProblemArguments<R, C>,
  span: Span,
  edits: NonNullable<PlanProblem['edits']>,
): PlanProblem | undefined {
  return tree.root === undefined ? undefined : problem(rule, code, args, { node: tree.root, span, edits });
}

/** Lines that begin with a tab: all are mended at once, two blanks for each. */
function tabs(tree: Tree, finding: SyntaxFinding): PlanProblem | undefined {
  if (finding.code !== 'tab-indent' && !/^ *\t/.test(tree.line(tree.positionAt(finding.span.start).line)))
    return undefined;
  const lines = tabbed(tree);
  const [first] = lines;
  if (first === undefined) return undefined;
  const spans = lines.map(({ start, text }) => ({ start, end: start + (/^[ \t]*/.exec(text)?.[0].length ?? 0) }));
  const edits = spans.map((span) => ({ span, text: tree.text(span).replaceAll('\t', '  ') }));
  return at(tree, 'yaml-syntax', 'tab', {}, spans[0] ?? finding.span, edits);
}

/** The lines whose indentation has a tab in it. */
function tabbed(tree: Tree): readonly Line[] {
  const text = tree.text();
  const lines: Line[] = [];
  for (let tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', tab + 1)) {
    let start = tab;
    while (text[start - 1] === ' ') start -= 1;
    if (start > 0 && !isLineBreak(text[start - 1])) continue;
    let content = tab + 1;
    while (text[content] === ' ' || text[content] === '\t') content += 1;
    if (content < text.length && !isLineBreak(text[content])) lines.push(lineAt(tree, tree.positionAt(start).line));
  }
  return lines;
}

function isLineBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

const keyBefore = String.raw`^(?<before>[\s]*(?:-\s+)*)(?<key>[^\s:：#'"\[\]{},，]+)`;
const keyWithWideColon = new RegExp(String.raw`${keyBefore}(?<colon>\s*：\s*)`, 'u');
const keyWithTightColon = new RegExp(String.raw`${keyBefore}:(?![ \t\r\n/])(?<gap>\u3000*)(?=.)`, 'u');

/** `name：设计` on a line of its own. */
function wideColon(tree: Tree, _finding: SyntaxFinding, lines: readonly Line[]): PlanProblem | undefined {
  return firstOf(lines, ({ start, text }) => {
    const { before = '', key, colon = '' } = keyWithWideColon.exec(text)?.groups ?? {};
    if (key === undefined) return undefined;
    const from = start + before.length;
    const colonSpan = { start: from + key.length, end: from + key.length + colon.length };
    const isLast = colonSpan.end === start + text.length;
    const edits = [{ span: colonSpan, text: isLast ? ':' : ': ' }];
    return at(tree, 'fullwidth-punctuation', 'colon', { key }, { start: from, end: colonSpan.end }, edits);
  });
}

/** `{ duration: 3d，owner: li }`. */
function wideComma(tree: Tree, finding: SyntaxFinding, lines: readonly Line[]): PlanProblem | undefined {
  if (!['block-in-brackets', 'missing-comma', 'two-colons', 'multiline-key'].includes(finding.code)) return undefined;
  return firstOf(lines, ({ start, text }) => {
    if (!text.includes('{')) return undefined;
    const commas = [...text.matchAll(/\s*，\s*(?=[^\s:：,，{}[\]]+\s*[:：])/g)];
    const spans = commas.map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }));
    const [first] = spans;
    if (first === undefined) return undefined;
    const edits = spans.map((span) => ({ span, text: ', ' }));
    return at(tree, 'fullwidth-punctuation', 'comma', { text: piece(text), sign: '，' }, first, edits);
  });
}

/** The pieces on both sides of the first full-width comma. */
function piece(text: string): string {
  return /[^\s,{]*\s*，\s*[^\s:：]*/.exec(text)?.[0] ?? text.trim();
}

/** `a: 3d` with keys indented under it. */
function shorthandWithKeys(tree: Tree, finding: SyntaxFinding, lines: readonly Line[]): PlanProblem | undefined {
  const [line] = lines;
  const short = /^(\s*(?:-\s+)*)([^\s#'"[\]{},][^#:]*?)\s*:(\s+)([^\s#&*!|>{['"][^#]*?)\s*(?:\s#.*)?$/.exec(
    line?.text ?? '',
  );
  if (line === undefined || short === null) return undefined;
  const [, indent = '', key = '', gap = '', text = ''] = short;
  const next = nextContent(tree, line.number);
  const [, deeper = '', inner = ''] = /^(\s+)([^\s:#-][^:#]*):(?:\s|$)/.exec(next) ?? [];
  if (deeper.length <= indent.length) return undefined;
  const colonEnd = line.text.indexOf(`:${gap}${text}`, indent.length + key.length) + 1;
  const value = { start: line.start + colonEnd + gap.length, end: line.start + colonEnd + gap.length + text.length };
  if (finding.span.end < line.start || finding.span.start > value.end) return undefined;
  const field = shorthandField(tree, line.start + indent.length, text, inner.trim());
  if (field === undefined) return undefined;
  const lineBreak =
    tree.text({ start: line.start + line.text.length, end: line.start + line.text.length + 2 }) === '\r\n'
      ? '\r\n'
      : '\n';
  const edits = [
    { span: { start: line.start + colonEnd, end: value.end }, text: `${lineBreak}${deeper}${field}: ${text}` },
  ];
  return at(tree, 'shorthand-with-keys', 'keys', { text, field }, value, edits);
}

function nextContent(tree: Tree, line: number): string {
  for (let next = line + 1; next < tree.lineCount; next++) {
    const text = tree.line(next);
    if (/^\s*[^\s#]/.test(text)) return text;
  }
  return '';
}

/** The key that a scalar stands for at the entry whose key begins at an offset, where `inner` is meant as a key beside it. */
function shorthandField(tree: Tree, keyStart: number, text: string, inner: string): string | undefined {
  const { steps } = tree.pathAt(keyStart);
  const depth = steps.findIndex(({ pair }) => pair !== undefined && tree.spanOf(pair.key).start === keyStart);
  const shape = depth < 0 ? undefined : shapeAt(steps.slice(0, depth + 1));
  if (shape?.kind === 'record') return isKeyOf(shape.name, inner) ? shape.shorthand?.field : undefined;
  return shape === undefined && parseDuration(text).ok ? 'duration' : undefined;
}

/** `name:x`: no key without a blank behind the colon. */
function tightColon(tree: Tree, finding: SyntaxFinding, lines: readonly Line[]): PlanProblem | undefined {
  if (!['missing-colon', 'multiline-key', 'missing-space-after-colon'].includes(finding.code)) return undefined;
  return firstOf(lines, ({ start, text }) => {
    const { before = '', key, gap = '' } = keyWithTightColon.exec(text)?.groups ?? {};
    if (key === undefined) return undefined;
    const from = start + before.length;
    const colonEnd = from + key.length + 1;
    const edits = [{ span: { start: colonEnd, end: colonEnd + gap.length }, text: ' ' }];
    return at(tree, 'yaml-syntax', 'colon-without-space', { key }, { start: from, end: colonEnd }, edits);
  });
}

/** `name: Release: the plan`. */
function colonInText(tree: Tree, { code, span }: SyntaxFinding): PlanProblem | undefined {
  if (code !== 'two-colons' && code !== 'block-in-brackets') return undefined;
  const text = tree.text({ start: span.start, end: Math.min(span.end, span.start + longestLine) }).trimEnd();
  const { steps } = tree.pathAt(span.start);
  const depth = steps.findIndex(({ node }) => node.kind === 'map' && tree.spanOf(node).start === span.start);
  if (/[\r\n]/.test(text) || depth < 0 || !isText(shapeAt(steps.slice(0, depth + 1)))) return undefined;
  const whole = { start: span.start, end: span.start + text.length };
  return at(tree, 'yaml-syntax', 'colon-in-text', { text }, whole, [{ span: whole, text: quoted(text) }]);
}

const needQuotes: readonly string[] = [
  'bad-start',
  'unexpected-text',
  'unknown-alias',
  'tag',
  'bad-block-header',
  'bad-alias',
];
const valueOfLine =
  /^(\s*(?:-\s+)*(?:(?:"[^"]*"|'[^']*'|[^\s#'"[\]{},&*!|>%@`][^:#]*?)\s*:\s+)?)([@`%[*&!|>{"'].*?)\s*(?:\s#\s.*)?$/;

/** `name: @all`, `name: [draft] terms`, `name: *new* terms`: words that begin with a sign of YAML's. */
function textInNeedOfQuotes(tree: Tree, finding: SyntaxFinding, lines: readonly Line[]): PlanProblem | undefined {
  const inside = tree.pathAt(finding.span.start).steps;
  const brackets = finding.code === 'complex-key' ? bracketsForText(inside) : undefined;
  if (brackets === undefined && !needQuotes.includes(finding.code)) return undefined;
  const around = brackets ?? inside;
  const [last] = around.slice(-1);
  if (bracketsOf(around) !== undefined) {
    const offset = brackets && last ? tree.spanOf(last.node).end : finding.span.start;
    const span = textInBrackets(tree, offset, around);
    return span && needsQuotes(tree, tree.text(span), span);
  }
  const [line] = lines;
  const match = valueOfLine.exec(line?.text ?? '');
  if (line === undefined || match === null) return undefined;
  const [, before = '', text = ''] = match;
  const span = { start: line.start + before.length, end: line.start + before.length + text.length };
  if (finding.span.start < span.start || finding.span.start > span.end) return undefined;
  const keyStart = line.start + (/^\s*(?:-\s+)*/.exec(line.text)?.[0].length ?? 0);
  const { steps } = tree.pathAt(keyStart);
  const depth = steps.findIndex(({ pair }) => pair !== undefined && tree.spanOf(pair.key).start === keyStart);
  const shape = shapeAt(depth < 0 ? steps : steps.slice(0, depth + 1));
  if (!isText(shape)) return undefined;
  if ((text.startsWith('{') && shape?.kind === 'record') || (text.startsWith('[') && shape?.kind === 'list'))
    return undefined;
  return needsQuotes(tree, text, span);
}

function needsQuotes(tree: Tree, text: string, span: Span): PlanProblem | undefined {
  // One word behind `*` or `&` may well be an anchor's name.
  if (/^[*&]\S*$/.test(text) && !/^[*&].+[*&]/.test(text)) return undefined;
  const character = text.slice(0, 1);
  const quotes = quotesOf(text);
  if (quotes === 'unclear') return undefined;
  const around = quotes === 'around';
  const edits = [{ span, text: quoted(around ? text.slice(1, -1) : text) }];
  return around
    ? at(tree, 'yaml-syntax', 'quote-in-text', { text, quote: character }, span, edits)
    : at(tree, 'yaml-syntax', 'text-needs-quotes', { text, character }, span, edits);
}

/**
 * Whether the quotes at both ends of a text stand around it (`'It's here'`) or belong to words in it
 * (`"Big" and "small"`): quotes open before a word and close behind one; inside a word they are apostrophes.
 */
function quotesOf(text: string): 'none' | 'around' | 'inside' | 'unclear' {
  const quote = text.slice(0, 1);
  if (!/["']/.test(quote) || text.length < 2) return 'none';
  // What is escaped shows that the author knows how; what is wrong is something else.
  if (/\\|''/.test(text)) return 'unclear';
  if (!text.endsWith(quote)) return 'none';
  let open = 1;
  for (let at = text.indexOf(quote, 1); at < text.length - 1; at = text.indexOf(quote, at + 1)) {
    const [isBehind, isBefore] = [text[at - 1], text[at + 1]].map((beside) => /[\p{L}\p{N}]/u.test(beside ?? ''));
    if (isBehind && isBefore) {
      if (/\p{Script=Latin}'\p{Script=Latin}/u.test(text.slice(at - 1, at + 2))) continue;
      return 'unclear';
    }
    open += isBefore ? 1 : -1;
    if (open === 0) return text.split(quote).length % 2 === 1 ? 'inside' : 'unclear';
  }
  return open === 1 ? 'around' : 'unclear';
}
